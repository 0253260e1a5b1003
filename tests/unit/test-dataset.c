/* A dataset that was brought up to date after each change is what reading the project would give,
 * whatever was done: edits, removals, undoing, a merge, and rows read a change too early. */

#include "eh-reader.h"
#include "merge-fixture.h"
#include "random-edits.h"

typedef struct {
  EhStore *store;
  EhDataset *dataset;
  EhDataset *lean; /* without the long texts */
  GArray *changes;
} Watched;

static void
changed_cb (EhStore *store, GArray *changes, Watched *w)
{
  g_array_append_vals (w->changes, changes->data, changes->len);
}

static void
watch (Watched *w, EhStore *store)
{
  g_autoptr (GError) error = NULL;

  w->store = store;
  w->dataset = eh_reader_load_dataset (eh_store_get_db (store), &error);
  g_assert_no_error (error);
  w->lean = eh_reader_load_lean_dataset (eh_store_get_db (store), &error);
  g_assert_no_error (error);
  w->changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), w);
}

static void
unwatch (Watched *w)
{
  g_signal_handlers_disconnect_by_data (w->store, w);
  eh_dataset_unref (w->dataset);
  eh_dataset_unref (w->lean);
  g_array_unref (w->changes);
}

static void
update (Watched *w, EhDataset **dataset, GArray *told)
{
  g_autoptr (GError) error = NULL;
  EhDataset *after = eh_reader_update_dataset (eh_store_get_db (w->store), *dataset, told, &error);

  g_assert_no_error (error);
  eh_dataset_unref (*dataset);
  *dataset = after;
}

/* With the first n of the changes; the rows are as they are after all of them. */
static void
catch_up (Watched *w, guint n)
{
  g_autoptr (GArray) told = g_array_copy (w->changes);

  g_array_set_size (told, n);
  update (w, &w->dataset, told);
  update (w, &w->lean, told);
  g_array_remove_range (w->changes, 0, n);
}

static void
assert_same_links (const EhDatasetLink *a, guint n_a, const EhDatasetLink *b, guint n_b)
{
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++) {
    g_assert_cmpint (eh_row_id (a[i].row), ==, eh_row_id (b[i].row));
    g_assert_cmpuint (a[i].other, ==, b[i].other);
    g_assert_cmpint (a[i].hat, ==, b[i].hat);
  }
}

static void
assert_same_insight (EhDataset *a, EhDataset *b, guint index)
{
  guint n_a, n_b;
  const EhDatasetLink *ours = eh_dataset_contributors_at (a, index, &n_a);
  const EhDatasetLink *theirs = eh_dataset_contributors_at (b, index, &n_b);

  assert_same_links (ours, n_a, theirs, n_b);
  ours = eh_dataset_mappings_at (a, index, &n_a);
  theirs = eh_dataset_mappings_at (b, index, &n_b);
  assert_same_links (ours, n_a, theirs, n_b);
  g_assert_true (eh_dataset_insight (a, eh_row_id (a->insights->pdata[index])) ==
                 a->insights->pdata[index]);
}

static void
assert_same_evidence (EhDataset *a, EhDataset *b)
{
  for (guint i = 0; i < a->blocks->len; i++) {
    EhId id = eh_row_id (a->blocks->pdata[i]);
    GPtrArray *ours = eh_dataset_evidence_of (a, id);
    GPtrArray *theirs = eh_dataset_evidence_of (b, id);

    g_assert_cmpuint (ours != NULL ? ours->len : 0, ==, theirs != NULL ? theirs->len : 0);
    for (guint j = 0; ours != NULL && j < ours->len; j++)
      g_assert_cmpint (eh_row_id (ours->pdata[j]), ==, eh_row_id (theirs->pdata[j]));
  }
}

static void
assert_same (EhDataset *dataset, EhDataset *fresh)
{
  guint n_types;
  const EhRowType *const *types = eh_dataset_types (&n_types);

  g_assert_true (eh_row_equal (&eh_project_row_type, dataset->project, fresh->project));
  for (guint i = 0; i < n_types; i++) {
    GPtrArray *ours = eh_dataset_get_rows (dataset, types[i]);
    GPtrArray *theirs = eh_dataset_get_rows (fresh, types[i]);

    g_assert_cmpuint (ours->len, ==, theirs->len);
    for (guint j = 0; j < ours->len; j++)
      g_assert_true (eh_row_equal (types[i], ours->pdata[j], theirs->pdata[j]));
  }
  for (guint i = 0; i < fresh->insights->len; i++)
    assert_same_insight (dataset, fresh, i);
  assert_same_evidence (dataset, fresh);
}

static void
assert_up_to_date (Watched *w)
{
  g_autoptr (EhDataset) fresh = eh_reader_load_dataset (eh_store_get_db (w->store), NULL);
  g_autoptr (EhDataset) lean = eh_reader_load_lean_dataset (eh_store_get_db (w->store), NULL);

  assert_same (w->dataset, fresh);
  assert_same (w->lean, lean);
  /* Only words are left out. */
  for (guint i = 0; i < lean->insights->len; i++) {
    assert_same_insight (w->lean, fresh, i);
    g_assert_cmpstr (((EhInsight *) lean->insights->pdata[i])->text, ==, "");
  }
}

/* Large enough that one change is few rows of a table, and a merge is many. */
static EhStore *
project_of_some_size (MergeFixture *f)
{
  EhStore *store = merge_new_project (f);

  random_edits_do (store, 70);
  return store;
}

static void
test_edits (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = project_of_some_size (f);
  g_autoptr (EhDataset) long_ago = NULL;
  Watched w;

  watch (&w, store);
  long_ago = eh_dataset_ref (w.dataset);
  for (int i = 0; i < (g_test_thorough () ? 400 : 25); i++) {
    random_edits_do (store, random_edits_one_in (6) ? 8 : 1);
    catch_up (&w, w.changes->len);
    assert_up_to_date (&w);
  }
  /* Whoever still reads the first of them is not disturbed. */
  for (guint i = 0; i < long_ago->insights->len; i++)
    g_assert_nonnull (((EhInsight *) long_ago->insights->pdata[i])->text);
  unwatch (&w);
}

/* The worker reads what is there when it comes to read, of which it may have been told only some.
 */
static void
test_told_late (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = project_of_some_size (f);
  Watched w;

  watch (&w, store);
  for (int i = 0; i < (g_test_thorough () ? 200 : 10); i++) {
    random_edits_do (store, 4);
    catch_up (&w, w.changes->len / 2);
    catch_up (&w, w.changes->len);
    assert_up_to_date (&w);
  }
  unwatch (&w);
}

static void
test_merge (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) ours = project_of_some_size (f);
  g_autoptr (EhStore) theirs = merge_copy_of (f, ours);
  Watched w;

  watch (&w, ours);
  for (int i = 0; i < 2; i++) {
    random_edits_do (theirs, 12);
    merge_into (ours, theirs);
    catch_up (&w, w.changes->len);
    assert_up_to_date (&w);
    g_assert_true (eh_store_undo (ours, NULL));
    catch_up (&w, w.changes->len);
    assert_up_to_date (&w);
    g_assert_true (eh_store_redo (ours, NULL));
    catch_up (&w, w.changes->len);
    assert_up_to_date (&w);
  }
  unwatch (&w);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, MergeFixture, NULL, merge_set_up, func, merge_tear_down)
  ADD ("/dataset/edits", test_edits);
  ADD ("/dataset/told-late", test_told_late);
  ADD ("/dataset/merge", test_merge);
  return g_test_run ();
}
