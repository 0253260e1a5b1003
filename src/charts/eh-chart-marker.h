#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhChartMarker:
 * The shape that stands for a role group on a line, beside a name, in a list.
 */
typedef enum {
  EH_CHART_MARKER_CIRCLE,
  EH_CHART_MARKER_SQUARE,
  EH_CHART_MARKER_DIAMOND,
  EH_CHART_MARKER_UP,
  EH_CHART_MARKER_DOWN,
  EH_CHART_MARKER_PLUS,
  EH_CHART_MARKER_HEXAGON,
  EH_CHART_MARKER_STAR,
  EH_CHART_MARKER_CROSS,
  EH_CHART_MARKER_PENTAGON,
  EH_CHART_MARKER_BAR,
  EH_CHART_MARKER_HOURGLASS,
  EH_CHART_MARKER_N
} EhChartMarker;

/**
 * EhChartPoint:
 * @x: to the right, CSS pixels
 * @y: down
 */
typedef struct {
  double x;
  double y;
} EhChartPoint;

#define EH_CHART_MARKER_MAX_POINTS 24

guint eh_chart_marker_points (EhChartMarker marker,
                              double x,
                              double y,
                              double radius,
                              EhChartPoint points[EH_CHART_MARKER_MAX_POINTS]);

G_END_DECLS
