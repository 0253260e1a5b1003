#pragma once

#include "eh-doc-pages.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * EhDocPaged:
 *
 * A document laid out in the pages of its PDF, to be drawn by a printer. For one thread.
 */
typedef struct _EhDocPaged EhDocPaged;

EhDocPaged *eh_doc_paged_new (EhDoc *doc);
void eh_doc_paged_free (EhDocPaged *self);
guint eh_doc_paged_n_pages (const EhDocPaged *self);
void eh_doc_paged_draw (const EhDocPaged *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocPaged, eh_doc_paged_free)

G_END_DECLS
