/* What holds for every chart, tried on numbers and names as odd as they come: no words on words, no
 * words on marks, nothing outside the picture, right to left the exact mirror, and marks that say
 * what the table says.
 */

#include "chart-cases.h"
#include "eh-chart-agreement.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-layout-private.h"
#include "eh-chart-map.h"
#include "eh-chart-people.h"
#include "eh-chart-stages.h"
#include "eh-chart-time.h"

#include <math.h>

/* Ten times as many with -m thorough. */
#define N_BALANCES 120u
#define N_MAPS     80u
#define N_OTHERS   60u /* of each of the others */
#define FAINT      1.6 /* contrast of what only guides the eye */
#define TOUCH      1.0 /* lines of text may share so much of an edge, CSS pixels */

static EhChartBox
shape_box (const EhChartShape *shape)
{
  EhChartBox box = shape->box;

  if (shape->points) {
    EhChartPoint first = g_array_index (shape->points, EhChartPoint, 0);
    double right = first.x;
    double bottom = first.y;

    box = (EhChartBox){ first.x, first.y, 0, 0 };
    for (guint i = 1; i < shape->points->len; i++) {
      EhChartPoint point = g_array_index (shape->points, EhChartPoint, i);

      box.x = MIN (box.x, point.x);
      box.y = MIN (box.y, point.y);
      right = MAX (right, point.x);
      bottom = MAX (bottom, point.y);
    }
    box.width = right - box.x;
    box.height = bottom - box.y;
  }
  return box;
}

static gboolean
overlap (EhChartBox a, EhChartBox b)
{
  return MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x) > TOUCH &&
         MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y) > TOUCH;
}

static gboolean
within (EhChartBox a, EhChartBox b)
{
  return a.x >= b.x - TOUCH && a.y >= b.y - TOUCH && a.x + a.width <= b.x + b.width + TOUCH &&
         a.y + a.height <= b.y + b.height + TOUCH;
}

static void
check_labels (const EhChartLayout *layout, const char *what)
{
  const EhChartBox picture = { 0, 0, layout->width, layout->height };

  for (guint i = 0; i < layout->labels->len; i++) {
    const EhChartLabel *label = eh_chart_layout_label (layout, i);

    if (!within (label->box, picture))
      g_error ("%s: “%s” leaves the picture: %g %g %g %g in %g × %g", what, label->text,
               label->box.x, label->box.y, label->box.width, label->box.height, layout->width,
               layout->height);
    for (guint j = 0; j < i; j++) {
      const EhChartLabel *other = eh_chart_layout_label (layout, j);

      if (overlap (label->box, other->box))
        g_error ("%s: “%s” stands on “%s”", what, label->text, other->text);
    }
    for (guint j = 0; j < layout->shapes->len; j++) {
      const EhChartShape *shape = g_ptr_array_index (layout->shapes, j);
      EhChartBox box = shape_box (shape);

      if (shape->filled && overlap (label->box, box) && !within (label->box, box))
        g_error ("%s: “%s” covers a mark at %g %g", what, label->text, box.x, box.y);
    }
  }
}

static void
check_inside (const EhChartLayout *layout, const char *what)
{
  const EhChartBox picture = { 0, 0, layout->width, layout->height };

  for (guint i = 0; i < layout->marks->len; i++)
    if (!within (eh_chart_layout_mark (layout, i)->box, picture))
      g_error ("%s: the mark “%s” leaves the picture", what,
               eh_chart_layout_mark (layout, i)->accessible);
  for (guint i = 0; i < layout->shapes->len; i++)
    if (!within (shape_box (g_ptr_array_index (layout->shapes, i)), picture))
      g_error ("%s: shape %u leaves the picture", what, i);
}

static void
check_mirrored (EhChartBox left, EhChartBox right, double width)
{
  g_assert_cmpfloat_with_epsilon (left.x, width - right.x - right.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.y, right.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.width, right.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.height, right.height, 1e-6);
}

