#pragma once

#include "eh-guidance-use.h"
#include "eh-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhFoundInsight:
 * @card: an insight
 * @from: where it was found
 */
typedef struct {
  EhInsightCard *card;
  EhCandidates from;
} EhFoundInsight;

void eh_candidate_search_async (const char *path,
                                EhId block_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *eh_candidate_search_finish (GAsyncResult *result, GError **error);

void eh_use_search_async (const char *path,
                          EhId guidance_id,
                          EhGuidanceUse use,
                          guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GPtrArray *eh_use_search_finish (GAsyncResult *result, guint *counts, GError **error);

G_END_DECLS
