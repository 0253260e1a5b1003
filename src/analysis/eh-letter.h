#pragma once

/* The letter that tells one person what became of what they said, in their language: as sections of
 * sentences, which a document, a window and a page for phones show alike. */

#include "eh-catalogue.h"
#include "eh-feedback.h"
#include "eh-slip.h"

G_BEGIN_DECLS

/**
 * EhLetterPartKind:
 * @EH_LETTER_PARAGRAPH: a paragraph
 * @EH_LETTER_ITEM: an item of a list
 * @EH_LETTER_NUMBERED: an item of a numbered list, to which other items refer by its number
 */
typedef enum {
  EH_LETTER_PARAGRAPH,
  EH_LETTER_ITEM,
  EH_LETTER_NUMBERED,
} EhLetterPartKind;

/**
 * EhLetterPart:
 * @kind: what it is
 * @text: what it says
 * @language: (nullable): BCP 47 tag of @text, where it is not that of the letter
 * @strong: @text stands out from @note
 * @note: (nullable): what is said of @text, on a line of its own
 */
typedef struct {
  EhLetterPartKind kind;
  char *text;
  char *language;
  gboolean strong;
  char *note;
} EhLetterPart;

/**
 * EhLetterSection:
 * @heading: (nullable): %NULL for the opening
 * @parts: (element-type EhLetterPart): what it says
 */
typedef struct {
  char *heading;
  GPtrArray *parts;
} EhLetterSection;

/**
 * EhLetter:
 * @title: of the letter
 * @project: (nullable): of what it is about
 * @project_language: (nullable): of @project, where it is not that of the letter
 * @host: (nullable): whose letter it is
 * @date: (nullable): ISO 8601
 * @date_text: (nullable): as people write it
 * @date_label: "Date"
 * @words: the words of its language
 * @large: it is wanted in large print
 * @sections: (element-type EhLetterSection): in their order
 *
 * Immutable, counted, and free of rows.
 */
typedef struct {
  char *title;
  char *project;
  char *project_language;
  char *host;
  char *date;
  char *date_text;
  const char *date_label;
  EhCatalogue *words;
  gboolean large;
  GPtrArray *sections;
} EhLetter;

/**
 * EhLetterOptions:
 * @language: (nullable): BCP 47 tag; %NULL for what the person asked for, or that of the project
 * @date: (nullable): ISO date of the letter
 * @slip: (nullable): the slip of paper that the facts are of
 */
typedef struct {
  const char *language;
  const char *date;
  const EhSlip *slip;
} EhLetterOptions;

EhCatalogue *eh_letter_words (EhFeedbackIndex *index,
                              const EhFeedback *feedback,
                              const EhLetterOptions *options);
EhLetter *
eh_letter_new (EhFeedbackIndex *index, const EhFeedback *feedback, const EhLetterOptions *options);
char *eh_letter_to_plain (const EhLetter *self);
EhLetter *eh_letter_ref (EhLetter *self);
void eh_letter_unref (EhLetter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhLetter, eh_letter_unref)

G_END_DECLS
