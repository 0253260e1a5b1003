#pragma once

#include "eh-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhStoreRead:
 * @db: a connection of this thread, which sees one moment
 * @data: what eh_store_read_async() was given
 * @error: set to what went wrong
 *
 * Reads what takes longer than a frame, in a worker.
 *
 * Returns: (nullable): what was read; %NULL is a failure only where @error is set
 */
typedef gpointer (*EhStoreRead) (EhDb *db, gpointer data, GError **error);

void eh_store_read_async (const char *path,
                          EhStoreRead read,
                          gpointer data,
                          GDestroyNotify data_free,
                          GDestroyNotify result_free,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gpointer eh_store_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
