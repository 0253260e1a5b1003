/* Merging after whatever may have been done: copies that were changed at random come out the same,
 * whichever is merged into which, and twice is as good as once. A walk that failed is found again
 * by its seed, which the test prints. */

#include "eh-dataset.h"
#include "eh-row-store.h"
#include "eh-text.h"
#include "merge-fixture.h"

static EhId
any_id (EhStore *store, const EhRowType *type)
{
  g_autoptr (GPtrArray) rows = eh_row_store_list (eh_store_get_db (store), type, "ORDER BY id",
                                                  EH_ID_NONE, NULL);

  return rows->len == 0 ? EH_ID_NONE
                        : eh_row_id (rows->pdata[g_test_rand_int_range (0, (int) rows->len)]);
}

static void
put (EhStore *store, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (store, type, row, "Put", NULL, &error);
  g_assert_no_error (error);
}

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static EhId
new_or_any (EhStore *store, const EhRowType *type)
{
  EhId id = one_in (2) ? any_id (store, type) : EH_ID_NONE;

  /* Not eh_id_new(): a walk must be the same each time. */
  return id != EH_ID_NONE ? id
                          : (EhId) g_test_rand_int_range (1, G_MAXINT32) * 1000 +
                                g_test_rand_int_range (0, 1000);
}

static char *
words (void)
{
  return g_strdup_printf ("words %d", g_test_rand_int_range (0, 1000));
}

static void
put_workshop (EhStore *store)
{
  g_autoptr (EhWorkshop) row = eh_workshop_new ();

  row->id = new_or_any (store, &eh_workshop_row_type);
  g_free (row->title);
  row->title = words ();
  put (store, &eh_workshop_row_type, row);
}

static void
put_activity (EhStore *store)
{
  g_autoptr (EhActivity) row = eh_activity_new ();

  row->id = new_or_any (store, &eh_activity_row_type);
  row->workshop_id = any_id (store, &eh_workshop_row_type);
  g_free (row->title);
  row->title = words ();
  if (row->workshop_id != EH_ID_NONE)
    put (store, &eh_activity_row_type, row);
}

static void
put_insight (EhStore *store)
{
  EhId id = new_or_any (store, &eh_insight_row_type);
  g_autoptr (EhInsight) row = eh_row_store_get (eh_store_get_db (store), &eh_insight_row_type, id,
                                                NULL);

  if (row == NULL)
    row = eh_insight_new ();
  row->id = id;
  if (one_in (2)) {
    g_free (row->text);
    row->text = words ();
  }
  if (one_in (2))
    row->workshop_id = one_in (4) ? EH_ID_NONE : any_id (store, &eh_workshop_row_type);
  if (one_in (2))
    row->activity_id = one_in (4) ? EH_ID_NONE : any_id (store, &eh_activity_row_type);
  put (store, &eh_insight_row_type, row);
}

static void
put_person (EhStore *store)
{
  g_autoptr (EhParticipant) row = eh_participant_new ();

  row->id = new_or_any (store, &eh_participant_row_type);
  g_free (row->name);
  row->name = words ();
  put (store, &eh_participant_row_type, row);
}

static void
put_contributor (EhStore *store)
{
  g_autoptr (EhContributor) row = eh_contributor_new ();

  row->insight_id = any_id (store, &eh_insight_row_type);
  row->participant_id = any_id (store, &eh_participant_row_type);
  if (row->insight_id == EH_ID_NONE || row->participant_id == EH_ID_NONE)
    return;
  row->id = eh_id_from_pair ("contributor", row->insight_id, row->participant_id);
  put (store, &eh_contributor_row_type, row);
}

static void
put_block (EhStore *store)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (EhBlock) row = eh_block_new ();

  guidance->id = 7;
  if (eh_reader_count (eh_store_get_db (store), &eh_guidance_row_type) == 0)
    put (store, &eh_guidance_row_type, guidance);
  row->id = new_or_any (store, &eh_block_row_type);
  row->guidance_id = any_id (store, &eh_guidance_row_type);
  row->insight_id = one_in (3) ? EH_ID_NONE : any_id (store, &eh_insight_row_type);
  put (store, &eh_block_row_type, row);
}

static void
put_evidence (EhStore *store)
{
  g_autoptr (EhEvidence) row = eh_evidence_new ();

  row->block_id = any_id (store, &eh_block_row_type);
  row->insight_id = any_id (store, &eh_insight_row_type);
  if (row->block_id == EH_ID_NONE || row->insight_id == EH_ID_NONE)
    return;
  row->id = eh_id_from_pair ("evidence", row->block_id, row->insight_id);
  g_free (row->note);
  row->note = words ();
  put (store, &eh_evidence_row_type, row);
}

static void
remove_any (EhStore *store)
{
  static const EhRowType *const types[] = {
    &eh_workshop_row_type,    &eh_activity_row_type,    &eh_insight_row_type,
    &eh_participant_row_type, &eh_contributor_row_type, &eh_block_row_type,
    &eh_evidence_row_type,    &eh_guidance_row_type,
  };
  const EhRowType *type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  EhId id = any_id (store, type);
  g_autoptr (GError) error = NULL;

  if (id != EH_ID_NONE)
    eh_store_remove_one (store, type, id, "Removed", &error);
  g_assert_no_error (error);
}

static void
do_something (EhStore *store)
{
  static void (*const deeds[]) (EhStore *) = {
    put_workshop, put_activity,    put_insight, put_insight,  put_insight, put_person,
    put_person,   put_contributor, put_block,   put_evidence, remove_any,  remove_any,
  };

  if (!one_in (8))
    deeds[g_test_rand_int_range (0, G_N_ELEMENTS (deeds))](store);
  else if (eh_store_get_undo_label (store) != NULL)
    g_assert_true (eh_store_undo (store, NULL));
}

static void
do_some (EhStore *store, int n)
{
  for (int i = 0; i < n; i++)
    do_something (store);
}

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

    do_some (a, 12);
    b = merge_copy_of (f, a);
    for (int meeting = 0; meeting < 3; meeting++) {
      g_autoptr (EhStore) b_into_a = NULL;

      do_some (a, 6);
      do_some (b, 6);
      b_into_a = merge_copy_of (f, a);
      merge_into (b_into_a, b);
      /* Sometimes both merge the other's copy, sometimes one takes the merged one. */
      merge_into (b, one_in (2) ? a : b_into_a);
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

    do_some (start, 14);
    for (int i = 0; i < 3; i++) {
      three[i] = merge_copy_of (f, start);
      do_some (three[i], 7);
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
