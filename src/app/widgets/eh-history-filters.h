#pragma once

#include "eh-history-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_FILTERS (eh_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryFilters, eh_history_filters, EH, HISTORY_FILTERS, GtkWidget)

void eh_history_filters_offer (EhHistoryFilters *self, guint64 tables, GPtrArray *people);
void eh_history_filters_get (EhHistoryFilters *self, EhHistoryQuery *query);

G_END_DECLS
