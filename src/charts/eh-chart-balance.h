#pragma once

#include "eh-balance.h"
#include "eh-chart-layout.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_balance_layout (const EhBalance *balance,
                                        const EhChartTheme *theme,
                                        double width,
                                        double height,
                                        EhChartDirection direction,
                                        EhChartFlags flags,
                                        const char *scope);

G_END_DECLS
