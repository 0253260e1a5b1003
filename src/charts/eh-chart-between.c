/* What a chart looks like on its way from one set of numbers to the next. A shape moves to where
 * the nearest of its kind and colours was; what has no such counterpart fades. */

#include "eh-chart-between.h"

#include "eh-chart-layout-private.h"

#include <math.h>

/* Pairing looks at every shape for every shape; of more than these, all fade. */
#define MOST_SHAPES 400

typedef struct {
  const EhChartLayout *from;
  const EhChartLayout *to;
  EhChartLayout *made;
  double at;
} Between;

static double
mix (double a, double b, double at)
{
  return a + (b - a) * at;
}

static EhChartBox
mix_box (EhChartBox a, EhChartBox b, double at)
{
  return (EhChartBox){ mix (a.x, b.x, at), mix (a.y, b.y, at), mix (a.width, b.width, at),
                       mix (a.height, b.height, at) };
}

static EhChartPoint
middle (const EhChartShape *shape)
{
  EhChartPoint sum = { 0, 0 };

  if (shape->points == NULL)
    return (EhChartPoint){ shape->box.x + shape->box.width / 2,
                           shape->box.y + shape->box.height / 2 };
  for (guint i = 0; i < shape->points->len; i++) {
    sum.x += g_array_index (shape->points, EhChartPoint, i).x / shape->points->len;
    sum.y += g_array_index (shape->points, EhChartPoint, i).y / shape->points->len;
  }
  return sum;
}

static gboolean
same_colour (EhChartColour a, EhChartColour b)
{
  return fabs (a.r - b.r) + fabs (a.g - b.g) + fabs (a.b - b.b) < 0.001;
}

static gboolean
is_counterpart (const EhChartShape *a, const EhChartShape *b)
{
  guint n_a = a->points != NULL ? a->points->len : 0;
  guint n_b = b->points != NULL ? b->points->len : 0;

  return a->kind == b->kind && n_a == n_b && a->filled == b->filled && a->stroked == b->stroked &&
         a->pattern == b->pattern && (!a->filled || same_colour (a->fill, b->fill)) &&
         (!a->stroked || same_colour (a->stroke, b->stroke));
}

static EhChartShape *
add_copy (EhChartLayout *made, const EhChartShape *shape, double alpha)
{
  EhChartShape *copy = g_memdup2 (shape, sizeof *shape);

  copy->points = shape->points != NULL ? g_array_copy (shape->points) : NULL;
  copy->alpha *= alpha;
  g_ptr_array_add (made->shapes, copy);
  return copy;
}

static void
add_moving (Between *self, const EhChartShape *from, const EhChartShape *to)
{
  EhChartShape *shape = add_copy (self->made, to, 1);

  shape->box = mix_box (from->box, to->box, self->at);
  shape->radius = mix (from->radius, to->radius, self->at);
  shape->alpha = mix (from->alpha, to->alpha, self->at);
  shape->width = mix (from->width, to->width, self->at);
  for (guint i = 0; to->points != NULL && i < to->points->len; i++) {
    EhChartPoint a = g_array_index (from->points, EhChartPoint, i);
    EhChartPoint b = g_array_index (to->points, EhChartPoint, i);

    g_array_index (shape->points, EhChartPoint, i) = (EhChartPoint){ mix (a.x, b.x, self->at),
                                                                     mix (a.y, b.y, self->at) };
  }
}

/* The nearest that is not taken yet; -1 for none. */
static int
counterpart_of (const Between *self, const EhChartShape *shape, const gboolean *taken)
{
  EhChartPoint here = middle (shape);
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->from->shapes->len; i++) {
    const EhChartShape *other = g_ptr_array_index (self->from->shapes, i);
    EhChartPoint there = middle (other);
    double distance = hypot (here.x - there.x, here.y - there.y);

    if (!taken[i] && distance < best && is_counterpart (shape, other)) {
      best = distance;
      found = (int) i;
    }
  }
  return found;
}

static void
add_shapes (Between *self)
{
  guint n_from = self->from->shapes->len;
  guint n_to = self->to->shapes->len;
  g_autofree gboolean *taken = g_new0 (gboolean, n_from + 1);
  g_autofree int *pair = g_new (int, n_to + 1);

  for (guint i = 0; i < n_to; i++) {
    pair[i] = n_from <= MOST_SHAPES && n_to <= MOST_SHAPES
                  ? counterpart_of (self, g_ptr_array_index (self->to->shapes, i), taken)
                  : -1;
    if (pair[i] >= 0)
      taken[pair[i]] = TRUE;
  }
  for (guint i = 0; i < n_from; i++)
    if (!taken[i])
      add_copy (self->made, g_ptr_array_index (self->from->shapes, i), 1 - self->at);
  for (guint i = 0; i < n_to; i++) {
    const EhChartShape *shape = g_ptr_array_index (self->to->shapes, i);

    if (pair[i] >= 0)
      add_moving (self, g_ptr_array_index (self->from->shapes, (guint) pair[i]), shape);
    else
      add_copy (self->made, shape, self->at);
  }
}

/**
 * eh_chart_layout_between:
 * @from: a chart, bare
 * @to: what becomes of it, bare
 * @at: how far, 0 to 1
 *
 * Words are always those of @to, for nothing may be said that is not so.
 *
 * Returns: (transfer full): what to paint meanwhile; it has no marks and no table
 */
EhChartLayout *
eh_chart_layout_between (const EhChartLayout *from, const EhChartLayout *to, double at)
{
  Between self = { from, to, NULL, CLAMP (at, 0, 1) };

  self.made = eh_chart_layout_new (to->theme, to->width, to->height, FALSE, to->direction,
                                   to->flags);
  eh_chart_theme_unref (self.made->theme);
  self.made->theme = eh_chart_theme_ref (to->theme);
  self.made->width = to->width;
  self.made->height = to->height;
  add_shapes (&self);
  for (guint i = 0; i < to->labels->len; i++) {
    EhChartLabel *label = g_memdup2 (g_ptr_array_index (to->labels, i), sizeof *label);

    label->text = g_strdup (label->text);
    label->full = g_strdup (label->full);
    g_ptr_array_add (self.made->labels, label);
  }
  return self.made;
}
