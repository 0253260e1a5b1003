/* A document in the colours of its team, and with its logo. Colours come out of a file that anybody
 * may have written: what is no colour is left aside, and what would be hard to read on white is
 * made darker, whoever chose it. */

#include "config.h"

#include "eh-doc-dress.h"

#include "eh-chart-colour.h"
#include "eh-text.h"

#include <math.h>
#include <string.h>

/* A picture that claims to be larger is not decoded. */
#define LOGO_SIDE  2000u
#define LOGO_BYTES (2u << 20)
/* CSS pixels: the room that a logo gets. */
#define LOGO_WIDTH  240.0
#define LOGO_HEIGHT 96.0
/* Pixels of a picture for each of these: 192 an inch. */
#define LOGO_DENSITY 2.0

static EhChartColour
parse (const char *hex)
{
  return eh_chart_colour_from_hex ((guint32) g_ascii_strtoull (hex + 1, NULL, 16));
}

/**
 * eh_doc_dress_is_colour:
 * @hex: (nullable): "#14506e"
 *
 * Returns: whether it is a colour
 */
gboolean
eh_doc_dress_is_colour (const char *hex)
{
  if (hex == NULL || hex[0] != '#' || strlen (hex) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (hex[i]))
      return FALSE;
  return TRUE;
}

/**
 * eh_doc_dress_contrast:
 * @hex: a colour
 *
 * Returns: its contrast with white paper, 1 to 21, as WCAG 2 has it
 */
double
eh_doc_dress_contrast (const char *hex)
{
  g_return_val_if_fail (eh_doc_dress_is_colour (hex), 1);
  return eh_chart_colour_contrast (parse (hex), eh_chart_colour_from_hex (0xffffff));
}

/**
 * eh_doc_dress_nearest:
 * @hex: a colour
 *
 * Returns: (transfer full): the same where it reads well on white (WCAG AA, 4.5 to 1); otherwise
 * the nearest darker shade that does
 */
char *
eh_doc_dress_nearest (const char *hex)
{
  g_return_val_if_fail (eh_doc_dress_is_colour (hex), NULL);
  if (eh_doc_dress_contrast (hex) >= EH_DOC_DRESS_CONTRAST)
    return g_ascii_strdown (hex, -1);
  return eh_chart_colour_to_hex (eh_chart_colour_reach (
      parse (hex), eh_chart_colour_from_hex (0xffffff), EH_DOC_DRESS_CONTRAST + 0.05));
}

