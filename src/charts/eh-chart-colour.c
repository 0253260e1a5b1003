/* Colours of charts and what the accessibility guidelines say about two of them.
 *
 * Luminance and contrast are the definitions of WCAG 2.1, "relative luminance" and "contrast
 * ratio" (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance).
 */

#include "eh-chart-colour.h"

#include <math.h>

/* The sRGB transfer function backwards: 0 to 1 in, linear light 0 to 1 out. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * eh_chart_colour_from_hex:
 * @rgb: 0xRRGGBB
 *
 * Returns: the colour
 */
EhChartColour
eh_chart_colour_from_hex (guint32 rgb)
{
  return (EhChartColour){
    ((rgb >> 16) & 0xff) / 255.0,
    ((rgb >> 8) & 0xff) / 255.0,
    (rgb & 0xff) / 255.0,
  };
}

/**
 * eh_chart_colour_to_hex:
 * @colour: a colour
 *
 * Returns: (transfer full): "#rrggbb", as CSS and SVG read it
 */
char *
eh_chart_colour_to_hex (EhChartColour colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (CLAMP (colour.r, 0, 1) * 255),
                          (guint) lround (CLAMP (colour.g, 0, 1) * 255),
                          (guint) lround (CLAMP (colour.b, 0, 1) * 255));
}

/**
 * eh_chart_colour_luminance:
 * @colour: a colour
 *
 * Returns: its relative luminance, 0 (black) to 1 (white)
 */
double
eh_chart_colour_luminance (EhChartColour colour)
{
  return 0.2126 * linear (colour.r) + 0.7152 * linear (colour.g) + 0.0722 * linear (colour.b);
}

/**
 * eh_chart_colour_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast ratio, 1 (the same) to 21 (black and white)
 */
double
eh_chart_colour_contrast (EhChartColour a, EhChartColour b)
{
  double la = eh_chart_colour_luminance (a) + 0.05;
  double lb = eh_chart_colour_luminance (b) + 0.05;

  return MAX (la, lb) / MIN (la, lb);
}

/**
 * eh_chart_colour_mix:
 * @from: what there is at 0
 * @to: what there is at 1
 * @amount: 0 to 1
 *
 * Returns: the colour between them that an opaque @from under @to of that opacity shows
 */
EhChartColour
eh_chart_colour_mix (EhChartColour from, EhChartColour to, double amount)
{
  return (EhChartColour){
    from.r + (to.r - from.r) * amount,
    from.g + (to.g - from.g) * amount,
    from.b + (to.b - from.b) * amount,
  };
}

/**
 * eh_chart_colour_on:
 * @fill: a colour
 *
 * Returns: black or white, whichever reads better on @fill: 4.58:1 or more on any
 */
EhChartColour
eh_chart_colour_on (EhChartColour fill)
{
  const EhChartColour black = { 0, 0, 0 };
  const EhChartColour white = { 1, 1, 1 };

  return eh_chart_colour_contrast (fill, black) > eh_chart_colour_contrast (fill, white) ? black
                                                                                         : white;
}

/**
 * eh_chart_colour_reach:
 * @colour: a colour
 * @background: what it stands on
 * @contrast: the ratio that it must have
 *
 * Returns: @colour, or as little of black or white mixed in as brings it to @contrast; black or
 *   white where nothing else does
 */
EhChartColour
eh_chart_colour_reach (EhChartColour colour, EhChartColour background, double contrast)
{
  gboolean on_dark = eh_chart_colour_luminance (background) < 0.18;
  EhChartColour end = on_dark ? (EhChartColour){ 1, 1, 1 } : (EhChartColour){ 0, 0, 0 };

  for (int step = 0; step < 100; step++) {
    EhChartColour tried = eh_chart_colour_mix (colour, end, step / 100.0);

    if (eh_chart_colour_contrast (tried, background) >= contrast)
      return tried;
  }
  return end;
}
