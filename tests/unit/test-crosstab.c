/* Crosstabs: what falls where, counted once however many placed it, and what is not sorted. */

#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

#define assert_known(figure, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((figure).state, ==, EH_FIGURE_KNOWN);                                         \
    g_assert_cmpfloat_with_epsilon ((figure).value, (expected), 0.00005);                          \
  }                                                                                                \
  G_STMT_END

static const EhAxis by_group = { EH_AXIS_ROLE_GROUP, EH_ID_NONE, EH_ID_NONE };
static const EhAxis by_category = { EH_AXIS_CATEGORY, EH_ID_NONE, EH_ID_NONE };
static const EhAxis by_kind = { EH_AXIS_KIND, EH_ID_NONE, EH_ID_NONE };
static const EhAxis by_role = { EH_AXIS_ROLE, EH_ID_NONE, EH_ID_NONE };
static const EhAxis by_workshop = { EH_AXIS_WORKSHOP, EH_ID_NONE, EH_ID_NONE };

static int
find_line (const EhCrosstabLine *lines, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (lines[i].key, key))
      return (int) i;
  return -1;
}

static double
count_at (const EhCrosstab *crosstab, const char *row, const char *column)
{
  int i = find_line (crosstab->rows, crosstab->n_rows, row);
  int j = find_line (crosstab->columns, crosstab->n_columns, column);

  g_assert_cmpint (i, >=, 0);
  g_assert_cmpint (j, >=, 0);
  return eh_crosstab_cell (crosstab, (guint) i, (guint) j)->count.value;
}

/* Two tops, "hier" with two children and one below one of these; two groups; five insights. */
typedef struct {
  EhDataset *project;
  EhId hier, agenda, agenda_set, money, know;
  EhId public, staff;
  EhId asha, ben, nia;
  EhId plus;
  EhInsight *insights[5];
} Fixture;

/* Another framework, with one category, in which two of the insights are. */
static void
add_plus (Fixture *f)
{
  EhFramework *framework = eh_framework_new ();
  EhId home = f->project->project->framework_id;
  EhId age;

  framework->id = f->plus = 900002;
  eh_set_str (&framework->key, "plus");
  g_ptr_array_add (f->project->frameworks, framework);
  f->project->project->framework_id = f->plus;
  age = project_category (f->project, EH_ID_NONE, "age");
  f->project->project->framework_id = home;
  project_place (f->project, f->insights[0], age, "");
  project_place (f->project, f->insights[3], age, "");
}

static void
set_up (Fixture *f)
{
  f->project = project_new ();
  f->public = project_group (f->project, "public", "Public contributors", "public contributor");
  f->staff = project_group (f->project, "staff", "Staff", "member of staff");
  f->hier = project_category (f->project, EH_ID_NONE, "hier");
  f->agenda = project_category (f->project, f->hier, "hier.agenda");
  f->agenda_set = project_category (f->project, f->agenda, "hier.agenda.set");
  f->money = project_category (f->project, f->hier, "hier.money");
  f->know = project_category (f->project, EH_ID_NONE, "know");
  f->asha = project_person (f->project, "Asha", f->public);
  f->ben = project_person (f->project, "Ben", f->public);
  f->nia = project_person (f->project, "Nia", f->staff);
  for (guint i = 0; i < 5; i++)
    f->insights[i] = project_insight (f->project, EH_ID_NONE);
  /* By Asha, under two children of one top, one of them by two coders. */
  project_say (f->project, f->insights[0], f->asha);
  project_place (f->project, f->insights[0], f->agenda, "");
  project_place (f->project, f->insights[0], f->agenda, "Nia");
  project_place (f->project, f->insights[0], f->money, "");
  /* By Asha and Nia together, deep below and under the other top. */
  project_say (f->project, f->insights[1], f->asha);
  project_say (f->project, f->insights[1], f->nia);
  project_place (f->project, f->insights[1], f->agenda_set, "");
  project_place (f->project, f->insights[1], f->know, "");
  /* By Ben, on the top itself; by nobody; by Nia, not sorted. */
  project_say (f->project, f->insights[2], f->ben);
  project_place (f->project, f->insights[2], f->hier, "");
  project_place (f->project, f->insights[3], f->know, "");
  project_say (f->project, f->insights[4], f->nia);
  add_plus (f);
  eh_dataset_freeze (f->project);
}

