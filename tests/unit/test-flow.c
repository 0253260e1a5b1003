/* Flow: an insight is one in all, whoever shares it; what is used and what is not; and that the two
 * tables, read together, give nothing away that one of them withholds. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "project-fixture.h"
#include "work-back.h"

#include <string.h>

static int
find_line (const EhCrosstabLine *lines, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (lines[i].key, key))
      return (int) i;
  g_assert_not_reached ();
}

static double
count_at (const EhCrosstab *crosstab, const char *row, const char *column)
{
  guint i = (guint) find_line (crosstab->rows, crosstab->n_rows, row);
  guint j = (guint) find_line (crosstab->columns, crosstab->n_columns, column);

  return eh_crosstab_cell (crosstab, i, j)->count.value;
}

/* By hand: of five insights, one is in two categories and behind two recommendations, one is of two
 * people, one is of nobody, one is not sorted, and one only disagrees. */
static void
test_shares (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId groups[2] = { project_group (project, "public", "Public", "public contributor"),
                     project_group (project, "staff", "Staff", "member of staff") };
  EhId asha = project_person (project, "Asha", groups[0]);
  EhId nia = project_person (project, "Nia", groups[1]);
  EhId hier = project_category (project, EH_ID_NONE, "hier");
  EhId know = project_category (project, EH_ID_NONE, "know");
  EhInsight *insights[5];
  EhBlock *blocks[3] = { project_recommend (project), project_recommend (project),
                         project_recommend (project) };
  g_autofree char *first = eh_id_to_string (blocks[0]->id);
  g_autofree char *second = eh_id_to_string (blocks[1]->id);
  g_autofree char *third = eh_id_to_string (blocks[2]->id);
  g_autoptr (EhFlow) flow = NULL;
  g_autofree char *headline = NULL;

  for (guint i = 0; i < 5; i++)
    insights[i] = project_insight (project, EH_ID_NONE);
  project_say (project, insights[0], asha);
  project_place (project, insights[0], hier, "");
  project_place (project, insights[0], know, "");
  project_rest (project, blocks[0], insights[0]);
  project_rest (project, blocks[1], insights[0]);
  project_say (project, insights[1], asha);
  project_say (project, insights[1], nia);
  project_place (project, insights[1], hier, "");
  project_rest (project, blocks[0], insights[1]);
  project_place (project, insights[2], know, "");
  project_say (project, insights[3], nia);
  project_say (project, insights[4], nia);
  project_place (project, insights[4], know, "");
  project_rest (project, blocks[2], insights[4])->stance = EH_STANCE_DISAGREES;
  eh_dataset_freeze (project);
  flow = eh_flow_new (project, NULL);

  g_assert_cmpfloat (count_at (flow->given, "public", "hier"), ==, 1);
  g_assert_cmpfloat (count_at (flow->given, "public", "know"), ==, 0.5);
  g_assert_cmpfloat (count_at (flow->given, "staff", "hier"), ==, 0.5);
  g_assert_cmpfloat (count_at (flow->given, "staff", "know"), ==, 1);
  g_assert_cmpfloat (count_at (flow->given, "staff", "unsorted"), ==, 1);
  g_assert_cmpfloat (count_at (flow->given, "unnamed", "know"), ==, 1);
  g_assert_cmpfloat (count_at (flow->used, "hier", first), ==, 1.25);
  g_assert_cmpfloat (count_at (flow->used, "hier", second), ==, 0.25);
  g_assert_cmpfloat (count_at (flow->used, "know", first), ==, 0.25);
  g_assert_cmpfloat (count_at (flow->used, "know", third), ==, 0);
  g_assert_cmpfloat (count_at (flow->used, "know", "unused"), ==, 2);
  g_assert_cmpfloat (count_at (flow->used, "unsorted", "unused"), ==, 1);
  g_assert_cmpfloat (flow->given->total.value, ==, 5);
  g_assert_cmpfloat (flow->used->total.value, ==, 5);
  g_assert_cmpfloat (eh_flow_unused (flow).value, ==, 3);
  g_assert_cmpuint (flow->n_recommendations, ==, 3);
  g_assert_cmpuint (flow->n_untraced, ==, 1);
  headline = eh_sentence_flow_headline (flow);
  g_assert_true (g_str_has_prefix (headline, "2 of 5 insights are behind a recommendation. 1 of 3 "
                                             "recommendations rest on no insight."));
}

