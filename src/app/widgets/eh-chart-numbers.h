#pragma once

#include "eh-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_NUMBERS (eh_chart_numbers_get_type ())
G_DECLARE_FINAL_TYPE (EhChartNumbers, eh_chart_numbers, EH, CHART_NUMBERS, GtkWidget)

void eh_chart_numbers_set_layout (EhChartNumbers *self, EhChartLayout *layout, gboolean may_copy);
void eh_chart_numbers_open (EhChartNumbers *self);

G_END_DECLS
