/* Pages painted with cairo, as a tagged PDF. cairo gives the content of elements without children
 * alone to readers, so every line is an element of its own inside its paragraph; what is only to be
 * seen (rules, boxes, the foot of the page) is marked "Private", which eh_pdf_finish() turns into
 * artifacts. The order of painting is the order of reading. */

#include "config.h"

#include "eh-pdf-paint.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define CUT_PAD 9.0 /* between the words of a box and where the foot of a page cuts it */

typedef struct {
  guint page;
  double y;
} Spot;

typedef struct {
  const EhDoc *doc;
  const EhDocMeta *meta;
  const EhPdfFlow *flow;
  GArray *places;
  GArray *marks;
  GHashTable *spots; /* id of a block to its Spot */
  cairo_surface_t *surface;
  GPtrArray *pages; /* (nullable) (element-type cairo_surface_t): where each page is its own */
  cairo_t *cr;
  guint page;
  guint n_pages;
  GPtrArray *open;    /* (element-type utf8): elements opened by the flow and not closed yet */
  gboolean direct;    /* lines are content of the element that is open, not elements of their own */
  gboolean untagged;  /* for a printer, whose file is another document */
  gboolean artifacts; /* a repeated slice: nothing of it is read again */
} Paint;

static void
mark_clear (gpointer data)
{
  g_free (((EhPdfMark *) data)->contents);
}

/**
 * eh_pdf_marks_new:
 *
 * Returns: (transfer full) (element-type EhPdfMark): no marks, for eh_pdf_paint() to fill
 */
GArray *
eh_pdf_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (EhPdfMark));

  g_array_set_clear_func (marks, mark_clear);
  return marks;
}

static EhPdfMark *
begin (Paint *p, const char *tag, const char *attributes)
{
  EhPdfMark mark = { .tag = tag };

  if (!p->untagged)
    cairo_tag_begin (p->cr, tag, attributes);
  g_array_append_val (p->marks, mark);
  return &g_array_index (p->marks, EhPdfMark, p->marks->len - 1);
}

static void
end (Paint *p, const char *tag)
{
  if (!p->untagged)
    cairo_tag_end (p->cr, tag);
}

/* What is opened for a line: nothing of its own while an artifact is painted, or where the element
 * around it has no other children. */
static void
begin_leaf (Paint *p, const char *tag, const char *attributes)
{
  if (!p->artifacts && !p->direct)
    begin (p, tag, attributes)->leaf = TRUE;
}

static void
end_leaf (Paint *p, const char *tag)
{
  if (!p->artifacts && !p->direct)
    end (p, tag);
}

static void
colour (Paint *p, EhPdfColour c)
{
  cairo_set_source_rgb (p->cr, c.r, c.g, c.b);
}

static EhPdfColour
accent (const Paint *p)
{
  return eh_pdf_colour (p->meta->accent, eh_pdf_accent);
}

/* Of boxes beside the text. */
static EhPdfColour
edge (const Paint *p)
{
  return eh_pdf_colour (p->meta->accent_2, accent (p));
}

/* Nearly white, with a breath of the accent. */
static EhPdfColour
pale (const Paint *p, EhPdfColour house)
{
  EhPdfColour c = accent (p);

  if (p->meta->accent == NULL)
    return house;
  return (EhPdfColour){ 1 - (1 - c.r) * 0.09, 1 - (1 - c.g) * 0.09, 1 - (1 - c.b) * 0.09 };
}

/* Where the left edge of something @width wide goes on the page. */
static double
left (const Paint *p, double x, double width)
{
  return p->meta->rtl ? EH_PDF_PAGE_WIDTH - EH_PDF_MARGIN_SIDE - x - width : EH_PDF_MARGIN_SIDE + x;
}

static void
rectangle (Paint *p, EhPdfColour c, double x, double y, double width, double height)
{
  colour (p, c);
  cairo_rectangle (p->cr, x, y, width, height);
  cairo_fill (p->cr);
}

static char *
spot_attributes (Paint *p, const char *id)
{
  const Spot *spot = g_hash_table_lookup (p->spots, id);
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  if (spot == NULL)
    return NULL;
  g_ascii_formatd (y, sizeof y, "%.2f", spot->y);
  return g_strdup_printf ("page=%u pos=[0 %s]", spot->page + 1, y);
}

static char *
link_attributes (Paint *p, const EhPdfSpan *span)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *address = NULL;

  if (span->kind != EH_DOC_RUN_LINK)
    return spot_attributes (p, span->target);
  parts = g_strsplit (span->target, "'", -1);
  address = g_strjoinv ("%27", parts);
  return g_strdup_printf ("uri='%s'", address);
}

