/* Agreement between coders: the published worked examples, and how placements become a yes or a no.
 */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "project-fixture.h"

#include <string.h>

#define N EH_CODER_AGREEMENT_MISSING

/* Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): A, two observers and two
 * values; B, two observers and five; C, four observers, with values missing. */
static void
test_alpha (void)
{
  static const int a[2][10] = { { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 },
                                { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 } };
  static const int b[2][12] = { { 1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1 },
                                { 2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4 } };
  static const int c[4][12] = { { 1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N },
                                { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3 },
                                { N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N },
                                { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N } };

  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_alpha (&a[0][0], 2, 10).value, 0.095, 0.0005);
  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_alpha (&b[0][0], 2, 12).value, 0.692, 0.0005);
  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_alpha (&c[0][0], 4, 12).value, 0.743, 0.0005);
  g_assert_cmpfloat (eh_coder_agreement_percent (&a[0][0], 2, 10).value, ==, 0.6);
}

/* How often two judges gave each pair of values, as rows of them. */
static void
spread (const guint *counts, guint n_values, int *first, int *second)
{
  guint at = 0;

  for (guint i = 0; i < n_values; i++)
    for (guint j = 0; j < n_values; j++)
      for (guint k = 0; k < counts[i * n_values + j]; k++, at++) {
        first[at] = (int) i;
        second[at] = (int) j;
      }
}

/* Cohen, "Weighted kappa" (Psychological Bulletin 70, 1968), Table 1: 200 cases, kappa .492. And
 * the textbook's fifty grant proposals, 20 and 15 of them agreed on: 0.4. */
static void
test_kappa (void)
{
  static const guint diagnoses[9] = { 88, 14, 18, 10, 40, 10, 2, 6, 12 };
  static const guint grants[4] = { 20, 5, 10, 15 };
  int first[200];
  int second[200];

  spread (diagnoses, 3, first, second);
  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_kappa (first, second, 200).value, 0.492,
                                  0.0005);
  spread (grants, 2, first, second);
  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_kappa (first, second, 50).value, 0.4, 1e-9);
  /* One more that only one of them looked at changes nothing. */
  first[50] = 1;
  second[50] = N;
  g_assert_cmpfloat_with_epsilon (eh_coder_agreement_kappa (first, second, 51).value, 0.4, 1e-9);
}

/* Where nobody could differ, there is nothing to say. */
static void
test_nothing_to_say (void)
{
  static const int alone[4] = { 1, 0, N, N };
  static const int same[4] = { 1, 1, 1, 1 };
  static const int full[6] = { 0, 1, 2, 0, 1, 2 };

  g_assert_cmpint (eh_coder_agreement_alpha (alone, 2, 2).state, ==, EH_FIGURE_UNDEFINED);
  g_assert_cmpint (eh_coder_agreement_percent (alone, 2, 2).state, ==, EH_FIGURE_UNDEFINED);
  g_assert_cmpint (eh_coder_agreement_alpha (same, 2, 2).state, ==, EH_FIGURE_UNDEFINED);
  g_assert_cmpint (eh_coder_agreement_kappa (same, same + 2, 2).state, ==, EH_FIGURE_UNDEFINED);
  g_assert_cmpfloat (eh_coder_agreement_percent (same, 2, 2).value, ==, 1);
  g_assert_cmpfloat (eh_coder_agreement_alpha (full, 2, 3).value, ==, 1);
  g_assert_cmpfloat (eh_coder_agreement_kappa (full, full + 3, 3).value, ==, 1);
}

/* Asha and Ben over ten insights, of which two only one of them looked at: a yes for what is placed
 * in the category or below, a no for what they placed elsewhere. */
static void
test_placements (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId hier = project_category (project, EH_ID_NONE, "hier");
  EhId below = project_category (project, hier, "hier.agenda");
  EhId know = project_category (project, EH_ID_NONE, "know");
  g_autoptr (EhCoderAgreement) agreement = NULL;
  g_auto (GStrv) sentences = NULL;

  for (guint i = 0; i < 10; i++) {
    EhInsight *insight = project_insight (project, EH_ID_NONE);

    /* Eight by both: five times both in hier, once both in know, twice they differ. */
    project_place (project, insight, i < 6 ? hier : know, "Asha");
    if (i < 5)
      project_place (project, insight, below, "Ben");
    else if (i < 8)
      project_place (project, insight, i < 7 ? know : hier, "Ben");
  }
  eh_dataset_freeze (project);
  agreement = eh_coder_agreement_new (project, NULL);
  g_assert_cmpuint (agreement->n_coders, ==, 2);
  g_assert_cmpstr (agreement->coders[0], ==, "Asha");
  g_assert_cmpuint (agreement->n_categories, ==, 2);
  g_assert_cmpfloat (agreement->whole.insights.value, ==, 8);
  g_assert_cmpfloat (agreement->categories[0].ratio.percent.value, ==, 0.75);
  g_assert_cmpfloat (agreement->whole.percent.value, ==, 0.75);
  /* Asha says yes 6 of 8 times and Ben 6 of 8: chance gives 0.625, so (0.75 - 0.625) / 0.375. */
  g_assert_cmpfloat_with_epsilon (agreement->categories[0].ratio.kappa.value, 1.0 / 3, 1e-9);
  sentences = eh_sentence_agreement_all (agreement);
  g_assert_true (g_str_has_prefix (sentences[0],
                                   "8 insights were placed by at least two of 2 coders. They agree "
                                   "on 75% of what belongs where;"));
}

/* In public nobody is named, and a category of few people's insights is not told of, nor is it left
 * alone to be worked out of the whole. */
static void
test_public (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhId categories[3] = { project_category (project, EH_ID_NONE, "hier"),
                         project_category (project, EH_ID_NONE, "know"),
                         project_category (project, EH_ID_NONE, "soc") };
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhCoderAgreement) agreement = NULL;
  guint n_hidden = 0;

  for (guint i = 0; i < 58; i++) {
    /* The third for one person's insights alone. */
    EhId category = categories[i % PHASE_1_PUBLIC == 0 && i < 21 ? 2 : i % 2];

    project_place (project, project->insights->pdata[i], category, "Asha");
    project_place (project, project->insights->pdata[i], category, "Ben");
  }
  eh_dataset_freeze (project);
  gate = eh_disclosure_apply (project, NULL, NULL);
  agreement = eh_public_dataset_agreement (gate, NULL);
  g_assert_null (agreement->coders);
  g_assert_cmpuint (agreement->n_coders, ==, 2);
  g_assert_cmpint (agreement->categories[2].ratio.percent.state, ==, EH_FIGURE_PROTECTED);
  for (guint i = 0; i < 3; i++) {
    n_hidden += agreement->categories[i].ratio.percent.state == EH_FIGURE_PROTECTED;
    g_assert_cmpint (agreement->categories[i].ratio.placed.state, ==, EH_FIGURE_PROTECTED);
  }
  g_assert_cmpuint (n_hidden, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/alpha", test_alpha);
  g_test_add_func ("/agreement/kappa", test_kappa);
  g_test_add_func ("/agreement/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/agreement/placements", test_placements);
  g_test_add_func ("/agreement/public", test_public);
  return g_test_run ();
}
