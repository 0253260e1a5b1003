/* A figure, and its picture as SVG or PNG. cairo names the shapes and clips of every SVG alike
 * ("glyph0-0", "clip1"), so two of them in one page would use each other's: each gets a prefix.
 * cairo writes neither a title nor a description, so the root element is written here. */

#include "config.h"

#include "eh-doc-figure.h"

#include "eh-doc-text.h"
#include "eh-xml-writer.h"

#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * eh_doc_figure_new:
 * @alt: one sentence for who cannot see it
 * @description: (nullable): the longer text
 * @width: CSS pixels
 * @height: CSS pixels
 * @paint: what paints it
 * @data: for @paint
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a figure without a table; set its `table` to add one
 */
EhDocFigure *
eh_doc_figure_new (const char *alt,
                   const char *description,
                   double width,
                   double height,
                   EhDocPaint paint,
                   gpointer data,
                   GDestroyNotify destroy)
{
  EhDocFigure *self = g_new0 (EhDocFigure, 1);

  self->alt = eh_doc_words (alt);
  self->description = description != NULL ? eh_doc_words (description) : NULL;
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->paint = paint;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
eh_doc_figure_free (EhDocFigure *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_pointer (&self->table, eh_doc_table_free);
  g_free (self->alt);
  g_free (self->description);
  g_free (self);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("A figure could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* Paints on @surface and finishes it; takes it. */
static gboolean
paint_on (const EhDocFigure *self, cairo_surface_t *surface, double scale, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  self->paint (cr, self->data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error);
}

/* Where a name stands in cairo's SVG: after these, up to the character that follows them. Words of
 * the figure are shapes there, not text, and its pictures are base64, so none of them can be
 * mistaken for one. */
static const struct {
  const char *mark;
  char end;
} name_marks[] = { { " id=\"", '"' }, { "href=\"#", '"' }, { "url(#", ')' } };

/* Appends @svg with its names replaced by @prefix and a number, in the order in which they are met:
 * cairo counts some of them through the life of the program, and the same document is to give the
 * same file. */
static void
append_renamed (GString *out, const char *svg, const char *prefix)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *plain = svg;

  while (*svg != '\0') {
    const char *end = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (name_marks) && end == NULL; i++)
      if (*svg == name_marks[i].mark[0] && g_str_has_prefix (svg, name_marks[i].mark)) {
        svg += strlen (name_marks[i].mark);
        end = strchr (svg, name_marks[i].end);
      }
    if (end != NULL) {
      g_autofree char *name = g_strndup (svg, (gsize) (end - svg));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));

      if (number == 0) {
        number = g_hash_table_size (names) + 1;
        g_hash_table_insert (names, g_steal_pointer (&name), GUINT_TO_POINTER (number));
      }
      g_string_append_len (out, plain, svg - plain);
      g_string_append_printf (out, "%s%u", prefix, number);
      svg = plain = end;
    } else {
      svg++;
    }
  }
  g_string_append (out, plain);
}

static void
append_root (GString *out, const EhDocFigure *self, const char *prefix)
{
  g_autofree char *alt = g_markup_escape_text (self->alt, -1);
  g_autofree char *description = self->description != NULL
                                     ? g_markup_escape_text (self->description, -1)
                                     : NULL;
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.2f", self->width);
  g_ascii_formatd (height, sizeof height, "%.2f", self->height);
  g_string_append_printf (out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
                          "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" "
                          "aria-labelledby=\"%stitle\"",
                          width, height, width, height, prefix);
  if (description != NULL)
    g_string_append_printf (out, " aria-describedby=\"%sdesc\"", prefix);
  g_string_append_printf (out, ">\n<title id=\"%stitle\">%s</title>\n", prefix, alt);
  if (description != NULL)
    g_string_append_printf (out, "<desc id=\"%sdesc\">%s</desc>\n", prefix, description);
}

/**
 * eh_doc_figure_to_svg:
 * @prefix: goes before every id in the picture: letters, digits and hyphens
 *
 * Returns: (transfer full): the figure as an `svg` element with its title and description, without
 *   an XML declaration, so that it can stand in a page; %NULL with %G_IO_ERROR_FAILED when it
 * cannot be painted
 */
char *
eh_doc_figure_to_svg (const EhDocFigure *self, const char *prefix, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GString *out;
  const char *body;

  if (!paint_on (self,
                 cairo_svg_surface_create_for_stream (append_cb, bytes, self->width, self->height),
                 1, error))
    return NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  body = strstr ((const char *) bytes->data, "<svg");
  body = body != NULL ? strchr (body, '>') : NULL;
  if (body == NULL) {
    check (CAIRO_STATUS_WRITE_ERROR, error);
    return NULL;
  }
  out = g_string_sized_new (bytes->len + 1024);
  append_root (out, self, prefix);
  append_renamed (out, body + 1, prefix);
  return g_string_free (out, FALSE);
}

/**
 * eh_doc_figure_png_scale:
 *
 * Returns: pixels per CSS pixel for a PNG beside an SVG: a tall or wide picture is not worth the
 *   memory of all its pixels
 */
double
eh_doc_figure_png_scale (const EhDocFigure *self)
{
  return MIN (2, 4000 / MAX (self->width, self->height));
}

/**
 * eh_doc_figure_to_png:
 * @scale: pixels per CSS pixel
 *
 * Returns: (transfer full): the figure on white, unless it is clear, as PNG; %NULL with
 * %G_IO_ERROR_FAILED when it cannot be painted
 */
GBytes *
eh_doc_figure_to_png (const EhDocFigure *self, double scale, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      self->clear ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
      (int) ceil (self->height * scale));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  if (!self->clear)
    cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, scale, scale);
  self->paint (cr, self->data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
