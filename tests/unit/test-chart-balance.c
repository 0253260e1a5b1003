/* Voice balance as a chart: the worked example says what it must, and what is too small to be a
 * share is not drawn as one. */

#include "chart-cases.h"
#include "eh-chart-balance.h"

static EhChartLayout *
lay_out (const EhBalance *balance, double width, EhChartDirection direction)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_LIGHT);

  return eh_chart_balance_layout (balance, theme, width, 600, direction, EH_CHART_FRAMED,
                                  "Sharing power · Workshop 2");
}

static int
find (const EhChartLayout *layout, const char *row, const char *column)
{
  for (guint i = 0; i < eh_chart_layout_n_marks (layout); i++) {
    const EhChartMark *mark = eh_chart_layout_mark (layout, i);

    if (g_str_equal (mark->row_key, row) && g_str_equal (mark->column_key, column))
      return (int) i;
  }
  return -1;
}

static const EhChartMark *
found (const EhChartLayout *layout, const char *row, const char *column)
{
  int index = find (layout, row, column);

  g_assert_cmpint (index, >=, 0);
  return eh_chart_layout_mark (layout, (guint) index);
}

static gboolean
shows (const EhChartLayout *layout, const char *text)
{
  for (guint i = 0; i < eh_chart_layout_n_labels (layout); i++)
    if (strstr (eh_chart_layout_label (layout, i)->text, text))
      return TRUE;
  return FALSE;
}

static void
test_worked_example (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();

  /* Lines, rows of bars and stacked bars say the same. */
  for (double width = 360; width <= 1320; width += 240) {
    g_autoptr (EhChartLayout) layout = lay_out (balance, width, EH_CHART_LTR);

    g_assert_cmpuint (eh_chart_layout_n_marks (layout), ==, 9);
    g_assert_cmpstr (found (layout, "public", "room")->value, ==, "55%, 12 of 22");
    g_assert_cmpstr (found (layout, "public", "insights")->value, ==, "36%, 21 of 58");
    g_assert_cmpstr (found (layout, "research", "guidance")->value, ==, "50%, 15 of 30");
    g_assert_cmpstr (
        found (layout, "public", "insights")->accessible, ==,
        "⁨Public contributors⁩. In the insights: 21 of 58 insights, 36%. That is 0.7× their share of the people.");
    /* Three people are too few for a percentage. */
    g_assert_cmpstr (found (layout, "staff", "room")->value, ==, "3 of 22");
    g_assert_cmpstr (found (layout, "staff", "guidance")->accessible, ==,
                     "⁨Health, care and community staff⁩. In the guidance: 6 of 30 "
                     "recommendations.");
    g_assert_true (shows (layout, "4 more with no name"));
    g_assert_true (shows (layout, "3 of them rest on no insight"));
    g_assert_false (shows (layout, "14%"));
    g_assert_false (shows (layout, "20%"));
  }
}

static void
test_lines_rise_and_fall (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) layout = lay_out (balance, 960, EH_CHART_LTR);

  g_assert_cmpfloat (found (layout, "public", "room")->box.y, <,
                     found (layout, "public", "insights")->box.y);
  g_assert_cmpfloat (found (layout, "public", "insights")->box.y, <,
                     found (layout, "public", "guidance")->box.y);
  g_assert_cmpfloat (found (layout, "research", "room")->box.y, >,
                     found (layout, "research", "guidance")->box.y);
  g_assert_cmpfloat (found (layout, "public", "room")->box.x, <,
                     found (layout, "public", "guidance")->box.x);
}

static void
test_keys (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) ltr = lay_out (balance, 960, EH_CHART_LTR);
  g_autoptr (EhChartLayout) rtl = lay_out (balance, 960, EH_CHART_RTL);
  int room = find (ltr, "public", "room");
  int insights = find (ltr, "public", "insights");

  g_assert_cmpint (eh_chart_layout_neighbour (ltr, -1, EH_CHART_MOVE_RIGHT), ==, 0);
  g_assert_cmpint (eh_chart_layout_neighbour (ltr, room, EH_CHART_MOVE_RIGHT), ==, insights);
  g_assert_cmpint (eh_chart_layout_neighbour (rtl, room, EH_CHART_MOVE_LEFT), ==, insights);
  g_assert_cmpint (eh_chart_layout_neighbour (ltr, room, EH_CHART_MOVE_LEFT), ==, room);
  g_assert_cmpint (eh_chart_layout_neighbour (ltr, room, EH_CHART_MOVE_DOWN), ==,
                   find (ltr, "research", "room"));
  g_assert_cmpint (
      eh_chart_layout_neighbour (ltr, find (ltr, "research", "room"), EH_CHART_MOVE_DOWN), ==,
      find (ltr, "staff", "room"));
  g_assert_cmpint (eh_chart_layout_neighbour (ltr, room, EH_CHART_MOVE_LAST), ==, 8);
}

/* Whatever lies on whatever, the arrows reach every mark from the first. */
static void
test_keys_reach_all (void)
{
  for (guint32 seed = 0; seed < 12; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (EhBalance) balance = chart_cases_balance (2 + seed % 5, EH_AUDIENCE_TEAM, rand);
    g_autoptr (EhChartLayout) layout = lay_out (balance, 1000, EH_CHART_LTR);
    guint n = eh_chart_layout_n_marks (layout);
    g_autofree gboolean *reached = g_new0 (gboolean, n + 1);
    guint before = 0;
    guint after = 1;

    reached[0] = TRUE;
    while (after != before) {
      before = after;
      for (guint i = 0; i < n; i++)
        for (int move = EH_CHART_MOVE_LEFT; reached[i] && move <= EH_CHART_MOVE_DOWN; move++)
          reached[eh_chart_layout_neighbour (layout, (int) i, (EhChartMove) move)] = TRUE;
      after = 0;
      for (guint i = 0; i < n; i++)
        after += (guint) reached[i];
    }
    g_assert_cmpuint (after, ==, n);
  }
}

