#pragma once

#include "eh-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhStoreWork:
 * @store: a second store of the same working copy, of this thread
 * @data: what eh_store_work_async() was given
 * @cancellable: (nullable): when cancelled, the running statement stops
 * @error: set to what went wrong
 *
 * Steps that take long, in a worker; each is one of the history as usual.
 *
 * Returns: whether all is done
 */
typedef gboolean (*EhStoreWork) (EhStore *store,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

void eh_store_work_async (EhStore *self,
                          EhStoreWork work,
                          gpointer data,
                          GDestroyNotify data_free,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean eh_store_work_finish (EhStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
