#pragma once

#include "eh-chart-theme.h"

#include <adwaita.h>

G_BEGIN_DECLS

const EhChartTheme *eh_theme_current (void);
GdkRGBA eh_theme_rgba (EhChartColour colour);
void eh_theme_follow_contrast (void);

G_END_DECLS
