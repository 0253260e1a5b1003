/* Time and money by role group, by hand, and what of it may be told. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-text.h"
#include "project-fixture.h"
#include "work-back.h"

#include <string.h>

static EhPayment *
pay (EhDataset *project,
     EhId person,
     double hours,
     gint64 amount,
     const char *claimed,
     const char *paid)
{
  EhPayment *row = eh_payment_new ();

  row->id = 600000 + project->payments->len;
  row->participant_id = person;
  row->hours = hours;
  row->offered = row->amount = amount;
  eh_set_str (&row->claimed_on, claimed);
  eh_set_str (&row->paid_on, paid);
  g_ptr_array_add (project->payments, row);
  return row;
}

static void
test_hours (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId groups[2] = { project_group (project, "public", "Public contributors", "p"),
                     project_group (project, "research", "Researchers", "r") };
  EhId asha = project_person (project, "Asha", groups[0]);
  EhId ben = project_person (project, "Ben", groups[1]);
  g_autoptr (EhHours) hours = NULL;
  g_autofree char *words = NULL;

  pay (project, asha, 3, 7500, "2026-03-01", "2026-03-11")->travel = 450;
  pay (project, asha, 2, 5000, "2026-03-01", "2026-03-21");
  pay (project, asha, 1.5, 2500, "2026-03-24", "");
  pay (project, asha, 1, 2500, "", "")->choice = EH_PAYMENT_CHOICE_DECLINED;
  pay (project, ben, 4, 0, "", "");
  eh_dataset_freeze (project);
  hours = eh_hours_new (project, NULL);
  g_assert_cmpfloat (eh_crosstab_cell (hours->hours, 0, EH_HOURS_PAID)->count.value, ==, 5);
  g_assert_cmpfloat (eh_crosstab_cell (hours->hours, 0, EH_HOURS_WAITING)->count.value, ==, 1.5);
  g_assert_cmpfloat (eh_crosstab_cell (hours->hours, 0, EH_HOURS_UNPAID)->count.value, ==, 1);
  g_assert_cmpfloat (eh_crosstab_cell (hours->hours, 1, EH_HOURS_UNPAID)->count.value, ==, 4);
  g_assert_cmpfloat (eh_crosstab_cell (hours->money, 0, 0)->count.value, ==, 12500);
  g_assert_cmpfloat (eh_crosstab_cell (hours->money, 0, 1)->count.value, ==, 450);
  g_assert_cmpfloat (hours->days[0].value, ==, 15);
  g_assert_cmpint (hours->days[1].state, ==, EH_FIGURE_UNDEFINED);
  words = eh_sentence_hours_group (hours, 0);
  g_assert_cmpstr (words, ==,
                   "Paid: 5 hours. Still to be paid: 1.5 hours. Without pay: 1 hour. Pay 125.00, "
                   "expenses 4.50. 15 days from claim to payment, on average.");
}

static void
test_work_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_told = 0;

  for (guint round = 0; round < 100; round++) {
    g_autoptr (EhDataset) project = project_new ();
    g_autoptr (EhHours) is = NULL;
    g_autoptr (EhHours) told = NULL;
    g_autoptr (EhPublicDataset) gate = NULL;
    g_autoptr (WorkBack) observer = work_back_new ();

    for (guint i = 0; i < 3; i++) {
      g_autofree char *key = g_strdup_printf ("g%u", i);
      EhId group = project_group (project, key, key, key);
      EhId people[16];
      guint n = (guint) g_rand_int_range (rand, 4, 17);

      project_people (project, group, n, people);
      for (guint j = 0; j < n; j++) {
        EhInsight *insight = project_insight (project, EH_ID_NONE);

        project_say (project, insight, people[j]);
        for (gint32 k = g_rand_int_range (rand, 1, 5); k > 0; k--)
          pay (project, people[j], g_rand_int_range (rand, 1, 7) / 2.0,
               g_rand_boolean (rand) ? 2500 : 0, "2026-03-01",
               g_rand_boolean (rand) ? "2026-03-09" : "");
      }
    }
    eh_dataset_freeze (project);
    is = eh_hours_new (project, NULL);
    gate = eh_disclosure_apply (project, NULL, NULL);
    told = eh_public_dataset_hours (gate, NULL);
    work_back_crosstab (observer, told->hours, is->hours, NULL, NULL);
    work_back_crosstab (observer, told->money, is->money, NULL, NULL);
    work_back_check (observer, 0.05, 5);
    for (guint i = 0; i < told->hours->n_rows; i++) {
      n_told += told->hours->rows[i].total.value > 0;
      if (told->hours->rows[i].total.state == EH_FIGURE_PROTECTED)
        g_assert_cmpint (told->days[i].state, ==, EH_FIGURE_PROTECTED);
    }
  }
  g_assert_cmpuint (n_told, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/hours", test_hours);
  g_test_add_func ("/hours/work-back", test_work_back);
  return g_test_run ();
}
