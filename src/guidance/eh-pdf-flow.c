/* A document measured: each block becomes slices (lines, rows, pictures), each with the steps that
 * paint it and the elements of the structure that it opens and closes. Which page a slice goes to
 * is decided afterwards, by eh-pdf-pages.c. */

#include "config.h"

#include "eh-pdf-flow.h"

#include "eh-doc-cover.h"
#include "eh-pdf-maker.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PT_PER_PX 0.75
#define BOX_PAD   12.0

static void
paragraph (EhPdfMaker *f, EhPdfFace face, const EhDocText *text, double x, const char *language)
{
  eh_pdf_maker_lines (
      f, "P",
      eh_pdf_text_new (f->out->context, face, NULL, text, language, EH_PDF_TEXT_WIDTH - 2 * x), x,
      language);
}

static void
plain (EhPdfMaker *f, EhPdfFace face, const char *text, double x)
{
  if (text != NULL && text[0] != '\0')
    eh_pdf_maker_lines (
        f, "P",
        eh_pdf_text_new_plain (f->out->context, face, text, NULL, EH_PDF_TEXT_WIDTH - 2 * x), x,
        NULL);
}

static void
labelled (EhPdfMaker *f, EhPdfFace face, const EhDocField *field, double x)
{
  g_autofree char *label = g_strconcat (field->label, ":", NULL);

  eh_pdf_maker_lines (
      f, "P",
      eh_pdf_text_new (f->out->context, face, label, field->text, NULL, EH_PDF_TEXT_WIDTH - 2 * x),
      x, NULL);
}

/* A strip of nothing, for the inside of boxes. */
static void
strip (EhPdfMaker *f, double height, gboolean keep)
{
  eh_pdf_maker_slice (f, height)->keep = keep;
}

static const char *
heading_tag (guint level)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  return tags[MIN (level, G_N_ELEMENTS (tags)) - 1];
}

static void
heading (EhPdfMaker *f, const EhDocBlock *block)
{
  static const double before[] = { 34, 24, 20, 18 };
  EhPdfFace face = (EhPdfFace) (EH_PDF_FACE_HEADING_1 + MIN (block->level, 4) - 1);
  guint first = eh_pdf_maker_n_slices (f);
  g_autofree char *words = eh_doc_text_to_plain (block->text);
  EhPdfSliceInfo *info;

  f->level = block->level;
  eh_pdf_maker_gap (f, before[MIN (block->level, 4) - 1]);
  eh_pdf_maker_lines (f, heading_tag (block->level + 1),
                      eh_pdf_text_new (f->out->context, face, NULL, block->text, block->language,
                                       EH_PDF_TEXT_WIDTH),
                      0, block->language);
  info = &g_array_index (f->out->infos, EhPdfSliceInfo, first);
  info->outline = block->level;
  info->heading = g_string_chunk_insert (f->out->strings, words);
  for (guint i = first; i < eh_pdf_maker_n_slices (f); i++)
    eh_pdf_maker_slice_at (f, i)->keep = TRUE;
  f->before = 6;
}

