/* Pages to print, drawn one by one as a screen, a printer or a file asks for them. */

#include "eh-sheaf.h"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

struct _EhSheaf {
  const EhSheafKind *kind;
  gpointer data;
  char *title;
  guint n_pages;
  double width;
  double height;
};

/**
 * eh_sheaf_new:
 * @kind: what the pages come from
 * @data: (transfer full): for its functions
 * @title: of all of them
 * @n_pages: how many they are
 * @width: of each, in points
 * @height: of each, in points
 *
 * Returns: (transfer full): the pages
 */
EhSheaf *
eh_sheaf_new (const EhSheafKind *kind,
              gpointer data,
              const char *title,
              guint n_pages,
              double width,
              double height)
{
  EhSheaf *self = g_new0 (EhSheaf, 1);

  self->kind = kind;
  self->data = data;
  self->title = g_strdup (title);
  self->n_pages = n_pages;
  self->width = width;
  self->height = height;
  return self;
}

static void
draw_paper (gpointer data, guint page, cairo_t *cr)
{
  eh_paper_draw (data, page, cr);
}

static char *
text_of_paper (gpointer data, guint page)
{
  return eh_paper_text (data, page);
}

static void
free_paper (gpointer data)
{
  eh_paper_free (data);
}

/**
 * eh_sheaf_of_paper:
 * @paper: (transfer full): what a workshop needs
 *
 * Returns: (transfer full): its pages
 */
EhSheaf *
eh_sheaf_of_paper (EhPaper *paper)
{
  static const EhSheafKind kind = { draw_paper, text_of_paper, NULL, free_paper };
  double width, height;

  eh_paper_get_size (paper, &width, &height);
  return eh_sheaf_new (&kind, paper, eh_paper_get_title (paper), eh_paper_n_pages (paper), width,
                       height);
}

void
eh_sheaf_free (EhSheaf *self)
{
  if (self == NULL)
    return;
  self->kind->free (self->data);
  g_free (self->title);
  g_free (self);
}

/**
 * eh_sheaf_get_title:
 *
 * Returns: (transfer none): what they are called
 */
const char *
eh_sheaf_get_title (const EhSheaf *self)
{
  return self->title;
}

/**
 * eh_sheaf_n_pages:
 *
 * Returns: how many there are
 */
guint
eh_sheaf_n_pages (const EhSheaf *self)
{
  return self->n_pages;
}

/**
 * eh_sheaf_get_size:
 * @width: (out): in points
 * @height: (out): in points
 *
 * Of each page.
 */
void
eh_sheaf_get_size (const EhSheaf *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * eh_sheaf_can_keep_apart:
 *
 * Returns: whether they belong to different people
 */
gboolean
eh_sheaf_can_keep_apart (const EhSheaf *self)
{
  return self->kind->keep_apart != NULL;
}

/**
 * eh_sheaf_keep_apart:
 * @apart: whether nobody's page is to be on the back of somebody else's
 *
 * Adds empty pages for that, or takes them out again.
 */
void
eh_sheaf_keep_apart (EhSheaf *self, gboolean apart)
{
  if (self->kind->keep_apart != NULL)
    self->n_pages = self->kind->keep_apart (self->data, apart);
}

/**
 * eh_sheaf_draw:
 * @page: which, from 0
 * @cr: where to, a unit being a point
 */
void
eh_sheaf_draw (EhSheaf *self, guint page, cairo_t *cr)
{
  if (page < self->n_pages)
    self->kind->draw (self->data, page, cr);
}

/**
 * eh_sheaf_text:
 * @page: which, from 0
 *
 * Returns: (transfer full): its words
 */
char *
eh_sheaf_text (EhSheaf *self, guint page)
{
  return page < self->n_pages ? self->kind->text (self->data, page) : g_strdup ("");
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * eh_sheaf_to_pdf:
 * @cancellable: (nullable): stops it
 * @error: set to %G_IO_ERROR_FAILED or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): all pages in one file, for a printer: without the structure
 *   that a screen reader goes by
 */
GBytes *
eh_sheaf_to_pdf (EhSheaf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width,
                                                                  self->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Evenhand " EH_VERSION);
  for (guint i = 0; i < self->n_pages && !g_cancellable_is_cancelled (cancellable); i++) {
    cairo_save (cr);
    eh_sheaf_draw (self, i, cr);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
