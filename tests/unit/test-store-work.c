/* Steps that a worker takes while the window has the project open: they are steps as any others,
 * nothing begins in between, and what is given up is taken back. */

#include "eh-store-work.h"

#include "eh-text.h"
#include "eh-workshop.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  EhStore *store;
  guint n_told;
  guint n_changes;
} Fixture;

static void
changed_cb (EhStore *store, GArray *changes, Fixture *f)
{
  f->n_told++;
  f->n_changes += changes->len;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (EhStore) store = NULL;

  f->dir = g_dir_make_tmp ("eh-work-XXXXXX", NULL);
  path = g_build_filename (f->dir, "work.db", NULL);
  store = eh_store_create (path, "Test", NULL);
  eh_store_close (store);
  f->store = eh_store_open_working_copy (path, NULL);
  g_assert_nonnull (f->store);
  eh_store_set_author (f->store, "Mair");
  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "work.db", NULL);

  g_assert_finalize_object (f->store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
}

static gboolean
put_workshop (EhStore *store, GError **error)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

  workshop->id = eh_id_new ();
  eh_set_str (&workshop->title, "W");
  return eh_store_put (store, &eh_workshop_row_type, workshop, error);
}

/* So many workshops as one step. */
static gboolean
add_many (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!eh_store_begin (store, "Added many", error))
    return FALSE;
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !put_workshop (store, error)) {
      eh_store_abort (store);
      return FALSE;
    }
  }
  return eh_store_commit (store, error);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
finish (Fixture *f, GAsyncResult **result, GError **error)
{
  g_autoptr (GAsyncResult) kept = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  kept = g_steal_pointer (result);
  return eh_store_work_finish (f->store, kept, error);
}

static gint64
n_workshops (Fixture *f)
{
  return eh_reader_count (eh_store_get_db (f->store), &eh_workshop_row_type);
}

static void
test_a_step_as_any_other (Fixture *f, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  eh_store_work_async (f->store, add_many, GUINT_TO_POINTER (300), NULL, NULL, keep_result,
                       &result);
  g_assert_true (eh_store_is_busy (f->store));
  g_assert_false (eh_store_begin (f->store, "In between", &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_true (finish (f, &result, &error));
  g_assert_false (eh_store_is_busy (f->store));
  g_assert_cmpuint (f->n_told, ==, 1);
  g_assert_cmpuint (f->n_changes, ==, 300);
  g_assert_cmpint (n_workshops (f), ==, 300);
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, "Added many");
  steps = eh_history_list (eh_store_get_db (f->store), 10, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (((EhHistoryStep *) steps->pdata[0])->author, ==, "Mair");
  /* The window's own store knows the step, and takes it back. */
  g_assert_true (eh_store_undo (f->store, &error));
  g_assert_cmpint (n_workshops (f), ==, 0);
}

static void
test_given_up (Fixture *f, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  eh_store_work_async (f->store, add_many, GUINT_TO_POINTER (1000000), NULL, stop, keep_result,
                       &result);
  g_cancellable_cancel (stop);
  g_assert_false (finish (f, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_workshops (f), ==, 0);
  g_assert_null (eh_store_get_undo_label (f->store));
  g_assert_cmpuint (f->n_told, ==, 0);
  g_assert_true (eh_store_begin (f->store, "Afterwards", NULL));
  eh_store_abort (f->store);
}

static void
test_one_at_a_time (Fixture *f, gconstpointer data)
{
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;
  g_autoptr (GError) error = NULL;

  eh_store_work_async (f->store, add_many, GUINT_TO_POINTER (200), NULL, NULL, keep_result, &first);
  eh_store_work_async (f->store, add_many, GUINT_TO_POINTER (1), NULL, NULL, keep_result, &second);
  g_assert_false (finish (f, &second, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE);
  g_assert_true (finish (f, &first, NULL));
  g_assert_cmpint (n_workshops (f), ==, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store-work/a-step-as-any-other", test_a_step_as_any_other);
  ADD ("/store-work/given-up", test_given_up);
  ADD ("/store-work/one-at-a-time", test_one_at_a_time);
  return g_test_run ();
}
