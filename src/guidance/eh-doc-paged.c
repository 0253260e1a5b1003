/* A document laid out in pages, each drawn by itself and without the tags of a PDF: they would be
 * those of another document, that of the printer. */

#include "eh-doc-paged.h"

#include "eh-pdf-flow.h"
#include "eh-pdf-pages.h"
#include "eh-pdf-paint.h"

struct _EhDocPaged {
  EhDoc *doc;
  EhPdfFlow *flow;
  GArray *places;
};

/**
 * eh_doc_paged_new:
 * @doc: a document
 *
 * Returns: (transfer full): the same in pages, with the fonts of this thread
 */
EhDocPaged *
eh_doc_paged_new (EhDoc *doc)
{
  EhDocPaged *self = g_new0 (EhDocPaged, 1);

  self->doc = eh_doc_ref (doc);
  self->flow = eh_pdf_flow_new (doc);
  self->places = eh_pdf_paginate (&g_array_index (self->flow->slices, EhPdfSlice, 0),
                                  self->flow->slices->len, EH_PDF_TEXT_HEIGHT);
  return self;
}

void
eh_doc_paged_free (EhDocPaged *self)
{
  g_array_unref (self->places);
  eh_pdf_flow_free (self->flow);
  eh_doc_unref (self->doc);
  g_free (self);
}

/**
 * eh_doc_paged_n_pages:
 * @self: pages
 *
 * Returns: how many there are, one at least
 */
guint
eh_doc_paged_n_pages (const EhDocPaged *self)
{
  guint n = self->places->len;

  return n > 0 ? g_array_index (self->places, EhPdfPlace, n - 1).page + 1 : 1;
}

/**
 * eh_doc_paged_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where to, a unit being a point
 */
void
eh_doc_paged_draw (const EhDocPaged *self, guint page, cairo_t *cr)
{
  eh_pdf_paint_page (self->doc, self->flow, self->places, page, cr);
}
