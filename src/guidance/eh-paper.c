/* Pages for the room, as they are laid out: words and lines at their places. They are drawn by one
 * function, whether on a screen, by a printer or in a PDF. */

#include "eh-paper.h"

#include "config.h"
#include "eh-doc-builder.h"
#include "eh-paper-private.h"
#include "eh-pdf-finish.h"
#include "eh-pdf-paint.h"
#include "eh-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef enum {
  ITEM_WORDS,
  ITEM_FILL,
  ITEM_FRAME,
  ITEM_DASHES,
} ItemKind;

typedef struct {
  ItemKind kind;
  double x, y;
  double width, height; /* of a dashed line: where it ends, from its start */
  PangoLayout *layout;
  const char *tag; /* (nullable): seen, not read */
  gboolean turned;
  gboolean soft;
} Item;

typedef struct {
  GArray *items;
} Page;

struct _EhPaper {
  EhPaperKind kind;
  char *title;
  char *language;
  gboolean rtl;
  double width;
  double height;
  GPtrArray *pages;
  PangoContext *context;
};

static const struct {
  const char *key;
  const char *label;
  const char *about;
  gboolean names;
  void (*make) (EhPaperSheet *s);
} kinds[] = {
  [EH_PAPER_SLIPS] = { "slips", N_ ("Slips to write on"),
                       N_ ("Numbered, to cut apart. Type the number before the words and they are "
                           "known again."),
                       FALSE, eh_paper_make_slips },
  [EH_PAPER_PROMPTS] = { "prompts", N_ ("Question cards"),
                         N_ ("One for each question of the run sheet, to put on the table."), FALSE,
                         eh_paper_make_prompts },
  [EH_PAPER_TENTS] = { "tents", N_ ("Name tents"),
                       N_ ("To fold and stand up. Names without titles, pronouns where they were "
                           "given."),
                       TRUE, eh_paper_make_tents },
  [EH_PAPER_SIGN_IN] = { "sign-in", N_ ("Sign-in sheet"),
                         N_ ("Who is expected, by name, with room to sign and empty rows."), TRUE,
                         eh_paper_make_sign_in },
  [EH_PAPER_CONSENT] = { "consent", N_ ("Consent form"),
                         N_ ("Each choice by itself, in plain words. Have it read by your ethics "
                             "lead."),
                         FALSE, eh_paper_make_consent },
  [EH_PAPER_RUN_SHEET] = { "run-sheet", N_ ("Run sheet"),
                           N_ ("For those who lead: times, questions, materials."), FALSE,
                           eh_paper_make_run_sheet },
  [EH_PAPER_AGENDA] = { "agenda", N_ ("Plain agenda"),
                        N_ ("For everybody: what happens when, and what is asked."), FALSE,
                        eh_paper_make_agenda },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == EH_PAPER_N_KINDS);

static const struct {
  const char *key;
  const char *label;
  double width, height; /* points */
} sizes[] = {
  [EH_PAPER_A4] = { "a4", NC_ ("paper", "A4"), 210 * EH_PAPER_MM, 297 * EH_PAPER_MM },
  [EH_PAPER_A5] = { "a5", NC_ ("paper", "A5, half as large"), 148 * EH_PAPER_MM,
                    210 * EH_PAPER_MM },
  [EH_PAPER_LETTER] = { "letter", NC_ ("paper", "US Letter"), 612, 792 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sizes) == EH_PAPER_N_SIZES);

static void
item_clear (gpointer data)
{
  g_clear_object (&((Item *) data)->layout);
}

static void
page_free (Page *page)
{
  g_array_unref (page->items);
  g_free (page);
}

/* The side that lines start from is the right one in some languages. */
static double
mirrored (const EhPaper *self, double x, double width)
{
  return self->rtl ? self->width - x - width : x;
}

static void
add (EhPaperSheet *s, Item item)
{
  Page *page = s->paper->pages->pdata[s->paper->pages->len - 1];

  g_array_append_val (page->items, item);
}

/**
 * eh_paper_page:
 *
 * Begins a page.
 */
