#pragma once

#include "eh-history-item.h"
#include "eh-store.h"

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_MODEL (eh_history_model_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryModel, eh_history_model, EH, HISTORY_MODEL, GObject)

EhHistoryModel *eh_history_model_new (EhStore *store);
void
eh_history_model_set_filter (EhHistoryModel *self, const EhHistoryQuery *filter, const char *words);
void eh_history_model_refresh (EhHistoryModel *self);
gboolean eh_history_model_is_loading (EhHistoryModel *self);
gboolean eh_history_model_is_filtered (EhHistoryModel *self);
gboolean eh_history_model_find (EhHistoryModel *self, gint64 seq, guint *position);
gint64 eh_history_model_get_last_erasing (EhHistoryModel *self);

G_END_DECLS