static const EhPdfSpan *
span_at (const EhPdfText *text, int byte)
{
  for (guint i = 0; i < text->spans->len; i++) {
    const EhPdfSpan *span = &g_array_index (text->spans, EhPdfSpan, i);

    if ((guint) byte >= span->start && (guint) byte < span->end)
      return span;
  }
  return NULL;
}

static gboolean
has_span (const EhPdfText *text, const PangoLayoutLine *line)
{
  for (guint i = 0; i < text->spans->len; i++) {
    const EhPdfSpan *span = &g_array_index (text->spans, EhPdfSpan, i);

    if ((int) span->start < line->start_index + line->length && (int) span->end > line->start_index)
      return TRUE;
  }
  return FALSE;
}

/* What a link says of itself: its words, which for the mark of a note are a number alone. */
static char *
link_contents (const EhPdfText *text, const EhPdfSpan *span)
{
  g_autofree char *words = g_strndup (pango_layout_get_text (text->layout) + span->start,
                                      span->end - span->start);

  /* TRANSLATORS: what a screen reader says for the mark of a note in the text */
  return span->kind == EH_DOC_RUN_NOTE ? g_strdup_printf (_ ("Note %s"), words)
                                       : g_steal_pointer (&words);
}

static void
show_run (Paint *p, const EhPdfText *text, PangoLayoutRun *run, double x, double y, gboolean link)
{
  static const EhPdfColour link_colour = { 0x0f / 255.0, 0x5a / 255.0, 0x86 / 255.0 };
  const char *words = pango_layout_get_text (text->layout);

  colour (p, link && !text->quiet ? link_colour : text->colour);
  cairo_move_to (p->cr, x, y - run->y_offset / (double) PANGO_SCALE);
  pango_cairo_show_glyph_item (p->cr, words, run);
}

/* A line with links in it: each stretch of runs that leads to one place, or nowhere, is an element.
 */
static void
show_line_with_links (Paint *p, const EhPdfText *text, PangoLayoutLine *line, double x, double y)
{
  const EhPdfSpan *open = NULL;
  const char *tag = NULL;

  for (GSList *l = line->runs; l != NULL; l = l->next) {
    PangoLayoutRun *run = l->data;
    const EhPdfSpan *span = span_at (text, run->item->offset);
    double width = pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;

    if (tag == NULL || span != open) {
      g_autofree char *attributes = span != NULL ? link_attributes (p, span) : NULL;

      if (tag != NULL)
        end_leaf (p, tag);
      tag = attributes != NULL ? CAIRO_TAG_LINK : "Span";
      begin_leaf (p, tag, attributes);
      if (attributes != NULL && !p->artifacts)
        g_array_index (p->marks, EhPdfMark, p->marks->len - 1).contents = link_contents (text,
                                                                                         span);
      open = span;
    }
    show_run (p, text, run, x, y, span != NULL);
    if (span != NULL && span->kind != EH_DOC_RUN_NOTE && !text->quiet)
      cairo_rectangle (p->cr, x, y + 2, width, 0.7);
    cairo_fill (p->cr);
    x += width;
  }
  if (tag != NULL)
    end_leaf (p, tag);
}

static void
show_line (Paint *p, const EhPdfOp *op, double top)
{
  double x = left (p, op->x, op->width) + op->inset;
  double y = top + op->y;

  if (has_span (op->text, op->line)) {
    show_line_with_links (p, op->text, op->line, x, y);
    return;
  }
  begin_leaf (p, op->tag, NULL);
  colour (p, op->text->colour);
  cairo_move_to (p->cr, x, y);
  pango_cairo_show_layout_line (p->cr, op->line);
  end_leaf (p, op->tag);
}

static void
show_words (
    Paint *p, EhPdfFace face, const char *words, double x, double y, double width, gboolean far)
{
  g_autoptr (EhPdfText) text = eh_pdf_text_new_plain (p->flow->context, face, words, NULL, width);
  PangoLayoutLine *line;
  PangoRectangle box;

  pango_layout_set_height (text->layout, 0);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  eh_pdf_text_align (text, far);
  line = pango_layout_get_line_readonly (text->layout, 0);
  pango_layout_get_extents (text->layout, NULL, &box);
  colour (p, text->colour);
  cairo_move_to (p->cr, left (p, x, width) + box.x / (double) PANGO_SCALE, y);
  pango_cairo_show_layout_line (p->cr, line);
}

