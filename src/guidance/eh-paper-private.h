#pragma once

#include "eh-paper.h"
#include "eh-pdf-text.h"
#include "eh-unquotable.h"

G_BEGIN_DECLS

#define EH_PAPER_MM     (72.0 / 25.4)
#define EH_PAPER_MARGIN (18 * EH_PAPER_MM)

/**
 * EhPaperSheet:
 * @paper: what is made
 * @dataset: of which project
 * @unquotable: what may stand on no paper
 * @workshop: (nullable): for which workshop, without that
 * @activities: (element-type EhActivity): its run sheet, likewise
 * @slips: (nullable) (element-type EhSlip): which slips
 * @options: how
 * @width: of the page, in points
 * @height: of the page
 * @body: size of plain text
 * @y: where a form goes on, on the last page
 *
 * Paper while it is laid out. Positions are from the top left of the page, and from its top right
 * where the project's language runs from the right.
 */
typedef struct {
  EhPaper *paper;
  EhDataset *dataset;
  EhUnquotable *unquotable;
  EhWorkshop *workshop;
  GPtrArray *activities;
  GPtrArray *slips;
  const EhPaperOptions *options;
  double width;
  double height;
  double body;
  double y;
} EhPaperSheet;

/**
 * EhPaperType:
 * @tag: of the structure: "H1", "P"
 * @size: in points
 * @bold: whether
 * @centred: in the width, else at its start
 * @turned: upside down, for the far side of a tent; seen, but not read a second time
 * @soft: paler, but easily read
 * @max_lines: what does not fit is cut with an ellipsis; 0 for no limit
 */
typedef struct {
  const char *tag;
  double size;
  gboolean bold;
  gboolean centred;
  gboolean turned;
  gboolean soft;
  int max_lines;
} EhPaperType;

void eh_paper_page (EhPaperSheet *s);
PangoLayout *
eh_paper_layout (EhPaperSheet *s, const EhPaperType *type, const char *words, double width);
double eh_paper_layout_height (PangoLayout *layout);
double eh_paper_words (
    EhPaperSheet *s, const EhPaperType *type, const char *words, double x, double y, double width);
double eh_paper_words_to_fit (EhPaperSheet *s,
                              EhPaperType type,
                              double smallest,
                              const char *words,
                              double x,
                              double y,
                              double width,
                              double height);
void eh_paper_line (EhPaperSheet *s, double x, double y, double width, double thick);
void eh_paper_upright (EhPaperSheet *s, double x, double y, double height, double thick);
void eh_paper_dashes (EhPaperSheet *s, double x, double y, double to_x, double to_y);
void eh_paper_tick (EhPaperSheet *s, double x, double y, double side);
double eh_paper_choice (
    EhPaperSheet *s, const EhPaperType *type, const char *words, double x, double y, double width);

void eh_paper_room_for (EhPaperSheet *s, double height);
void eh_paper_heading (EhPaperSheet *s, guint level, const char *words);
void eh_paper_paragraph (EhPaperSheet *s, const char *words, gboolean soft);
void eh_paper_gap (EhPaperSheet *s, double bodies);
char *eh_paper_when (const EhWorkshop *workshop);
GPtrArray *eh_paper_people (EhPaperSheet *s);
void eh_paper_read (EhPaperSheet *s, EhId workshop_id);
char *eh_paper_agreed (EhPaperSheet *s, const char *text);
const char *eh_paper_question (EhPaperSheet *s);

void eh_paper_make_slips (EhPaperSheet *s);
void eh_paper_make_prompts (EhPaperSheet *s);
void eh_paper_make_tents (EhPaperSheet *s);
void eh_paper_make_sign_in (EhPaperSheet *s);
void eh_paper_make_consent (EhPaperSheet *s);
void eh_paper_make_run_sheet (EhPaperSheet *s);
void eh_paper_make_agenda (EhPaperSheet *s);

G_END_DECLS
