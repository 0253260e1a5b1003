#pragma once

#include "eh-chart-layout.h"
#include "eh-hours.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_hours_layout (const EhHours *hours,
                                      const EhChartTheme *theme,
                                      double width,
                                      double height,
                                      EhChartDirection direction,
                                      EhChartFlags flags,
                                      const char *scope);

G_END_DECLS