/* One item of a list, its mark beside the first of its lines; leaves "LI" and "LBody" open. */
static void
list_item (
    EhPdfMaker *f, const char *mark, EhPdfText *made, double x, double indent, gboolean opens_list)
{
  const EhPdfText *text = eh_pdf_maker_take (f, made);
  EhPdfText *label = eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_BODY, mark, NULL, indent);
  guint n;
  g_autofree EhPdfLine *line = eh_pdf_measure (text, &n);
  guint n_marks;
  g_autofree EhPdfLine *mark_line = NULL;

  eh_pdf_text_align (label, FALSE);
  mark_line = eh_pdf_measure (eh_pdf_maker_take (f, label), &n_marks);
  for (guint i = 0; i < n; i++) {
    eh_pdf_maker_slice (f, line[i].height)->keep = (i == 0 && n > 1) || i + 2 == n;
    if (i == 0) {
      if (opens_list)
        eh_pdf_maker_open (f, "L");
      eh_pdf_maker_open (f, "LI");
      eh_pdf_maker_line (f, label, &mark_line[0], x, line[i].base)->tag = "Lbl";
      eh_pdf_maker_open (f, "LBody");
    }
    eh_pdf_maker_line (f, text, &line[i], x + indent, line[i].base);
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

/* Room for the mark: more for numbers of three digits. */
static double
list_indent (const EhDocBlock *block)
{
  double indent = 24;

  for (guint n = block->items->len; block->ordered && n >= 100; n /= 10)
    indent += 9;
  return indent;
}

static void
list (EhPdfMaker *f, const EhDocBlock *block)
{
  double indent = list_indent (block);
  guint numbers[2] = { 0, 0 };
  guint level = 0;

  eh_pdf_maker_gap (f, 8);
  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];
    double x = indent * item->level;
    g_autofree char *mark = NULL;
    guint closes = i == 0 || item->level > level ? 0 : item->level < level ? 5 : 2;

    numbers[item->level]++;
    if (item->level == 0)
      numbers[1] = 0;
    mark = item_mark (block->ordered, item->level, numbers[item->level]);
    if (item->id != NULL)
      f->id = item->id;
    while (closes-- > 0)
      eh_pdf_maker_close (f);
    if (i > 0)
      f->before = f->tight ? 3 : 5;
    list_item (f, mark,
               eh_pdf_text_new (f->out->context, EH_PDF_FACE_BODY, NULL, item->text,
                                block->language, EH_PDF_TEXT_WIDTH - x - indent),
               x, indent, i == 0 || item->level > level);
    /* What begins a list within the list is not parted from it. */
    if (i + 1 < block->items->len &&
        ((EhDocItem *) block->items->pdata[i + 1])->level > item->level)
      eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
    level = item->level;
  }
  for (guint closes = 3 * (level + 1); closes > 0; closes--)
    eh_pdf_maker_close (f);
}

static void
quote (EhPdfMaker *f, const EhDocBlock *block)
{
  guint first = eh_pdf_maker_n_slices (f);

  f->box = EH_PDF_BOX_QUOTE;
  f->box_ids++;
  eh_pdf_maker_gap (f, 16);
  paragraph (f, EH_PDF_FACE_QUOTE, block->text, 26, block->language);
  if (block->attribution != NULL) {
    g_autofree char *credit = g_strconcat ("— ", block->attribution, NULL);

    eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
    f->before = 2;
    plain (f, EH_PDF_FACE_CREDIT, credit, 26);
  }
  f->box = EH_PDF_BOX_NONE;
  eh_pdf_maker_keep_together (f, first, 180);
  f->before = 16;
}

static void
begin_box (EhPdfMaker *f, EhPdfBox box)
{
  f->box = box;
  f->box_ids++;
  eh_pdf_maker_gap (f, 16);
  strip (f, BOX_PAD, TRUE);
  eh_pdf_maker_open (f, "Div");
}

static void
end_box (EhPdfMaker *f, guint first)
{
  f->before = 0;
  eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
  strip (f, BOX_PAD, FALSE);
  eh_pdf_maker_close (f);
  f->box = EH_PDF_BOX_NONE;
  eh_pdf_maker_keep_together (f, first, EH_PDF_TEXT_HEIGHT * 0.62);
  f->before = 16;
}

static void
label (EhPdfMaker *f, const char *tag, const char *text, double x)
{
  if (text == NULL)
    return;
  eh_pdf_maker_lines (f, tag,
                      eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_LABEL, text, NULL,
                                             EH_PDF_TEXT_WIDTH - 2 * x),
                      x, NULL);
  eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
}