typedef struct {
  const guint8 *data;
  gsize length;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
number_at (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Whether it is a PNG of a size that may be decoded. */
static gboolean
is_small_png (const guint8 *data, gsize length)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  return length > 33 && length <= LOGO_BYTES && memcmp (data, magic, sizeof magic) == 0 &&
         memcmp (data + 12, "IHDR", 4) == 0 && number_at (data + 16) - 1 < LOGO_SIDE &&
         number_at (data + 20) - 1 < LOGO_SIDE;
}

typedef struct {
  cairo_surface_t *surface;
  double scale;
} Logo;

static void
paint_logo (cairo_t *cr, gpointer data)
{
  const Logo *logo = data;

  cairo_save (cr);
  cairo_scale (cr, logo->scale, logo->scale);
  cairo_set_source_surface (cr, logo->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
free_logo (gpointer data)
{
  Logo *logo = data;

  cairo_surface_destroy (logo->surface);
  g_free (logo);
}

/* NULL for what is no PNG. */
static cairo_surface_t *
decode (const char *base64)
{
  gsize length = 0;
  g_autofree guint8 *data = NULL;
  Source source;
  cairo_surface_t *surface;

  if (eh_text_is_blank (base64) || strlen (base64) > LOGO_BYTES * 2)
    return NULL;
  data = g_base64_decode (base64, &length);
  if (!is_small_png (data, length))
    return NULL;
  source = (Source){ data, length };
  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * eh_doc_dress_small_logo:
 * @base64: (nullable): a PNG
 *
 * For many documents at once, each of which holds the logo: no more pixels than paper shows well
 * in the room that it gets.
 *
 * Returns: (transfer full): the same, or smaller; empty for what is no logo
 */
char *
eh_doc_dress_small_logo (const char *base64)
{
  cairo_surface_t *surface = decode (base64);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width = surface != NULL ? cairo_image_surface_get_width (surface) : 1;
  double height = surface != NULL ? cairo_image_surface_get_height (surface) : 1;
  double scale = LOGO_DENSITY * MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height);
  cairo_surface_t *small;
  cairo_t *cr;

  if (surface == NULL)
    return g_strdup ("");
  if (scale >= 1) {
    cairo_surface_destroy (surface);
    return g_strdup (base64);
  }
  small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                      (int) ceil (height * scale));
  cr = cairo_create (small);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (small, append_cb, bytes);
  cairo_surface_destroy (small);
  cairo_surface_destroy (surface);
  return g_base64_encode (bytes->data, bytes->len);
}

/**
 * eh_doc_dress_logo:
 * @base64: (nullable): a PNG
 * @alt: (nullable): what is said for it
 *
 * Returns: (transfer full) (nullable): it, as a small picture of a document; %NULL for what is none
 */
EhDocFigure *
eh_doc_dress_logo (const char *base64, const char *alt)
{
  EhDocFigure *figure;
  cairo_surface_t *surface = decode (base64);
  Logo *logo;
  double width;
  double height;

  if (surface == NULL)
    return NULL;
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  logo = g_new0 (Logo, 1);
  logo->surface = surface;
  logo->scale = MIN (1, MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height));
  figure = eh_doc_figure_new (eh_text_is_blank (alt) ? "Logo" : alt, NULL, width * logo->scale,
                              height * logo->scale, paint_logo, logo, free_logo);
  figure->clear = TRUE;
  return figure;
}

/**
 * eh_doc_dress_apply:
 * @meta: of a document
 * @accent: (nullable): of headings and rules
 * @accent_2: (nullable): of the edges of boxes; the same as @accent when it is none
 *
 * Sets the colours, as far as they are colours, and so that they can be read.
 */
void
eh_doc_dress_apply (EhDocMeta *meta, const char *accent, const char *accent_2)
{
  g_clear_pointer (&meta->accent, g_free);
  g_clear_pointer (&meta->accent_2, g_free);
  if (eh_doc_dress_is_colour (accent))
    meta->accent = eh_doc_dress_nearest (accent);
  if (eh_doc_dress_is_colour (accent_2))
    meta->accent_2 = eh_doc_dress_nearest (accent_2);
}

static void
replace (char **text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (*text, from, -1);

  g_free (*text);
  *text = g_strjoinv (to, parts);
}

/* The same colour where paper is dark: as light as it must be to be read there. */
static char *
on_dark (const char *hex)
{
  return eh_chart_colour_to_hex (eh_chart_colour_reach (
      parse (hex), eh_chart_colour_from_hex (0x161b20), EH_DOC_DRESS_CONTRAST + 0.5));
}

/* Nearly white, with a breath of the colour. */
static char *
tint (const char *hex)
{
  return eh_chart_colour_to_hex (
      eh_chart_colour_mix (eh_chart_colour_from_hex (0xffffff), parse (hex), 0.09));
}

/**
 * eh_doc_dress_style:
 * @style: the house's styles, in whatever language of styles; no words of a document
 * @meta: of the document
 *
 * Returns: (transfer full): the same in the colours of the team
 */
char *
eh_doc_dress_style (const char *style, const EhDocMeta *meta)
{
  char *out = g_strdup (style);
  const char *edge = meta->accent_2 != NULL ? meta->accent_2 : meta->accent;

  if (edge != NULL) {
    g_autofree char *solid = g_strconcat ("pt solid ", edge, NULL);
    g_autofree char *note = g_strconcat ("--note-edge: ", edge, NULL);
    g_autofree char *light = on_dark (edge);
    g_autofree char *dark_note = g_strconcat ("--note-edge: ", light, NULL);

    replace (&out, "pt solid #14506e", solid);
    replace (&out, "--note-edge: #14506e", note);
    replace (&out, "--note-edge: #8cc8e6", dark_note);
  }
  if (meta->accent != NULL) {
    g_autofree char *light = on_dark (meta->accent);
    g_autofree char *pale = tint (meta->accent);
    g_autofree char *bare = g_strdup_printf ("\"%s\"", meta->accent + 1);
    g_autofree char *bare_pale = g_strdup_printf ("\"%s\"", pale + 1);

    replace (&out, "#14506e", meta->accent);
    replace (&out, "#8cc8e6", light);
    replace (&out, "#eaf2f6", pale);
    /* Office Open XML writes a colour without its mark. */
    replace (&out, "\"14506e\"", bare);
    replace (&out, "\"eaf2f6\"", bare_pale);
  }
  return out;
}

/**
 * eh_doc_dress_scale:
 * @style: styles
 * @mark: what stands before a size: "font-size=\\""
 * @scale: by how much sizes change
 * @decimals: digits after the point
 *
 * Returns: (transfer full): @style with every size that stands after @mark changed
 */
char *
eh_doc_dress_scale (const char *style, const char *mark, double scale, guint decimals)
{
  GString *out = g_string_sized_new (strlen (style));
  g_autofree char *format = g_strdup_printf ("%%.%uf", decimals);
  const char *p = style;
  const char *found;

  while ((found = strstr (p, mark)) != NULL) {
    char *end = NULL;
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    double size;

    found += strlen (mark);
    size = g_ascii_strtod (found, &end);
    g_string_append_len (out, p, found - p);
    if (end > found)
      g_string_append (out, g_ascii_formatd (digits, sizeof digits, format, size * scale));
    p = end;
  }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

/**
 * eh_doc_dress_sized:
 * @style: the house's styles, as eh_doc_dress_style() takes them
 * @meta: of the document
 * @marks: (array zero-terminated=1): what stands before each size
 * @decimals: digits of a size after the point
 *
 * Returns: (transfer full): the same in the colours and the size of text of the document
 */
GBytes *
eh_doc_dress_sized (GBytes *style, const EhDocMeta *meta, const char *const *marks, guint decimals)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  char *look = eh_doc_dress_style (text, meta);

  for (guint i = 0; meta->text_size > 0 && marks[i] != NULL; i++) {
    char *larger = eh_doc_dress_scale (look, marks[i], meta->text_size / 14, decimals);

    g_free (look);
    look = larger;
  }
  return g_bytes_new_take (look, strlen (look));
}
