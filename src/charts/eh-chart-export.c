/* Charts as files: SVG, PNG and PDF. Only what went through the gate may become one.
 *
 * cairo writes letters into SVG as shapes and knows neither title nor description, so the root
 * element is written here; it also numbers its surfaces through the whole process, which would make
 * two exports of one chart differ.
 */

#include "config.h"

#include "eh-chart-export.h"

#include "eh-chart-layout-private.h"
#include "eh-chart-paint.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PNG_SCALE 2
#define PNG_MOST  32000 /* cairo's images stop at 32767 */
#define PDF_SCALE 0.75  /* points in a CSS pixel */

G_DEFINE_QUARK (eh - chart - error - quark, eh_chart_error)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The chart as a figure of a PDF's structure, to which jobs add its words. A ground that covers the
 * page would make cairo forget what was opened before it, so it is painted first, and white is the
 * paper's own. */
static void
paint_tagged (const EhChartLayout *layout, cairo_t *cr)
{
  static const char *const tags[] = EH_CHART_PDF_TAGS;
  const EhChartColour ground = layout->theme->background;
  guint n = 0;

  if (MIN (MIN (ground.r, ground.g), ground.b) < 1)
    eh_chart_paint_ground (layout, cr);
  for (; tags[n] != NULL; n++)
    cairo_tag_begin (cr, tags[n], NULL);
  eh_chart_paint_marks (layout, cr);
  for (; n > 0; n--)
    cairo_tag_end (cr, tags[n - 1]);
}

/* Paints on a surface and closes it; (transfer full) of the surface. */
static gboolean
paint_and_close (const EhChartLayout *layout,
                 cairo_surface_t *surface,
                 double scale,
                 GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF)
    paint_tagged (layout, cr);
  else
    eh_chart_paint (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, EH_CHART_ERROR, EH_CHART_ERROR_DRAW, _ ("The chart could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static char *
svg_head (const EhChartLayout *layout)
{
  g_autofree char *words = eh_chart_layout_describe (layout);
  g_autofree char *title = g_markup_escape_text (eh_chart_layout_title (layout), -1);
  g_autofree char *description = g_markup_escape_text (words, -1);
  int width = (int) eh_chart_layout_width (layout);
  int height = (int) eh_chart_layout_height (layout);

  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
                          "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
                          "aria-labelledby=\"title\" aria-describedby=\"description\">\n"
                          "<title id=\"title\">%s</title>\n"
                          "<desc id=\"description\">%s</desc>\n",
                          width, height, width, height, title, description);
}

static GBytes *
to_svg (const EhChartLayout *layout, GError **error)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autofree char *head = svg_head (layout);
  g_autofree char *all = NULL;
  g_autoptr (GRegex) numbered = g_regex_new ("<g id=\"surface\\d+\"", 0, 0, NULL);
  const char *body;
  char *numberless;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, written, eh_chart_layout_width (layout), eh_chart_layout_height (layout));

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (!paint_and_close (layout, surface, 1, error))
    return NULL;
  g_byte_array_append (written, (const guint8 *) "", 1);
  body = strstr ((const char *) written->data, "<svg");
  body = body ? strchr (body, '>') : NULL;
  if (!body) {
    g_set_error_literal (error, EH_CHART_ERROR, EH_CHART_ERROR_DRAW,
                         _ ("The chart could not be drawn."));
    return NULL;
  }
  all = g_strconcat (head, body + 1, NULL);
  numberless = g_regex_replace_literal (numbered, all, -1, 0, "<g", 0, NULL);
  return g_bytes_new_take (numberless, strlen (numberless));
}

static GBytes *
to_png (const EhChartLayout *layout, GError **error)
{
  GByteArray *written;
  double width = ceil (eh_chart_layout_width (layout)) * PNG_SCALE;
  double height = ceil (eh_chart_layout_height (layout)) * PNG_SCALE;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if (width > PNG_MOST || height > PNG_MOST) {
    g_set_error_literal (error, EH_CHART_ERROR, EH_CHART_ERROR_SIZE,
                         _ ("This chart is too large for PNG. Choose SVG or PDF."));
    return NULL;
  }
  written = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  eh_chart_paint (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, written);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_byte_array_unref (written);
    g_set_error (error, EH_CHART_ERROR, EH_CHART_ERROR_DRAW, _ ("The chart could not be drawn: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (written);
}

static GBytes *
to_pdf (const EhChartLayout *layout, GError **error)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autofree char *description = eh_chart_layout_describe (layout);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, written, eh_chart_layout_width (layout) * PDF_SCALE,
      eh_chart_layout_height (layout) * PDF_SCALE);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  eh_chart_layout_title (layout));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Evenhand");
  if (!paint_and_close (layout, surface, PDF_SCALE, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&written));
}

/**
 * eh_chart_format_from_name:
 * @name: a file's name
 * @format: (out): what its end asks for
 * @error: return location
 *
 * Returns: whether it ends in .svg, .png or .pdf, of any case; otherwise sets
 *   %EH_CHART_ERROR_FORMAT
 */
gboolean
eh_chart_format_from_name (const char *name, EhChartFormat *format, GError **error)
{
  static const char *const ends[] = { ".svg", ".png", ".pdf" };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i])) {
      *format = (EhChartFormat) i;
      return TRUE;
    }
  g_set_error (error, EH_CHART_ERROR, EH_CHART_ERROR_FORMAT,
               _ ("A chart can be saved as .svg, .png or .pdf, not as “%s”."), name);
  return FALSE;
}

/**
 * eh_chart_export:
 * @layout: a chart whose numbers are for the public
 * @format: as what
 * @error: return location
 *
 * Draws a chart into a file's bytes. An SVG is the same to the byte whenever it is made.
 *
 * Returns: (transfer full): the bytes; %NULL with %EH_CHART_ERROR_PRIVATE if the numbers have not
 *   been through the gate, %EH_CHART_ERROR_SIZE or %EH_CHART_ERROR_DRAW
 */
GBytes *
eh_chart_export (const EhChartLayout *layout, EhChartFormat format, GError **error)
{
  if (!eh_chart_layout_is_public (layout)) {
    g_set_error_literal (error, EH_CHART_ERROR, EH_CHART_ERROR_PRIVATE,
                         _ ("This chart shows the team’s own exact numbers, which do not leave the "
                            "program."));
    return NULL;
  }
  switch (format) {
  case EH_CHART_FORMAT_SVG:
    return to_svg (layout, error);
  case EH_CHART_FORMAT_PNG:
    return to_png (layout, error);
  case EH_CHART_FORMAT_PDF:
  default:
    return to_pdf (layout, error);
  }
}

/**
 * eh_chart_export_to_file:
 * @layout: a chart whose numbers are for the public
 * @format: as what
 * @file: where to; what is there is replaced as a whole or stays
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: whether it is written; sets the errors of eh_chart_export() and those of GIO
 */
gboolean
eh_chart_export_to_file (const EhChartLayout *layout,
                         EhChartFormat format,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) bytes = eh_chart_export (layout, format, error);
  gsize size;
  const char *data;

  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}
