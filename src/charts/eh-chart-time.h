#pragma once

#include "eh-chart-layout.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_time_layout (const EhTimeline *timeline,
                                     const EhChartTheme *theme,
                                     double width,
                                     double height,
                                     EhChartDirection direction,
                                     EhChartFlags flags,
                                     const char *scope);

G_END_DECLS
