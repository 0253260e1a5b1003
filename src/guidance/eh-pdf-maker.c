/* How the flow of a PDF is made: slices, and in each the steps that paint it. */

#include "eh-pdf-maker.h"

/**
 * eh_pdf_maker_slice_at:
 * @index: less than eh_pdf_maker_n_slices()
 *
 * Returns: (transfer none): the slice; good until the next one is made
 */
EhPdfSlice *
eh_pdf_maker_slice_at (EhPdfMaker *f, guint index)
{
  return &g_array_index (f->out->slices, EhPdfSlice, index);
}

/**
 * eh_pdf_maker_n_slices:
 *
 * Returns: how many slices there are
 */
guint
eh_pdf_maker_n_slices (const EhPdfMaker *f)
{
  return f->out->slices->len;
}

/**
 * eh_pdf_maker_op:
 * @kind: what to do
 *
 * Adds a step to the last slice.
 *
 * Returns: (transfer none): the step; good until the next one is made
 */
EhPdfOp *
eh_pdf_maker_op (EhPdfMaker *f, EhPdfOpKind kind)
{
  EhPdfOp step = { .kind = kind, .slice = eh_pdf_maker_n_slices (f) - 1 };
  EhPdfSliceInfo *info = &g_array_index (f->out->infos, EhPdfSliceInfo, f->out->infos->len - 1);

  g_array_append_val (f->out->ops, step);
  info->n_ops++;
  return &g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1);
}

/**
 * eh_pdf_maker_slice:
 * @height: in points
 *
 * Begins a slice, with the space, the page break and the id that wait for one.
 *
 * Returns: (transfer none): the slice; good until the next one is made
 */
EhPdfSlice *
eh_pdf_maker_slice (EhPdfMaker *f, double height)
{
  EhPdfSlice s = { f->before, height, FALSE, f->break_before, -1, 0 };
  EhPdfSliceInfo info = { .first_op = f->out->ops->len,
                          .box = f->box,
                          .box_id = f->box_ids,
                          .id = f->id,
                          .source = f->source };

  g_array_append_val (f->out->slices, s);
  g_array_append_val (f->out->infos, info);
  f->before = 0;
  f->break_before = FALSE;
  f->id = NULL;
  return eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1);
}

/**
 * eh_pdf_maker_open:
 * @tag: of the structure
 *
 * Opens an element.
 *
 * Returns: (transfer none): the step; good until the next one is made
 */
EhPdfOp *
eh_pdf_maker_open (EhPdfMaker *f, const char *tag)
{
  EhPdfOp *step = eh_pdf_maker_op (f, EH_PDF_OP_OPEN);

  step->tag = tag;
  return step;
}

/**
 * eh_pdf_maker_close:
 *
 * Closes the element that was opened last.
 */
void
eh_pdf_maker_close (EhPdfMaker *f)
{
  eh_pdf_maker_op (f, EH_PDF_OP_CLOSE);
}

/**
 * eh_pdf_maker_keep_together:
 * @first: a slice
 * @limit: points
 *
 * Keeps @first to the last slice on one page, where they are not higher than @limit.
 */
void
eh_pdf_maker_keep_together (EhPdfMaker *f, guint first, double limit)
{
  double height = 0;

  for (guint i = first; i < eh_pdf_maker_n_slices (f); i++)
    height += eh_pdf_maker_slice_at (f, i)->before + eh_pdf_maker_slice_at (f, i)->height;
  for (guint i = first; height <= limit && i + 1 < eh_pdf_maker_n_slices (f); i++)
    eh_pdf_maker_slice_at (f, i)->keep = TRUE;
}

/**
 * eh_pdf_maker_gap:
 * @space: points
 *
 * Asks for at least so much space above the next slice.
 */
void
eh_pdf_maker_gap (EhPdfMaker *f, double space)
{
  f->before = MAX (f->before, f->tight ? space * 0.55 : space);
}

/**
 * eh_pdf_measure:
 * @text: a text
 * @n_lines: (out): how many lines it has
 *
 * How high each line is: the face's own, or more where a script needs it.
 *
 * Returns: (transfer full) (array length=n_lines): the lines
 */
