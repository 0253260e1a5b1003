/* The list of insights: it holds what the query finds, keeps its place when the project changes,
 * and tells in one splice what differs. */

#include "eh-category-edit.h"
#include "eh-category.h"
#include "eh-framework.h"
#include "eh-insight-edit.h"
#include "eh-insight-list-model.h"
#include "eh-insight-selection.h"
#include "eh-text.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhInsightListModel *model;
  EhId category;
  GArray *ids; /* oldest first */
  guint n_splices;
  guint position;
  guint removed;
  guint added;
} Fixture;

static void
spliced_cb (Fixture *f, guint position, guint removed, guint added)
{
  f->n_splices++;
  f->position = position;
  f->removed = removed;
  f->added = added;
}

static void
settle (Fixture *f)
{
  while (eh_insight_list_model_is_loading (f->model))
    g_main_context_iteration (NULL, TRUE);
}

static EhId
record (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) draft = eh_insight_new ();
  EhId id;

  eh_set_str (&draft->text, text);
  id = eh_insight_record (f->store, draft, NULL, NULL, "", &error);
  g_assert_no_error (error);
  return id;
}

static void
put_category (Fixture *f)
{
  g_autoptr (EhFramework) framework = eh_framework_new ();
  g_autoptr (EhCategory) category = eh_category_new ();
  g_autoptr (GError) error = NULL;

  framework->id = eh_id_from_key ("framework", "t");
  f->category = category->id = eh_id_from_key ("category", "t/agenda");
  category->framework_id = framework->id;
  g_assert_true (eh_store_put_one (f->store, &eh_framework_row_type, framework, "T", NULL, &error));
  g_assert_true (eh_store_put_one (f->store, &eh_category_row_type, category, "T", NULL, &error));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("eh-list-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "work.db", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  /* As a window has it: readers read while it writes. */
  g_clear_object (&f->store);
  f->store = eh_store_open_working_copy (f->path, &error);
  g_assert_no_error (error);
  put_category (f);
  f->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  for (guint i = 0; i < 5; i++) {
    g_autofree char *text = g_strdup_printf ("%s %u", i % 2 == 0 ? "agenda" : "travel", i);
    EhId id = record (f, text);

    g_array_append_val (f->ids, id);
  }
  f->model = eh_insight_list_model_new (f->store);
  settle (f);
  g_signal_connect_swapped (f->model, "items-changed", G_CALLBACK (spliced_cb), f);
}

/* A search that was superseded may have the file open for a moment longer. */
static void
remove_folder (Fixture *f)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (f->path, "-shm", NULL);

  for (guint i = 0; i < 100 && g_file_test (f->dir, G_FILE_TEST_EXISTS); i++) {
    g_unlink (f->path);
    g_unlink (log);
    g_unlink (index);
    if (g_rmdir (f->dir) != 0)
      g_usleep (10000);
  }
  g_assert_false (g_file_test (f->dir, G_FILE_TEST_EXISTS));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->store);
  g_array_unref (f->ids);
  remove_folder (f);
  g_free (f->dir);
  g_free (f->path);
}

static guint
length (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->model));
}

static EhId
nth_recorded (Fixture *f, guint i)
{
  return g_array_index (f->ids, EhId, i);
}

static void
append_nth (Fixture *f, GArray *ids, guint i)
{
  EhId id = nth_recorded (f, i);

  g_array_append_val (ids, id);
}

static void
test_newest_first (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (length (f), ==, 5);
  for (guint i = 0; i < 5; i++) {
    guint position;

    g_assert_cmpint (eh_insight_list_model_get_id (f->model, i), ==, nth_recorded (f, 4 - i));
    g_assert_true (eh_insight_list_model_find (f->model, nth_recorded (f, 4 - i), &position));
    g_assert_cmpuint (position, ==, i);
  }
  g_assert_cmpint (eh_insight_list_model_get_id (f->model, 5), ==, EH_ID_NONE);
  g_assert_cmpint (eh_insight_list_model_get_n_unmapped (f->model), ==, 5);
}