void
eh_paper_page (EhPaperSheet *s)
{
  Page *page = g_new0 (Page, 1);

  page->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (page->items, item_clear);
  g_ptr_array_add (s->paper->pages, page);
  s->y = EH_PAPER_MARGIN;
}

/**
 * eh_paper_layout:
 * @type: how
 * @words: what
 * @width: of the lines, in points
 *
 * Returns: (transfer full): the words in lines
 */
PangoLayout *
eh_paper_layout (EhPaperSheet *s, const EhPaperType *type, const char *words, double width)
{
  PangoLayout *layout = pango_layout_new (s->paper->context);
  PangoFontDescription *font = pango_font_description_from_string (
      "Noto Sans, Open Sans, DejaVu Sans, sans-serif");
  PangoAttrList *list = pango_attr_list_new ();

  /* A ligature has several letters in one shape, which readers of the file may lose. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_font_description_set_weight (font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_set_alignment (layout, type->centred   ? PANGO_ALIGN_CENTER
                                      : s->paper->rtl ? PANGO_ALIGN_RIGHT
                                                      : PANGO_ALIGN_LEFT);
  if (type->max_lines > 0) {
    pango_layout_set_height (layout, -type->max_lines);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);
  pango_attr_list_unref (list);
  return layout;
}

/**
 * eh_paper_layout_height:
 *
 * Returns: how high it is, in points
 */
double
eh_paper_layout_height (PangoLayout *layout)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  return box.height / (double) PANGO_SCALE;
}

static double
add_layout (
    EhPaperSheet *s, const EhPaperType *type, PangoLayout *layout, double x, double y, double width)
{
  double height = eh_paper_layout_height (layout);
  Item item = { .kind = ITEM_WORDS,
                .x = mirrored (s->paper, x, width),
                .y = y,
                .width = width,
                .height = height,
                .layout = layout,
                .tag = type->turned ? NULL : type->tag,
                .turned = type->turned,
                .soft = type->soft };

  add (s, item);
  return height;
}

/**
 * eh_paper_words:
 * @type: how
 * @words: what
 * @x: from the side that lines start from
 * @y: top
 * @width: of the lines
 *
 * Puts words on the page.
 *
 * Returns: their height
 */
double
eh_paper_words (
    EhPaperSheet *s, const EhPaperType *type, const char *words, double x, double y, double width)
{
  if (eh_text_is_blank (words))
    return 0;
  return add_layout (s, type, eh_paper_layout (s, type, words, width), x, y, width);
}

/* Whether no word of it had to be broken. */
static gboolean
words_are_whole (EhPaperSheet *s, const EhPaperType *type, const char *words, double width)
{
  g_autoptr (PangoLayout) loose = eh_paper_layout (s, type, words, width);
  g_autoptr (PangoLayout) strict = eh_paper_layout (s, type, words, width);
  PangoRectangle box;

  pango_layout_set_wrap (strict, PANGO_WRAP_WORD);
  pango_layout_get_extents (strict, NULL, &box);
  return box.width <= (int) (width * PANGO_SCALE) && !pango_layout_is_ellipsized (loose);
}

/**
 * eh_paper_words_to_fit:
 * @type: how; with the largest size
 * @smallest: size
 * @words: what
 * @x: from the side that lines start from
 * @y: top
 * @width: of the room
 * @height: of the room
 *
 * Puts words on the page as large as fit, in the middle of the room's height where they are
 * centred. What does not fit at the smallest size is cut with an ellipsis.
 *
 * Returns: their height
 */
double
eh_paper_words_to_fit (EhPaperSheet *s,
                       EhPaperType type,
                       double smallest,
                       const char *words,
                       double x,
                       double y,
                       double width,
                       double height)
{
  g_autoptr (PangoLayout) layout = eh_paper_layout (s, &type, words, width);
  double high = eh_paper_layout_height (layout);

  if (eh_text_is_blank (words))
    return 0;
  while ((high > height || !words_are_whole (s, &type, words, width)) && type.size > smallest) {
    type.size = MAX (type.size * 0.93, smallest);
    g_clear_object (&layout);
    layout = eh_paper_layout (s, &type, words, width);
    high = eh_paper_layout_height (layout);
  }
  if (high > height) {
    pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    high = eh_paper_layout_height (layout);
  }
  if (type.centred)
    y += (height - high) / 2;
  return add_layout (s, &type, g_steal_pointer (&layout), x, y, width);
}

