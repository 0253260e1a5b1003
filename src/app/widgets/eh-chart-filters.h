#pragma once

#include "eh-audience.h"
#include "eh-map-chart.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_FILTERS (eh_chart_filters_get_type ())
G_DECLARE_FINAL_TYPE (EhChartFilters, eh_chart_filters, EH, CHART_FILTERS, GtkWidget)

void eh_chart_filters_set_workspace (EhChartFilters *self, EhWorkspace *workspace);
void eh_chart_filters_set_allowed (EhChartFilters *self, EhMapFilterFlags allowed);
void eh_chart_filters_set_narrow (EhChartFilters *self, gboolean narrow);
EhFilter eh_chart_filters_get_filter (EhChartFilters *self);
gboolean eh_chart_filters_clear (EhChartFilters *self);

G_END_DECLS
