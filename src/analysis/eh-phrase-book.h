#pragma once

#include "eh-prose.h"

G_BEGIN_DECLS

/**
 * EhFoldedWords:
 *
 * The words of a text in small letters, as a phrase book compares them.
 */
typedef struct _EhFoldedWords EhFoldedWords;

EhFoldedWords *eh_folded_words_new (const EhProse *prose);
void eh_folded_words_free (EhFoldedWords *self);
const char *eh_folded_words_get (const EhFoldedWords *self, guint index);

/**
 * EhPhraseBook:
 *
 * Words and groups of words to look for, each with something to say about it.
 */
typedef struct _EhPhraseBook EhPhraseBook;

EhPhraseBook *eh_phrase_book_new (void);
void eh_phrase_book_free (EhPhraseBook *self);
void eh_phrase_book_add (EhPhraseBook *self, const char *phrase, gconstpointer about);
gconstpointer eh_phrase_book_match (
    const EhPhraseBook *self, const EhFoldedWords *words, guint at, guint end, guint *n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhFoldedWords, eh_folded_words_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPhraseBook, eh_phrase_book_free)

G_END_DECLS
