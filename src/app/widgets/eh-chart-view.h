#pragma once

#include "eh-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EhChartLayouter:
 * @data: what it draws from
 * @theme: colours and text sizes
 * @width: CSS pixels
 * @height: CSS pixels, as a wish: the layout says how high it is
 * @direction: of the text
 *
 * Returns: (transfer full) (nullable): the chart laid out
 */
typedef EhChartLayout *(*EhChartLayouter) (gpointer data,
                                           const EhChartTheme *theme,
                                           double width,
                                           double height,
                                           EhChartDirection direction);

#define EH_TYPE_CHART_VIEW (eh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (EhChartView, eh_chart_view, EH, CHART_VIEW, GtkWidget)

void eh_chart_view_set_chart (EhChartView *self,
                              EhChartLayouter layouter,
                              gpointer data,
                              GDestroyNotify free_data);
EhChartLayout *eh_chart_view_get_layout (EhChartView *self);
void eh_chart_view_set_text_scale (EhChartView *self, double scale);

G_END_DECLS
