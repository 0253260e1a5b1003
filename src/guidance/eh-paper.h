#pragma once

#include "eh-dataset.h"
#include "eh-slip.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhPaperKind:
 * @EH_PAPER_SLIPS: numbered slips to write on, several a page, with marks to cut at
 * @EH_PAPER_PROMPTS: a card for each question
 * @EH_PAPER_TENTS: name tents
 * @EH_PAPER_SIGN_IN: a list to sign
 * @EH_PAPER_CONSENT: a form, each choice by itself
 * @EH_PAPER_RUN_SHEET: the facilitator's plan
 * @EH_PAPER_AGENDA: what will happen, for everybody
 *
 * What can be printed for a workshop.
 */
typedef enum {
  EH_PAPER_SLIPS,
  EH_PAPER_PROMPTS,
  EH_PAPER_TENTS,
  EH_PAPER_SIGN_IN,
  EH_PAPER_CONSENT,
  EH_PAPER_RUN_SHEET,
  EH_PAPER_AGENDA,
  EH_PAPER_N_KINDS
} EhPaperKind;

/* Which words the consent form has: kept as `wording` of a consent that was given on it. A change
 * of its words changes this too. */
#define EH_PAPER_CONSENT_WORDING "evenhand-2026-1"

/**
 * EhPaperSize:
 * @EH_PAPER_A4: 210 by 297 mm
 * @EH_PAPER_A5: 148 by 210 mm, half of it
 * @EH_PAPER_LETTER: 8.5 by 11 inches
 *
 * On which paper it is printed.
 */
typedef enum {
  EH_PAPER_A4,
  EH_PAPER_A5,
  EH_PAPER_LETTER,
  EH_PAPER_N_SIZES
} EhPaperSize;

/**
 * EhPaperOptions:
 * @size: of the paper
 * @per_page: slips on a page: 2, 4 or 6; 0 for 4, or 2 where the print is large or the paper small
 * @points: of plain text: 18 or 24 for large print, 0 for the usual size
 * @blank: tents without a name, and empty rows to sign, beside those of people
 * @activity_id: the question on the slips, or none for that of the first activity that has one
 */
typedef struct {
  EhPaperSize size;
  guint per_page;
  guint points;
  guint blank;
  EhId activity_id;
} EhPaperOptions;

/**
 * EhPaper:
 *
 * Pages to print: laid out once, then drawn the same on a screen, by a printer and in a PDF.
 * Immutable.
 */
typedef struct _EhPaper EhPaper;

EhPaper *eh_paper_new (EhPaperKind kind,
                       EhDataset *dataset,
                       EhId workshop_id,
                       GPtrArray *slips,
                       const EhPaperOptions *options);
void eh_paper_free (EhPaper *self);

const char *eh_paper_kind_key (EhPaperKind kind);
gboolean eh_paper_kind_from_key (const char *key, EhPaperKind *kind);
const char *eh_paper_kind_label (EhPaperKind kind);
const char *eh_paper_kind_about (EhPaperKind kind);
gboolean eh_paper_kind_has_names (EhPaperKind kind);
gboolean eh_paper_kind_can_be_large (EhPaperKind kind);

const char *eh_paper_size_key (EhPaperSize size);
const char *eh_paper_size_label (EhPaperSize size);
EhPaperSize eh_paper_size_usual (const char *region);

EhPaperKind eh_paper_get_kind (const EhPaper *self);
const char *eh_paper_get_title (const EhPaper *self);
guint eh_paper_n_pages (const EhPaper *self);
void eh_paper_get_size (const EhPaper *self, double *width, double *height);
void eh_paper_draw (const EhPaper *self, guint page, cairo_t *cr);
char *eh_paper_text (const EhPaper *self, guint page);
GBytes *eh_paper_to_pdf (const EhPaper *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPaper, eh_paper_free)

G_END_DECLS
