/* How hard a text is to read, as far as the length of its words and sentences tells. It says
 * nothing of whether the words make sense.
 *
 * English: the Flesch-Kincaid grade, from Kincaid, Fishburne, Rogers and Chissom, "Derivation of
 * new readability formulas for Navy enlisted personnel", Research Branch Report 8-75 (1975): 0.39
 * words / sentences + 11.8 syllables / words - 15.59 Other languages in letters: LIX, from
 * Björnsson, "Läsbarhet" (1968), made for Swedish and used for others since, because it counts
 * letters and no syllables: words / sentences + 100 words of more than six letters / words Where
 * words are written without blanks, or most vowels are not written, neither holds. */

#include "eh-reading-level.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer words than a formula can say anything of. */
#define LEAST_WORDS 100
#define LONG_WORD   6
/* Above what people expect of plain words: the end of lower secondary school; "medium" of LIX. */
#define HARD_GRADE 9.0
#define HARD_LIX   50.0

/**
 * eh_reading_formula_for:
 * @language: (nullable): BCP 47 tag
 *
 * Returns: the formula for texts in that language
 */
EhReadingFormula
eh_reading_formula_for (const char *language)
{
  static const char *const lix[] = {
    "sv", "da", "nb", "nn", "no", "de", "fr", "es", "it", "pt", "nl", "fi", "cy", "ga", "gd",
  };
  g_autofree char *primary = g_ascii_strdown (language != NULL ? language : "", -1);

  g_strdelimit (primary, "-_", '\0');
  if (g_str_equal (primary, "en"))
    return EH_READING_FLESCH_KINCAID;
  for (guint i = 0; i < G_N_ELEMENTS (lix); i++)
    if (g_str_equal (primary, lix[i]))
      return EH_READING_LIX;
  return EH_READING_NONE;
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* Two vowels beside one another that are spoken apart: "media", "video", "radio", "create". */
static gboolean
apart (const char *at)
{
  if (at[0] == 'i' && at[1] == 'a')
    return at[2] != 'l' && at[2] != 'g';
  if (at[0] == 'i' && at[1] == 'o')
    return at[2] != 'n' && at[2] != 'u';
  if (at[0] == 'e' && at[1] == 'o')
    return at[2] != 'p' && at[2] != 'u';
  if (at[0] == 'e' && at[1] == 'a')
    return g_str_has_prefix (at, "eati");
  return at[0] == 'u' && at[1] == 'a' && at[2] != 'r' && at[2] != 'd';
}

/* Whether the word's last vowel is written and not spoken. */
static gboolean
ends_silent (const char *word, gsize n)
{
  if (n > 2 && word[n - 1] == 'e')
    return !is_vowel (word[n - 2]) && !(word[n - 2] == 'l' && n > 3 && !is_vowel (word[n - 3]));
  if (n > 3 && g_str_has_suffix (word, "ed"))
    return !is_vowel (word[n - 3]) && word[n - 3] != 't' && word[n - 3] != 'd' &&
           !(word[n - 3] == 'l' && !is_vowel (word[n - 4]) && word[n - 4] != 'l');
  if (n > 3 && g_str_has_suffix (word, "es"))
    return !is_vowel (word[n - 3]) && strchr ("sxzhcg", word[n - 3]) == NULL &&
           !(word[n - 3] == 'l' && !is_vowel (word[n - 4]));
  return FALSE;
}

/**
 * eh_syllables_in_english:
 * @word: a word in small letters
 *
 * Returns: how many syllables it has, by how it is written: right for some nine words of ten
 */
guint
eh_syllables_in_english (const char *word)
{
  gsize n = strlen (word);
  guint syllables = 0;

  for (gsize i = 0; i < n; i++)
    if (is_vowel (word[i]) && (i == 0 || !is_vowel (word[i - 1]) || apart (word + i - 1)))
      syllables++;
  if (syllables > 1 && ends_silent (word, n))
    syllables--;
  return MAX (syllables, 1);
}

/**
 * eh_reading_level_add:
 * @self: what was counted so far
 * @prose: a text
 * @words: its words
 */
void
eh_reading_level_add (EhReadingLevel *self, const EhProse *prose, const EhFoldedWords *words)
{
  self->n_sentences += prose->sentences->len;
  self->n_words += prose->words->len;
  for (guint i = 0; i < prose->words->len; i++) {
    self->n_long += eh_prose_word (prose, i)->n_letters > LONG_WORD;
    if (self->formula == EH_READING_FLESCH_KINCAID)
      self->n_syllables += eh_syllables_in_english (eh_folded_words_get (words, i));
  }
}

/**
 * eh_reading_level_get:
 * @self: what was counted
 * @level: (out): the level on the formula's scale
 *
 * Returns: whether there is a formula, and text enough for it
 */
gboolean
eh_reading_level_get (const EhReadingLevel *self, double *level)
{
  double words = self->n_words;

  *level = 0;
  if (self->formula == EH_READING_NONE || self->n_words < LEAST_WORDS || self->n_sentences == 0)
    return FALSE;
  if (self->formula == EH_READING_LIX)
    *level = words / self->n_sentences + 100.0 * self->n_long / words;
  else
    *level = 0.39 * words / self->n_sentences + 11.8 * self->n_syllables / words - 15.59;
  return TRUE;
}

/**
 * eh_reading_level_is_hard:
 * @self: what was counted
 *
 * Returns: whether it is harder than most people find easy
 */
gboolean
eh_reading_level_is_hard (const EhReadingLevel *self)
{
  double level;

  return eh_reading_level_get (self, &level) &&
         level > (self->formula == EH_READING_LIX ? HARD_LIX : HARD_GRADE);
}

/**
 * eh_reading_level_text:
 * @self: what was counted
 *
 * Returns: (transfer full): the level with the name of its formula, or why there is none; and how
 *   long sentences are
 */
char *
eh_reading_level_text (const EhReadingLevel *self)
{
  double level;
  double length = self->n_sentences > 0 ? (double) self->n_words / self->n_sentences : 0;

  if (self->n_words == 0)
    return g_strdup (_ ("Nothing is written yet."));
  if (eh_reading_level_get (self, &level))
    return self->formula == EH_READING_LIX
               /* TRANSLATORS: a reading level, and how many words a sentence has: "12.3" */
               ? g_strdup_printf (
                     _ ("Reading level: LIX %1$.0f (under 40 is easy, over 50 is hard). "
                        "A sentence has %2$.1f words on average."),
                     level, length)
               /* TRANSLATORS: a reading level, and how many words a sentence has: "12.3" */
               : g_strdup_printf (
                     _ ("Reading level: Flesch–Kincaid grade %1$.1f (7 or 8 suits most "
                        "readers). A sentence has %2$.1f words on average."),
                     level, length);
  if (self->formula == EH_READING_NONE)
    return g_strdup_printf (_ ("No formula for the reading level is known to hold for this "
                               "language. A sentence has %.1f words on average."),
                            length);
  return g_strdup_printf (_ ("Too few words for a reading level. A sentence has %.1f words on "
                             "average."),
                          length);
}
