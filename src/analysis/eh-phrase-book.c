/* Words and groups of words to look for in a text, found by their first word: the time that a
 * look-up takes does not grow with the book. */

#include "eh-phrase-book.h"

#include <string.h>

struct _EhFoldedWords {
  GString *all; /* each with a zero after it */
  GArray *starts;
};

typedef struct {
  char **words; /* without the first */
  guint n_words;
  gconstpointer about;
} Phrase;

struct _EhPhraseBook {
  GHashTable *by_first; /* utf8 -> (element-type Phrase) */
};

static void
append_folded (GString *to, const char *text, guint length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c < 0x80)
      g_string_append_c (to, g_ascii_tolower ((char) c));
    else if (c == 0x2019)
      g_string_append_c (to, '\'');
    else if (c == 0x2010 || c == 0x2011)
      g_string_append_c (to, '-');
    else if (c != 0xad)
      g_string_append_unichar (to, g_unichar_tolower (c));
  }
  g_string_append_c (to, '\0');
}

/**
 * eh_folded_words_new:
 * @prose: a text taken apart
 *
 * Returns: (transfer full): its words, as they are compared
 */
EhFoldedWords *
eh_folded_words_new (const EhProse *prose)
{
  EhFoldedWords *self = g_new0 (EhFoldedWords, 1);

  self->all = g_string_new (NULL);
  self->starts = g_array_sized_new (FALSE, FALSE, sizeof (gsize), prose->words->len);
  for (guint i = 0; i < prose->words->len; i++) {
    const EhProseWord *word = eh_prose_word (prose, i);

    g_array_append_val (self->starts, self->all->len);
    append_folded (self->all, prose->text + word->start, word->length);
  }
  return self;
}

/**
 * eh_folded_words_free:
 * @self: (nullable) (transfer full): words
 */
void
eh_folded_words_free (EhFoldedWords *self)
{
  if (self == NULL)
    return;
  g_string_free (self->all, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * eh_folded_words_get:
 * @self: words
 * @index: of one
 *
 * Returns: (transfer none): the word in small letters
 */
const char *
eh_folded_words_get (const EhFoldedWords *self, guint index)
{
  return self->all->str + g_array_index (self->starts, gsize, index);
}

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_strfreev (phrase->words);
  g_free (phrase);
}

/**
 * eh_phrase_book_new:
 *
 * Returns: (transfer full): an empty one
 */
EhPhraseBook *
eh_phrase_book_new (void)
{
  EhPhraseBook *self = g_new0 (EhPhraseBook, 1);

  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * eh_phrase_book_free:
 * @self: (nullable) (transfer full): a book
 */
void
eh_phrase_book_free (EhPhraseBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_first);
  g_free (self);
}

/**
 * eh_phrase_book_add:
 * @self: a book
 * @phrase: a word or a few; capitals make no difference
 * @about: (not nullable): what there is to say of it, which must live as long as @self
 */
void
eh_phrase_book_add (EhPhraseBook *self, const char *phrase, gconstpointer about)
{
  g_autoptr (EhProse) prose = eh_prose_new (phrase);
  g_autoptr (EhFoldedWords) folded = eh_folded_words_new (prose);
  guint n = prose->words->len;
  GPtrArray *phrases;
  Phrase *added;

  if (n == 0)
    return;
  added = g_new0 (Phrase, 1);
  added->words = g_new0 (char *, n);
  for (guint i = 1; i < n; i++)
    added->words[i - 1] = g_strdup (eh_folded_words_get (folded, i));
  added->n_words = n;
  added->about = about;
  phrases = g_hash_table_lookup (self->by_first, eh_folded_words_get (folded, 0));
  if (phrases == NULL) {
    phrases = g_ptr_array_new_with_free_func (phrase_free);
    g_hash_table_insert (self->by_first, g_strdup (eh_folded_words_get (folded, 0)), phrases);
  }
  g_ptr_array_add (phrases, added);
}

static gboolean
follows (const Phrase *phrase, const EhFoldedWords *words, guint at)
{
  for (guint i = 1; i < phrase->n_words; i++)
    if (strcmp (phrase->words[i - 1], eh_folded_words_get (words, at + i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * eh_phrase_book_match:
 * @self: a book
 * @words: the words of a text
 * @at: where to look
 * @end: one past the last word that may belong to it: the end of the sentence
 * @n_words: (out): how many words the phrase has
 *
 * Returns: (transfer none) (nullable): what there is to say of the longest phrase that begins at
 * @at
 */
gconstpointer
eh_phrase_book_match (
    const EhPhraseBook *self, const EhFoldedWords *words, guint at, guint end, guint *n_words)
{
  GPtrArray *phrases = g_hash_table_lookup (self->by_first, eh_folded_words_get (words, at));
  gconstpointer about = NULL;

  *n_words = 0;
  for (guint i = 0; phrases != NULL && i < phrases->len; i++) {
    const Phrase *phrase = phrases->pdata[i];

    if (phrase->n_words > *n_words && phrase->n_words <= end - at && follows (phrase, words, at)) {
      *n_words = phrase->n_words;
      about = phrase->about;
    }
  }
  return about;
}