EhPdfLine *
eh_pdf_measure (const EhPdfText *text, guint *n_lines)
{
  guint n = (guint) pango_layout_get_line_count (text->layout);
  EhPdfLine *lines = g_new0 (EhPdfLine, n);
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  for (guint i = 0; i < n; i++) {
    PangoRectangle box;
    double height;
    double ascent;

    pango_layout_iter_get_line_extents (iter, NULL, &box);
    height = box.height / (double) PANGO_SCALE;
    ascent = (pango_layout_iter_get_baseline (iter) - box.y) / (double) PANGO_SCALE;
    lines[i].height = MAX (text->advance, height * 0.92);
    lines[i].base = (lines[i].height - height) / 2 + ascent;
    lines[i].inset = box.x / (double) PANGO_SCALE;
    lines[i].line = pango_layout_iter_get_line_readonly (iter);
    pango_layout_iter_next_line (iter);
  }
  pango_layout_iter_free (iter);
  *n_lines = n;
  return lines;
}

/**
 * eh_pdf_maker_take:
 * @text: (transfer full): a text
 *
 * Returns: (transfer none): the same, kept as long as the flow
 */
const EhPdfText *
eh_pdf_maker_take (EhPdfMaker *f, EhPdfText *text)
{
  g_ptr_array_add (f->out->texts, text);
  return text;
}

/**
 * eh_pdf_maker_line:
 * @text: a text that was taken
 * @line: one of its lines
 * @x: where its width begins
 * @y: its base line
 *
 * Adds a line to the last slice.
 *
 * Returns: (transfer none): the step, a "Span"; good until the next one is made
 */
EhPdfOp *
eh_pdf_maker_line (EhPdfMaker *f, const EhPdfText *text, const EhPdfLine *line, double x, double y)
{
  EhPdfOp *step = eh_pdf_maker_op (f, EH_PDF_OP_LINE);

  step->tag = "Span";
  step->text = text;
  step->line = line->line;
  step->inset = line->inset;
  step->x = x;
  step->y = y;
  step->width = pango_layout_get_width (text->layout) / (double) PANGO_SCALE;
  return step;
}

/**
 * eh_pdf_maker_lines:
 * @tag: of the structure
 * @made: (transfer full): a text
 * @x: where its width begins
 * @language: (nullable): of the element
 *
 * Adds a text line by line as one element; no line of it stands alone on a page.
 */
void
eh_pdf_maker_lines (EhPdfMaker *f, const char *tag, EhPdfText *made, double x, const char *language)
{
  const EhPdfText *text = eh_pdf_maker_take (f, made);
  guint n;
  g_autofree EhPdfLine *line = eh_pdf_measure (text, &n);

  for (guint i = 0; i < n; i++) {
    EhPdfSlice *s = eh_pdf_maker_slice (f, line[i].height);

    s->keep = (i == 0 && n > 1) || i + 2 == n;
    if (i == 0)
      eh_pdf_maker_open (f, tag)->language = language;
    eh_pdf_maker_line (f, text, &line[i], x, line[i].base);
  }
  eh_pdf_maker_close (f);
}

/**
 * eh_pdf_maker_rule:
 * @y: from the top of the slice
 * @strong: thick and coloured
 *
 * Adds a rule over the width to the last slice.
 */
void
eh_pdf_maker_rule (EhPdfMaker *f, double y, gboolean strong)
{
  EhPdfOp *step = eh_pdf_maker_op (f, EH_PDF_OP_RULE);

  step->y = y;
  step->width = EH_PDF_TEXT_WIDTH;
  step->height = strong ? 1.4 : 0.6;
}

/**
 * eh_pdf_maker_room:
 * @lines: how many
 * @label: (nullable): what stands at the beginning of the first
 * @x: from where lines begin
 *
 * Adds lines to write on, each as high as a hand needs.
 */
void
eh_pdf_maker_room (EhPdfMaker *f, guint lines, const char *label, double x)
{
  double size = eh_doc_meta (f->doc)->text_size;
  double height = 28 * (size > 0 ? size / 14 : 1);

  for (guint i = 0; i < lines; i++) {
    EhPdfOp *step;

    eh_pdf_maker_slice (f, height)->keep = i + 1 < lines;
    if (i == 0 && label != NULL) {
      const EhPdfText *text = eh_pdf_maker_take (
          f, eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_SOFT_FIELD, label, NULL,
                                    EH_PDF_TEXT_WIDTH - 2 * x));
      guint n;
      g_autofree EhPdfLine *line = eh_pdf_measure (text, &n);

      eh_pdf_maker_open (f, "P");
      eh_pdf_maker_line (f, text, &line[0], x, height - 6);
      eh_pdf_maker_close (f);
    }
    step = eh_pdf_maker_op (f, EH_PDF_OP_RULE);
    step->x = x;
    step->y = height - 1;
    step->width = EH_PDF_TEXT_WIDTH - 2 * x;
    step->height = 0.7;
  }
}
