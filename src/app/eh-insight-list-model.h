#pragma once

#include "eh-insight-item.h"
#include "eh-insight-query.h"

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_LIST_MODEL (eh_insight_list_model_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightListModel, eh_insight_list_model, EH, INSIGHT_LIST_MODEL, GObject)

EhInsightListModel *eh_insight_list_model_new (EhStore *store);
void eh_insight_list_model_set_query (EhInsightListModel *self, const EhInsightQuery *query);
const EhInsightQuery *eh_insight_list_model_get_query (EhInsightListModel *self);
gboolean eh_insight_list_model_is_loading (EhInsightListModel *self);
gint64 eh_insight_list_model_get_n_unmapped (EhInsightListModel *self);
GArray *eh_insight_list_model_get_ids (EhInsightListModel *self);
EhId eh_insight_list_model_get_id (EhInsightListModel *self, guint position);
gboolean eh_insight_list_model_find (EhInsightListModel *self, EhId id, guint *position);
void eh_insight_list_model_keep (EhInsightListModel *self, GArray *ids);
void eh_insight_list_model_next_unmapped_async (EhInsightListModel *self,
                                                EhId after,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
EhId eh_insight_list_model_next_unmapped_finish (EhInsightListModel *self,
                                                 GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