/**
 * eh_paper_line:
 *
 * Draws a line across, which says nothing.
 */
void
eh_paper_line (EhPaperSheet *s, double x, double y, double width, double thick)
{
  Item item = { .kind = ITEM_FILL,
                .x = mirrored (s->paper, x, width),
                .y = y - thick / 2,
                .width = width,
                .height = thick,
                .soft = TRUE };

  add (s, item);
}

/**
 * eh_paper_upright:
 *
 * Draws a line down, which says nothing.
 */
void
eh_paper_upright (EhPaperSheet *s, double x, double y, double height, double thick)
{
  Item item = { .kind = ITEM_FILL,
                .x = mirrored (s->paper, x, 0) - thick / 2,
                .y = y,
                .width = thick,
                .height = height,
                .soft = TRUE };

  add (s, item);
}

/**
 * eh_paper_dashes:
 *
 * Draws where to cut or to fold.
 */
void
eh_paper_dashes (EhPaperSheet *s, double x, double y, double to_x, double to_y)
{
  Item item = {
    .kind = ITEM_DASHES, .x = x, .y = y, .width = to_x - x, .height = to_y - y, .soft = TRUE
  };

  add (s, item);
}

/**
 * eh_paper_tick:
 *
 * Draws a box to tick.
 */
void
eh_paper_tick (EhPaperSheet *s, double x, double y, double side)
{
  Item item = {
    .kind = ITEM_FRAME, .x = mirrored (s->paper, x, side), .y = y, .width = side, .height = side
  };

  add (s, item);
}

/**
 * eh_paper_choice:
 * @words: what is ticked
 *
 * Draws a box to tick with words after it.
 *
 * Returns: its height
 */
double
eh_paper_choice (
    EhPaperSheet *s, const EhPaperType *type, const char *words, double x, double y, double width)
{
  double indent = type->size * 1.75;

  eh_paper_tick (s, x, y + type->size * 0.2, type->size * 1.05);
  return MAX (type->size * 1.45, eh_paper_words (s, type, words, x + indent, y, width - indent));
}

/**
 * eh_paper_new:
 * @kind: what
 * @dataset: a project
 * @workshop_id: for which workshop, or none
 * @slips: (nullable) (element-type EhSlip): for @EH_PAPER_SLIPS: which
 * @options: (nullable): how
 *
 * Returns: (transfer full): the pages; at least one
 */
EhPaper *
eh_paper_new (EhPaperKind kind,
              EhDataset *dataset,
              EhId workshop_id,
              GPtrArray *slips,
              const EhPaperOptions *options)
{
  static const EhPaperOptions usual = { 0 };
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  EhPaper *self = g_new0 (EhPaper, 1);
  const char *language = dataset->project->language;
  EhPaperSheet s = {
    .paper = self,
    .dataset = dataset,
    .slips = slips,
    .options = options != NULL ? options : &usual,
  };

  g_return_val_if_fail (kind < EH_PAPER_N_KINDS, NULL);
  eh_paper_read (&s, workshop_id);
  self->kind = kind;
  self->width = s.width = sizes[s.options->size].width;
  self->height = s.height = sizes[s.options->size].height;
  s.body = s.options->points > 0 ? CLAMP (s.options->points, 10, 30) : 12;
  self->language = g_strdup (language[0] != '\0' ? language : "en-GB");
  self->rtl = eh_doc_language_is_rtl (self->language);
  /* Fonts of its own, for it may be made in one thread and drawn in another. */
  self->context = eh_pdf_context_new_in (fonts, self->language);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  if (s.workshop != NULL)
    /* TRANSLATORS: title of what is printed: which kind it is, and the title of a workshop */
    self->title = g_strdup_printf (_ ("%1$s: %2$s"), eh_paper_kind_label (kind), s.workshop->title);
  else
    self->title = g_strdup (eh_paper_kind_label (kind));
  kinds[kind].make (&s);
  g_ptr_array_unref (s.activities);
  eh_workshop_free (s.workshop);
  eh_unquotable_free (s.unquotable);
  return self;
}

