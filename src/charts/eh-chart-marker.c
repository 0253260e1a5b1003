/* The twelve shapes of role groups, as polygons. Their areas are made alike, so that no shape looks
 * like more than another; a circle has no points, and is drawn as one.
 */

#include "eh-chart-marker.h"

#include <math.h>

/* Corners on a circle: sides of them, the first at angle first (turns, 0 at the top). */
static guint
regular (guint sides, double first, double x, double y, double radius, EhChartPoint *points)
{
  for (guint i = 0; i < sides; i++) {
    double angle = 2 * G_PI * (first + (double) i / sides) - G_PI / 2;

    points[i] = (EhChartPoint){ x + radius * cos (angle), y + radius * sin (angle) };
  }
  return sides;
}

static guint
star (double x, double y, double radius, EhChartPoint *points)
{
  for (guint i = 0; i < 10; i++) {
    double angle = 2 * G_PI * i / 10 - G_PI / 2;
    double r = i % 2 ? radius * 0.45 : radius;

    points[i] = (EhChartPoint){ x + r * cos (angle), y + r * sin (angle) };
  }
  return 10;
}

/* A plus whose arms are @arm half wide, turned by @turn radians. */
static guint
plus (double x, double y, double radius, double arm, double turn, EhChartPoint *points)
{
  double a = arm * radius;
  const double corners[12][2] = {
    { -a, -radius }, { a, -radius }, { a, -a }, { radius, -a }, { radius, a },   { a, a },
    { a, radius },   { -a, radius }, { -a, a }, { -radius, a }, { -radius, -a }, { -a, -a },
  };

  for (guint i = 0; i < 12; i++)
    points[i] = (EhChartPoint){
      x + corners[i][0] * cos (turn) - corners[i][1] * sin (turn),
      y + corners[i][0] * sin (turn) + corners[i][1] * cos (turn),
    };
  return 12;
}

/**
 * eh_chart_marker_points:
 * @marker: a shape
 * @x: its middle
 * @y: its middle
 * @radius: of the circle whose area it has
 * @points: (out): its corners
 *
 * Returns: how many corners it has; 0 for a circle
 */
guint
eh_chart_marker_points (EhChartMarker marker,
                        double x,
                        double y,
                        double radius,
                        EhChartPoint points[EH_CHART_MARKER_MAX_POINTS])
{
  double r = radius;

  switch (marker) {
  case EH_CHART_MARKER_SQUARE:
    return regular (4, 0.125, x, y, r * 1.253, points);
  case EH_CHART_MARKER_DIAMOND:
    return regular (4, 0, x, y, r * 1.253, points);
  case EH_CHART_MARKER_UP:
    return regular (3, 0, x, y + r * 0.22, r * 1.45, points);
  case EH_CHART_MARKER_DOWN:
    return regular (3, 0.5, x, y - r * 0.22, r * 1.45, points);
  case EH_CHART_MARKER_PLUS:
    return plus (x, y, r * 1.15, 0.38, 0, points);
  case EH_CHART_MARKER_HEXAGON:
    return regular (6, 0, x, y, r * 1.1, points);
  case EH_CHART_MARKER_STAR:
    return star (x, y, r * 1.45, points);
  case EH_CHART_MARKER_CROSS:
    return plus (x, y, r * 1.2, 0.38, G_PI / 4, points);
  case EH_CHART_MARKER_PENTAGON:
    return regular (5, 0, x, y + r * 0.06, r * 1.15, points);
  case EH_CHART_MARKER_BAR:
    points[0] = (EhChartPoint){ x - r * 1.3, y - r * 0.6 };
    points[1] = (EhChartPoint){ x + r * 1.3, y - r * 0.6 };
    points[2] = (EhChartPoint){ x + r * 1.3, y + r * 0.6 };
    points[3] = (EhChartPoint){ x - r * 1.3, y + r * 0.6 };
    return 4;
  case EH_CHART_MARKER_HOURGLASS:
    points[0] = (EhChartPoint){ x - r * 1.1, y - r * 1.15 };
    points[1] = (EhChartPoint){ x + r * 1.1, y - r * 1.15 };
    points[2] = (EhChartPoint){ x + r * 0.22, y };
    points[3] = (EhChartPoint){ x + r * 1.1, y + r * 1.15 };
    points[4] = (EhChartPoint){ x - r * 1.1, y + r * 1.15 };
    points[5] = (EhChartPoint){ x - r * 0.22, y };
    return 6;
  case EH_CHART_MARKER_CIRCLE:
  case EH_CHART_MARKER_N:
  default:
    return 0;
  }
}
