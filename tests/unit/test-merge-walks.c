/* Merging after whatever may have been done: copies that were changed at random come out the same,
 * whichever is merged into which, and twice is as good as once. A walk that failed is found again
 * by its seed, which the test prints. */

#include "merge-fixture.h"
#include "random-edits.h"

static int
rounds (int quick)
{
  return g_test_thorough () ? quick * 40 : quick;
}

static void
assert_nothing_to_do (EhStore *ours, EhStore *theirs)
{
  g_autoptr (EhMergePlan) plan = merge_plan_for (ours, theirs);

  g_assert_true (eh_merge_plan_is_empty (plan));
  g_assert_cmpuint (plan->conflicts->len, ==, 0);
}

/* A into B, or B into A; and again, after more was done on both. */
static void
test_pairs (MergeFixture *f, gconstpointer data)
{
  for (int round = 0; round < rounds (3); round++) {
    g_autoptr (EhStore) a = merge_new_project (f);
    g_autoptr (EhStore) b = NULL;

    random_edits_do (a, 12);
    b = merge_copy_of (f, a);
    for (int meeting = 0; meeting < 3; meeting++) {
      g_autoptr (EhStore) b_into_a = NULL;

      random_edits_do (a, 6);
      random_edits_do (b, 6);
      b_into_a = merge_copy_of (f, a);
      merge_into (b_into_a, b);
      /* Sometimes both merge the other's copy, sometimes one takes the merged one. */
      merge_into (b, random_edits_one_in (2) ? a : b_into_a);
      merge_assert_same (b_into_a, b);
      assert_nothing_to_do (b_into_a, b);
      assert_nothing_to_do (b, b_into_a);
      g_set_object (&a, b_into_a);
    }
  }
}

/* Three laptops, in any order, and either way round. */
static void
test_threes (MergeFixture *f, gconstpointer data)
{
  static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                   { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (int round = 0; round < rounds (3); round++) {
    g_autoptr (EhStore) start = merge_new_project (f);
    g_autoptr (EhStore) first = NULL;
    EhStore *three[3];

    random_edits_do (start, 14);
    for (int i = 0; i < 3; i++) {
      three[i] = merge_copy_of (f, start);
      random_edits_do (three[i], 7);
    }
    for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
      g_autoptr (EhStore) into = merge_copy_of (f, three[orders[i][0]]);
      g_autoptr (EhStore) other = merge_copy_of (f, three[orders[i][2]]);

      merge_into (into, three[orders[i][1]]);
      merge_into (other, into);
      merge_into (into, three[orders[i][2]]);
      merge_assert_same (into, other);
      if (first == NULL)
        first = g_steal_pointer (&into);
      else
        merge_assert_same (first, into);
    }
    for (int i = 0; i < 3; i++)
      g_object_unref (three[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, MergeFixture, NULL, merge_set_up, func, merge_tear_down)
  ADD ("/merge-walks/pairs", test_pairs);
  ADD ("/merge-walks/threes", test_threes);
  return g_test_run ();
}
