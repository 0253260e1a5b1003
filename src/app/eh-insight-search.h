#pragma once

#include "eh-reader.h"

G_BEGIN_DECLS

void eh_insight_search_async (const char *path,
                              const EhInsightQuery *query,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *eh_insight_search_finish (GAsyncResult *result, GError **error);
void eh_insight_count_async (const char *path,
                             const EhInsightQuery *query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean eh_insight_count_finish (GAsyncResult *result, guint *n, GError **error);

G_END_DECLS