static void
check_mirror (const EhChartLayout *ltr, const EhChartLayout *rtl)
{
  g_assert_cmpuint (ltr->marks->len, ==, rtl->marks->len);
  g_assert_cmpuint (ltr->labels->len, ==, rtl->labels->len);
  g_assert_cmpuint (ltr->shapes->len, ==, rtl->shapes->len);
  for (guint i = 0; i < ltr->marks->len; i++)
    check_mirrored (eh_chart_layout_mark (ltr, i)->box, eh_chart_layout_mark (rtl, i)->box,
                    ltr->width);
  for (guint i = 0; i < ltr->labels->len; i++)
    check_mirrored (eh_chart_layout_label (ltr, i)->box, eh_chart_layout_label (rtl, i)->box,
                    ltr->width);
  for (guint i = 0; i < ltr->shapes->len; i++)
    check_mirrored (shape_box (g_ptr_array_index (ltr->shapes, i)),
                    shape_box (g_ptr_array_index (rtl->shapes, i)), ltr->width);
}

/* Every mark can be reached and pointed at, and says what its cell of the table says. */
static void
check_marks (const EhChartLayout *layout, const char *what)
{
  const EhChartTable *table = eh_chart_layout_table (layout);

  for (guint i = 0; i < layout->marks->len; i++) {
    const EhChartMark *mark = eh_chart_layout_mark (layout, i);
    GStrv row;

    g_assert_cmpuint (mark->row, <, table->rows->len);
    g_assert_cmpuint (mark->column, <, table->n_columns);
    g_assert_nonnull (mark->row_key);
    g_assert_nonnull (mark->column_key);
    row = g_ptr_array_index (table->rows, mark->row);
    if (!strstr (mark->value, row[mark->column]))
      g_error ("%s: the table says “%s”, the mark “%s”", what, row[mark->column], mark->value);
    if (!strstr (mark->accessible, row[mark->column]) || !strstr (mark->accessible, row[0]))
      g_error ("%s: “%s” is not spoken: “%s”", what, row[mark->column], mark->accessible);
    if (mark->box.width > 0 && mark->box.height > 0)
      g_assert_cmpint (eh_chart_layout_hit (layout, mark->box.x + mark->box.width / 2,
                                            mark->box.y + mark->box.height / 2),
                       >=, 0);
  }
}

static gboolean
is_ground (const EhChartShape *shape, EhChartBox label)
{
  double x = label.x + label.width / 2;
  double y = label.y + label.height / 2;
  EhChartBox box = shape->box;

  if (!shape->filled || shape->pattern != EH_CHART_PATTERN_SOLID)
    return FALSE;
  if (shape->kind == EH_CHART_SHAPE_CIRCLE)
    return hypot (x - box.x - box.width / 2, y - box.y - box.height / 2) <= shape->radius;
  return shape->kind == EH_CHART_SHAPE_RECT && x >= box.x && x <= box.x + box.width && y >= box.y &&
         y <= box.y + box.height;
}

/* Words can be read on what they stand on, and shapes told from the ground by what they are filled
 * with or by their edge. Grounds of words are not told apart by their colour. */
static void
check_contrast (const EhChartLayout *layout, const char *what)
{
  EhChartColour ground = layout->theme->background;
  g_autofree gboolean *bears_words = g_new0 (gboolean, layout->shapes->len + 1);

  for (guint i = 0; i < layout->labels->len; i++) {
    const EhChartLabel *label = eh_chart_layout_label (layout, i);
    EhChartColour under = ground;

    for (guint j = 0; j < layout->shapes->len; j++) {
      const EhChartShape *shape = g_ptr_array_index (layout->shapes, j);

      if (is_ground (shape, label->box)) {
        under = shape->fill;
        bears_words[j] = TRUE;
      }
    }
    if (eh_chart_colour_contrast (label->colour, under) < 4.5)
      g_error ("%s: “%s” can hardly be read: %.2f", what, label->text,
               eh_chart_colour_contrast (label->colour, under));
  }
  for (guint i = 0; i < layout->shapes->len; i++) {
    const EhChartShape *shape = g_ptr_array_index (layout->shapes, i);
    double fill = shape->filled ? eh_chart_colour_contrast (shape->fill, ground) : 1;
    double edge = shape->stroked ? eh_chart_colour_contrast (shape->stroke, ground) : 1;

    /* Tracks are so faint that they carry nothing. */
    if (shape->kind != EH_CHART_SHAPE_LINE && !bears_words[i] && MAX (fill, edge) < 3 &&
        MAX (fill, edge) > FAINT)
      g_error ("%s: shape %u at %g %g, %g × %g, can hardly be seen: %.2f", what, i, shape->box.x,
               shape->box.y, shape->box.width, shape->box.height, MAX (fill, edge));
  }
}

