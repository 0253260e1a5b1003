#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhProseWord:
 * @start: byte where it begins
 * @length: in bytes
 * @offset: character where it begins
 * @n_chars: how many characters it has
 * @sentence: index of its sentence
 * @n_letters: how many letters are in it; none for a number
 * @n_capitals: how many of them are capitals
 */
typedef struct {
  guint start;
  guint length;
  guint offset;
  guint n_chars;
  guint sentence;
  guint n_letters;
  guint n_capitals;
} EhProseWord;

/**
 * EhProseSentence:
 * @offset: character where it begins
 * @n_chars: how many characters it has, without the blanks after it
 * @first_word: index of its first word
 * @n_words: how many words it has; never none
 */
typedef struct {
  guint offset;
  guint n_chars;
  guint first_word;
  guint n_words;
} EhProseSentence;

/**
 * EhProse:
 * @text: (not owned): the text
 * @words: (element-type EhProseWord): its words
 * @sentences: (element-type EhProseSentence): its sentences
 *
 * A plain text taken apart.
 */
typedef struct {
  const char *text;
  GArray *words;
  GArray *sentences;
} EhProse;

EhProse *eh_prose_new (const char *text);
void eh_prose_free (EhProse *self);
const EhProseWord *eh_prose_word (const EhProse *self, guint index);
const EhProseSentence *eh_prose_sentence (const EhProse *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhProse, eh_prose_free)

G_END_DECLS
