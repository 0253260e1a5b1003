/* What is looked for in English alone: passives that hide who does something, words that readers
 * stumble over, and phrases that speak of people as if they were material. */

#include "eh-writing-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many words may stand between "was" and "asked", or between "used" and "patients". */
#define MAX_BETWEEN 3
/* How far behind a passive it may say by whom. */
#define MAX_BEHIND 4

typedef struct {
  const EhProse *prose;
  const EhFoldedWords *words;
  GPtrArray *marks;
  guint end; /* of the sentence */
} Look;

static void
add_forms (EhPhraseBook *book, const EhPlainWord *word, GHashTable *explained)
{
  g_auto (GStrv) forms = g_strsplit (word->word, "|", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    if (explained == NULL || !g_hash_table_contains (explained, forms[i]))
      eh_phrase_book_add (book, forms[i], word);
}

/**
 * eh_english_new:
 * @explained: (element-type utf8): words in small letters that the project explains to its readers
 *
 * Returns: (transfer full): what to look for
 */
EhEnglish *
eh_english_new (GHashTable *explained)
{
  EhEnglish *self = g_new0 (EhEnglish, 1);
  guint n;
  const EhPlainWord *words = eh_writing_jargon (&n);

  self->jargon = eh_phrase_book_new ();
  self->people = eh_phrase_book_new ();
  for (guint i = 0; i < n; i++)
    add_forms (self->jargon, &words[i], explained);
  words = eh_writing_people_phrases (&n);
  for (guint i = 0; i < n; i++)
    add_forms (self->people, &words[i], NULL);
  return self;
}

/**
 * eh_english_free:
 * @self: (nullable) (transfer full): what to look for
 */
void
eh_english_free (EhEnglish *self)
{
  if (self == NULL)
    return;
  eh_phrase_book_free (self->jargon);
  eh_phrase_book_free (self->people);
  g_free (self);
}

static const char *
word_at (const Look *look, guint index)
{
  return index < look->end ? eh_folded_words_get (look->words, index) : "";
}

/* The first word at or after @at that may not stand in between. */
static guint
skip_between (const Look *look, guint at)
{
  guint last = at + MAX_BETWEEN;

  while (at < last && at < look->end && eh_writing_is_between (word_at (look, at)))
    at++;
  return at;
}

static gboolean
says_by_whom (const Look *look, guint participle)
{
  for (guint i = participle + 1; i <= participle + MAX_BEHIND && i < look->end; i++)
    if (strcmp (word_at (look, i), "by") == 0)
      return TRUE;
  return FALSE;
}

/* "was not asked"; "is used to" may be a habit. */
static void
look_for_passive (const Look *look, guint at, gboolean strict)
{
  guint participle;

  if (!eh_writing_is_being (word_at (look, at)))
    return;
  participle = skip_between (look, at + 1);
  if (!eh_writing_is_participle (word_at (look, participle)) ||
      (strcmp (word_at (look, participle), "used") == 0 &&
       strcmp (word_at (look, participle + 1), "to") == 0) ||
      (!strict && says_by_whom (look, participle)))
    return;
  eh_writing_mark_add (look->marks, EH_WRITING_PASSIVE, look->prose, at, participle + 1 - at,
                       g_strdup (_ ("This does not say who does it. “We asked people” is clearer "
                                    "than “people were asked”.")),
                       NULL);
}

static void
mark_use (const Look *look, guint at, guint n_words)
{
  eh_writing_mark_add (look->marks, EH_WRITING_PEOPLE, look->prose, at, n_words,
                       g_strdup (_ ("People are not used: they work with us. Say what they did.")),
                       NULL);
}

/* "patients' words" are used, and not patients. */
static gboolean
owns (const Look *look, guint at)
{
  const EhProseWord *word = eh_prose_word (look->prose, at);
  const char *after = look->prose->text + word->start + word->length;

  return *after == '\'' || g_str_has_prefix (after, "’");
}

/* "patients were used", "using service users". */
static void
look_for_use (const Look *look, guint at)
{
  guint other;

  if (eh_writing_is_people (word_at (look, at)) && eh_writing_is_being (word_at (look, at + 1))) {
    other = skip_between (look, at + 2);
    if (eh_writing_is_used (word_at (look, other)) && strcmp (word_at (look, other + 1), "to") != 0)
      mark_use (look, at, other + 1 - at);
  } else if (eh_writing_is_using (word_at (look, at))) {
    other = skip_between (look, at + 1);
    if (eh_writing_is_people (word_at (look, other)) && !owns (look, other))
      mark_use (look, at, other + 1 - at);
  }
}

static guint
look_for_phrase (const Look *look, const EhPhraseBook *book, const char *id, guint at)
{
  guint n_words;
  const EhPlainWord *found = eh_phrase_book_match (book, look->words, at, look->end, &n_words);
  g_autofree char *plain = found != NULL ? eh_text_isolate (found->plain) : NULL;

  if (found == NULL)
    return 0;
  eh_writing_mark_add (
      look->marks, id, look->prose, at, n_words,
      /* TRANSLATORS: %s is what to say instead */
      g_strdup_printf (g_str_equal (id, EH_WRITING_PEOPLE)
                           ? _ ("There is a fairer way to say this: %s.")
                           : _ ("Many readers stumble over this. In plain words: %s."),
                       plain),
      found->fits ? found->plain : NULL);
  return n_words;
}

/**
 * eh_english_check:
 * @self: what to look for
 * @prose: a text
 * @words: its words
 * @strict: a passive is one also where it says by whom
 * @marks: (element-type EhWritingMark): where to add what is found
 */
void
eh_english_check (const EhEnglish *self,
                  const EhProse *prose,
                  const EhFoldedWords *words,
                  gboolean strict,
                  GPtrArray *marks)
{
  for (guint s = 0; s < prose->sentences->len; s++) {
    const EhProseSentence *sentence = eh_prose_sentence (prose, s);
    Look look = { prose, words, marks, sentence->first_word + sentence->n_words };
    guint after_phrase = 0;

    for (guint at = sentence->first_word; at < look.end; at++) {
      guint n = 0;

      look_for_passive (&look, at, strict);
      look_for_use (&look, at);
      if (at < after_phrase)
        continue;
      n = look_for_phrase (&look, self->people, EH_WRITING_PEOPLE, at);
      if (n == 0)
        n = look_for_phrase (&look, self->jargon, EH_WRITING_JARGON, at);
      after_phrase = at + n;
    }
  }
}