static void
check (const EhChartLayout *ltr, const EhChartLayout *rtl, const char *what)
{
  check_inside (ltr, what);
  check_labels (ltr, what);
  check_marks (ltr, what);
  check_contrast (ltr, what);
  check_mirror (ltr, rtl);
}

static double
random_width (GRand *rand)
{
  static const double usual[] = { 360, 420, 560, 640, 900, 1280, 1920, 3840 };

  return g_rand_boolean (rand) ? usual[g_rand_int_range (rand, 0, G_N_ELEMENTS (usual))]
                               : g_rand_double_range (rand, 360, 3840);
}

static EhChartTheme *
random_theme (GRand *rand)
{
  static const double scales[] = { 1, 1, 1, 1.25, 2 };

  return eh_chart_theme_new_scaled ((EhChartThemeKind) g_rand_int_range (rand, 0, 5),
                                    scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))],
                                    NULL);
}

static void
test_balances (void)
{
  for (guint32 i = 0; i < N_BALANCES * (g_test_thorough () ? 10 : 1); i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + i);
    g_autoptr (EhBalance) numbers = chart_cases_balance (
        (guint) g_rand_int_range (rand, 2, 13),
        g_rand_boolean (rand) ? EH_AUDIENCE_PUBLIC : EH_AUDIENCE_TEAM, rand);
    g_autoptr (EhChartTheme) theme = random_theme (rand);
    double width = random_width (rand);
    double height = g_rand_double_range (rand, 150, 1600);
    EhChartFlags flags = g_rand_boolean (rand) ? EH_CHART_FRAMED : EH_CHART_BARE;
    g_autoptr (EhChartLayout) ltr = eh_chart_balance_layout (numbers, theme, width, height,
                                                             EH_CHART_LTR, flags, NULL);
    g_autoptr (EhChartLayout) rtl = eh_chart_balance_layout (numbers, theme, width, height,
                                                             EH_CHART_RTL, flags, NULL);
    g_autofree char *what = g_strdup_printf ("balance %u, %g × %g, text × %g", i, width, height,
                                             theme->text_scale);

    check (ltr, rtl, what);
  }
}

static void
test_maps (void)
{
  for (guint32 i = 0; i < N_MAPS * (g_test_thorough () ? 10 : 1); i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (100000 + i);
    guint most = i % 10 == 0 ? 61 : 12;
    g_autoptr (EhCrosstab) numbers = chart_cases_map (
        (guint) g_rand_int_range (rand, 1, i % 10 == 0 ? 13 : 6),
        (guint) g_rand_int_range (rand, 1, (gint32) most),
        g_rand_boolean (rand) ? EH_AUDIENCE_PUBLIC : EH_AUDIENCE_TEAM, rand);
    g_autoptr (EhChartTheme) theme = random_theme (rand);
    double width = random_width (rand);
    double height = g_rand_double_range (rand, 150, 1600);
    EhChartFlags flags = g_rand_boolean (rand) ? EH_CHART_FRAMED : EH_CHART_BARE;
    g_autoptr (EhChartLayout) ltr = eh_chart_map_layout (numbers, theme, width, height,
                                                         EH_CHART_LTR, flags, NULL);
    g_autoptr (EhChartLayout) rtl = eh_chart_map_layout (numbers, theme, width, height,
                                                         EH_CHART_RTL, flags, NULL);
    g_autofree char *what = g_strdup_printf ("map %u, %u × %u, %g × %g, text × %g", i,
                                             numbers->n_rows, numbers->n_columns, width, height,
                                             theme->text_scale);

    check (ltr, rtl, what);
  }
}

