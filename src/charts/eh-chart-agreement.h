#pragma once

#include "eh-chart-layout.h"
#include "eh-coder-agreement.h"

G_BEGIN_DECLS

EhChartLayout *eh_chart_agreement_layout (const EhCoderAgreement *agreement,
                                          const EhChartTheme *theme,
                                          double width,
                                          double height,
                                          EhChartDirection direction,
                                          EhChartFlags flags,
                                          const char *scope);

G_END_DECLS
