#pragma once

#include "eh-chart-layout.h"
#include "eh-crosstab.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_map_layout (const EhCrosstab *crosstab,
                                    const EhChartTheme *theme,
                                    double width,
                                    double height,
                                    EhChartDirection direction,
                                    EhChartFlags flags,
                                    const char *scope);

G_END_DECLS
