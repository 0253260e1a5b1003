#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_FILTERS (eh_insight_filters_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightFilters, eh_insight_filters, EH, INSIGHT_FILTERS, GtkWidget)

void eh_insight_filters_set_workspace (EhInsightFilters *self, EhWorkspace *workspace);
const EhInsightQuery *eh_insight_filters_get_query (EhInsightFilters *self);
void eh_insight_filters_set_query (EhInsightFilters *self, const EhInsightQuery *query);
void eh_insight_filters_clear (EhInsightFilters *self);
void eh_insight_filters_show_counts (EhInsightFilters *self, guint n_found, gint64 n_unmapped);
void eh_insight_filters_set_narrow (EhInsightFilters *self, gboolean narrow);

G_END_DECLS
