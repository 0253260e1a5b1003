#pragma once

#include <cairo.h>

#include "eh-chart-layout.h"

G_BEGIN_DECLS

void eh_chart_paint (const EhChartLayout *layout, cairo_t *cr);
void eh_chart_paint_ground (const EhChartLayout *layout, cairo_t *cr);
void eh_chart_paint_marks (const EhChartLayout *layout, cairo_t *cr);
void eh_chart_paint_group_marker (
    const EhChartTheme *theme, int slot, cairo_t *cr, double x, double y, double radius);
void eh_chart_paint_category_swatch (const EhChartTheme *theme,
                                     int slot,
                                     cairo_t *cr,
                                     double x,
                                     double y,
                                     double width,
                                     double height);

G_END_DECLS