/* How to make numbers as odd as they come, lay them out, and be rid of them. */
typedef struct {
  gpointer (*numbers) (guint32 round, EhAudience audience, GRand *rand);
  EhChartLayout *(*lay_out) (gconstpointer numbers,
                             const EhChartTheme *theme,
                             double width,
                             double height,
                             EhChartDirection direction,
                             EhChartFlags flags);
  void (*clear) (gpointer numbers);
} Chart;

static gpointer
flow_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  guint n_groups = (guint) g_rand_int_range (rand, 1, 13);
  guint n_categories = (guint) g_rand_int_range (rand, 1, 14);

  return chart_cases_flow (n_groups, n_categories, (guint) g_rand_int_range (rand, 0, 18), audience,
                           rand);
}

static EhChartLayout *
flow_layout (gconstpointer numbers,
             const EhChartTheme *theme,
             double width,
             double height,
             EhChartDirection direction,
             EhChartFlags flags)
{
  return eh_chart_flow_layout (numbers, theme, width, height, direction, flags, NULL);
}

static gpointer
time_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  guint n_groups = (guint) g_rand_int_range (rand, 1, 13);
  guint n_stretches = (guint) g_rand_int_range (rand, 1, 49);

  return chart_cases_timeline (n_groups, n_stretches, (guint) g_rand_int_range (rand, 0, 9),
                               audience, rand);
}

static EhChartLayout *
time_layout (gconstpointer numbers,
             const EhChartTheme *theme,
             double width,
             double height,
             EhChartDirection direction,
             EhChartFlags flags)
{
  return eh_chart_time_layout (numbers, theme, width, height, direction, flags, NULL);
}

static gpointer
stages_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  return chart_cases_stages ((guint) g_rand_int_range (rand, 1, 13), audience, rand);
}

static EhChartLayout *
stages_layout (gconstpointer numbers,
               const EhChartTheme *theme,
               double width,
               double height,
               EhChartDirection direction,
               EhChartFlags flags)
{
  return eh_chart_stages_layout (numbers, theme, width, height, direction, flags, NULL);
}

static gpointer
people_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  guint n_groups = (guint) g_rand_int_range (rand, 1, 13);
  guint n_people = (guint) g_rand_int_range (rand, 0, round % 10 == 0 ? 600 : 40);

  return chart_cases_people (n_groups, n_people, round % 4 == 0 ? 2000 : 20, rand);
}

static EhChartLayout *
people_layout (gconstpointer numbers,
               const EhChartTheme *theme,
               double width,
               double height,
               EhChartDirection direction,
               EhChartFlags flags)
{
  const EhPeople *people = numbers;

  return eh_chart_people_layout (people,
                                 people->n_people % 2 ? EH_PEOPLE_TURNS : EH_PEOPLE_INSIGHTS, theme,
                                 width, height, direction, flags, NULL);
}

static gpointer
agreement_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  guint n_categories = (guint) g_rand_int_range (rand, 0, round % 10 == 0 ? 61 : 12);

  return chart_cases_agreement (n_categories, (guint) g_rand_int_range (rand, 2, 5), audience,
                                rand);
}

static EhChartLayout *
agreement_layout (gconstpointer numbers,
                  const EhChartTheme *theme,
                  double width,
                  double height,
                  EhChartDirection direction,
                  EhChartFlags flags)
{
  return eh_chart_agreement_layout (numbers, theme, width, height, direction, flags, NULL);
}

static gpointer
hours_numbers (guint32 round, EhAudience audience, GRand *rand)
{
  return chart_cases_hours ((guint) g_rand_int_range (rand, 1, 13), audience, rand);
}

static EhChartLayout *
hours_layout (gconstpointer numbers,
              const EhChartTheme *theme,
              double width,
              double height,
              EhChartDirection direction,
              EhChartFlags flags)
{
  return eh_chart_hours_layout (numbers, theme, width, height, direction, flags, NULL);
}

