/* A document measured: each block becomes slices (lines, rows, pictures), each with the steps that
 * paint it and the elements of the structure that it opens and closes. Which page a slice goes to
 * is decided afterwards, by eh-pdf-pages.c. */

#include "config.h"

#include "eh-pdf-flow.h"

#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PT_PER_PX 0.75
#define CELL_PAD  6.0
#define BOX_PAD   12.0
/* A row is cut into several where it would be higher than this, for a row must fit on a page. */
#define ROW_LINES 24

typedef struct {
  EhPdfFlow *out;
  const EhDoc *doc;
  guint level;   /* of the last heading */
  guint box_ids; /* numbers given to boxes */
  EhPdfBox box;  /* of the slices being made */
  double before; /* space above the next slice */
  gboolean break_before;
  const char *id; /* of the block that begins with the next slice */
} Flow;

static EhPdfSlice *
slice_at (Flow *f, guint index)
{
  return &g_array_index (f->out->slices, EhPdfSlice, index);
}

static guint
n_slices (const Flow *f)
{
  return f->out->slices->len;
}

static EhPdfOp *
op (Flow *f, EhPdfOpKind kind)
{
  EhPdfOp step = { .kind = kind, .slice = n_slices (f) - 1 };
  EhPdfSliceInfo *info = &g_array_index (f->out->infos, EhPdfSliceInfo, f->out->infos->len - 1);

  g_array_append_val (f->out->ops, step);
  info->n_ops++;
  return &g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1);
}

static EhPdfSlice *
slice (Flow *f, double height)
{
  EhPdfSlice s = { f->before, height, FALSE, f->break_before, -1, 0 };
  EhPdfSliceInfo info = {
    .first_op = f->out->ops->len, .box = f->box, .box_id = f->box_ids, .id = f->id
  };

  g_array_append_val (f->out->slices, s);
  g_array_append_val (f->out->infos, info);
  f->before = 0;
  f->break_before = FALSE;
  f->id = NULL;
  return slice_at (f, n_slices (f) - 1);
}

static void
open (Flow *f, const char *tag)
{
  op (f, EH_PDF_OP_OPEN)->tag = tag;
}

static void
close (Flow *f)
{
  op (f, EH_PDF_OP_CLOSE);
}

/* Keeps slices @first to the last one on one page, where they are not higher than @limit. */
static void
keep_together (Flow *f, guint first, double limit)
{
  double height = 0;

  for (guint i = first; i < n_slices (f); i++)
    height += slice_at (f, i)->before + slice_at (f, i)->height;
  for (guint i = first; height <= limit && i + 1 < n_slices (f); i++)
    slice_at (f, i)->keep = TRUE;
}

/* At least so much space above the next slice. */
static void
gap (Flow *f, double space)
{
  f->before = MAX (f->before, space);
}

typedef struct {
  double height;
  double base;  /* base line from the top */
  double inset; /* from the left edge of the text */
  PangoLayoutLine *line;
} Line;

/* How high each line of @text is: the face's own, or more where a script needs it. */
static Line *
measure (const EhPdfText *text, guint *n_lines)
{
  guint n = (guint) pango_layout_get_line_count (text->layout);
  Line *lines = g_new0 (Line, n);
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

static const EhPdfText *
take (Flow *f, EhPdfText *text)
{
  g_ptr_array_add (f->out->texts, text);
  return text;
}

static void
line_op (Flow *f, const EhPdfText *text, const Line *line, double x, double y)
{
  EhPdfOp *step = op (f, EH_PDF_OP_LINE);

  step->tag = "Span";
  step->text = text;
  step->line = line->line;
  step->inset = line->inset;
  step->x = x;
  step->y = y;
  step->width = pango_layout_get_width (text->layout) / (double) PANGO_SCALE;
}

/* Adds @text line by line as one element @tag; no line of it stands alone on a page. */
static void
lines (Flow *f, const char *tag, EhPdfText *made, double x, const char *language)
{
  const EhPdfText *text = take (f, made);
  guint n;
  g_autofree Line *line = measure (text, &n);

  for (guint i = 0; i < n; i++) {
    EhPdfSlice *s = slice (f, line[i].height);

    s->keep = (i == 0 && n > 1) || i + 2 == n;
    if (i == 0) {
      open (f, tag);
      g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1).language = language;
    }
    line_op (f, text, &line[i], x, line[i].base);
  }
  close (f);
}

