#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * EhChartPattern:
 * A hatch that tells areas apart without colour.
 */
typedef enum {
  EH_CHART_PATTERN_SOLID,
  EH_CHART_PATTERN_DIAGONAL,
  EH_CHART_PATTERN_DOTS,
  EH_CHART_PATTERN_HORIZONTAL,
  EH_CHART_PATTERN_BACK_DIAGONAL,
  EH_CHART_PATTERN_VERTICAL,
  EH_CHART_PATTERN_LATTICE,
  EH_CHART_PATTERN_GRID,
  EH_CHART_PATTERN_DASHES,
  EH_CHART_PATTERN_CHEVRONS,
  EH_CHART_PATTERN_RINGS,
  EH_CHART_PATTERN_WIDE,
  EH_CHART_PATTERN_TICKS,
  EH_CHART_PATTERN_N
} EhChartPattern;

void eh_chart_pattern_draw (
    EhChartPattern pattern, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
