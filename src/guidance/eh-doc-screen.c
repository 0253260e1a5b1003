/* The pages of a document for a screen: measured, laid out and painted by what makes the PDF, each
 * page recorded instead of written to a file. */

#include "eh-doc-screen.h"

#include "eh-pdf-flow.h"
#include "eh-pdf-pages.h"
#include "eh-pdf-paint.h"

/* Where a block of the guidance begins and ends on its first page. */
typedef struct {
  guint page;
  double top;
  double bottom;
} Spot;

struct _EhDocScreen {
  GPtrArray *surfaces; /* (element-type cairo_surface_t) */
  GHashTable *spots;   /* (element-type gint64 Spot): by the source of the block */
};

static void
add_spot (EhDocScreen *self,
          const EhPdfSliceInfo *info,
          const EhPdfSlice *slice,
          const EhPdfPlace *at)
{
  Spot *spot = g_hash_table_lookup (self->spots, &info->source);
  double top = EH_PDF_MARGIN_TOP + at->y;

  if (info->source == 0 || at->repeated)
    return;
  if (spot == NULL) {
    spot = g_new (Spot, 1);
    *spot = (Spot){ at->page, top, top + slice->height };
    g_hash_table_insert (self->spots, g_memdup2 (&info->source, sizeof info->source), spot);
  } else if (spot->page == at->page) {
    spot->bottom = MAX (spot->bottom, top + slice->height);
  }
}

static void
find_spots (EhDocScreen *self, const EhPdfFlow *flow, GArray *places)
{
  for (guint i = 0; i < places->len; i++) {
    const EhPdfPlace *at = &g_array_index (places, EhPdfPlace, i);

    add_spot (self, &g_array_index (flow->infos, EhPdfSliceInfo, at->slice),
              &g_array_index (flow->slices, EhPdfSlice, at->slice), at);
  }
}

static void
eh_doc_screen_clear (gpointer data)
{
  EhDocScreen *self = data;

  g_clear_pointer (&self->surfaces, g_ptr_array_unref);
  g_clear_pointer (&self->spots, g_hash_table_unref);
}

/**
 * eh_doc_screen_new:
 * @doc: a document
 * @cancellable: (nullable): stops it
 * @error: set to %G_IO_ERROR_FAILED when a page cannot be painted, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): its pages
 */
EhDocScreen *
eh_doc_screen_new (const EhDoc *doc, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhPdfFlow) flow = eh_pdf_flow_new (doc);
  g_autoptr (GArray) places = eh_pdf_paginate (&g_array_index (flow->slices, EhPdfSlice, 0),
                                               flow->slices->len, EH_PDF_TEXT_HEIGHT);
  g_autoptr (GPtrArray) surfaces = eh_pdf_paint_pages (doc, flow, places, cancellable, error);
  EhDocScreen *self;

  if (surfaces == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (EhDocScreen);
  self->surfaces = g_steal_pointer (&surfaces);
  self->spots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  find_spots (self, flow, places);
  return self;
}

EhDocScreen *
eh_doc_screen_ref (EhDocScreen *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
eh_doc_screen_unref (EhDocScreen *self)
{
  g_atomic_rc_box_release_full (self, eh_doc_screen_clear);
}

/**
 * eh_doc_screen_n:
 * @self: pages
 *
 * Returns: how many they are
 */
guint
eh_doc_screen_n (const EhDocScreen *self)
{
  return self->surfaces->len;
}

/**
 * eh_doc_screen_get_size:
 * @self: pages
 * @width: (out): of each, in points
 * @height: (out): of each, in points
 */
void
eh_doc_screen_get_size (const EhDocScreen *self, double *width, double *height)
{
  *width = EH_PDF_PAGE_WIDTH;
  *height = EH_PDF_PAGE_HEIGHT;
}

/**
 * eh_doc_screen_paint:
 * @self: pages
 * @page: which, counted from 0
 * @cr: where to, a unit being a point
 */
void
eh_doc_screen_paint (const EhDocScreen *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->surfaces->len);
  cairo_set_source_surface (cr, self->surfaces->pdata[page], 0, 0);
  cairo_paint (cr);
}

/**
 * eh_doc_screen_find:
 * @self: pages
 * @source: id of a block of the guidance that the document was made of
 * @page: (out): where it begins, counted from 0
 * @top: (out): its top on that page, in points
 * @bottom: (out): its bottom on that page, in points
 *
 * Returns: whether it is on any page: an empty one is not
 */
gboolean
eh_doc_screen_find (
    const EhDocScreen *self, gint64 source, guint *page, double *top, double *bottom)
{
  const Spot *spot = g_hash_table_lookup (self->spots, &source);

  if (spot == NULL)
    return FALSE;
  *page = spot->page;
  *top = spot->top;
  *bottom = spot->bottom;
  return TRUE;
}