static void
paragraph (Flow *f, EhPdfFace face, const EhDocText *text, double x, const char *language)
{
  lines (f, "P",
         eh_pdf_text_new (f->out->context, face, NULL, text, language, EH_PDF_TEXT_WIDTH - 2 * x),
         x, language);
}

static void
plain (Flow *f, EhPdfFace face, const char *text, double x)
{
  if (text != NULL && text[0] != '\0')
    lines (f, "P",
           eh_pdf_text_new_plain (f->out->context, face, text, NULL, EH_PDF_TEXT_WIDTH - 2 * x), x,
           NULL);
}

static void
labelled (Flow *f, EhPdfFace face, const EhDocField *field, double x)
{
  g_autofree char *label = g_strconcat (field->label, ":", NULL);

  lines (
      f, "P",
      eh_pdf_text_new (f->out->context, face, label, field->text, NULL, EH_PDF_TEXT_WIDTH - 2 * x),
      x, NULL);
}

/* A strip of nothing, for the inside of boxes. */
static void
strip (Flow *f, double height, gboolean keep)
{
  slice (f, height)->keep = keep;
}

static const char *
heading_tag (guint level)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  return tags[MIN (level, G_N_ELEMENTS (tags)) - 1];
}

static void
heading (Flow *f, const EhDocBlock *block)
{
  static const double before[] = { 34, 24, 20, 18 };
  EhPdfFace face = (EhPdfFace) (EH_PDF_FACE_HEADING_1 + MIN (block->level, 4) - 1);
  guint first = n_slices (f);
  g_autofree char *words = eh_doc_text_to_plain (block->text);
  EhPdfSliceInfo *info;

  f->level = block->level;
  gap (f, before[MIN (block->level, 4) - 1]);
  lines (f, heading_tag (block->level + 1),
         eh_pdf_text_new (f->out->context, face, NULL, block->text, block->language,
                          EH_PDF_TEXT_WIDTH),
         0, block->language);
  info = &g_array_index (f->out->infos, EhPdfSliceInfo, first);
  info->outline = block->level;
  info->heading = g_string_chunk_insert (f->out->strings, words);
  for (guint i = first; i < n_slices (f); i++)
    slice_at (f, i)->keep = TRUE;
  f->before = 6;
}

/* One item of a list, its mark beside the first of its lines; leaves "LI" and "LBody" open. */
static void
list_item (Flow *f, const char *mark, EhPdfText *made, double x, double indent, gboolean opens_list)
{
  const EhPdfText *text = take (f, made);
  EhPdfText *label = eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_BODY, mark, NULL, indent);
  guint n;
  g_autofree Line *line = measure (text, &n);
  guint n_marks;
  g_autofree Line *mark_line = NULL;

  eh_pdf_text_align (label, FALSE);
  mark_line = measure (take (f, label), &n_marks);
  for (guint i = 0; i < n; i++) {
    slice (f, line[i].height)->keep = (i == 0 && n > 1) || i + 2 == n;
    if (i == 0) {
      if (opens_list)
        open (f, "L");
      open (f, "LI");
      line_op (f, label, &mark_line[0], x, line[i].base);
      g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1).tag = "Lbl";
      open (f, "LBody");
    }
    line_op (f, text, &line[i], x + indent, line[i].base);
  }
}

static char *
item_mark (gboolean ordered, guint level, guint number)
{
  if (!ordered)
    return g_strdup (level == 0 ? "•" : "◦");
  if (level == 0)
    return g_strdup_printf ("%u.", number);
  return g_strdup_printf ("%c.", (char) ('a' + (number - 1) % 26));
}

