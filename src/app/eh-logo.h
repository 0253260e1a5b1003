#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void eh_logo_read_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
char *eh_logo_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
