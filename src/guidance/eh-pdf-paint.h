#pragma once

#include "eh-pdf-flow.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhPdfMark:
 * @tag: the element; "Private" for what is only to be seen
 * @alt: (nullable) (transfer none): what a picture says
 * @scope: (nullable) (transfer none): what a header cell is the header of
 * @language: (nullable) (transfer none): where it is not the document's
 * @contents: (nullable): what a link says
 * @leaf: it has no elements in it
 * @box: where a picture is on its page: left, bottom, right, top
 *
 * An element of the structure as it was opened: what cairo cannot write of it, for
 * eh_pdf_finish().
 */
typedef struct {
  const char *tag;
  const char *alt;
  const char *scope;
  const char *language;
  char *contents;
  gboolean leaf;
  double box[4];
} EhPdfMark;

GBytes *eh_pdf_paint (const EhDoc *doc,
                      const EhPdfFlow *flow,
                      GArray *places,
                      GArray *marks,
                      const EhDocWork *work,
                      GError **error);
GArray *eh_pdf_marks_new (void);
GPtrArray *eh_pdf_paint_pages (const EhDoc *doc,
                               const EhPdfFlow *flow,
                               GArray *places,
                               GCancellable *cancellable,
                               GError **error);
void eh_pdf_paint_page (
    const EhDoc *doc, const EhPdfFlow *flow, GArray *places, guint page, cairo_t *cr);

G_END_DECLS