static void
list (Flow *f, const EhDocBlock *block)
{
  guint numbers[2] = { 0, 0 };
  guint level = 0;

  gap (f, 8);
  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];
    double x = 24.0 * item->level;
    g_autofree char *mark = NULL;
    guint closes = i == 0 || item->level > level ? 0 : item->level < level ? 5 : 2;

    numbers[item->level]++;
    if (item->level == 0)
      numbers[1] = 0;
    mark = item_mark (block->ordered, item->level, numbers[item->level]);
    while (closes-- > 0)
      close (f);
    if (i > 0)
      f->before = 5;
    list_item (f, mark,
               eh_pdf_text_new (f->out->context, EH_PDF_FACE_BODY, NULL, item->text,
                                block->language, EH_PDF_TEXT_WIDTH - x - 24),
               x, 24, i == 0 || item->level > level);
    level = item->level;
  }
  for (guint closes = 3 * (level + 1); closes > 0; closes--)
    close (f);
}

static void
quote (Flow *f, const EhDocBlock *block)
{
  guint first = n_slices (f);

  f->box = EH_PDF_BOX_QUOTE;
  f->box_ids++;
  gap (f, 16);
  paragraph (f, EH_PDF_FACE_QUOTE, block->text, 26, block->language);
  if (block->attribution != NULL) {
    g_autofree char *credit = g_strconcat ("— ", block->attribution, NULL);

    slice_at (f, n_slices (f) - 1)->keep = TRUE;
    f->before = 2;
    plain (f, EH_PDF_FACE_CREDIT, credit, 26);
  }
  f->box = EH_PDF_BOX_NONE;
  keep_together (f, first, 180);
  f->before = 16;
}

static void
begin_box (Flow *f, EhPdfBox box)
{
  f->box = box;
  f->box_ids++;
  gap (f, 16);
  strip (f, BOX_PAD, TRUE);
  open (f, "Div");
}

static void
end_box (Flow *f, guint first)
{
  f->before = 0;
  slice_at (f, n_slices (f) - 1)->keep = TRUE;
  strip (f, BOX_PAD, FALSE);
  close (f);
  f->box = EH_PDF_BOX_NONE;
  keep_together (f, first, EH_PDF_TEXT_HEIGHT * 0.45);
  f->before = 16;
}

static void
label (Flow *f, const char *tag, const char *text, double x)
{
  if (text == NULL)
    return;
  lines (f, tag,
         eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_LABEL, text, NULL,
                                EH_PDF_TEXT_WIDTH - 2 * x),
         x, NULL);
  slice_at (f, n_slices (f) - 1)->keep = TRUE;
}

static void
recommendation (Flow *f, const EhDocBlock *block)
{
  guint first = n_slices (f);
  const double x = 18;

  begin_box (f, EH_PDF_BOX_RECOMMENDATION);
  label (f, heading_tag (f->level + 2), block->label, x);
  f->before = 2;
  paragraph (f, EH_PDF_FACE_RECOMMENDATION, block->text, x, block->language);
  for (guint i = 0; i < block->fields->len; i++) {
    f->before = i == 0 ? 7 : 3;
    labelled (f, EH_PDF_FACE_FIELD, block->fields->pdata[i], x);
  }
  end_box (f, first);
}

static void
callout (Flow *f, const EhDocBlock *block)
{
  static const EhPdfBox boxes[] = {
    [EH_DOC_CALLOUT_NOTE] = EH_PDF_BOX_NOTE,
    [EH_DOC_CALLOUT_DISAGREEMENT] = EH_PDF_BOX_DISAGREEMENT,
    [EH_DOC_CALLOUT_CAUTION] = EH_PDF_BOX_CAUTION,
  };
  guint first = n_slices (f);
  const double x = 16;

  begin_box (f, boxes[block->callout]);
  label (f, "P", block->label, x);
  if (!eh_doc_text_is_blank (block->text)) {
    f->before = 2;
    paragraph (f, EH_PDF_FACE_STRONG, block->text, x, block->language);
  }
  for (guint i = 0; i < block->items->len; i++) {
    f->before = 4;
    paragraph (f, EH_PDF_FACE_FIELD, ((EhDocItem *) block->items->pdata[i])->text, x,
               block->language);
  }
  for (guint i = 0; i < block->fields->len; i++) {
    f->before = 4;
    labelled (f, EH_PDF_FACE_FIELD, block->fields->pdata[i], x);
  }
  end_box (f, first);
}

