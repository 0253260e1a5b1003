#pragma once

#include "eh-crosstab.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_AXES (eh_chart_axes_get_type ())
G_DECLARE_FINAL_TYPE (EhChartAxes, eh_chart_axes, EH, CHART_AXES, GtkWidget)

void eh_chart_axes_set_workspace (EhChartAxes *self, EhWorkspace *workspace);
void eh_chart_axes_set_lens (EhChartAxes *self, EhId framework_id);
EhAxis eh_chart_axes_get_rows (EhChartAxes *self);
EhAxis eh_chart_axes_get_columns (EhChartAxes *self);

G_END_DECLS