/* A new insight is on top before the worker has said anything, and the worker changes nothing. */
static void
test_added_at_once (Fixture *f, gconstpointer data)
{
  EhId id = record (f, "just said");

  g_assert_cmpint (eh_insight_list_model_get_id (f->model, 0), ==, id);
  g_assert_cmpuint (length (f), ==, 6);
  g_assert_cmpuint (f->n_splices, ==, 1);
  settle (f);
  g_assert_cmpuint (f->n_splices, ==, 1);
  g_assert_cmpuint (f->position, ==, 0);
  g_assert_cmpuint (f->removed, ==, 0);
  g_assert_cmpuint (f->added, ==, 1);
  g_assert_true (eh_store_undo (f->store, NULL));
  g_assert_cmpuint (length (f), ==, 5);
}

static void
test_query (Fixture *f, gconstpointer data)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  query->words = g_strdup ("agen");
  eh_insight_list_model_set_query (f->model, query);
  /* A query that is typed over is never seen. */
  eh_set_str (&query->words, "trav");
  eh_insight_list_model_set_query (f->model, query);
  settle (f);
  g_assert_cmpuint (length (f), ==, 2);
  g_assert_cmpint (eh_insight_list_model_get_id (f->model, 0), ==, nth_recorded (f, 3));
  g_assert_cmpint (eh_insight_list_model_get_id (f->model, 1), ==, nth_recorded (f, 1));
}

/* Of a changed list, only the middle is told. */
static void
test_splice_in_the_middle (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  append_nth (f, ids, 2);
  g_assert_true (eh_insight_remove (f->store, ids, &error));
  settle (f);
  g_assert_cmpuint (f->n_splices, ==, 1);
  g_assert_cmpuint (f->position, ==, 2);
  g_assert_cmpuint (f->removed, ==, 1);
  g_assert_cmpuint (f->added, ==, 0);
}

/* What is being sorted stays in "not sorted yet" until something else is. */
static void
test_keeps_what_is_worked_on (Fixture *f, gconstpointer data)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;
  EhId id = nth_recorded (f, 2);
  guint position;

  query->unmapped = TRUE;
  eh_insight_list_model_set_query (f->model, query);
  settle (f);
  g_array_append_val (chosen, id);
  eh_insight_list_model_keep (f->model, chosen);
  g_assert_true (
      eh_insight_set_mapped (f->store, chosen, f->category, TRUE, "", EH_PLACED_BY_TEAM, &error));
  settle (f);
  g_assert_true (eh_insight_list_model_find (f->model, id, &position));
  g_assert_cmpint (eh_insight_list_model_get_n_unmapped (f->model), ==, 4);
  g_array_set_size (chosen, 0);
  eh_insight_list_model_keep (f->model, chosen);
  settle (f);
  g_assert_false (eh_insight_list_model_find (f->model, id, &position));
  g_assert_cmpuint (length (f), ==, 4);
}

/* Where two frameworks meet, and what one of them has no place for yet. */
static void
test_two_frameworks (Fixture *f, gconstpointer data)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;
  EhId own = eh_framework_begin (f->store, "Our own", &error);
  EhId time_id = eh_category_add (f->store, own, EH_ID_NONE, "Time", &error);
  EhDb *db = eh_store_get_db (f->store);

  g_assert_no_error (error);
  g_array_append_vals (chosen, f->ids->data, 2);
  g_assert_true (
      eh_insight_set_mapped (f->store, chosen, f->category, TRUE, "", EH_PLACED_BY_TEAM, &error));
  g_array_set_size (chosen, 1);
  g_assert_true (
      eh_insight_set_mapped (f->store, chosen, time_id, TRUE, "", EH_PLACED_BY_TEAM, &error));
  query->outside_id = own;
  g_assert_false (eh_insight_query_is_empty (query));
  g_assert_cmpint (eh_insight_query_count (db, query, &error), ==, 4);
  query->outside_id = EH_ID_NONE;
  query->category_id = f->category;
  g_assert_cmpint (eh_insight_query_count (db, query, &error), ==, 2);
  query->other_category_id = time_id;
  g_assert_cmpint (eh_insight_query_count (db, query, &error), ==, 1);
  g_assert_no_error (error);
}

typedef struct {
  EhInsightListModel *model;
  EhId id;
  gboolean known;
} Next;