static void
test_placements (void)
{
  Fixture f;
  g_autoptr (EhCrosstab) crosstab = NULL;
  const EhCrosstabCell *cell;

  set_up (&f);
  crosstab = eh_crosstab_new (f.project, by_group, by_category, NULL);
  g_assert_cmpint (crosstab->unit, ==, EH_UNIT_PLACEMENTS);
  g_assert_cmpuint (crosstab->n_rows, ==, 3);
  g_assert_cmpuint (crosstab->n_columns, ==, 3);
  g_assert_cmpint (crosstab->columns[2].kind, ==, EH_LINE_UNSORTED);
  g_assert_cmpint (crosstab->rows[2].kind, ==, EH_LINE_UNNAMED);
  g_assert_cmpfloat (count_at (crosstab, "public", "hier"), ==, 2.5);
  g_assert_cmpfloat (count_at (crosstab, "staff", "hier"), ==, 0.5);
  g_assert_cmpfloat (count_at (crosstab, "public", "know"), ==, 0.5);
  g_assert_cmpfloat (count_at (crosstab, "unnamed", "know"), ==, 1);
  g_assert_cmpfloat (count_at (crosstab, "staff", "unsorted"), ==, 1);
  assert_known (crosstab->total, 6);
  assert_known (crosstab->rows[0].total, 3);
  assert_known (crosstab->columns[0].total, 3);
  cell = eh_crosstab_cell (crosstab, 0, 0);
  assert_known (cell->contributors, 2);
  assert_known (cell->top_share, 0.6);
  eh_dataset_unref (f.project);
}

static void
test_children (void)
{
  Fixture f;
  EhAxis axis = { EH_AXIS_CATEGORY, EH_ID_NONE, EH_ID_NONE };
  g_autoptr (EhCrosstab) crosstab = NULL;

  set_up (&f);
  axis.parent_id = f.hier;
  crosstab = eh_crosstab_new (f.project, by_group, axis, NULL);
  g_assert_cmpuint (crosstab->n_columns, ==, 3);
  g_assert_cmpfloat (count_at (crosstab, "public", "hier.agenda"), ==, 1.5);
  g_assert_cmpfloat (count_at (crosstab, "public", "hier.money"), ==, 1);
  /* On the top itself. What is under another top, or nowhere, is not in this table. */
  g_assert_cmpfloat (count_at (crosstab, "public", "unsorted"), ==, 1);
  assert_known (crosstab->total, 4);
  eh_dataset_unref (f.project);
}

static void
test_filter (void)
{
  Fixture f;
  EhFilter filter = { 0 };
  g_autoptr (EhCrosstab) crosstab = NULL;

  set_up (&f);
  filter.category_id = f.agenda;
  crosstab = eh_crosstab_new (f.project, by_group, by_kind, &filter);
  g_assert_cmpint (crosstab->unit, ==, EH_UNIT_INSIGHTS);
  assert_known (crosstab->total, 2);
  eh_dataset_unref (f.project);
}

/* Another framework over the same insights: by itself, beside the first, and what is in neither. */
static void
test_lens (void)
{
  Fixture f;
  EhFilter filter = { 0 };
  EhAxis own = by_category;
  EhAxis other = by_category;
  g_autoptr (EhCrosstab) through = NULL;
  g_autoptr (EhCrosstab) beside = NULL;
  g_autoptr (EhFlow) flow = NULL;

  set_up (&f);
  filter.lens_id = other.framework_id = f.plus;
  own.framework_id = f.project->project->framework_id;
  through = eh_crosstab_new (f.project, by_group, by_category, &filter);
  g_assert_cmpuint (through->n_columns, ==, 2);
  g_assert_cmpint (through->column_axis.framework_id, ==, f.plus);
  g_assert_cmpfloat (count_at (through, "public", "age"), ==, 1);
  g_assert_cmpfloat (count_at (through, "unnamed", "age"), ==, 1);
  /* It narrows nothing. */
  assert_known (through->total, 5);
  beside = eh_crosstab_new (f.project, own, other, NULL);
  g_assert_cmpfloat (count_at (beside, "hier", "age"), ==, 1);
  g_assert_cmpfloat (count_at (beside, "know", "age"), ==, 1);
  g_assert_cmpfloat (count_at (beside, "hier", "unsorted"), ==, 2);
  flow = eh_flow_new (f.project, &filter);
  g_assert_cmpint (find_line (flow->given->columns, flow->given->n_columns, "age"), >=, 0);
  g_assert_cmpint (find_line (flow->given->columns, flow->given->n_columns, "hier"), <, 0);
  g_assert_true (eh_axis_equal (own, own));
  g_assert_false (eh_axis_equal (own, other));
  eh_dataset_unref (f.project);
}

