#pragma once

#include "eh-phrase-book.h"
#include "eh-writing-check.h"

G_BEGIN_DECLS

/**
 * EhPlainWord:
 * @word: what people stumble over: forms with a bar between
 * @plain: what to say instead
 * @fits: the one can stand where the other stood, with no other change
 */
typedef struct {
  const char *word;
  const char *plain;
  gboolean fits;
} EhPlainWord;

const EhPlainWord *eh_writing_jargon (guint *n_words);
const EhPlainWord *eh_writing_people_phrases (guint *n_words);
gboolean eh_writing_is_participle (const char *word);
gboolean eh_writing_is_being (const char *word);
gboolean eh_writing_is_people (const char *word);
gboolean eh_writing_is_using (const char *word);
gboolean eh_writing_is_used (const char *word);
gboolean eh_writing_is_between (const char *word);
gboolean eh_writing_is_common_acronym (const char *word);

/**
 * EhEnglish:
 * @jargon: (element-type EhPlainWord): words that readers stumble over
 * @people: (element-type EhPlainWord): phrases that are not fair to people
 *
 * What is looked for in English alone.
 */
typedef struct {
  EhPhraseBook *jargon;
  EhPhraseBook *people;
} EhEnglish;

EhEnglish *eh_english_new (GHashTable *explained);
void eh_english_free (EhEnglish *self);
void eh_english_check (const EhEnglish *self,
                       const EhProse *prose,
                       const EhFoldedWords *words,
                       gboolean strict,
                       GPtrArray *marks);
void eh_writing_mark_add (GPtrArray *marks,
                          const char *id,
                          const EhProse *prose,
                          guint first_word,
                          guint n_words,
                          char *reason,
                          const char *replacement);

G_END_DECLS
