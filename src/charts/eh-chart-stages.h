#pragma once

#include "eh-chart-layout.h"
#include "eh-stage-map.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_stages_layout (const EhStageMap *map,
                                       const EhChartTheme *theme,
                                       double width,
                                       double height,
                                       EhChartDirection direction,
                                       EhChartFlags flags,
                                       const char *scope);

G_END_DECLS