static void
question (Flow *f, const EhDocBlock *block, gboolean begins, gboolean ends)
{
  const double x = 16;
  guint first = n_slices (f);

  if (begins) {
    f->box = EH_PDF_BOX_QUESTIONS;
    f->box_ids++;
    gap (f, 16);
    strip (f, BOX_PAD, TRUE);
    label (f, "P", block->label, x);
    open (f, "L");
  }
  f->box = EH_PDF_BOX_QUESTIONS;
  f->before = begins ? 2 : 8;
  list_item (f, "•",
             eh_pdf_text_new (f->out->context, EH_PDF_FACE_STRONG, NULL, block->text,
                              block->language, EH_PDF_TEXT_WIDTH - 2 * x - 16),
             x, 16, FALSE);
  for (guint i = 0; i < block->fields->len; i++) {
    slice_at (f, n_slices (f) - 1)->keep = TRUE;
    f->before = 1;
    labelled (f, EH_PDF_FACE_SOFT_FIELD, block->fields->pdata[i], x + 16);
  }
  close (f);
  close (f);
  keep_together (f, first, 200);
  if (ends) {
    close (f);
    slice_at (f, n_slices (f) - 1)->keep = TRUE;
    strip (f, BOX_PAD, FALSE);
    f->box = EH_PDF_BOX_NONE;
  }
  f->before = ends ? 16 : 0;
}

static void
rule (Flow *f, double y)
{
  EhPdfOp *step = op (f, EH_PDF_OP_RULE);

  step->y = y;
  step->width = EH_PDF_TEXT_WIDTH;
  step->height = 0.6;
}

static void
resource (Flow *f, const EhDocBlock *block, gboolean begins, gboolean ends)
{
  guint first = n_slices (f);

  gap (f, begins ? 10 : 12);
  strip (f, 8, TRUE);
  rule (f, 0);
  if (begins)
    open (f, "L");
  open (f, "LI");
  open (f, "LBody");
  paragraph (f, EH_PDF_FACE_STRONG, block->text, 0, block->language);
  for (guint i = 0; i < block->fields->len; i++) {
    f->before = 1;
    labelled (f, EH_PDF_FACE_FIELD, block->fields->pdata[i], 0);
  }
  plain (f, EH_PDF_FACE_SMALL, eh_doc_block_address (block), 0);
  close (f);
  close (f);
  if (ends)
    close (f);
  keep_together (f, first, 240);
  f->before = 14;
}

typedef struct {
  const EhPdfText *text;
  Line *lines;
  guint n_lines;
  double x;
} Cell;

/* One cell's lines @from to @to of a row, as an element. */
static double
cell_ops (Flow *f, const Cell *cell, guint from, guint to)
{
  double y = CELL_PAD;

  for (guint i = from; i < MIN (to, cell->n_lines); i++) {
    line_op (f, cell->text, &cell->lines[i], cell->x, y + cell->lines[i].base);
    y += cell->lines[i].height;
  }
  return y + CELL_PAD;
}

static EhPdfFace
cell_face (const EhDocTable *data, gboolean header)
{
  static const EhPdfFace faces[3][2] = {
    { EH_PDF_FACE_CELL, EH_PDF_FACE_HEADER_CELL },
    { EH_PDF_FACE_SMALL_CELL, EH_PDF_FACE_SMALL_HEADER_CELL },
    { EH_PDF_FACE_TINY_CELL, EH_PDF_FACE_TINY_HEADER_CELL },
  };

  return faces[eh_doc_table_squeeze (data)][header ? 1 : 0];
}

