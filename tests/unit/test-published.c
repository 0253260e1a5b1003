/* Two versions held against one another: a person who withdrew between them must not be found by
 * subtraction. */

#include "eh-published.h"
#include "project-fixture.h"

#include <string.h>

static EhDataset *
example (gboolean without_one)
{
  EhDataset *project = project_worked_example ();

  if (without_one)
    ((EhParticipant *) project->participants->pdata[0])->withdrawal = EH_WITHDRAWAL_REMOVE_ALL;
  eh_dataset_freeze (project);
  return project;
}

static GPtrArray *
numbers_of (EhDataset *project)
{
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (project, NULL, NULL);

  return eh_published_numbers (gate);
}

static const EhPublishedStep *
find (GPtrArray *steps, const char *key)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((EhPublishedStep *) steps->pdata[i])->key, key))
      return steps->pdata[i];
  return NULL;
}

static void
test_withdrawn (void)
{
  g_autoptr (EhDataset) first = example (FALSE);
  g_autoptr (EhDataset) second = example (TRUE);
  g_autoptr (GPtrArray) before = numbers_of (first);
  g_autoptr (GPtrArray) now = numbers_of (second);
  g_autoptr (GPtrArray) steps = eh_disclosure_difference (before, now, 5);
  g_autoptr (GPtrArray) none = eh_disclosure_difference (before, before, 5);
  const EhPublishedStep *people = find (steps, "balance/people/public");

  g_assert_nonnull (people);
  g_assert_cmpfloat (people->before, ==, 12);
  g_assert_cmpfloat (people->now, ==, 11);
  g_assert_cmpstr (people->label, ==, "Public contributors");
  g_assert_nonnull (find (steps, "balance/people"));
  g_assert_nonnull (find (steps, "balance/insights/public"));
  g_assert_cmpuint (none->len, ==, 0);
}

/* Only what was told is kept, and it comes back as it was. */
static void
test_text (void)
{
  g_autoptr (EhDataset) project = example (FALSE);
  g_autoptr (GPtrArray) numbers = numbers_of (project);
  g_autofree char *text = eh_published_to_text (numbers);
  g_autoptr (GPtrArray) again = eh_published_from_text (text);
  g_autofree char *other = eh_published_to_text (again);

  g_assert_cmpstr (text, ==, other);
  g_assert_nonnull (strstr (text, "balance/people/public\t12\tPublic contributors\n"));
  g_assert_null (strstr (text, "balance/people/staff"));
  g_assert_null (strstr (text, "balance/people/research"));
}

/* As much as the threshold or more is nobody in particular; what was not told before is no step. */
static void
test_size (void)
{
  g_autoptr (GPtrArray) before = eh_published_from_text (
      "a\t20\tA\nb\t20\tB\nc\t20\tC\nd\t20\tD\n");
  g_autoptr (GPtrArray) now = eh_published_from_text (
      "a\t25\tA\nb\t16\tB\nc\t20\tC\ne\t3\tE\nnoise");
  g_autoptr (GPtrArray) steps = eh_disclosure_difference (before, now, 5);

  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (((EhPublishedStep *) steps->pdata[0])->key, ==, "b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/published/withdrawn", test_withdrawn);
  g_test_add_func ("/published/text", test_text);
  g_test_add_func ("/published/size", test_size);
  return g_test_run ();
}
