#pragma once

/* What the parts of the letter share. */

#include "eh-letter.h"

G_BEGIN_DECLS

/**
 * EhLetterMaker:
 * @letter: what is made
 * @feedback: the facts
 * @index: of the project
 * @options: how
 * @words: the words of the letter's language
 * @theirs: (nullable): the language in which the project is written, where it is another one
 *
 * A letter while it is made.
 */
typedef struct {
  EhLetter *letter;
  const EhFeedback *feedback;
  EhFeedbackIndex *index;
  const EhLetterOptions *options;
  EhCatalogue *words;
  const char *theirs;
} EhLetterMaker;

void eh_letter_section (EhLetterMaker *m, const char *heading);
EhLetterPart *eh_letter_add (EhLetterMaker *m, EhLetterPartKind kind, const char *text);
EhLetterPart *eh_letter_add_own (EhLetterMaker *m, EhLetterPartKind kind, const char *text);
EhLetterPart *eh_letter_add_team (EhLetterMaker *m, EhLetterPartKind kind, const char *text);
void eh_letter_note (EhLetterPart *part, const char *note);

char *eh_letter_team_words (EhLetterMaker *m, const char *text);
char *eh_letter_date (EhLetterMaker *m, const char *iso);
char *eh_letter_numbers (GArray *numbers);

void eh_letter_add_said (EhLetterMaker *m);
void eh_letter_add_done (EhLetterMaker *m);
void eh_letter_add_not_done (EhLetterMaker *m);
void eh_letter_add_next (EhLetterMaker *m);
void eh_letter_add_choices (EhLetterMaker *m);
void eh_letter_add_payments (EhLetterMaker *m);

G_END_DECLS
