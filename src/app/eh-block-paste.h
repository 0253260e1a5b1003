#pragma once

#include "eh-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_block_paste_async (GdkClipboard *clipboard,
                           gboolean plain,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *eh_block_paste_finish (GAsyncResult *result, GError **error);

G_END_DECLS