static void
test_pointer (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) layout = lay_out (balance, 960, EH_CHART_LTR);

  for (guint i = 0; i < eh_chart_layout_n_marks (layout); i++) {
    EhChartBox box = eh_chart_layout_mark (layout, i)->box;

    g_assert_cmpint (eh_chart_layout_hit (layout, box.x + box.width / 2, box.y + box.height / 2),
                     ==, (int) i);
  }
  g_assert_cmpint (eh_chart_layout_hit (layout, 1, 1), ==, -1);
}

static void
test_table (void)
{
  static const char *const rows[][8] = {
    { "Public contributors", "12", "21", "9", "55%", "36%", "30%", "34% to 40%" },
    { "Researchers", "7", "28", "15", "32%", "48%", "50%", "45% to 52%" },
    { "Health, care and community staff", "3", "9", "6", "", "", "", "" },
    { "No name", "", "4", "", "", "", "", "" },
    { "Rest on no insight", "", "", "3", "", "", "", "" },
  };
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) layout = lay_out (balance, 960, EH_CHART_LTR);
  const EhChartTable *table = eh_chart_layout_table (layout);

  g_assert_cmpstr (table->title, ==, "Voice balance");
  g_assert_cmpuint (table->n_columns, ==, 8);
  g_assert_cmpuint (table->rows->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < 8; j++)
      g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, i))[j], ==, rows[i][j]);
}

static void
test_description (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) layout = lay_out (balance, 960, EH_CHART_LTR);
  g_autofree char *text = eh_chart_layout_describe (layout);

  g_assert_true (g_str_has_prefix (text, "Voice balance\nSharing power · Workshop 2\n"));
  g_assert_true (shows (layout, "Sharing power · Workshop 2"));
  g_assert_nonnull (strstr (text, "12 of 22 people"));
  g_assert_nonnull (strstr (text, "how far it could move"));
  /* Every group has its sentence, the small one too. */
  g_assert_nonnull (strstr (text, "Researchers"));
  g_assert_nonnull (strstr (text, "Health, care and community staff"));
}

static void
test_empty (void)
{
  g_autoptr (EhBalance) nobody = eh_balance_alloc (0);
  g_autoptr (EhBalance) silent = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) first = lay_out (nobody, 360, EH_CHART_LTR);
  g_autoptr (EhChartLayout) second = NULL;

  g_assert_true (eh_chart_layout_is_empty (first));
  g_assert_cmpuint (eh_chart_layout_n_marks (first), ==, 0);
  g_assert_cmpint (eh_chart_layout_neighbour (first, -1, EH_CHART_MOVE_RIGHT), ==, -1);
  g_assert_true (shows (first, "Nobody here yet"));

  silent->insights = silent->unattributed = eh_figure_known (0);
  second = lay_out (silent, 960, EH_CHART_LTR);
  g_assert_true (eh_chart_layout_is_empty (second));
  g_assert_true (shows (second, "No insights yet"));
}

/* Nothing of a protected number is in any text of the picture, nor in where anything stands. */
static void
test_protected (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  EhBalanceGroup *staff = &balance->groups[1];
  g_autoptr (EhChartLayout) layout = NULL;

  staff->people = staff->insights = staff->carried = eh_figure_protected ();
  layout = lay_out (balance, 960, EH_CHART_LTR);
  g_assert_cmpstr (found (layout, "staff", "insights")->value, ==, "fewer than 5");
  g_assert_cmpstr (
      found (layout, "staff", "insights")->accessible, ==,
      "⁨Health, care and community staff⁩. In the insights: fewer than 5 insights.");
  g_assert_false (shows (layout, "9 of 58"));
  /* With one part withheld the whole would give it away. */
  g_assert_cmpstr (found (layout, "public", "guidance")->value, ==, "30%, 9");
  g_assert_true (eh_chart_layout_is_public (layout));
}

/* Below ten insights there are counts and no percentages. */
static void
test_too_few_insights (void)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartLayout) layout = NULL;

  balance->may_say_shares = FALSE;
  layout = lay_out (balance, 960, EH_CHART_LTR);
  g_assert_cmpuint (eh_chart_layout_n_marks (layout), ==, 9);
  g_assert_true (shows (layout, "Too little is recorded so far"));
  for (guint i = 0; i < eh_chart_layout_n_marks (layout); i++)
    g_assert_null (strchr (eh_chart_layout_mark (layout, i)->value, '%'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-balance/worked-example", test_worked_example);
  g_test_add_func ("/chart-balance/lines-rise-and-fall", test_lines_rise_and_fall);
  g_test_add_func ("/chart-balance/keys", test_keys);
  g_test_add_func ("/chart-balance/keys-reach-all", test_keys_reach_all);
  g_test_add_func ("/chart-balance/pointer", test_pointer);
  g_test_add_func ("/chart-balance/table", test_table);
  g_test_add_func ("/chart-balance/description", test_description);
  g_test_add_func ("/chart-balance/empty", test_empty);
  g_test_add_func ("/chart-balance/protected", test_protected);
  g_test_add_func ("/chart-balance/too-few-insights", test_too_few_insights);
  return g_test_run ();
}
