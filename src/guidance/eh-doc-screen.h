#pragma once

#include "eh-doc.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhDocScreen:
 *
 * The pages of a document as its PDF has them, to be painted on a screen. Does not change, is
 * counted by reference and may cross threads.
 */
typedef struct _EhDocScreen EhDocScreen;

EhDocScreen *eh_doc_screen_new (const EhDoc *doc, GCancellable *cancellable, GError **error);
EhDocScreen *eh_doc_screen_ref (EhDocScreen *self);
void eh_doc_screen_unref (EhDocScreen *self);
guint eh_doc_screen_n (const EhDocScreen *self);
void eh_doc_screen_get_size (const EhDocScreen *self, double *width, double *height);
void eh_doc_screen_paint (const EhDocScreen *self, guint page, cairo_t *cr);
gboolean eh_doc_screen_find (
    const EhDocScreen *self, gint64 source, guint *page, double *top, double *bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocScreen, eh_doc_screen_unref)

G_END_DECLS
