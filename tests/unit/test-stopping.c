/* Counting that was superseded ends early, whichever chart it is for; and what nobody stopped is
 * counted whole although others were stopped. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "project-fixture.h"

#include <gio/gio.h>

#define N_INSIGHTS 3000

static EhDataset *
large_project (void)
{
  EhDataset *project = project_new ();
  EhId group = project_group (project, "public", "Public", "public contributor");
  EhId workshop = project_workshop (project, "First");
  EhId category = project_category (project, EH_ID_NONE, "money");
  EhId people[10];

  project_people (project, group, G_N_ELEMENTS (people), people);
  for (guint i = 0; i < N_INSIGHTS; i++) {
    EhInsight *insight = project_insight (project, workshop);

    project_say (project, insight, people[i % G_N_ELEMENTS (people)]);
    project_place (project, insight, category, "First");
    project_place (project, insight, category, "Second");
  }
  eh_dataset_freeze (project);
  return project;
}

/* What each measure counts in all. */
static void
measure (EhDataset *project, double *counts)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis categories = { .kind = EH_AXIS_CATEGORY };
  const EhDisclosurePolicy policy = { 0 };
  EhDisclosureReport *report = NULL;
  g_autoptr (EhPublicDataset) open = eh_disclosure_apply (project, &policy, &report);
  g_autoptr (EhBalance) balance = eh_balance_new (project, NULL);
  g_autoptr (EhCrosstab) map = eh_crosstab_new (project, groups, categories, NULL);
  g_autoptr (EhFlow) flow = eh_flow_new (project, NULL);
  g_autoptr (EhPeople) people = eh_people_new (project, NULL);
  g_autoptr (EhCoderAgreement) agreement = eh_coder_agreement_new (project, NULL);
  g_autoptr (EhCrosstab) shared = eh_public_dataset_crosstab (open, groups, categories, NULL);

  counts[0] = balance->insights.value;
  counts[1] = map->total.value;
  counts[2] = flow->given->total.value;
  counts[3] = 0;
  for (guint i = 0; i < people->n_people; i++)
    counts[3] += people->people[i].insights;
  counts[4] = agreement->whole.insights.value;
  counts[5] = shared->total.value;
  eh_disclosure_report_unref (report);
}

static void
test_stopped (void)
{
  g_autoptr (EhDataset) project = large_project ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double whole[6] = { 0 };
  double stopped[6] = { 0 };

  g_cancellable_push_current (cancellable);
  measure (project, whole);
  g_cancellable_cancel (cancellable);
  measure (project, stopped);
  g_cancellable_pop_current (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++) {
    g_assert_cmpfloat (whole[i], ==, N_INSIGHTS);
    g_assert_cmpfloat (stopped[i], <, N_INSIGHTS);
  }
  /* Another count in the same thread is none of its business. */
  measure (project, whole);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_assert_cmpfloat (whole[i], ==, N_INSIGHTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stopping/stopped", test_stopped);
  return g_test_run ();
}