/* More categories and recommendations than can be drawn stand together, and nothing is lost. */
static void
test_collapse (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "public", "Public", "public contributor");
  EhId asha = project_person (project, "Asha", group);
  g_autoptr (EhFlow) flow = NULL;
  guint n_plain = 0;

  for (guint i = 0; i < 40; i++) {
    g_autofree char *key = g_strdup_printf ("c%u", i);
    EhId category = project_category (project, EH_ID_NONE, key);
    EhBlock *block = project_recommend (project);

    for (guint j = 0; j <= i; j++) {
      EhInsight *insight = project_insight (project, EH_ID_NONE);

      project_say (project, insight, asha);
      project_place (project, insight, category, "");
      project_rest (project, block, insight);
    }
  }
  eh_dataset_freeze (project);
  flow = eh_flow_new (project, NULL);
  for (guint j = 0; j < flow->given->n_columns; j++)
    n_plain += flow->given->columns[j].kind == EH_LINE_PLAIN;
  g_assert_cmpuint (n_plain, ==, EH_FLOW_CATEGORIES);
  g_assert_cmpuint (flow->used->n_rows, ==, EH_FLOW_CATEGORIES);
  g_assert_cmpuint (flow->used->n_columns, ==, EH_FLOW_RECOMMENDATIONS);
  g_assert_cmpfloat (flow->given->total.value, ==, 820);
  /* 1 + 2 + ... + 29 in the 29 smallest. */
  g_assert_cmpfloat (count_at (flow->given, "public", "other"), ==, 435);
  g_assert_cmpstr (
      flow->given->columns[find_line (flow->given->columns, flow->given->n_columns, "other")].label,
      ==, "29 other categories");
  for (guint j = 0; j < flow->given->n_columns; j++) {
    g_assert_cmpstr (flow->given->columns[j].key, ==, flow->used->rows[j].key);
    g_assert_cmpfloat_with_epsilon (flow->given->columns[j].total.value,
                                    flow->used->rows[j].total.value, 1e-9);
  }
}

static EhDataset *
random_project (GRand *rand)
{
  EhDataset *project = project_new ();
  EhId people[24];
  EhId categories[3];
  EhBlock *blocks[4];
  guint n_people = 0;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *key = g_strdup_printf ("g%u", i);
    EhId group = project_group (project, key, key, key);
    guint n = (guint) g_rand_int_range (rand, 3, 9);

    project_people (project, group, n, &people[n_people]);
    n_people += n;
    categories[i] = project_category (project, EH_ID_NONE, key);
  }
  for (guint i = 0; i < 4; i++)
    blocks[i] = project_recommend (project);
  for (gint32 i = g_rand_int_range (rand, 10, 300); i > 0; i--) {
    EhInsight *insight = project_insight (project, EH_ID_NONE);

    for (gint32 k = g_rand_int_range (rand, 0, 3); k > 0; k--)
      project_say (project, insight, people[g_rand_int_range (rand, 0, (gint32) n_people)]);
    if (g_rand_int_range (rand, 0, 5) > 0)
      project_place (project, insight, categories[g_rand_int_range (rand, 0, 3)], "");
    if (g_rand_int_range (rand, 0, 3) == 0)
      project_rest (project, blocks[g_rand_int_range (rand, 0, 4)], insight);
  }
  eh_dataset_freeze (project);
  return project;
}

static void
test_work_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (51);
  guint n_told = 0;
  guint n_withheld = 0;

  for (guint round = 0; round < 150; round++) {
    g_autoptr (EhDataset) project = random_project (rand);
    g_autoptr (EhFlow) is = eh_flow_new (project, NULL);
    g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (project, NULL, NULL);
    g_autoptr (EhFlow) told = eh_public_dataset_flow (gate, NULL);
    g_autoptr (WorkBack) observer = work_back_new ();
    guint n = is->given->n_columns;
    guint given[8];
    guint used[8];

    g_assert_cmpint (told->audience, ==, EH_AUDIENCE_PUBLIC);
    work_back_crosstab (observer, told->given, is->given, NULL, given);
    work_back_crosstab (observer, told->used, is->used, used, NULL);
    for (guint i = 0; i < n; i++)
      work_back_same (observer, given[i], used[i]);
    work_back_check (observer, 0.05, 5);
    for (guint i = 0; i < is->given->n_rows * n; i++) {
      n_told += eh_figure_is_known (told->given->cells[i].count);
      n_withheld += !eh_figure_is_known (told->given->cells[i].count);
    }
  }
  g_assert_cmpuint (n_told, >, 200);
  g_assert_cmpuint (n_withheld, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/shares", test_shares);
  g_test_add_func ("/flow/collapse", test_collapse);
  g_test_add_func ("/flow/work-back", test_work_back);
  return g_test_run ();
}