static void
show_page_of (Paint *p, const EhPdfOp *op, double top)
{
  const Spot *spot = g_hash_table_lookup (p->spots, op->target);
  g_autofree char *digits = NULL;

  if (spot == NULL)
    return;
  digits = g_strdup_printf ("%u", spot->page + 1);
  begin_leaf (p, op->tag, NULL);
  show_words (p, EH_PDF_FACE_CONTENTS_1, digits, op->x, top + op->y, op->width, TRUE);
  end_leaf (p, op->tag);
}

static void
show_figure (Paint *p, const EhPdfOp *op, double top)
{
  double x = left (p, op->x, op->width);
  EhPdfMark *mark = begin (p, op->tag, NULL);

  mark->alt = op->figure->alt;
  mark->box[0] = x;
  mark->box[1] = EH_PDF_PAGE_HEIGHT - top - op->height;
  mark->box[2] = x + op->width;
  mark->box[3] = EH_PDF_PAGE_HEIGHT - top;
  cairo_save (p->cr);
  cairo_translate (p->cr, x, top);
  cairo_scale (p->cr, op->width / op->figure->width, op->height / op->figure->height);
  cairo_rectangle (p->cr, 0, 0, op->figure->width, op->figure->height);
  cairo_clip (p->cr);
  cairo_set_source_rgb (p->cr, 0, 0, 0);
  op->figure->paint (p->cr, op->figure->data);
  cairo_restore (p->cr);
  end (p, op->tag);
}

static void
begin_artifact (Paint *p)
{
  if (!p->artifacts)
    begin (p, "Private", NULL);
}

static void
end_artifact (Paint *p)
{
  if (!p->artifacts)
    end (p, "Private");
}

/* Whether the element that @op opens holds one line alone, with no links. Of an element with
 * several lines, some readers see the first alone (cairo writes the blank at its end as a
 * replacement text), so there each is an element. */
static gboolean
is_direct (const Paint *p, const EhPdfOp *op)
{
  const EhPdfOp *stop = &g_array_index (p->flow->ops, EhPdfOp, 0) + p->flow->ops->len;
  const EhPdfOp *line = op + 1;

  return line + 1 < stop && line->kind == EH_PDF_OP_LINE && strcmp (line->tag, "Span") == 0 &&
         line[1].kind == EH_PDF_OP_CLOSE && line->slice == op->slice && line->text->spans->len == 0;
}

static void
open_element (Paint *p, const EhPdfOp *op)
{
  EhPdfMark *mark;

  if (p->artifacts)
    return;
  mark = begin (p, op->tag, NULL);
  mark->scope = op->scope;
  mark->language = op->language;
  g_ptr_array_add (p->open, (gpointer) op->tag);
  p->direct = mark->leaf = is_direct (p, op);
}

static void
close_element (Paint *p)
{
  if (p->artifacts)
    return;
  p->direct = FALSE;
  /* A page alone may hold the end of what began on another. */
  if (p->open->len == 0)
    return;
  end (p, g_ptr_array_steal_index (p->open, p->open->len - 1));
}

static void
run_op (Paint *p, const EhPdfOp *op, double top)
{
  switch (op->kind) {
  case EH_PDF_OP_OPEN:
    open_element (p, op);
    break;
  case EH_PDF_OP_CLOSE:
    close_element (p);
    break;
  case EH_PDF_OP_LINE:
    show_line (p, op, top);
    break;
  case EH_PDF_OP_PAGE_OF:
    show_page_of (p, op, top);
    break;
  case EH_PDF_OP_FIGURE:
    show_figure (p, op, top);
    break;
  case EH_PDF_OP_RULE:
    begin_artifact (p);
    rectangle (p, op->height > 1 ? accent (p) : eh_pdf_line, left (p, op->x, op->width),
               top + op->y, op->width, op->height);
    end_artifact (p);
    break;
  default:
    break;
  }
}

static void
box_ground (Paint *p, EhPdfColour ground, EhPdfColour edge, double thick, double y, double height)
{
  rectangle (p, ground, EH_PDF_MARGIN_SIDE, y, EH_PDF_TEXT_WIDTH, height);
  rectangle (p, edge, left (p, 0, thick), y, thick, height);
}