static void
next_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Next *next = data;

  next->id = eh_insight_list_model_next_unmapped_finish (next->model, result, &error);
  next->known = TRUE;
  g_assert_no_error (error);
}

static EhId
next_after (Fixture *f, EhId after)
{
  Next next = { f->model, EH_ID_NONE, FALSE };

  eh_insight_list_model_next_unmapped_async (f->model, after, NULL, next_cb, &next);
  while (!next.known)
    g_main_context_iteration (NULL, TRUE);
  return next.id;
}

static void
test_next_unmapped (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    if (i != 1 && i != 3)
      append_nth (f, ids, i);
  g_assert_true (
      eh_insight_set_mapped (f->store, ids, f->category, TRUE, "", EH_PLACED_BY_TEAM, &error));
  settle (f);
  g_assert_cmpint (next_after (f, EH_ID_NONE), ==, nth_recorded (f, 3));
  g_assert_cmpint (next_after (f, nth_recorded (f, 3)), ==, nth_recorded (f, 1));
  /* Round the end. */
  g_assert_cmpint (next_after (f, nth_recorded (f, 0)), ==, nth_recorded (f, 3));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A row that is shown is told when what it shows has changed, and nobody else is. */
static void
test_tells_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (EhInsightItem) first = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_autoptr (EhInsightItem) again = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_autoptr (EhInsightItem) second = g_list_model_get_item (G_LIST_MODEL (f->model), 1);
  g_autoptr (GError) error = NULL;
  guint n_first = 0;
  guint n_second = 0;

  g_assert_true (first == again);
  g_signal_connect_swapped (first, "changed", G_CALLBACK (count_cb), &n_first);
  g_signal_connect_swapped (second, "changed", G_CALLBACK (count_cb), &n_second);
  g_assert_cmpstr (eh_insight_item_get_card (first)->insight->text, ==, "agenda 4");
  g_assert_true (eh_insight_set_text (f->store, nth_recorded (f, 4), "agenda four", &error));
  g_assert_cmpstr (eh_insight_item_get_card (first)->insight->text, ==, "agenda four");
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_second, ==, 0);
}

static void
note_change_cb (GArray *changes, guint position, guint n)
{
  g_array_append_val (changes, position);
  g_array_append_val (changes, n);
}

/* Chosen are insights and not places: they stay chosen where others come, go or are looked for. */
static void
test_selection (Fixture *f, gconstpointer data)
{
  g_autoptr (EhInsightSelection) selection = eh_insight_selection_new (f->model);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (note_change_cb), changes);
  gtk_selection_model_select_item (model, 4, TRUE);
  gtk_selection_model_select_item (model, 1, FALSE);
  g_assert_cmpuint (changes->len, ==, 4);
  g_assert_cmpuint (g_array_index (changes, guint, 2), ==, 1);
  g_assert_cmpuint (g_array_index (changes, guint, 3), ==, 1);
  /* Nothing differs, so nobody is told. */
  gtk_selection_model_select_item (model, 1, FALSE);
  g_assert_cmpuint (changes->len, ==, 4);
  record (f, "travel, said last");
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_true (gtk_selection_model_is_selected (model, 5));
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  append_nth (f, ids, 4);
  g_assert_true (eh_insight_remove (f->store, ids, NULL));
  settle (f);
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  /* Of "travel, said last" and the insights 3 and 1, the second is one of the two. */
  query->words = g_strdup ("trav");
  eh_insight_list_model_set_query (f->model, query);
  settle (f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 3);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_is_selected (model, 2));
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  gtk_selection_model_select_all (model);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_false (gtk_selection_model_is_selected (model, 3));
  gtk_selection_model_unselect_all (model);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/insight-list-model/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newest-first", test_newest_first);
  ADD ("added-at-once", test_added_at_once);
  ADD ("query", test_query);
  ADD ("splice-in-the-middle", test_splice_in_the_middle);
  ADD ("keeps-what-is-worked-on", test_keeps_what_is_worked_on);
  ADD ("two-frameworks", test_two_frameworks);
  ADD ("next-unmapped", test_next_unmapped);
  ADD ("tells-rows", test_tells_rows);
  ADD ("selection", test_selection);
  return g_test_run ();
}
