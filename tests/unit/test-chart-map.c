/* Power map as a chart: areas are counts, shades are emphasis, and what is withheld looks alike. */

#include "chart-cases.h"
#include "eh-chart-layout-private.h"
#include "eh-chart-map.h"

#include <math.h>

static EhChartLayout *
lay_out (const EhCrosstab *crosstab, double width)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_LIGHT);

  return eh_chart_map_layout (crosstab, theme, width, 600, EH_CHART_LTR, EH_CHART_BARE, NULL);
}

static const EhChartMark *
mark_of (const EhChartLayout *layout, const char *row, const char *column)
{
  for (guint i = 0; i < eh_chart_layout_n_marks (layout); i++) {
    const EhChartMark *mark = eh_chart_layout_mark (layout, i);

    if (g_str_equal (mark->row_key, row) && g_str_equal (mark->column_key, column))
      return mark;
  }
  g_assert_not_reached ();
}

/* The round shape in a mark's cell. */
static const EhChartShape *
dot_of (const EhChartLayout *layout, const EhChartMark *mark)
{
  for (guint i = 0; i < layout->shapes->len; i++) {
    const EhChartShape *shape = g_ptr_array_index (layout->shapes, i);
    double x = shape->box.x + shape->box.width / 2;
    double y = shape->box.y + shape->box.height / 2;

    if (shape->kind == EH_CHART_SHAPE_CIRCLE && x > mark->box.x &&
        x < mark->box.x + mark->box.width && y > mark->box.y && y < mark->box.y + mark->box.height)
      return shape;
  }
  return NULL;
}

static void
test_areas (void)
{
  g_autoptr (EhCrosstab) crosstab = chart_cases_map_example ();
  g_autoptr (EhChartLayout) layout = lay_out (crosstab, 960);
  const EhChartShape *most = dot_of (layout, mark_of (layout, "public", "soc"));

  g_assert_cmpuint (eh_chart_layout_n_marks (layout), ==, 9);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++) {
      const EhChartShape *dot = dot_of (
          layout, mark_of (layout, crosstab->rows[i].key, crosstab->columns[j].key));

      g_assert_cmpfloat_with_epsilon (pow (dot->radius / most->radius, 2),
                                      eh_crosstab_cell (crosstab, i, j)->count.value / 29, 1e-6);
    }
}

/* More emphasis is never paler: 29 against 18 expected, 19 against 20, 9 against 18. */
static void
test_shades (void)
{
  g_autoptr (EhCrosstab) crosstab = chart_cases_map_example ();
  g_autoptr (EhChartLayout) layout = lay_out (crosstab, 960);
  double more = eh_chart_colour_luminance (
      dot_of (layout, mark_of (layout, "public", "soc"))->fill);
  double same = eh_chart_colour_luminance (
      dot_of (layout, mark_of (layout, "public", "hier"))->fill);
  double less = eh_chart_colour_luminance (
      dot_of (layout, mark_of (layout, "public", "know"))->fill);

  g_assert_cmpfloat (more, <, same);
  g_assert_cmpfloat (same, <, less);
}

static void
test_words (void)
{
  g_autoptr (EhCrosstab) crosstab = chart_cases_map_example ();
  g_autoptr (EhChartLayout) layout = lay_out (crosstab, 960);
  const EhChartTable *table = eh_chart_layout_table (layout);
  GStrv last = g_ptr_array_index (table->rows, 3);

  g_assert_cmpstr (mark_of (layout, "public", "soc")->value, ==, "29 insights");
  g_assert_cmpstr (
      mark_of (layout, "public", "soc")->accessible, ==,
      "⁨Public contributors⁩. ⁨Social inequalities⁩: 29 insights, 1.6× what the totals "
      "alone would give.");
  g_assert_cmpstr (table->header[0], ==, "Role groups");
  g_assert_cmpstr (table->header[4], ==, "Total");
  g_assert_cmpstr (last[1], ==, "50");
  g_assert_cmpstr (last[4], ==, "139");
}

/* Large and small withheld numbers are one size, and say the same. */
static void
test_protected (void)
{
  g_autoptr (EhCrosstab) crosstab = chart_cases_map_example ();
  g_autoptr (EhChartLayout) layout = NULL;
  const EhChartMark *small;
  const EhChartMark *large;

  eh_crosstab_cell (crosstab, 1, 2)->count = eh_figure_protected ();
  eh_crosstab_cell (crosstab, 0, 2)->count = eh_figure_protected ();
  eh_crosstab_cell (crosstab, 1, 2)->emphasis = eh_figure_protected ();
  eh_crosstab_cell (crosstab, 0, 2)->emphasis = eh_figure_protected ();
  layout = lay_out (crosstab, 960);
  small = mark_of (layout, "staff", "soc");
  large = mark_of (layout, "public", "soc");
  g_assert_cmpstr (small->value, ==, "fewer than 5 insights");
  g_assert_cmpstr (large->value, ==, small->value);
  g_assert_cmpfloat (dot_of (layout, large)->radius, ==, dot_of (layout, small)->radius);
  g_assert_cmpint (dot_of (layout, large)->pattern, !=, EH_CHART_PATTERN_SOLID);
}

static void
test_zero_is_no_dot (void)
{
  g_autoptr (EhCrosstab) crosstab = chart_cases_map_example ();
  g_autoptr (EhChartLayout) layout = NULL;

  eh_crosstab_cell (crosstab, 2, 2)->count = eh_figure_known (0);
  layout = lay_out (crosstab, 960);
  g_assert_null (dot_of (layout, mark_of (layout, "research", "soc")));
  g_assert_cmpstr (mark_of (layout, "research", "soc")->value, ==, "0 insights");
}

/* Many columns go down the picture, and the marks still name rows and columns as the table does. */
static void
test_turned (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (EhCrosstab) crosstab = chart_cases_map (3, 35, EH_AUDIENCE_TEAM, rand);
  g_autoptr (EhChartLayout) layout = lay_out (crosstab, 900);
  const EhChartMark *first = mark_of (layout, "group-0", "category-0");
  const EhChartMark *below = mark_of (layout, "group-0", "category-1");

  g_assert_cmpuint (eh_chart_layout_n_marks (layout), ==, 105);
  g_assert_cmpfloat (first->box.y, <, below->box.y);
  g_assert_cmpfloat (eh_chart_layout_height (layout), >, 600);
  g_assert_cmpuint (below->row, ==, 0);
  g_assert_cmpuint (below->column, ==, 2);
  g_assert_false (eh_chart_layout_is_public (layout));
}

static void
test_empty (void)
{
  g_autoptr (EhCrosstab) crosstab = eh_crosstab_alloc (0, 0);
  g_autoptr (EhChartLayout) layout = lay_out (crosstab, 360);

  g_assert_true (eh_chart_layout_is_empty (layout));
  g_assert_cmpuint (eh_chart_layout_n_labels (layout), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-map/areas", test_areas);
  g_test_add_func ("/chart-map/shades", test_shades);
  g_test_add_func ("/chart-map/words", test_words);
  g_test_add_func ("/chart-map/protected", test_protected);
  g_test_add_func ("/chart-map/zero-is-no-dot", test_zero_is_no_dot);
  g_test_add_func ("/chart-map/turned", test_turned);
  g_test_add_func ("/chart-map/empty", test_empty);
  return g_test_run ();
}