static void
paint_box (Paint *p, EhPdfBox box, double y, double height)
{
  static const EhPdfColour band = { 0xea / 255.0, 0xf2 / 255.0, 0xf6 / 255.0 };
  static const EhPdfColour sand = { 0xf7 / 255.0, 0xef / 255.0, 0xe0 / 255.0 };
  static const EhPdfColour sand_edge = { 0x8a / 255.0, 0x5a / 255.0, 0 };
  static const EhPdfColour rose = { 0xfb / 255.0, 0xea / 255.0, 0xe6 / 255.0 };
  static const EhPdfColour rose_edge = { 0xa4 / 255.0, 0x37 / 255.0, 0x1f / 255.0 };

  begin_artifact (p);
  switch (box) {
  case EH_PDF_BOX_TITLE:
    /* To the edges of the page. */
    rectangle (p, pale (p, band), 0, 0, EH_PDF_PAGE_WIDTH, y + height);
    rectangle (p, accent (p), 0, y + height, EH_PDF_PAGE_WIDTH, 3);
    break;
  case EH_PDF_BOX_QUOTE:
    show_words (p, EH_PDF_FACE_TITLE, "“", 0, y + 28, 24, FALSE);
    break;
  case EH_PDF_BOX_RECOMMENDATION:
    box_ground (p, pale (p, band), edge (p), 4.5, y, height);
    break;
  case EH_PDF_BOX_QUESTIONS:
    colour (p, edge (p));
    cairo_set_line_width (p->cr, 1.2);
    cairo_rectangle (p->cr, EH_PDF_MARGIN_SIDE + 0.6, y + 0.6, EH_PDF_TEXT_WIDTH - 1.2,
                     height - 1.2);
    cairo_stroke (p->cr);
    break;
  case EH_PDF_BOX_NOTE:
    box_ground (p, pale (p, band), edge (p), 1.5, y, height);
    break;
  case EH_PDF_BOX_DISAGREEMENT:
    box_ground (p, sand, sand_edge, 1.5, y, height);
    break;
  case EH_PDF_BOX_CAUTION:
    box_ground (p, rose, rose_edge, 1.5, y, height);
    break;
  case EH_PDF_BOX_NONE:
  default:
    break;
  }
  end_artifact (p);
}

static const EhPdfSliceInfo *
info_of (const Paint *p, guint slice)
{
  return &g_array_index (p->flow->infos, EhPdfSliceInfo, slice);
}

static gboolean
same_box (const Paint *p, guint place, int step)
{
  const EhPdfPlace *here = &g_array_index (p->places, EhPdfPlace, place);
  const EhPdfPlace *there;

  if ((step < 0 && place == 0) || (step > 0 && place + 1 >= p->places->len))
    return FALSE;
  there = &g_array_index (p->places, EhPdfPlace, (guint) ((int) place + step));
  return there->page == here->page &&
         info_of (p, there->slice)->box_id == info_of (p, here->slice)->box_id &&
         info_of (p, there->slice)->box == info_of (p, here->slice)->box;
}

/* Whether the box of the slice at one place is the box of that at another, on whatever page. */
static gboolean
goes_on (const Paint *p, guint place, guint other)
{
  const EhPdfPlace *here = &g_array_index (p->places, EhPdfPlace, place);
  const EhPdfPlace *there = &g_array_index (p->places, EhPdfPlace, other);

  return place != other && info_of (p, here->slice)->box_id == info_of (p, there->slice)->box_id &&
         info_of (p, here->slice)->box == info_of (p, there->slice)->box;
}

/* The ground of all of a box that is on this page, when its first slice here comes. */
static void
paint_ground (Paint *p, guint index)
{
  const EhPdfPlace *place = &g_array_index (p->places, EhPdfPlace, index);
  EhPdfBox box = info_of (p, place->slice)->box;
  double top = EH_PDF_MARGIN_TOP + place->y;
  guint last = index;
  gboolean opens;
  gboolean closes;
  double bottom;

  if (box == EH_PDF_BOX_NONE || same_box (p, index, -1))
    return;
  while (same_box (p, last, 1))
    last++;
  opens = !goes_on (p, index, index > 0 ? index - 1 : index);
  closes = !goes_on (p, last, last + 1 < p->places->len ? last + 1 : last);
  place = &g_array_index (p->places, EhPdfPlace, last);
  bottom = EH_PDF_MARGIN_TOP + place->y +
           g_array_index (p->flow->slices, EhPdfSlice, place->slice).height;
  /* Where a box is cut, its words do not touch its edge. */
  if (box != EH_PDF_BOX_TITLE && box != EH_PDF_BOX_QUOTE) {
    top -= opens ? 0 : CUT_PAD;
    bottom += closes ? 0 : CUT_PAD;
  }
  if (box != EH_PDF_BOX_QUOTE || opens)
    paint_box (p, box, top, bottom - top);
}

