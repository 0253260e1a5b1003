#pragma once

#include "eh-chart-layout.h"
#include "eh-flow.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_flow_layout (const EhFlow *flow,
                                     const EhChartTheme *theme,
                                     double width,
                                     double height,
                                     EhChartDirection direction,
                                     EhChartFlags flags,
                                     const char *scope);

G_END_DECLS
