#pragma once

#include "eh-phrase-book.h"

G_BEGIN_DECLS

/**
 * EhReadingFormula:
 * @EH_READING_NONE: for this language there is none that is known to hold
 * @EH_READING_FLESCH_KINCAID: English: years of schooling in the United States
 * @EH_READING_LIX: a scale from some 20, very easy, to some 60, very hard
 */
typedef enum {
  EH_READING_NONE,
  EH_READING_FLESCH_KINCAID,
  EH_READING_LIX,
} EhReadingFormula;

/**
 * EhReadingLevel:
 * @formula: by which formula, for the language
 * @n_sentences: sentences so far
 * @n_words: words so far
 * @n_long: words of more than six letters
 * @n_syllables: syllables, in English
 *
 * What a reading level is worked out from. All zeros but @formula to begin with.
 */
typedef struct {
  EhReadingFormula formula;
  guint n_sentences;
  guint n_words;
  guint n_long;
  guint n_syllables;
} EhReadingLevel;

EhReadingFormula eh_reading_formula_for (const char *language);
void eh_reading_level_add (EhReadingLevel *self, const EhProse *prose, const EhFoldedWords *words);
gboolean eh_reading_level_get (const EhReadingLevel *self, double *level);
gboolean eh_reading_level_is_hard (const EhReadingLevel *self);
char *eh_reading_level_text (const EhReadingLevel *self);
guint eh_syllables_in_english (const char *word);

G_END_DECLS
