#pragma once

#include "eh-chart-layout.h"

G_BEGIN_DECLS

EhChartLayout *
eh_chart_layout_between (const EhChartLayout *from, const EhChartLayout *to, double at);

G_END_DECLS
