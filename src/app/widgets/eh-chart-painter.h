#pragma once

#include "eh-chart-layout.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHART_PAINTER (eh_chart_painter_get_type ())
G_DECLARE_FINAL_TYPE (EhChartPainter, eh_chart_painter, EH, CHART_PAINTER, GObject)

EhChartPainter *eh_chart_painter_new (void);
void eh_chart_painter_paint (EhChartPainter *self, EhChartLayout *layout, int scale);
gboolean eh_chart_painter_is_busy (EhChartPainter *self);
gboolean eh_chart_painter_is_of (EhChartPainter *self, const EhChartLayout *layout, int scale);
GdkTexture *eh_chart_painter_get_picture (EhChartPainter *self, double *width, double *height);
void eh_chart_painter_forget (EhChartPainter *self);
GdkTexture *eh_chart_painter_make (const EhChartLayout *layout, int scale);

G_END_DECLS
