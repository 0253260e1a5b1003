#pragma once

#include "eh-history-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_FILTERS (eh_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryFilters, eh_history_filters, EH, HISTORY_FILTERS, GtkWidget)

void eh_history_filters_set_steps (EhHistoryFilters *self, GPtrArray *steps);
gboolean eh_history_filters_match (EhHistoryFilters *self, EhHistoryItem *item);

G_END_DECLS
