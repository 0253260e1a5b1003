#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_SPOT (eh_chart_spot_get_type ())
G_DECLARE_FINAL_TYPE (EhChartSpot, eh_chart_spot, EH, CHART_SPOT, GtkWidget)

GtkWidget *eh_chart_spot_new (guint index);
guint eh_chart_spot_get_index (EhChartSpot *self);
void eh_chart_spot_set_text (EhChartSpot *self, const char *text);

G_END_DECLS