static void
measure_row (Flow *f, const EhDocTable *data, int row, Cell *cells)
{
  double x = 0;

  for (guint c = 0; c < eh_doc_table_n_columns (data); c++) {
    gboolean header = row < 0 || (c == 0 && eh_doc_table_has_row_headers (data));
    double width = EH_PDF_TEXT_WIDTH * eh_doc_table_share (data, c);
    EhPdfText *text = eh_pdf_text_new (f->out->context, cell_face (data, header), NULL,
                                       row < 0 ? eh_doc_table_header (data, c)
                                               : eh_doc_table_cell (data, (guint) row, c),
                                       NULL, MAX (width - 2 * CELL_PAD, 12));

    if (eh_doc_table_align (data, c) == EH_DOC_ALIGN_END)
      eh_pdf_text_align (text, TRUE);
    cells[c].text = take (f, text);
    cells[c].lines = measure (text, &cells[c].n_lines);
    cells[c].x = x + CELL_PAD;
    x += width;
  }
}

static guint
row_lines (const EhDocTable *data, const Cell *cells)
{
  guint n = 0;

  for (guint c = 0; c < eh_doc_table_n_columns (data); c++)
    n = MAX (n, cells[c].n_lines);
  return n;
}

/* Adds a row, in several slices where it is very high; -1 is the header row. */
static void
table_row (Flow *f, const EhDocTable *data, int row)
{
  guint n_columns = eh_doc_table_n_columns (data);
  g_autofree Cell *cells = g_new0 (Cell, n_columns);
  guint n;

  measure_row (f, data, row, cells);
  n = row_lines (data, cells);
  for (guint from = 0; from < MAX (n, 1); from += ROW_LINES) {
    guint index = n_slices (f);
    double height = 0;

    slice (f, 0);
    open (f, "TR");
    for (guint c = 0; c < n_columns; c++) {
      gboolean header = row < 0 || (c == 0 && eh_doc_table_has_row_headers (data));

      open (f, header ? "TH" : "TD");
      if (header)
        g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1).scope = row < 0 ? "Column"
                                                                                   : "Row";
      height = MAX (height, cell_ops (f, &cells[c], from, from + ROW_LINES));
      close (f);
    }
    close (f);
    rule (f, height);
    slice_at (f, index)->height = height + 0.6;
    if (row < 0) {
      EhPdfOp *step = &g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1);

      step->height = 1.4; /* under the headers */
      slice_at (f, index)->keep = TRUE;
    }
  }
  for (guint c = 0; c < n_columns; c++)
    g_free (cells[c].lines);
}

static void
table (Flow *f, const EhDocTable *data, const char *language)
{
  guint header = n_slices (f);
  gboolean has_header = eh_doc_table_has_header_row (data);
  guint body;

  slice (f, 0)->keep = TRUE;
  open (f, "Table");
  g_array_index (f->out->ops, EhPdfOp, f->out->ops->len - 1).language = language;
  header++;
  if (has_header) {
    table_row (f, data, -1);
  }
  body = n_slices (f);
  for (guint r = 0; r < eh_doc_table_n_rows (data); r++)
    table_row (f, data, (int) r);
  /* A header that would fill half a page is not repeated. */
  if (has_header && body == header + 1 && slice_at (f, header)->height < EH_PDF_TEXT_HEIGHT / 3)
    for (guint i = body; i < n_slices (f); i++) {
      slice_at (f, i)->header = (int) header;
      slice_at (f, i)->n_header = 1;
    }
  close (f);
  slice_at (f, n_slices (f) - 1)->keep = FALSE;
  f->before = 18;
}

/* "Figure 1. What it shows" */
static void
caption (Flow *f, const EhDocBlock *block)
{
  g_autofree char *words = g_strconcat (block->label, ".", NULL);

  lines (f, "P",
         eh_pdf_text_new (f->out->context, EH_PDF_FACE_CAPTION, words, block->text, block->language,
                          EH_PDF_TEXT_WIDTH),
         0, block->language);
}

static void
keep_from (Flow *f, guint first)
{
  for (guint i = first; i < n_slices (f); i++)
    slice_at (f, i)->keep = TRUE;
}