static void
paint_foot (Paint *p)
{
  double y = EH_PDF_PAGE_HEIGHT - 38;
  g_autofree char *page = g_strdup_printf ("%u", p->page + 1);
  g_autofree char *pages = g_strdup_printf ("%u", p->n_pages);
  /* TRANSLATORS: at the foot of a page: the page and how many there are */
  g_autofree char *where = g_strdup_printf (eh_doc_say (p->doc, N_ ("Page %s of %s")), page, pages);

  begin_artifact (p);
  rectangle (p, eh_pdf_line, EH_PDF_MARGIN_SIDE, y - 18, EH_PDF_TEXT_WIDTH, 0.6);
  show_words (p, EH_PDF_FACE_FOOT, p->meta->title, 0, y, EH_PDF_TEXT_WIDTH - 120, FALSE);
  show_words (p, EH_PDF_FACE_FOOT, where, EH_PDF_TEXT_WIDTH - 110, y, 110, TRUE);
  end_artifact (p);
}

static void
begin_recording (Paint *p)
{
  const cairo_rectangle_t page = { 0, 0, EH_PDF_PAGE_WIDTH, EH_PDF_PAGE_HEIGHT };

  p->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
  g_ptr_array_add (p->pages, p->surface);
  p->cr = cairo_create (p->surface);
}

static void
next_page (Paint *p)
{
  paint_foot (p);
  if (p->pages != NULL) {
    cairo_destroy (p->cr);
    begin_recording (p);
  } else {
    cairo_show_page (p->cr);
  }
  p->page++;
}

static void
find_spots (Paint *p)
{
  for (guint i = 0; i < p->places->len; i++) {
    const EhPdfPlace *place = &g_array_index (p->places, EhPdfPlace, i);
    const EhPdfSliceInfo *info = info_of (p, place->slice);
    Spot *spot;

    if (info->id == NULL || place->repeated)
      continue;
    spot = g_new0 (Spot, 1);
    spot->page = place->page;
    spot->y = MAX (EH_PDF_MARGIN_TOP + place->y - 8, 0);
    g_hash_table_insert (p->spots, (gpointer) info->id, spot);
  }
  p->n_pages = p->places->len == 0
                   ? 1
                   : g_array_index (p->places, EhPdfPlace, p->places->len - 1).page + 1;
}

static void
paint_init (Paint *p, const EhDoc *doc, const EhPdfFlow *flow, GArray *places, GArray *marks)
{
  *p = (Paint){ .doc = doc,
                .meta = eh_doc_meta (doc),
                .flow = flow,
                .places = places,
                .marks = marks,
                .spots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
                .open = g_ptr_array_new () };
  find_spots (p);
}

static void
paint_clear (Paint *p)
{
  g_hash_table_unref (p->spots);
  g_ptr_array_unref (p->open);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paint, paint_clear)

