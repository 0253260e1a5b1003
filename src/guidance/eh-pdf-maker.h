#pragma once

#include "eh-pdf-flow.h"

G_BEGIN_DECLS

/**
 * EhPdfMaker:
 * @out: what is made
 * @doc: of what
 * @tight: blocks stand closer than usual
 * @level: of the last heading
 * @box: of the slices being made
 * @box_ids: numbers given to boxes
 * @before: space above the next slice
 * @break_before: the next slice begins a page
 * @source: of the block that is made
 * @id: of the block that begins with the next slice
 *
 * A flow while it is made.
 */
typedef struct {
  EhPdfFlow *out;
  const EhDoc *doc;
  gboolean tight;
  guint level;
  EhPdfBox box;
  guint box_ids;
  double before;
  gboolean break_before;
  gint64 source;
  const char *id;
} EhPdfMaker;

/**
 * EhPdfLine:
 * @height: of the line
 * @base: base line from its top
 * @inset: from the left edge of the text
 * @line: (transfer none): the text's
 *
 * A line of a text, measured.
 */
typedef struct {
  double height;
  double base;
  double inset;
  PangoLayoutLine *line;
} EhPdfLine;

EhPdfSlice *eh_pdf_maker_slice_at (EhPdfMaker *f, guint index);
guint eh_pdf_maker_n_slices (const EhPdfMaker *f);
EhPdfOp *eh_pdf_maker_op (EhPdfMaker *f, EhPdfOpKind kind);
EhPdfSlice *eh_pdf_maker_slice (EhPdfMaker *f, double height);
EhPdfOp *eh_pdf_maker_open (EhPdfMaker *f, const char *tag);
void eh_pdf_maker_close (EhPdfMaker *f);
void eh_pdf_maker_keep_together (EhPdfMaker *f, guint first, double limit);
void eh_pdf_maker_gap (EhPdfMaker *f, double space);
EhPdfLine *eh_pdf_measure (const EhPdfText *text, guint *n_lines);
const EhPdfText *eh_pdf_maker_take (EhPdfMaker *f, EhPdfText *text);
EhPdfOp *
eh_pdf_maker_line (EhPdfMaker *f, const EhPdfText *text, const EhPdfLine *line, double x, double y);
void eh_pdf_maker_lines (
    EhPdfMaker *f, const char *tag, EhPdfText *made, double x, const char *language);
void eh_pdf_maker_rule (EhPdfMaker *f, double y, gboolean strong);
void eh_pdf_maker_room (EhPdfMaker *f, guint lines, const char *label, double x);
void eh_pdf_maker_table (EhPdfMaker *f, const EhDocTable *data, const char *language);

G_END_DECLS