static const Chart hours = { hours_numbers, hours_layout, (GDestroyNotify) eh_hours_unref };
static const Chart agreement = { agreement_numbers, agreement_layout,
                                 (GDestroyNotify) eh_coder_agreement_unref };
static const Chart flow = { flow_numbers, flow_layout, (GDestroyNotify) eh_flow_unref };
static const Chart timeline = { time_numbers, time_layout, (GDestroyNotify) eh_timeline_unref };
static const Chart stages = { stages_numbers, stages_layout, (GDestroyNotify) eh_stage_map_unref };
static const Chart people = { people_numbers, people_layout, (GDestroyNotify) eh_people_unref };

static void
test_chart (gconstpointer data)
{
  const Chart *chart = data;

  for (guint32 i = 0; i < N_OTHERS * (g_test_thorough () ? 10 : 1); i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (200000 + i);
    EhAudience audience = g_rand_boolean (rand) ? EH_AUDIENCE_PUBLIC : EH_AUDIENCE_TEAM;
    gpointer numbers = chart->numbers (i, audience, rand);
    g_autoptr (EhChartTheme) theme = random_theme (rand);
    double width = random_width (rand);
    double height = g_rand_double_range (rand, 150, 1600);
    EhChartFlags flags = g_rand_boolean (rand) ? EH_CHART_FRAMED : EH_CHART_BARE;
    g_autoptr (EhChartLayout) ltr = chart->lay_out (numbers, theme, width, height, EH_CHART_LTR,
                                                    flags);
    g_autoptr (EhChartLayout) rtl = chart->lay_out (numbers, theme, width, height, EH_CHART_RTL,
                                                    flags);
    g_autofree char *what = g_strdup_printf ("%s %u, %g × %g, text × %g", ltr->title, i, width,
                                             height, theme->text_scale);

    check (ltr, rtl, what);
    chart->clear (numbers);
  }
}

/* Spreading keeps the order, the gaps and the bounds, and moves nothing that stands well. */
static void
test_spread (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 500; round++) {
    double centres[10];
    double wanted[10];
    double heights[10];
    guint n = (guint) g_rand_int_range (rand, 1, 11);
    double all = 0;
    double high;

    for (guint i = 0; i < n; i++) {
      wanted[i] = g_rand_double_range (rand, -20, 120) + (i > 0 ? MAX (0, wanted[i - 1]) : 0);
      if (i > 0)
        wanted[i] = MAX (wanted[i], wanted[i - 1]);
      centres[i] = wanted[i];
      heights[i] = g_rand_double_range (rand, 5, 40);
      all += heights[i];
    }
    high = MAX (all, wanted[n - 1] + heights[n - 1]);
    eh_chart_spread (centres, heights, n, 0, high);
    g_assert_cmpfloat (centres[0] - heights[0] / 2, >=, -1e-9);
    g_assert_cmpfloat (centres[n - 1] + heights[n - 1] / 2, <=, high + 1e-6);
    for (guint i = 1; i < n; i++)
      g_assert_cmpfloat (centres[i] - centres[i - 1], >=, (heights[i] + heights[i - 1]) / 2 - 1e-6);
    if (n == 1 && wanted[0] >= heights[0] / 2)
      g_assert_cmpfloat_with_epsilon (centres[0], wanted[0], 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-random/spread", test_spread);
  g_test_add_func ("/chart-random/balances", test_balances);
  g_test_add_func ("/chart-random/maps", test_maps);
  g_test_add_data_func ("/chart-random/flows", &flow, test_chart);
  g_test_add_data_func ("/chart-random/timelines", &timeline, test_chart);
  g_test_add_data_func ("/chart-random/stages", &stages, test_chart);
  g_test_add_data_func ("/chart-random/people", &people, test_chart);
  g_test_add_data_func ("/chart-random/agreement", &agreement, test_chart);
  g_test_add_data_func ("/chart-random/hours", &hours, test_chart);
  return g_test_run ();
}