void
eh_paper_free (EhPaper *self)
{
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

/**
 * eh_paper_kind_key:
 *
 * Returns: (transfer none): what the command line calls it
 */
const char *
eh_paper_kind_key (EhPaperKind kind)
{
  return kinds[kind].key;
}

/**
 * eh_paper_kind_from_key:
 * @key: what the command line calls it
 * @kind: (out): which it is
 *
 * Returns: whether there is one
 */
gboolean
eh_paper_kind_from_key (const char *key, EhPaperKind *kind)
{
  for (EhPaperKind i = 0; i < EH_PAPER_N_KINDS; i++) {
    if (g_str_equal (kinds[i].key, key)) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * eh_paper_kind_label:
 *
 * Returns: (transfer none): what people call it
 */
const char *
eh_paper_kind_label (EhPaperKind kind)
{
  return _ (kinds[kind].label);
}

/**
 * eh_paper_kind_about:
 *
 * Returns: (transfer none): a sentence on what it is for
 */
const char *
eh_paper_kind_about (EhPaperKind kind)
{
  return _ (kinds[kind].about);
}

/**
 * eh_paper_kind_has_names:
 *
 * Returns: whether names of people stand on it
 */
gboolean
eh_paper_kind_has_names (EhPaperKind kind)
{
  return kinds[kind].names;
}

/**
 * eh_paper_kind_can_be_large:
 *
 * Returns: whether @points of #EhPaperOptions makes a difference; the letters of the others are as
 *   large as fit
 */
gboolean
eh_paper_kind_can_be_large (EhPaperKind kind)
{
  return kind != EH_PAPER_PROMPTS && kind != EH_PAPER_TENTS;
}

/**
 * eh_paper_size_key:
 *
 * Returns: (transfer none): what the command line calls it
 */
const char *
eh_paper_size_key (EhPaperSize size)
{
  return sizes[size].key;
}

/**
 * eh_paper_size_label:
 *
 * Returns: (transfer none): what people call it
 */
const char *
eh_paper_size_label (EhPaperSize size)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "paper", sizes[size].label);
}

/**
 * eh_paper_size_usual:
 * @region: (nullable): how the system calls the paper that is usual where it is: "na_letter"
 *
 * Returns: the size that comes next to it
 */
EhPaperSize
eh_paper_size_usual (const char *region)
{
  return region != NULL && g_str_has_prefix (region, "na_letter") ? EH_PAPER_LETTER : EH_PAPER_A4;
}

/**
 * eh_paper_get_kind:
 *
 * Returns: what it is
 */
EhPaperKind
eh_paper_get_kind (const EhPaper *self)
{
  return self->kind;
}

/**
 * eh_paper_get_title:
 *
 * Returns: (transfer none): what it is, and for which workshop
 */
const char *
eh_paper_get_title (const EhPaper *self)
{
  return self->title;
}

/**
 * eh_paper_n_pages:
 *
 * Returns: how many
 */
guint
eh_paper_n_pages (const EhPaper *self)
{
  return self->pages->len;
}

/**
 * eh_paper_get_size:
 * @width: (out): of each page, in points
 * @height: (out): the same
 */
void
eh_paper_get_size (const EhPaper *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/* --- Drawing: with marks for readers in a PDF, without them elsewhere --- */

static void
begin_tag (cairo_t *cr, GArray *marks, const char *tag, gboolean leaf)
{
  EhPdfMark mark = { .tag = tag, .leaf = leaf };

  if (marks == NULL)
    return;
  cairo_tag_begin (cr, tag, NULL);
  g_array_append_val (marks, mark);
}

static void
end_tag (cairo_t *cr, GArray *marks, const char *tag)
{
  if (marks != NULL)
    cairo_tag_end (cr, tag);
}

static void
draw_lines (cairo_t *cr, GArray *marks, const Item *item, gboolean spans)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);

  do {
    PangoRectangle box;
    double base = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;

    pango_layout_iter_get_line_extents (iter, NULL, &box);
    if (spans)
      begin_tag (cr, marks, "Span", TRUE);
    cairo_move_to (cr, item->x + box.x / (double) PANGO_SCALE, item->y + base);
    pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    if (spans)
      end_tag (cr, marks, "Span");
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_words (cairo_t *cr, GArray *marks, const Item *item)
{
  gboolean many = pango_layout_get_line_count (item->layout) > 1;
  const char *tag = item->tag != NULL ? item->tag : "Private";

  cairo_save (cr);
  if (item->turned) {
    cairo_translate (cr, 2 * item->x + item->width, 2 * item->y + item->height);
    cairo_rotate (cr, G_PI);
  }
  begin_tag (cr, marks, tag, item->tag != NULL && !many);
  draw_lines (cr, marks, item, many && item->tag != NULL);
  end_tag (cr, marks, tag);
  cairo_restore (cr);
}

static void
draw_shape (cairo_t *cr, const Item *item)
{
  static const double dash[] = { 4, 4 };

  switch (item->kind) {
  case ITEM_FILL:
    cairo_rectangle (cr, item->x, item->y, item->width, item->height);
    cairo_fill (cr);
    break;
  case ITEM_FRAME:
    cairo_set_line_width (cr, 1.1);
    cairo_rectangle (cr, item->x + 0.55, item->y + 0.55, item->width - 1.1, item->height - 1.1);
    cairo_stroke (cr);
    break;
  case ITEM_DASHES:
    cairo_save (cr);
    cairo_set_line_width (cr, 0.6);
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
    cairo_move_to (cr, item->x, item->y);
    cairo_rel_line_to (cr, item->width, item->height);
    cairo_stroke (cr);
    cairo_restore (cr);
    break;
  case ITEM_WORDS:
  default:
    break;
  }
}

static void
draw_page (const EhPaper *self, guint index, cairo_t *cr, GArray *marks)
{
  const Page *page = self->pages->pdata[index];

  for (guint i = 0; i < page->items->len; i++) {
    const Item *item = &g_array_index (page->items, Item, i);
    double grey = item->soft ? (item->kind == ITEM_WORDS ? 0.27 : 0.5) : 0.08;

    cairo_set_source_rgb (cr, grey, grey, grey);
    if (item->kind == ITEM_WORDS) {
      draw_words (cr, marks, item);
    } else {
      begin_tag (cr, marks, "Private", FALSE);
      draw_shape (cr, item);
      end_tag (cr, marks, "Private");
    }
  }
}

/**
 * eh_paper_draw:
 * @page: less than eh_paper_n_pages()
 * @cr: a point a unit, from the top left of the page
 *
 * Draws a page.
 */
void
eh_paper_draw (const EhPaper *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->pages->len);
  draw_page (self, page, cr, NULL);
}

/**
 * eh_paper_text:
 * @page: less than eh_paper_n_pages()
 *
 * Returns: (transfer full): its words, a line for each paragraph, for screen readers
 */
char *
eh_paper_text (const EhPaper *self, guint page)
{
  const Page *p = self->pages->pdata[page];
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < p->items->len; i++) {
    const Item *item = &g_array_index (p->items, Item, i);

    if (item->kind == ITEM_WORDS && item->tag != NULL)
      g_string_append_printf (out, "%s\n", pango_layout_get_text (item->layout));
  }
  return g_string_free (out, FALSE);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * eh_paper_to_pdf:
 * @error: set to %G_IO_ERROR_FAILED when it cannot be made
 *
 * Returns: (transfer full): a tagged PDF
 */
GBytes *
eh_paper_to_pdf (const EhPaper *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (EhPdfMark));
  g_autoptr (EhDocBuilder) builder = eh_doc_builder_new (self->title, self->language);
  g_autoptr (EhDoc) doc = eh_doc_builder_end (builder);
  g_autoptr (GBytes) painted = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width,
                                                                  self->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Evenhand " EH_VERSION);
  begin_tag (cr, marks, "Document", FALSE);
  for (guint i = 0; i < self->pages->len; i++) {
    draw_page (self, i, cr, marks);
    if (i + 1 < self->pages->len)
      cairo_show_page (cr);
  }
  end_tag (cr, marks, "Document");
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  painted = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return eh_pdf_finish (doc, painted, marks, NULL, error);
}
