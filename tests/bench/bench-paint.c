/* What painting a large chart at 4K costs, beside cairo drawing as many rectangles, curves and
 * words without knowing what they mean. The window paints in a worker; what is left for a frame is
 * to put the picture up, here as slowly as a renderer does that has no graphics card.
 *
 * Usage: bench-paint
 *
 * Prints a line "CHART OURS FLOOR FRAME" for each, in milliseconds. */

#include "chart-cases.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-layout-private.h"
#include "eh-chart-map.h"
#include "eh-chart-paint.h"
#include "eh-chart-people.h"
#include "eh-chart-time.h"

#include <locale.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <time.h>

#define TRIES  9
#define WIDTH  3840
#define HEIGHT 2160

typedef void (*Paint) (const EhChartLayout *layout, cairo_t *cr);

static void
curve (cairo_t *cr, const EhChartShape *shape)
{
  const EhChartPoint *points = (const EhChartPoint *) (gpointer) shape->points->data;

  cairo_move_to (cr, points[0].x, points[0].y);
  cairo_curve_to (cr, points[1].x, points[0].y, points[0].x, points[1].y, points[1].x, points[1].y);
  if (shape->points->len >= 4) {
    cairo_line_to (cr, points[2].x, points[2].y);
    cairo_curve_to (cr, points[3].x, points[2].y, points[2].x, points[3].y, points[3].x,
                    points[3].y);
  }
}

static void
paint_alone (const EhChartLayout *layout, cairo_t *cr)
{
  g_autoptr (PangoLayout) text = pango_cairo_create_layout (cr);

  cairo_set_source_rgb (cr, 0.2, 0.3, 0.4);
  for (guint i = 0; i < layout->shapes->len; i++) {
    const EhChartShape *shape = layout->shapes->pdata[i];

    cairo_new_path (cr);
    if (shape->kind == EH_CHART_SHAPE_RIBBON)
      curve (cr, shape);
    else
      cairo_rectangle (cr, shape->box.x, shape->box.y, shape->box.width, shape->box.height);
    if (shape->filled)
      cairo_fill_preserve (cr);
    if (shape->stroked)
      cairo_stroke (cr);
  }
  for (guint i = 0; i < layout->labels->len; i++) {
    const EhChartLabel *label = eh_chart_layout_label (layout, i);

    pango_layout_set_text (text, label->text, -1);
    cairo_move_to (cr, label->box.x, label->box.y);
    pango_cairo_show_layout (cr, text);
  }
}

/* Of this thread, in milliseconds: what else the machine does is not painting. */
static double
spent (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* @finished: (nullable): a picture that is put up instead of painting */
static double
best_of (const EhChartLayout *layout, Paint paint, cairo_surface_t *finished)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++) {
    cairo_t *cr = cairo_create (surface);
    double start;

    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_paint (cr);
    start = spent ();
    if (finished != NULL) {
      cairo_set_source_surface (cr, finished, 0, 0);
      cairo_paint (cr);
    } else {
      paint (layout, cr);
    }
    cairo_surface_flush (surface);
    best = MIN (best, spent () - start);
    cairo_destroy (cr);
  }
  cairo_surface_destroy (surface);
  return best;
}

static double
frame (const EhChartLayout *layout)
{
  cairo_surface_t *finished = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (finished);
  double best;

  eh_chart_paint (layout, cr);
  cairo_destroy (cr);
  best = best_of (layout, NULL, finished);
  cairo_surface_destroy (finished);
  return best;
}

static void
tell (const char *name, EhChartLayout *layout)
{
  printf ("%s %.3f %.3f %.3f\n", name, best_of (layout, eh_chart_paint, NULL),
          best_of (layout, paint_alone, NULL), frame (layout));
  eh_chart_layout_unref (layout);
}

int
main (int argc, char **argv)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_LIGHT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (EhBalance) balance = chart_cases_balance (12, EH_AUDIENCE_TEAM, rand);
  g_autoptr (EhCrosstab) map = chart_cases_map (12, 60, EH_AUDIENCE_TEAM, rand);
  g_autoptr (EhFlow) flow = chart_cases_flow (12, 12, 16, EH_AUDIENCE_TEAM, rand);
  g_autoptr (EhTimeline) timeline = chart_cases_timeline (12, 40, 12, EH_AUDIENCE_TEAM, rand);
  g_autoptr (EhPeople) people = chart_cases_people (12, 60, 40, rand);

  setlocale (LC_ALL, "");
#define TELL(name, kind, numbers, ...)                                                             \
  tell (name, eh_chart_##kind##_layout (numbers, ##__VA_ARGS__, theme, WIDTH, HEIGHT,              \
                                        EH_CHART_LTR, 0, NULL))
  TELL ("balance", balance, balance);
  TELL ("map", map, map);
  TELL ("flow", flow, flow);
  TELL ("time", time, timeline);
  tell ("people", eh_chart_people_layout (people, EH_PEOPLE_INSIGHTS, theme, WIDTH, HEIGHT,
                                          EH_CHART_LTR, 0, NULL));
  return 0;
}