static void
figure (Flow *f, const EhDocBlock *block)
{
  const EhDocFigure *fig = block->figure;
  double scale = MIN (
      PT_PER_PX, MIN (EH_PDF_TEXT_WIDTH / fig->width, EH_PDF_TEXT_HEIGHT * 0.62 / fig->height));
  guint first = n_slices (f);
  EhPdfOp *step;

  gap (f, 18);
  slice (f, fig->height * scale);
  step = op (f, EH_PDF_OP_FIGURE);
  step->tag = "Figure";
  step->figure = fig;
  step->width = fig->width * scale;
  step->height = fig->height * scale;
  f->before = 8;
  caption (f, block);
  keep_from (f, first);
  slice_at (f, n_slices (f) - 1)->keep = FALSE;
  f->before = 4;
  plain (f, EH_PDF_FACE_SMALL, fig->description, 0);
  if (fig->table != NULL) {
    f->before = 8;
    table (f, fig->table, block->language);
  }
  f->before = 18;
}

/* One line of the table of contents; the number of its page is not known yet. */
static void
contents_entry (Flow *f, const EhDocBlock *b, gboolean first)
{
  EhPdfFace face = b->level == 1 ? EH_PDF_FACE_CONTENTS_1 : EH_PDF_FACE_CONTENTS_2;
  double x = b->level == 1 ? 0 : 20;
  g_autofree char *words = eh_doc_text_to_plain (b->text);
  g_autoptr (EhDocText) link = eh_doc_text_add_reference (eh_doc_text_new (NULL), words, b->id);
  EhPdfText *text = eh_pdf_text_new (f->out->context, face, NULL, link, NULL,
                                     EH_PDF_TEXT_WIDTH - x - 40);
  guint n;
  g_autofree Line *line = NULL;
  EhPdfOp *step;

  /* A whole page of underlined words would be hard to read. */
  text->quiet = TRUE;
  take (f, text);
  line = measure (text, &n);
  f->before = b->level == 1 ? 3 : 0;
  for (guint l = 0; l < n; l++) {
    slice (f, line[l].height)->keep = l + 1 < n;
    if (l == 0) {
      if (first)
        open (f, "TOC");
      open (f, "TOCI");
    }
    line_op (f, text, &line[l], x, line[l].base);
  }
  step = op (f, EH_PDF_OP_PAGE_OF);
  step->tag = "Span";
  step->target = b->id;
  step->x = EH_PDF_TEXT_WIDTH - 40;
  step->width = 40;
  step->y = line[n - 1].base;
  close (f);
}

static void
contents (Flow *f, const EhDocBlock *block)
{
  guint first = n_slices (f);
  gboolean any = FALSE;

  gap (f, 26);
  lines (f, "P",
         eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_HEADING_2, block->label, NULL,
                                EH_PDF_TEXT_WIDTH),
         0, NULL);
  keep_from (f, first);
  for (guint i = 0; i < eh_doc_n_blocks (f->doc); i++) {
    const EhDocBlock *b = eh_doc_block (f->doc, i);

    if (!eh_doc_in_contents (f->doc, i))
      continue;
    contents_entry (f, b, !any);
    any = TRUE;
  }
  if (any)
    close (f);
  keep_together (f, first, EH_PDF_TEXT_HEIGHT);
  f->before = 14;
}

static void
block (Flow *f, guint index)
{
  const EhDocBlock *b = eh_doc_block (f->doc, index);
  gboolean begins = eh_doc_block_begins_group (f->doc, index);
  gboolean ends = eh_doc_block_ends_group (f->doc, index);

  f->id = b->id;
  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    heading (f, b);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    gap (f, 9);
    paragraph (f, EH_PDF_FACE_BODY, b->text, 0, b->language);
    break;
  case EH_DOC_BLOCK_LIST:
    list (f, b);
    break;
  case EH_DOC_BLOCK_QUOTE:
    quote (f, b);
    break;
  case EH_DOC_BLOCK_RECOMMENDATION:
    recommendation (f, b);
    break;
  case EH_DOC_BLOCK_QUESTION:
    question (f, b, begins, ends);
    break;
  case EH_DOC_BLOCK_CALLOUT:
    callout (f, b);
    break;
  case EH_DOC_BLOCK_RESOURCE:
    resource (f, b, begins, ends);
    break;
  case EH_DOC_BLOCK_TABLE: {
    guint first = n_slices (f);

    gap (f, 18);
    caption (f, b);
    keep_from (f, first);
    f->before = 4;
    table (f, b->table, b->language);
    break;
  }
  case EH_DOC_BLOCK_FIGURE:
    figure (f, b);
    break;
  case EH_DOC_BLOCK_PAGE_BREAK:
    f->break_before = TRUE;
    break;
  case EH_DOC_BLOCK_CONTENTS:
    contents (f, b);
    break;
  default:
    break;
  }
}

