/* What was given for a purpose goes when its date has passed: in no byte of the file is anything
 * left of it, and what is not due stays. */

#include "eh-access-need.h"
#include "eh-overdue.h"
#include "eh-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define DUE   "quixotic trampoline access"
#define LATER "zanzibarian hearing loop"

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("eh-overdue-XXXXXX", &error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
  g_free (f->path);
}

static char *
day (int from_today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, from_today);

  return g_date_time_format (then, "%F");
}

static EhId
put_need (Fixture *f, const char *kind, const char *delete_after)
{
  g_autoptr (EhAccessNeed) need = eh_access_need_new ();
  g_autoptr (GError) error = NULL;

  need->id = eh_id_new ();
  eh_set_str (&need->kind, kind);
  eh_set_str (&need->delete_after, delete_after);
  eh_store_put_one (f->store, &eh_access_need_row_type, need, "Added an access need", NULL, &error);
  g_assert_no_error (error);
  return need->id;
}

static gboolean
is_in_bytes (Fixture *f, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  for (const char *p = bytes; (p = memchr (p, words[0], size - (gsize) (p - bytes))) != NULL; p++)
    if (size - (gsize) (p - bytes) >= strlen (words) && memcmp (p, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_deleted (Fixture *f, gconstpointer data)
{
  g_autofree char *yesterday = day (-1);
  g_autofree char *today = day (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  EhId due = put_need (f, "Something", yesterday);
  guint n = 0;

  put_need (f, LATER, today);
  put_need (f, "Without a date", "");
  put_need (f, "No date at all", "2020-13-45");
  /* Changed once: the older words are in the history too. */
  {
    g_autoptr (EhAccessNeed) need = eh_reader_get (eh_store_get_db (f->store),
                                                   &eh_access_need_row_type, due);

    eh_set_str (&need->kind, DUE);
    eh_store_put_one (f->store, &eh_access_need_row_type, need, "Changed", NULL, &error);
    g_assert_no_error (error);
  }
  g_assert_true (is_in_bytes (f, DUE));
  g_assert_cmpuint (eh_overdue_count (eh_store_get_db (f->store)), ==, 1);
  eh_overdue_delete (f->store, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (is_in_bytes (f, DUE));
  g_assert_true (is_in_bytes (f, LATER));
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_access_need_row_type), ==, 3);
  steps = eh_history_list (eh_store_get_db (f->store), 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((EhHistoryStep *) steps->pdata[0])->label, ==,
                   "Deleted 1 access need whose date had passed");
  while (eh_store_get_undo_label (f->store) != NULL)
    g_assert_true (eh_store_undo (f->store, NULL));
  while (eh_store_get_redo_label (f->store) != NULL)
    g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_false (is_in_bytes (f, DUE));
}

static void
test_nothing_due (Fixture *f, gconstpointer data)
{
  g_autofree char *tomorrow = day (1);
  g_autofree char *label = NULL;
  guint n = 7;

  put_need (f, LATER, tomorrow);
  label = g_strdup (eh_store_get_undo_label (f->store));
  g_assert_true (eh_overdue_delete (f->store, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, label);
}

static void
put_workshop (Fixture *f, const char *date)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

  workshop->id = eh_id_new ();
  eh_set_str (&workshop->date, date);
  g_assert_true (
      eh_store_put_one (f->store, &eh_workshop_row_type, workshop, "Added a workshop", NULL, NULL));
}

static void
test_default_date (Fixture *f, gconstpointer data)
{
  g_autofree char *none = eh_overdue_default_date (eh_store_get_db (f->store));
  g_autofree char *past = NULL;
  g_autofree char *future = NULL;
  g_autofree char *in_a_month = day (30);
  g_autofree char *in_ten_days = day (10);
  g_autofree char *in_forty_days = day (40);

  g_assert_cmpstr (none, ==, "");
  put_workshop (f, "");
  put_workshop (f, "2018-11-23");
  past = eh_overdue_default_date (eh_store_get_db (f->store));
  g_assert_cmpstr (past, ==, in_a_month);
  put_workshop (f, in_ten_days);
  future = eh_overdue_default_date (eh_store_get_db (f->store));
  g_assert_cmpstr (future, ==, in_forty_days);
}

static void
test_overview (Fixture *f, gconstpointer data)
{
  g_autofree char *yesterday = day (-1);
  g_autofree char *soon = day (3);
  g_autofree char *later = day (20);
  g_autofree char *workshop = day (10);
  EhOverview overview;

  put_need (f, "One", yesterday);
  put_need (f, "Two", soon);
  put_need (f, "Three", later);
  put_workshop (f, workshop);
  eh_overview_load (eh_store_get_db (f->store), &overview);
  g_assert_cmpint (overview.n_needs_overdue, ==, 1);
  g_assert_cmpint (overview.n_needs_soon, ==, 1);
  g_assert_cmpint (overview.n_needs_early, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/overdue/deleted", test_deleted);
  ADD ("/overdue/nothing-due", test_nothing_due);
  ADD ("/overdue/default-date", test_default_date);
  ADD ("/overdue/overview", test_overview);
  return g_test_run ();
}