static void
recommendation (EhPdfMaker *f, const EhDocBlock *block)
{
  guint first = eh_pdf_maker_n_slices (f);
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
callout (EhPdfMaker *f, const EhDocBlock *block)
{
  static const EhPdfBox boxes[] = {
    [EH_DOC_CALLOUT_NOTE] = EH_PDF_BOX_NOTE,
    [EH_DOC_CALLOUT_DISAGREEMENT] = EH_PDF_BOX_DISAGREEMENT,
    [EH_DOC_CALLOUT_CAUTION] = EH_PDF_BOX_CAUTION,
  };
  guint first = eh_pdf_maker_n_slices (f);
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
question (EhPdfMaker *f, const EhDocBlock *block, gboolean begins, gboolean ends)
{
  const double x = 16;
  guint first = eh_pdf_maker_n_slices (f);

  if (begins) {
    f->box = EH_PDF_BOX_QUESTIONS;
    f->box_ids++;
    eh_pdf_maker_gap (f, 16);
    strip (f, BOX_PAD, TRUE);
    label (f, "P", block->label, x);
    eh_pdf_maker_open (f, "L");
  }
  f->box = EH_PDF_BOX_QUESTIONS;
  f->before = begins ? 2 : block->room > 0 ? 16 : 8;
  list_item (f, "•",
             eh_pdf_text_new (f->out->context, EH_PDF_FACE_STRONG, NULL, block->text,
                              block->language, EH_PDF_TEXT_WIDTH - 2 * x - 16),
             x, 16, FALSE);
  for (guint i = 0; i < block->fields->len; i++) {
    eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
    f->before = 1;
    labelled (f, EH_PDF_FACE_SOFT_FIELD, block->fields->pdata[i], x + 16);
  }
  if (block->room > 0) {
    eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
    f->before = 0;
    eh_pdf_maker_room (f, block->room, block->room_label, x + 16);
  }
  eh_pdf_maker_close (f);
  eh_pdf_maker_close (f);
  eh_pdf_maker_keep_together (f, first, 280);
  if (ends) {
    eh_pdf_maker_close (f);
    eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
    strip (f, BOX_PAD, FALSE);
    f->box = EH_PDF_BOX_NONE;
  }
  f->before = ends ? 16 : 0;
}

static void
resource (EhPdfMaker *f, const EhDocBlock *block, gboolean begins, gboolean ends)
{
  guint first = eh_pdf_maker_n_slices (f);

  eh_pdf_maker_gap (f, begins ? 10 : 12);
  strip (f, 8, TRUE);
  eh_pdf_maker_rule (f, 0, FALSE);
  if (begins)
    eh_pdf_maker_open (f, "L");
  eh_pdf_maker_open (f, "LI");
  eh_pdf_maker_open (f, "LBody");
  paragraph (f, EH_PDF_FACE_STRONG, block->text, 0, block->language);
  for (guint i = 0; i < block->fields->len; i++) {
    f->before = 1;
    labelled (f, EH_PDF_FACE_FIELD, block->fields->pdata[i], 0);
  }
  plain (f, EH_PDF_FACE_SMALL, eh_doc_block_address (block), 0);
  eh_pdf_maker_close (f);
  eh_pdf_maker_close (f);
  if (ends)
    eh_pdf_maker_close (f);
  eh_pdf_maker_keep_together (f, first, 240);
  f->before = 14;
}

/* "Figure 1. What it shows" */
static void
caption (EhPdfMaker *f, const EhDocBlock *block)
{
  g_autofree char *words = g_strconcat (block->label, ".", NULL);

  eh_pdf_maker_lines (f, "P",
                      eh_pdf_text_new (f->out->context, EH_PDF_FACE_CAPTION, words, block->text,
                                       block->language, EH_PDF_TEXT_WIDTH),
                      0, block->language);
}

static void
keep_from (EhPdfMaker *f, guint first)
{
  for (guint i = first; i < eh_pdf_maker_n_slices (f); i++)
    eh_pdf_maker_slice_at (f, i)->keep = TRUE;
}

static void
figure (EhPdfMaker *f, const EhDocBlock *block)
{
  const EhDocFigure *fig = block->figure;
  double scale = MIN (
      PT_PER_PX, MIN (EH_PDF_TEXT_WIDTH / fig->width, EH_PDF_TEXT_HEIGHT * 0.62 / fig->height));
  guint first = eh_pdf_maker_n_slices (f);
  EhPdfOp *step;

  eh_pdf_maker_gap (f, 18);
  eh_pdf_maker_slice (f, fig->height * scale);
  step = eh_pdf_maker_op (f, EH_PDF_OP_FIGURE);
  step->tag = "Figure";
  step->figure = fig;
  step->width = fig->width * scale;
  step->height = fig->height * scale;
  f->before = 8;
  caption (f, block);
  keep_from (f, first);
  eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = FALSE;
  f->before = 4;
  plain (f, EH_PDF_FACE_SMALL, fig->description, 0);
  if (fig->table != NULL) {
    f->before = 8;
    eh_pdf_maker_table (f, fig->table, block->language);
  }
  f->before = 18;
}

/* One line of the table of contents; the number of its page is not known yet. */
static void
contents_entry (EhPdfMaker *f, const EhDocBlock *b, gboolean first)
{
  EhPdfFace face = b->level == 1 ? EH_PDF_FACE_CONTENTS_1 : EH_PDF_FACE_CONTENTS_2;
  double x = b->level == 1 ? 0 : 20;
  g_autofree char *words = eh_doc_text_to_plain (b->text);
  g_autoptr (EhDocText) link = eh_doc_text_add_reference (eh_doc_text_new (NULL), words, b->id);
  EhPdfText *text = eh_pdf_text_new (f->out->context, face, NULL, link, NULL,
                                     EH_PDF_TEXT_WIDTH - x - 40);
  guint n;
  g_autofree EhPdfLine *line = NULL;
  EhPdfOp *step;

  /* A whole page of underlined words would be hard to read. */
  text->quiet = TRUE;
  eh_pdf_maker_take (f, text);
  line = eh_pdf_measure (text, &n);
  f->before = b->level == 1 ? 3 : 0;
  for (guint l = 0; l < n; l++) {
    eh_pdf_maker_slice (f, line[l].height)->keep = l + 1 < n;
    if (l == 0) {
      if (first)
        eh_pdf_maker_open (f, "TOC");
      eh_pdf_maker_open (f, "TOCI");
    }
    eh_pdf_maker_line (f, text, &line[l], x, line[l].base);
  }
  step = eh_pdf_maker_op (f, EH_PDF_OP_PAGE_OF);
  step->tag = "Span";
  step->target = b->id;
  step->x = EH_PDF_TEXT_WIDTH - 40;
  step->width = 40;
  step->y = line[n - 1].base;
  eh_pdf_maker_close (f);
}

static void
contents (EhPdfMaker *f, const EhDocBlock *block)
{
  guint first = eh_pdf_maker_n_slices (f);
  gboolean any = FALSE;

  eh_pdf_maker_gap (f, 26);
  eh_pdf_maker_lines (f, "P",
                      eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_HEADING_2, block->label,
                                             NULL, EH_PDF_TEXT_WIDTH),
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
    eh_pdf_maker_close (f);
  eh_pdf_maker_keep_together (f, first, EH_PDF_TEXT_HEIGHT);
  f->before = 14;
}

/* A small picture, and words beside it in the middle of its height; or a picture alone. What is too
 * long to stand beside anything stands below. */
static void
pictured (EhPdfMaker *f, const EhDocBlock *b)
{
  const EhDocFigure *fig = b->figure;
  const double gap = 18;
  double width = fig->width * PT_PER_PX;
  double height = fig->height * PT_PER_PX;
  const EhPdfText *text = eh_pdf_maker_take (f, eh_pdf_text_new (f->out->context, EH_PDF_FACE_BODY,
                                                                 NULL, b->text, b->language,
                                                                 EH_PDF_TEXT_WIDTH - width - gap));
  guint n;
  g_autofree EhPdfLine *lines = eh_pdf_measure (text, &n);
  gboolean alone = eh_doc_text_is_blank (b->text);
  double sum = 0;
  double y;
  EhPdfOp *step;

  for (guint i = 0; i < n && !alone; i++)
    sum += lines[i].height;
  eh_pdf_maker_gap (f, 16);
  eh_pdf_maker_slice (f, sum <= EH_PDF_TEXT_HEIGHT / 2 ? MAX (height, sum) : height);
  eh_pdf_maker_open (f, "Div");
  step = eh_pdf_maker_op (f, EH_PDF_OP_FIGURE);
  step->tag = "Figure";
  step->figure = fig;
  step->width = width;
  step->height = height;
  if (!alone && sum <= EH_PDF_TEXT_HEIGHT / 2) {
    y = MAX (0, (height - sum) / 2);
    eh_pdf_maker_open (f, "P")->language = b->language;
    for (guint i = 0; i < n; i++) {
      eh_pdf_maker_line (f, text, &lines[i], width + gap, y + lines[i].base);
      y += lines[i].height;
    }
    eh_pdf_maker_close (f);
  }
  eh_pdf_maker_close (f);
  if (!alone && sum > EH_PDF_TEXT_HEIGHT / 2)
    paragraph (f, EH_PDF_FACE_BODY, b->text, 0, b->language);
  f->before = 16;
}

static void
block (EhPdfMaker *f, guint index)
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
    eh_pdf_maker_gap (f, 9);
    if (b->figure != NULL)
      pictured (f, b);
    else
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
    guint first = eh_pdf_maker_n_slices (f);

    eh_pdf_maker_gap (f, 18);
    caption (f, b);
    keep_from (f, first);
    f->before = 4;
    eh_pdf_maker_table (f, b->table, b->language);
    break;
  }
  case EH_DOC_BLOCK_FIGURE:
    figure (f, b);
    break;
  case EH_DOC_BLOCK_ROOM:
    eh_pdf_maker_gap (f, 12);
    eh_pdf_maker_room (f, b->room, b->room_label, 0);
    f->before = 14;
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

/* "University of ... · Date: 5 December 2025 · Contact: ..." */
static void
details_in_line (EhPdfMaker *f)
{
  g_autofree char *line = eh_doc_cover_details (f->doc);

  f->before = 6;
  plain (f, EH_PDF_FACE_DETAIL, line, 0);
}

/* At the beginning of the band. */
static void
logo (EhPdfMaker *f, const EhDocFigure *figure)
{
  EhPdfOp *step;

  if (figure == NULL)
    return;
  eh_pdf_maker_slice (f, figure->height * PT_PER_PX)->keep = TRUE;
  step = eh_pdf_maker_op (f, EH_PDF_OP_FIGURE);
  step->tag = "Figure";
  step->figure = figure;
  step->width = figure->width * PT_PER_PX;
  step->height = figure->height * PT_PER_PX;
  f->before = 14;
}

static void
details (EhPdfMaker *f, const EhDocMeta *meta)
{
  f->before = 12;
  plain (f, EH_PDF_FACE_DETAIL, meta->authors, 0);
  for (guint i = 0; i < meta->details->len; i++) {
    f->before = i == 0 ? 12 : 0;
    labelled (f, EH_PDF_FACE_DETAIL, meta->details->pdata[i], 0);
  }
}

static void
title_block (EhPdfMaker *f)
{
  const EhDocMeta *meta = eh_doc_meta (f->doc);
  guint first = eh_pdf_maker_n_slices (f);

  f->box = EH_PDF_BOX_TITLE;
  f->box_ids++;
  strip (f, meta->compact ? 2 : 34, TRUE);
  logo (f, meta->logo);
  plain (f, EH_PDF_FACE_STATUS, meta->status, 0);
  f->before = 4;
  eh_pdf_maker_lines (
      f, "H1",
      eh_pdf_text_new_plain (f->out->context,
                             meta->compact ? EH_PDF_FACE_SMALL_TITLE : EH_PDF_FACE_TITLE,
                             meta->title, NULL, EH_PDF_TEXT_WIDTH),
      0, NULL);
  f->before = meta->compact ? 2 : 10;
  plain (f, EH_PDF_FACE_SUBTITLE, meta->subtitle, 0);
  if (meta->compact)
    details_in_line (f);
  else
    details (f, meta);
  f->before = 0;
  strip (f, meta->compact ? 12 : 24, FALSE);
  eh_pdf_maker_keep_together (f, first, EH_PDF_TEXT_HEIGHT);
  f->box = EH_PDF_BOX_NONE;
  f->before = meta->compact ? 14 : 24;
}

static void
notes (EhPdfMaker *f)
{
  if (eh_doc_n_notes (f->doc) == 0)
    return;
  eh_pdf_maker_gap (f, 30);
  eh_pdf_maker_lines (f, "H2",
                      eh_pdf_text_new_plain (f->out->context, EH_PDF_FACE_HEADING_2, _ ("Notes"),
                                             NULL, EH_PDF_TEXT_WIDTH),
                      0, NULL);
  eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = TRUE;
  for (guint n = 1; n <= eh_doc_n_notes (f->doc); n++) {
    g_autofree char *id = g_strdup_printf ("note-%u", n);
    g_autofree char *label = g_strdup_printf ("%u.", n);

    f->id = g_string_chunk_insert (f->out->strings, id);
    f->before = 4;
    eh_pdf_maker_lines (f, "Note",
                        eh_pdf_text_new (f->out->context, EH_PDF_FACE_SMALL, label,
                                         eh_doc_note (f->doc, n), NULL, EH_PDF_TEXT_WIDTH),
                        0, NULL);
  }
}

static void
foot (EhPdfMaker *f)
{
  const EhDocMeta *meta = eh_doc_meta (f->doc);
  g_autoptr (EhDocText) licence = NULL;

  if (meta->licence == NULL)
    return;
  licence = eh_doc_text_add_link (eh_doc_text_new (NULL), meta->licence, meta->licence_url);
  eh_pdf_maker_gap (f, 26);
  strip (f, 8, TRUE);
  eh_pdf_maker_rule (f, 0, FALSE);
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
  return eh_pdf_flow_new_with (doc, NULL, NULL);
}

/**
 * eh_pdf_flow_new_with:
 * @doc: a document, which must outlive the flow
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Returns: (transfer full): @doc measured; %NULL with %G_IO_ERROR_CANCELLED
 */
EhPdfFlow *
eh_pdf_flow_new_with (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  EhPdfFlow *self = g_new0 (EhPdfFlow, 1);
  EhPdfMaker f = { .out = self, .doc = doc, .tight = eh_doc_meta (doc)->brief };

  self->slices = g_array_new (FALSE, FALSE, sizeof (EhPdfSlice));
  self->infos = g_array_new (FALSE, FALSE, sizeof (EhPdfSliceInfo));
  self->ops = g_array_new (FALSE, FALSE, sizeof (EhPdfOp));
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_pdf_text_free);
  self->strings = g_string_chunk_new (1024);
  self->context = eh_pdf_context_new (eh_doc_meta (doc)->language);
  eh_pdf_context_dress (self->context, eh_doc_meta (doc));
  title_block (&f);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    if (!eh_doc_work_step (work, i, eh_doc_n_blocks (doc), error)) {
      eh_pdf_flow_free (self);
      return NULL;
    }
    f.source = eh_doc_block (doc, i)->source;
    block (&f, i);
  }
  f.source = 0;
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