static void
title_block (Flow *f)
{
  const EhDocMeta *meta = eh_doc_meta (f->doc);
  guint first = n_slices (f);

  f->box = EH_PDF_BOX_TITLE;
  f->box_ids++;
  strip (f, 34, TRUE);
  plain (f, EH_PDF_FACE_STATUS, meta->status, 0);
  f->before = 4;
  lines (f, "H1",
         eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_TITLE, meta->title, NULL,
                                EH_PDF_TEXT_WIDTH),
         0, NULL);
  f->before = 10;
  plain (f, EH_PDF_FACE_SUBTITLE, meta->subtitle, 0);
  f->before = 12;
  plain (f, EH_PDF_FACE_DETAIL, meta->authors, 0);
  for (guint i = 0; i < meta->details->len; i++) {
    f->before = i == 0 ? 12 : 0;
    labelled (f, EH_PDF_FACE_DETAIL, meta->details->pdata[i], 0);
  }
  f->before = 0;
  strip (f, 24, FALSE);
  keep_together (f, first, EH_PDF_TEXT_HEIGHT);
  f->box = EH_PDF_BOX_NONE;
  f->before = 24;
}

static void
notes (Flow *f)
{
  if (eh_doc_n_notes (f->doc) == 0)
    return;
  gap (f, 30);
  lines (f, "H2",
         eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_HEADING_2, _ ("Notes"), NULL,
                                EH_PDF_TEXT_WIDTH),
         0, NULL);
  slice_at (f, n_slices (f) - 1)->keep = TRUE;
  for (guint n = 1; n <= eh_doc_n_notes (f->doc); n++) {
    g_autofree char *id = g_strdup_printf ("note-%u", n);
    g_autofree char *text = g_strdup_printf ("%u. %s", n, eh_doc_note (f->doc, n));

    f->id = g_string_chunk_insert (f->out->strings, id);
    f->before = 4;
    plain (f, EH_PDF_FACE_SMALL, text, 0);
  }
}

static void
foot (Flow *f)
{
  const EhDocMeta *meta = eh_doc_meta (f->doc);
  g_autoptr (EhDocText) licence = NULL;

  if (meta->licence == NULL)
    return;
  licence = eh_doc_text_add_link (eh_doc_text_new (NULL), meta->licence, meta->licence_url);
  gap (f, 26);
  strip (f, 8, TRUE);
  rule (f, 0);
  paragraph (f, EH_PDF_FACE_SMALL, licence, 0, NULL);
}

/**
 * eh_pdf_flow_new:
 * @doc: a document, which must outlive the flow
 *
 * Returns: (transfer full): @doc measured
 */
EhPdfFlow *
eh_pdf_flow_new (const EhDoc *doc)
{
  EhPdfFlow *self = g_new0 (EhPdfFlow, 1);
  Flow f = { .out = self, .doc = doc };

  self->slices = g_array_new (FALSE, FALSE, sizeof (EhPdfSlice));
  self->infos = g_array_new (FALSE, FALSE, sizeof (EhPdfSliceInfo));
  self->ops = g_array_new (FALSE, FALSE, sizeof (EhPdfOp));
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_pdf_text_free);
  self->strings = g_string_chunk_new (1024);
  self->context = eh_pdf_context_new (eh_doc_meta (doc)->language);
  title_block (&f);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++)
    block (&f, i);
  notes (&f);
  foot (&f);
  return self;
}

void
eh_pdf_flow_free (EhPdfFlow *self)
{
  g_array_unref (self->slices);
  g_array_unref (self->infos);
  g_array_unref (self->ops);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->strings);
  g_object_unref (self->context);
  g_free (self);
}