static void
add_outline (Paint *p)
{
  int parents[5] = { CAIRO_PDF_OUTLINE_ROOT };
  guint depth = 0;

  for (guint i = 0; i < p->flow->infos->len; i++) {
    const EhPdfSliceInfo *info = info_of (p, i);
    g_autofree char *attributes = NULL;

    if (info->outline == 0)
      continue;
    depth = MIN (info->outline, MIN (depth + 1, 4));
    attributes = spot_attributes (p, info->id);
    parents[depth] = cairo_pdf_surface_add_outline (p->surface, parents[depth - 1], info->heading,
                                                    attributes,
                                                    depth == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  }
}

static void
set_metadata (Paint *p)
{
  g_autofree char *created = g_strconcat (
      p->meta->date != NULL && strlen (p->meta->date) == 10 ? p->meta->date : "2020-01-01",
      "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (p->surface, CAIRO_PDF_METADATA_TITLE, p->meta->title);
  cairo_pdf_surface_set_metadata (p->surface, CAIRO_PDF_METADATA_CREATOR, "Evenhand " EH_VERSION);
  cairo_pdf_surface_set_metadata (p->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  if (p->meta->authors != NULL)
    cairo_pdf_surface_set_metadata (p->surface, CAIRO_PDF_METADATA_AUTHOR, p->meta->authors);
  if (p->meta->description != NULL)
    cairo_pdf_surface_set_metadata (p->surface, CAIRO_PDF_METADATA_SUBJECT, p->meta->description);
}

static void
paint_place (Paint *p, guint index)
{
  const EhPdfPlace *place = &g_array_index (p->places, EhPdfPlace, index);
  const EhPdfSliceInfo *info = info_of (p, place->slice);
  double top = EH_PDF_MARGIN_TOP + place->y;

  while (p->page < place->page)
    next_page (p);
  paint_ground (p, index);
  if (place->repeated) {
    begin_artifact (p);
    p->artifacts = TRUE;
  }
  for (guint i = 0; i < info->n_ops; i++)
    run_op (p, &g_array_index (p->flow->ops, EhPdfOp, info->first_op + i), top);
  if (place->repeated) {
    p->artifacts = FALSE;
    end_artifact (p);
  }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* cairo ends the program where a link leads to a page that never came: what is stopped has all of
 * its pages and elements, empty as they are. */
static void
abandon (Paint *p)
{
  while (p->open->len > 0)
    end (p, g_ptr_array_steal_index (p->open, p->open->len - 1));
  for (; p->page + 1 < p->n_pages; p->page++)
    cairo_show_page (p->cr);
}

/**
 * eh_pdf_paint:
 * @doc: a document
 * @flow: the same measured
 * @places: (element-type EhPdfPlace): what goes where
 * @marks: (element-type EhPdfMark): where each element of the structure is told, in order
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Returns: (transfer full): the PDF as cairo writes it; %NULL with %G_IO_ERROR_FAILED when it
 * cannot be painted, or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_pdf_paint (const EhDoc *doc,
              const EhPdfFlow *flow,
              GArray *places,
              GArray *marks,
              const EhDocWork *work,
              GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_auto (Paint) p;
  cairo_status_t status;
  gboolean cancelled = FALSE;

  paint_init (&p, doc, flow, places, marks);
  p.surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, EH_PDF_PAGE_WIDTH,
                                                   EH_PDF_PAGE_HEIGHT);
  p.cr = cairo_create (p.surface);
  set_metadata (&p);
  begin (&p, "Document", NULL);
  for (guint i = 0; i < places->len && !cancelled; i++) {
    paint_place (&p, i);
    cancelled = !eh_doc_work_step (work, i, places->len, error);
  }
  if (cancelled)
    abandon (&p);
  paint_foot (&p);
  end (&p, "Document");
  add_outline (&p);
  cairo_show_page (p.cr);
  status = cairo_status (p.cr);
  cairo_destroy (p.cr);
  cairo_surface_finish (p.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (p.surface);
  cairo_surface_destroy (p.surface);
  if (cancelled)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * eh_pdf_paint_pages:
 * @doc: a document
 * @flow: the same measured
 * @places: (element-type EhPdfPlace): what goes where
 * @cancellable: (nullable): to give up
 *
 * Returns: (transfer full) (element-type cairo_surface_t): the same pages, recorded one by one, for
 * a screen; %NULL with %G_IO_ERROR_FAILED when one cannot be painted, or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
eh_pdf_paint_pages (const EhDoc *doc,
                    const EhPdfFlow *flow,
                    GArray *places,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (
      (GDestroyNotify) cairo_surface_destroy);
  g_autoptr (GArray) marks = eh_pdf_marks_new ();
  g_auto (Paint) p;
  cairo_status_t status;

  paint_init (&p, doc, flow, places, marks);
  p.pages = pages;
  begin_recording (&p);
  for (guint i = 0; i < places->len && !g_cancellable_is_cancelled (cancellable); i++)
    paint_place (&p, i);
  paint_foot (&p);
  status = cairo_status (p.cr);
  cairo_destroy (p.cr);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_steal_pointer (&pages);
}

/**
 * eh_pdf_paint_page:
 * @doc: a document
 * @flow: the same measured
 * @places: (element-type EhPdfPlace): what goes where
 * @page: which page, from 0
 * @cr: where to, a unit being a point
 *
 * Paints that page alone, for who is to see it on paper.
 */
void
eh_pdf_paint_page (const EhDoc *doc, const EhPdfFlow *flow, GArray *places, guint page, cairo_t *cr)
{
  g_autoptr (GArray) marks = eh_pdf_marks_new ();
  g_auto (Paint) p;

  paint_init (&p, doc, flow, places, marks);
  p.cr = cr;
  p.page = page;
  p.untagged = TRUE;
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, EhPdfPlace, i).page == page)
      paint_place (&p, i);
  paint_foot (&p);
}
