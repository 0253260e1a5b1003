/* Text of a PDF set in lines: sizes, weights and colours of each face, and the words that lead
 * somewhere. Nothing is kept between calls, so that documents can be written in any thread. */

#include "eh-pdf-text.h"

#include <pango/pangocairo.h>

#define FAMILIES "Noto Sans, Open Sans, DejaVu Sans, sans-serif"
#define ACCENT                                                                                     \
  {                                                                                                \
    0x14 / 255.0, 0x50 / 255.0, 0x6e / 255.0                                                       \
  }
#define INK                                                                                        \
  {                                                                                                \
    0x1d / 255.0, 0x23 / 255.0, 0x29 / 255.0                                                       \
  }
#define SOFT                                                                                       \
  {                                                                                                \
    0x4f / 255.0, 0x5a / 255.0, 0x64 / 255.0                                                       \
  }

const EhPdfColour eh_pdf_accent = ACCENT;
const EhPdfColour eh_pdf_line = { 0xc5 / 255.0, 0xd0 / 255.0, 0xd8 / 255.0 };

static const struct {
  double size; /* points */
  gboolean bold;
  double advance; /* from line to line, in sizes */
  EhPdfColour colour;
} faces[] = {
  [EH_PDF_FACE_BODY] = { 14, FALSE, 1.5, INK },
  [EH_PDF_FACE_TITLE] = { 32, TRUE, 1.18, ACCENT },
  [EH_PDF_FACE_SMALL_TITLE] = { 27, TRUE, 1.2, ACCENT },
  [EH_PDF_FACE_SUBTITLE] = { 17, FALSE, 1.35, INK },
  [EH_PDF_FACE_STATUS] = { 12, TRUE, 1.4, ACCENT },
  [EH_PDF_FACE_DETAIL] = { 12, FALSE, 1.5, INK },
  [EH_PDF_FACE_HEADING_1] = { 23, TRUE, 1.25, ACCENT },
  [EH_PDF_FACE_HEADING_2] = { 17, TRUE, 1.3, INK },
  [EH_PDF_FACE_HEADING_3] = { 15, TRUE, 1.35, INK },
  [EH_PDF_FACE_HEADING_4] = { 14, TRUE, 1.4, SOFT },
  [EH_PDF_FACE_CONTENTS_1] = { 14, FALSE, 1.45, INK },
  [EH_PDF_FACE_CONTENTS_2] = { 12.5, FALSE, 1.45, SOFT },
  [EH_PDF_FACE_QUOTE] = { 16, FALSE, 1.45, INK },
  [EH_PDF_FACE_CREDIT] = { 12.5, FALSE, 1.45, SOFT },
  [EH_PDF_FACE_LABEL] = { 12, TRUE, 1.45, ACCENT },
  [EH_PDF_FACE_RECOMMENDATION] = { 16, TRUE, 1.35, INK },
  [EH_PDF_FACE_FIELD] = { 13, FALSE, 1.45, INK },
  [EH_PDF_FACE_SOFT_FIELD] = { 13, FALSE, 1.45, SOFT },
  [EH_PDF_FACE_STRONG] = { 14, TRUE, 1.45, INK },
  [EH_PDF_FACE_CAPTION] = { 12.5, FALSE, 1.4, INK },
  [EH_PDF_FACE_SMALL] = { 12.5, FALSE, 1.45, SOFT },
  [EH_PDF_FACE_CELL] = { 12, FALSE, 1.4, INK },
  [EH_PDF_FACE_HEADER_CELL] = { 12, TRUE, 1.4, INK },
  [EH_PDF_FACE_SMALL_CELL] = { 10.5, FALSE, 1.35, INK },
  [EH_PDF_FACE_SMALL_HEADER_CELL] = { 10.5, TRUE, 1.35, INK },
  [EH_PDF_FACE_TINY_CELL] = { 9.5, FALSE, 1.35, INK },
  [EH_PDF_FACE_TINY_HEADER_CELL] = { 9.5, TRUE, 1.35, INK },
  [EH_PDF_FACE_FOOT] = { 10.5, FALSE, 1.4, SOFT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (faces) == EH_PDF_N_FACES);

static void
span_clear (gpointer data)
{
  g_free (((EhPdfSpan *) data)->target);
}

static void
set (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_link (EhPdfText *self, PangoAttrList *list, const EhDocRun *run, gsize start, gsize end)
{
  EhPdfSpan span = { (guint) start, (guint) end, run->kind, NULL };

  span.target = run->kind == EH_DOC_RUN_NOTE ? g_strdup_printf ("note-%u", run->note)
                                             : g_strdup (run->target);
  g_array_append_val (self->spans, span);
  set (list, pango_attr_foreground_new (0x0f0f, 0x5a5a, 0x8686), start, end);
  if (run->kind != EH_DOC_RUN_NOTE)
    set (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

static void
add_run (EhPdfText *self, GString *words, PangoAttrList *list, const EhDocRun *run, double size)
{
  gsize start = words->len;

  if (run->kind == EH_DOC_RUN_NOTE && run->note == 0)
    return;
  if (run->kind == EH_DOC_RUN_NOTE)
    g_string_append_printf (words, "%u", run->note);
  else
    g_string_append (words, run->text);
  if (run->kind != EH_DOC_RUN_TEXT)
    add_link (self, list, run, start, words->len);
  if (run->kind == EH_DOC_RUN_NOTE) {
    set (list, pango_attr_scale_new (0.65), start, words->len);
    set (list, pango_attr_rise_new ((int) (size * 0.35 * PANGO_SCALE)), start, words->len);
  }
  if (run->style & EH_DOC_STYLE_STRONG)
    set (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, words->len);
  if (run->style & EH_DOC_STYLE_EMPHASIS)
    set (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, words->len);
  if (run->style & EH_DOC_STYLE_SOFT)
    set (list, pango_attr_foreground_new (0x4f4f, 0x5a5a, 0x6464), start, words->len);
  if (run->language != NULL)
    set (list, pango_attr_language_new (pango_language_from_string (run->language)), start,
         words->len);
}

/**
 * eh_pdf_context_new_in:
 * @fonts: where its fonts are; used by one thread at a time
 * @language: of the document
 *
 * Returns: (transfer full): what text is set with: a point a unit, no hinting, so that lines break
 *   alike wherever they are made
 */
PangoContext *
eh_pdf_context_new_in (PangoFontMap *fonts, const char *language)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, eh_doc_language_is_rtl (language) ? PANGO_DIRECTION_RTL
                                                                         : PANGO_DIRECTION_LTR);
  return context;
}

/**
 * eh_pdf_context_new:
 * @language: of the document
 *
 * Returns: (transfer full): the same with the fonts of this thread, for it alone
 */
PangoContext *
eh_pdf_context_new (const char *language)
{
  return eh_pdf_context_new_in (pango_cairo_font_map_get_default (), language);
}

/**
 * eh_pdf_colour:
 * @hex: (nullable): "#14506e"
 * @otherwise: what to take when it is %NULL
 *
 * Returns: the colour
 */
EhPdfColour
eh_pdf_colour (const char *hex, EhPdfColour otherwise)
{
  guint64 rgb = hex != NULL ? g_ascii_strtoull (hex + 1, NULL, 16) : 0;
  EhPdfColour colour = { (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0 };

  return hex != NULL ? colour : otherwise;
}

#define DRESS "eh-pdf-dress"

/* How a document's text differs from the house's own. */
typedef struct {
  double scale;
  gboolean brief;
  EhPdfColour accent;
} Dress;

/**
 * eh_pdf_context_dress:
 * @context: from eh_pdf_context_new()
 * @meta: of a document
 *
 * Lets texts that are made with @context be as large and in the colour that @meta asks for.
 */
void
eh_pdf_context_dress (PangoContext *context, const EhDocMeta *meta)
{
  Dress *dress = g_new0 (Dress, 1);

  dress->scale = meta->text_size > 0 ? meta->text_size / faces[EH_PDF_FACE_BODY].size : 1;
  dress->brief = meta->brief;
  dress->accent = eh_pdf_colour (meta->accent, eh_pdf_accent);
  g_object_set_data_full (G_OBJECT (context), DRESS, dress, g_free);
}

/* Headings of what must be short are smaller, and its lines a little closer. */
static double
size_of (const Dress *dress, EhPdfFace face)
{
  double size = faces[face].size;

  if (dress == NULL)
    return size;
  if (dress->brief && face == EH_PDF_FACE_HEADING_1)
    size = 17;
  else if (dress->brief && face == EH_PDF_FACE_HEADING_2)
    size = 15;
  return size * dress->scale;
}

static gboolean
is_accent (EhPdfColour colour)
{
  return colour.r == eh_pdf_accent.r && colour.g == eh_pdf_accent.g && colour.b == eh_pdf_accent.b;
}

/**
 * eh_pdf_text_new:
 * @context: from eh_pdf_context_new()
 * @face: what the text is
 * @label: (nullable): strong words before it
 * @text: (nullable): the words
 * @language: (nullable): their language, where it is not the document's
 * @width: of the lines, in points
 *
 * Returns: (transfer full): the text in lines
 */
EhPdfText *
eh_pdf_text_new (PangoContext *context,
                 EhPdfFace face,
                 const char *label,
                 const EhDocText *text,
                 const char *language,
                 double width)
{
  EhPdfText *self = g_new0 (EhPdfText, 1);
  GString *words = g_string_new (label);
  PangoAttrList *list = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  const Dress *dress = g_object_get_data (G_OBJECT (context), DRESS);
  double size = size_of (dress, face);

  self->spans = g_array_new (FALSE, FALSE, sizeof (EhPdfSpan));
  g_array_set_clear_func (self->spans, span_clear);
  self->colour = dress != NULL && is_accent (faces[face].colour) ? dress->accent
                                                                 : faces[face].colour;
  self->advance = size * faces[face].advance * (dress != NULL && dress->brief ? 0.9 : 1);
  if (language != NULL)
    set (list, pango_attr_language_new (pango_language_from_string (language)), 0, G_MAXUINT);
  /* A ligature has several letters in one shape, which readers of the file may lose. */
  set (list, pango_attr_font_features_new ("liga=0, clig=0"), 0, G_MAXUINT);
  if (label != NULL) {
    set (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, words->len);
    if (text != NULL && !eh_doc_text_is_blank (text))
      g_string_append_c (words, ' ');
  }
  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++)
    add_run (self, words, list, eh_doc_text_run (text, i), size);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     faces[face].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, list);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  /* Left and right change places by themselves for a paragraph that runs the other way. */
  pango_layout_set_alignment (
      self->layout, pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT
                                                                                : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, words->str, (int) words->len);
  pango_font_description_free (font);
  pango_attr_list_unref (list);
  g_string_free (words, TRUE);
  return self;
}

/**
 * eh_pdf_text_new_plain:
 *
 * As eh_pdf_text_new(), of words alone.
 *
 * Returns: (transfer full): the text in lines
 */
EhPdfText *
eh_pdf_text_new_plain (
    PangoContext *context, EhPdfFace face, const char *text, const char *language, double width)
{
  g_autoptr (EhDocText) runs = eh_doc_text_new (text);

  return eh_pdf_text_new (context, face, NULL, runs, language, width);
}

/**
 * eh_pdf_text_align:
 * @end: to the side where the document's lines end, else to where they start
 *
 * Aligns the text, whichever way a number or a word in it runs.
 */
void
eh_pdf_text_align (EhPdfText *self, gboolean end)
{
  PangoContext *context = pango_layout_get_context (self->layout);
  gboolean rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_alignment (self->layout, rtl == end ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

void
eh_pdf_text_free (EhPdfText *self)
{
  g_object_unref (self->layout);
  g_array_unref (self->spans);
  g_free (self);
}
