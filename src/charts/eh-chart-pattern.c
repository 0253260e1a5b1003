/* Hatches as vectors: lines and dots, clipped to a shape by whoever draws them. A pattern surface
 * would turn into a bitmap in PDF and SVG.
 *
 * Hatches hang on the picture's origin, not on the shape, so that those of neighbours meet.
 */

#include "eh-chart-pattern.h"

#include <math.h>

typedef struct {
  double left;
  double top;
  double right;
  double bottom;
} Box;

/* Lines across the box whose x grows by slope for each step down: 0 upright, 1 and -1 diagonal. */
static void
slanted (cairo_t *cr, const Box *box, double step, double slope)
{
  double a = box->left - slope * box->top;
  double b = box->left - slope * box->bottom;
  double c = box->right - slope * box->top;
  double d = box->right - slope * box->bottom;
  double low = MIN (MIN (a, b), MIN (c, d));
  double high = MAX (MAX (a, b), MAX (c, d));

  for (double at = floor (low / step) * step; at <= high; at += step) {
    cairo_move_to (cr, at + slope * box->top, box->top);
    cairo_line_to (cr, at + slope * box->bottom, box->bottom);
  }
  cairo_stroke (cr);
}

static void
level (cairo_t *cr, const Box *box, double step)
{
  for (double y = floor (box->top / step) * step; y <= box->bottom; y += step) {
    cairo_move_to (cr, box->left, y);
    cairo_line_to (cr, box->right, y);
  }
  cairo_stroke (cr);
}

/* One small thing at each place of a grid whose odd rows are shifted by half a step. */
static void
scattered (cairo_t *cr, const Box *box, double step, double radius, gboolean filled)
{
  int row = (int) floor (box->top / step);

  for (double y = row * step; y <= box->bottom + radius; y += step, row++) {
    double shift = row % 2 ? step / 2 : 0;

    for (double x = floor (box->left / step) * step - shift; x <= box->right + radius; x += step) {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  }
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
dashes (cairo_t *cr, const Box *box)
{
  int row = (int) floor (box->top / 4);

  for (double y = row * 4.0; y <= box->bottom; y += 4, row++) {
    double shift = row % 2 ? 5 : 0;

    for (double x = floor (box->left / 10) * 10 - shift; x <= box->right; x += 10) {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + 5, y);
    }
  }
  cairo_stroke (cr);
}

static void
ticks (cairo_t *cr, const Box *box)
{
  int row = (int) floor (box->top / 6);

  for (double y = row * 6.0; y <= box->bottom; y += 6, row++) {
    double shift = row % 2 ? 3 : 0;

    for (double x = floor (box->left / 6) * 6 - shift; x <= box->right; x += 6) {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y + 4);
    }
  }
  cairo_stroke (cr);
}

static void
chevrons (cairo_t *cr, const Box *box)
{
  for (double y = floor (box->top / 6) * 6; y <= box->bottom + 6; y += 6) {
    double left = floor (box->left / 8) * 8;

    cairo_move_to (cr, left, y);
    for (double x = left; x <= box->right; x += 8) {
      cairo_line_to (cr, x + 4, y - 4);
      cairo_line_to (cr, x + 8, y);
    }
  }
  cairo_stroke (cr);
}

/**
 * eh_chart_pattern_draw:
 * @pattern: a hatch
 * @cr: where to draw, with the source set and the shape as the clip
 * @x: of the box that the shape lies in, CSS pixels
 * @y: of the box
 * @width: of the box
 * @height: of the box
 *
 * Draws the lines of a hatch. A solid pattern has none.
 */
void
eh_chart_pattern_draw (
    EhChartPattern pattern, cairo_t *cr, double x, double y, double width, double height)
{
  Box box = { x, y, x + width, y + height };

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, 1.25);
  switch (pattern) {
  case EH_CHART_PATTERN_DIAGONAL:
    slanted (cr, &box, 6, -1);
    break;
  case EH_CHART_PATTERN_BACK_DIAGONAL:
    slanted (cr, &box, 6, 1);
    break;
  case EH_CHART_PATTERN_LATTICE:
    slanted (cr, &box, 8, -1);
    slanted (cr, &box, 8, 1);
    break;
  case EH_CHART_PATTERN_VERTICAL:
    slanted (cr, &box, 4, 0);
    break;
  case EH_CHART_PATTERN_HORIZONTAL:
    level (cr, &box, 4);
    break;
  case EH_CHART_PATTERN_GRID:
    level (cr, &box, 6);
    slanted (cr, &box, 6, 0);
    break;
  case EH_CHART_PATTERN_DOTS:
    scattered (cr, &box, 5, 1.1, TRUE);
    break;
  case EH_CHART_PATTERN_RINGS:
    scattered (cr, &box, 7, 1.8, FALSE);
    break;
  case EH_CHART_PATTERN_DASHES:
    dashes (cr, &box);
    break;
  case EH_CHART_PATTERN_CHEVRONS:
    chevrons (cr, &box);
    break;
  case EH_CHART_PATTERN_WIDE:
    cairo_set_line_width (cr, 3);
    slanted (cr, &box, 11, -1);
    break;
  case EH_CHART_PATTERN_TICKS:
    ticks (cr, &box);
    break;
  case EH_CHART_PATTERN_SOLID:
  case EH_CHART_PATTERN_N:
  default:
    break;
  }
}
