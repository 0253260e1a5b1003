#pragma once

/* guidance: documents and what writes them. May include charts, analysis, model and base; no store,
 * no GTK. */

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhDocProgress:
 * @fraction: how much is done, 0 to 1
 *
 * Told how far a document is written, in the thread that writes it, and often.
 */
typedef void (*EhDocProgress) (double fraction, gpointer data);

/**
 * EhDocWork:
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @from: how much of the whole is done before this part
 * @share: how much of the whole this part is; 0 for all of it
 *
 * The work of writing a document, or of a part of it.
 */
typedef struct {
  GCancellable *cancellable;
  EhDocProgress progress;
  gpointer data;
  double from;
  double share;
} EhDocWork;

EhDocWork eh_doc_work_part (const EhDocWork *self, double from, double to);
gboolean eh_doc_work_step (const EhDocWork *self, guint done, guint total, GError **error);

G_END_DECLS