static void
test_other_axes (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "public", "Public", "public");
  EhId one = project_workshop (project, "One");
  EhId carer = project_person (project, "A", group);
  EhId also_carer = project_person (project, "B", group);
  EhInsight *insight = project_insight (project, one);
  g_autoptr (EhCrosstab) crosstab = NULL;
  g_autofree char *key = eh_id_to_string (one);

  eh_set_str (&project_find (project, carer)->role, "Carer");
  eh_set_str (&project_find (project, also_carer)->role, "carer ");
  project_say (project, insight, carer);
  insight->kind = EH_INSIGHT_KIND_BARRIER;
  project_say (project, project_insight (project, EH_ID_NONE), also_carer);
  project_insight (project, one);
  eh_dataset_freeze (project);
  crosstab = eh_crosstab_new (project, by_role, by_workshop, NULL);
  g_assert_cmpuint (crosstab->n_rows, ==, 2);
  g_assert_cmpfloat (count_at (crosstab, "carer", key), ==, 1);
  g_assert_cmpfloat (count_at (crosstab, "carer", "unnamed"), ==, 1);
  g_assert_cmpfloat (count_at (crosstab, "unnamed", key), ==, 1);
  eh_crosstab_unref (crosstab);
  crosstab = eh_crosstab_new (project, by_kind, by_workshop, NULL);
  g_assert_cmpfloat (count_at (crosstab, "barrier", key), ==, 1);
  g_assert_cmpfloat (count_at (crosstab, "unnamed", key), ==, 1);
}

/* Emphasis is of what is named and sorted, against what these alone would give; where hardly any is
 * expected there is none. */
static void
test_emphasis (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId groups[2] = { project_group (project, "a", "Group A", "a"),
                     project_group (project, "b", "Group B", "b") };
  EhId categories[3] = { project_category (project, EH_ID_NONE, "one"),
                         project_category (project, EH_ID_NONE, "two"),
                         project_category (project, EH_ID_NONE, "rare") };
  static const guint counts[2][3] = { { 12, 4, 1 }, { 4, 12, 0 } };
  g_autoptr (EhCrosstab) crosstab = NULL;
  g_autofree char *headline = NULL;

  for (guint i = 0; i < 2; i++) {
    EhId people[6];

    project_people (project, groups[i], 6, people);
    for (guint j = 0; j < 3; j++)
      for (guint k = 0; k < counts[i][j]; k++) {
        EhInsight *insight = project_insight (project, EH_ID_NONE);

        project_say (project, insight, people[k % 6]);
        project_place (project, insight, categories[j], "");
      }
    /* Neither changes what is expected elsewhere. */
    project_say (project, project_insight (project, EH_ID_NONE), people[0]);
    project_place (project, project_insight (project, EH_ID_NONE), categories[0], "");
  }
  eh_dataset_freeze (project);
  crosstab = eh_crosstab_new (project, by_group, by_category, NULL);
  assert_known (eh_crosstab_cell (crosstab, 0, 0)->expected, 17.0 * 16 / 33);
  assert_known (eh_crosstab_cell (crosstab, 0, 0)->emphasis, 12 / (17.0 * 16 / 33));
  g_assert_cmpint (eh_crosstab_cell (crosstab, 0, 2)->emphasis.state, ==, EH_FIGURE_UNDEFINED);
  g_assert_cmpint (eh_crosstab_cell (crosstab, 0, 3)->emphasis.state, ==, EH_FIGURE_UNDEFINED);
  g_assert_true (crosstab->may_say_ratios);
  headline = eh_sentence_crosstab_headline (crosstab);
  g_assert_nonnull (strstr (headline, "1.5×"));
  g_assert_nonnull (strstr (headline, "2 insights are not sorted yet."));
}

static void
test_nothing (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (EhCrosstab) crosstab = NULL;
  g_autofree char *headline = NULL;

  project_group (project, "public", "Public", "public");
  project_category (project, EH_ID_NONE, "hier");
  eh_dataset_freeze (project);
  crosstab = eh_crosstab_new (project, by_group, by_category, NULL);
  g_assert_cmpuint (crosstab->n_rows, ==, 1);
  g_assert_cmpuint (crosstab->n_columns, ==, 1);
  assert_known (crosstab->total, 0);
  headline = eh_sentence_crosstab_headline (crosstab);
  g_assert_cmpstr (headline, ==, "There are no insights to show here yet.");
}

/* However large a table, its cells add up to its totals, and a project to its insights. */
static void
test_adds_up (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhCrosstab) crosstab = NULL;
  double total = 0;

  eh_dataset_freeze (project);
  crosstab = eh_crosstab_new (project, by_group, by_workshop, NULL);
  for (guint i = 0; i < crosstab->n_rows; i++) {
    double row = 0;

    for (guint j = 0; j < crosstab->n_columns; j++)
      row += eh_crosstab_cell (crosstab, i, j)->count.value;
    assert_known (crosstab->rows[i].total, row);
    total += row;
  }
  assert_known (crosstab->total, total);
  assert_known (crosstab->total, 62);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crosstab/placements", test_placements);
  g_test_add_func ("/crosstab/children", test_children);
  g_test_add_func ("/crosstab/filter", test_filter);
  g_test_add_func ("/crosstab/lens", test_lens);
  g_test_add_func ("/crosstab/other-axes", test_other_axes);
  g_test_add_func ("/crosstab/emphasis", test_emphasis);
  g_test_add_func ("/crosstab/nothing", test_nothing);
  g_test_add_func ("/crosstab/adds-up", test_adds_up);
  return g_test_run ();
}
