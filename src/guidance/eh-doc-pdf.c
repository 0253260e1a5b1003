/* A document as a PDF: measured, laid out in pages, painted, and completed for readers. */

#include "config.h"

#include "eh-doc-pages.h"
#include "eh-doc-writer.h"
#include "eh-pdf-finish.h"
#include "eh-pdf-flow.h"
#include "eh-pdf-pages.h"
#include "eh-pdf-paint.h"

static GArray *
paginate (const EhPdfFlow *flow)
{
  return eh_pdf_paginate (&g_array_index (flow->slices, EhPdfSlice, 0), flow->slices->len,
                          EH_PDF_TEXT_HEIGHT);
}

/**
 * eh_doc_page_numbers:
 * @doc: a document
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Lays @doc out and forgets how: for formats in which a table of contents is filled before pages
 * are made, of the same look and the same paper.
 *
 * Returns: (transfer full): id of a block to the number of its page (GUINT_TO_POINTER); %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GHashTable *
eh_doc_page_numbers (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (EhPdfFlow) flow = eh_pdf_flow_new_with (doc, work, error);
  g_autoptr (GArray) places = flow != NULL ? paginate (flow) : NULL;
  GHashTable *pages;

  if (flow == NULL)
    return NULL;
  pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < places->len; i++) {
    const EhPdfPlace *place = &g_array_index (places, EhPdfPlace, i);
    const EhPdfSliceInfo *info = &g_array_index (flow->infos, EhPdfSliceInfo, place->slice);

    if (info->id != NULL && !place->repeated)
      g_hash_table_insert (pages, g_strdup (info->id), GUINT_TO_POINTER (place->page + 1));
  }
  return pages;
}

/**
 * eh_doc_render_pdf:
 * @doc: a document
 *
 * Returns: (transfer full): a tagged PDF; %NULL with %G_IO_ERROR_FAILED when a figure or a page
 * cannot be painted, or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_pdf (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  /* Measuring, painting, and what cairo cannot do, as they take their time. */
  const EhDocWork measure = eh_doc_work_part (work, 0, 0.55);
  const EhDocWork paint = eh_doc_work_part (work, 0.55, 0.8);
  const EhDocWork finish = eh_doc_work_part (work, 0.8, 1);
  g_autoptr (EhPdfFlow) flow = eh_pdf_flow_new_with (doc, &measure, error);
  g_autoptr (GArray) places = flow != NULL ? paginate (flow) : NULL;
  g_autoptr (GArray) marks = eh_pdf_marks_new ();
  g_autoptr (GBytes) painted = NULL;

  if (flow == NULL)
    return NULL;
  painted = eh_pdf_paint (doc, flow, places, marks, &paint, error);
  return painted != NULL ? eh_pdf_finish (doc, painted, marks, &finish, error) : NULL;
}
