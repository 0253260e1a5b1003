#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhChartColour:
 * @r: red, 0 to 1, sRGB as everywhere in this layer
 * @g: green
 * @b: blue
 */
typedef struct {
  double r;
  double g;
  double b;
} EhChartColour;

EhChartColour eh_chart_colour_from_hex (guint32 rgb);
char *eh_chart_colour_to_hex (EhChartColour colour);
double eh_chart_colour_luminance (EhChartColour colour);
double eh_chart_colour_contrast (EhChartColour a, EhChartColour b);
EhChartColour eh_chart_colour_mix (EhChartColour from, EhChartColour to, double amount);
EhChartColour eh_chart_colour_on (EhChartColour fill);
EhChartColour
eh_chart_colour_reach (EhChartColour colour, EhChartColour background, double contrast);

G_END_DECLS
