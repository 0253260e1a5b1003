#pragma once

#include "eh-map-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_CHOOSER (eh_chart_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EhChartChooser, eh_chart_chooser, EH, CHART_CHOOSER, GtkWidget)

EhMapChart eh_chart_chooser_get_chart (EhChartChooser *self);
void eh_chart_chooser_set_chart (EhChartChooser *self, EhMapChart chart);
void eh_chart_chooser_set_narrow (EhChartChooser *self, gboolean narrow);

G_END_DECLS
