/* The user's file and the window's working copy: what is entered reaches the file, what a crash
 * leaves is picked up, and two versions of a file are never one lost. */

#include "eh-working-copy.h"

#include "eh-db.h"
#include "eh-inbox.h"
#include "eh-merge.h"
#include "eh-project.h"
#include "eh-queue.h"
#include "eh-text.h"
#include "eh-work-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *dir;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;

  f->dir = g_dir_make_tmp ("eh-work-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->file = g_file_new_for_path (f->path);
  store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->dir, name, NULL);

    g_unlink (path);
  }
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_object_unref (f->file);
  g_free (f->dir);
  g_free (f->path);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EhWorkingCopy *
open_copy (Fixture *f, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_open_async (f->file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return eh_working_copy_open_finish (result, error);
}

static gboolean
close_copy (EhWorkingCopy *copy, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_close_async (copy, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return eh_working_copy_close_finish (copy, result, error);
}

static void
add_workshop (EhStore *store, const char *title)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (GError) error = NULL;

  workshop->id = eh_id_new ();
  g_free (workshop->title);
  workshop->title = g_strdup (title);
  eh_store_put_one (store, &eh_workshop_row_type, workshop, "Added a workshop", NULL, &error);
  g_assert_no_error (error);
}

static gint64
workshops_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open (path, &error);

  g_assert_no_error (error);
  return eh_reader_count (eh_store_get_db (store), &eh_workshop_row_type);
}

static void
test_changes_reach_the_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);

  g_assert_no_error (error);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_OPEN);
  add_workshop (eh_working_copy_get_store (copy), "One");
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_WAITING);
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_SAVED);
  g_assert_cmpint (workshops_in (f->path), ==, 1);
  add_workshop (eh_working_copy_get_store (copy), "Two");
  g_assert_true (close_copy (copy, &error));
  g_assert_cmpint (workshops_in (f->path), ==, 2);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_NONE);
}

static EhReceived *
received_in (const char *path, EhId id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open (path, &error);

  g_assert_no_error (error);
  return eh_reader_get (eh_store_get_db (store), &eh_received_row_type, id);
}

/* On a connection of its own, as the page for phones does it. */
static void
send_from_phone (EhStore *store, EhReceived *row)
{
  g_autoptr (EhDb) db = eh_inbox_open (eh_store_get_path (store), NULL);
  gboolean again;

  eh_set_str (&row->text, "Said on a phone");
  g_assert_true (eh_inbox_begin (db, NULL));
  g_assert_true (eh_inbox_add (db, row, &again, NULL));
  g_assert_true (eh_inbox_commit (db, NULL));
}

static void
test_what_phones_send_reaches_the_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);
  EhStore *store = eh_working_copy_get_store (copy);
  g_autoptr (EhReceived) row = eh_received_new ();
  g_autoptr (EhReceived) saved = NULL;

  g_assert_no_error (error);
  send_from_phone (store, row);
  eh_store_tell_received (store);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_WAITING);
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  saved = received_in (f->path, row->id);
  g_assert_cmpstr (saved->text, ==, "Said on a phone");
  g_assert_true (close_copy (copy, &error));
}

static void
test_second_window_is_told (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);

  g_assert_null (open_copy (f, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_true (close_copy (copy, &error));
}

/* A window that is dropped without closing is what a crash leaves: the work, and no lock. */
static void
leave_work_behind (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  EhWorkingCopy *copy = open_copy (f, &error);

  g_assert_no_error (error);
  add_workshop (eh_working_copy_get_store (copy), "Not yet in the file");
  g_assert_finalize_object (copy);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_LEFT_OVER);
}

static void
test_left_work_is_picked_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;

  leave_work_behind (f);
  g_assert_cmpint (workshops_in (f->path), ==, 0);
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  g_assert_nonnull (eh_working_copy_get_news (copy));
  g_assert_true (close_copy (copy, &error));
  g_assert_cmpint (workshops_in (f->path), ==, 1);
}

static void
replace_file_by_other_version (Fixture *f)
{
  g_autofree char *other = g_build_filename (f->dir, "other.evenhand", NULL);
  g_autoptr (EhStore) store = eh_store_create (other, "Changed elsewhere", NULL);

  add_workshop (store, "A");
  add_workshop (store, "B");
  eh_store_close (store);
  g_assert_cmpint (g_rename (other, f->path), ==, 0);
}

static guint
files_in (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_left_work_of_another_version_is_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;

  leave_work_behind (f);
  replace_file_by_other_version (f);
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  g_assert_nonnull (eh_working_copy_get_news (copy));
  g_assert_cmpint (
      eh_reader_count (eh_store_get_db (eh_working_copy_get_store (copy)), &eh_workshop_row_type),
      ==, 2);
  g_assert_cmpuint (files_in (f->dir), ==, 2);
  g_assert_true (close_copy (copy, &error));
}

static void
test_file_changed_meanwhile_is_not_overwritten (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);

  replace_file_by_other_version (f);
  add_workshop (eh_working_copy_get_store (copy), "Mine");
  g_assert_false (close_copy (copy, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT);
  g_assert_cmpint (workshops_in (f->path), ==, 2);
  g_clear_object (&copy);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_LEFT_OVER);
  g_clear_error (&error);
  copy = open_copy (f, &error);
  g_assert_true (close_copy (copy, &error));
}

static void
add_elsewhere (Fixture *f, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open (f->path, &error);

  g_assert_no_error (error);
  add_workshop (store, title);
}

static void
test_what_was_saved_elsewhere_is_brought_in (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);
  EhStore *store = eh_working_copy_get_store (copy);

  add_elsewhere (f, "There");
  add_workshop (store, "Here");
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_SAVED);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (store), &eh_workshop_row_type), ==, 2);
  g_assert_cmpstr (eh_store_get_undo_label (store), ==,
                   "Brought in changes that were saved elsewhere");
  g_assert_cmpint (workshops_in (f->path), ==, 2);
  /* And once more, at the very end. */
  add_elsewhere (f, "There again");
  add_workshop (store, "Here again");
  g_assert_true (close_copy (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (workshops_in (f->path), ==, 4);
}

static void
test_left_work_and_a_change_elsewhere_become_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;

  leave_work_behind (f);
  add_elsewhere (f, "There");
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  g_assert_true (close_copy (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (workshops_in (f->path), ==, 2);
  g_assert_cmpuint (files_in (f->dir), ==, 1);
}

static void
rename_project (EhStore *store, const char *title)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_store_get_db (store), &eh_project_row_type, 1);
  g_autoptr (GError) error = NULL;

  eh_set_str (&project->title, title);
  eh_store_put_one (store, &eh_project_row_type, project, "Renamed it", NULL, &error);
  g_assert_no_error (error);
}

static char *
title_in (const char *path)
{
  g_autoptr (EhStore) store = eh_store_open (path, NULL);
  g_autoptr (EhProject) project = eh_reader_get (eh_store_get_db (store), &eh_project_row_type, 1);

  return g_strdup (project->title);
}

static void
wait_for_question (EhWorkingCopy *copy)
{
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_FAILED);
  g_assert_true (eh_working_copy_has_question (copy));
  g_assert_nonnull (eh_working_copy_get_problem (copy));
}

/* As the window does it: the choice is made on the file itself. */
static void
answer_with_ours (EhWorkingCopy *copy, const char *path)
{
  EhStore *store = eh_working_copy_get_store (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhMergePlan) plan = eh_merge_plan_new (eh_store_get_db (store), path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->conflicts->len, ==, 1);
  ((EhMergeConflict *) plan->conflicts->pdata[0])->take_theirs = FALSE;
  g_assert_true (eh_merge_apply (store, plan, "Brought in the other", &error));
}

static void
test_what_both_changed_is_a_question (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);
  g_autoptr (EhStore) other = eh_store_open (f->path, &error);
  g_autofree char *there = NULL;
  g_autofree char *settled = NULL;

  rename_project (other, "Called there");
  eh_store_close (other);
  rename_project (eh_working_copy_get_store (copy), "Called here");
  wait_for_question (copy);
  there = title_in (f->path);
  g_assert_cmpstr (there, ==, "Called there");
  /* One goes on, and nothing is overwritten. */
  add_workshop (eh_working_copy_get_store (copy), "Meanwhile");
  eh_working_copy_look_again (copy);
  while (!eh_working_copy_has_question (copy))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (workshops_in (f->path), ==, 0);
  answer_with_ours (copy, f->path);
  eh_working_copy_look_again (copy);
  g_assert_true (close_copy (copy, &error));
  g_assert_no_error (error);
  settled = title_in (f->path);
  g_assert_cmpstr (settled, ==, "Called here");
  g_assert_cmpint (workshops_in (f->path), ==, 1);
}

static void
test_folder_gone_and_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = open_copy (f, &error);
  g_autofree char *away = g_strconcat (f->dir, "-away", NULL);

  g_assert_cmpint (g_rename (f->dir, away), ==, 0);
  add_workshop (eh_working_copy_get_store (copy), "While the stick was out");
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_FAILED);
  g_assert_nonnull (eh_working_copy_get_problem (copy));
  g_assert_cmpint (g_rename (away, f->dir), ==, 0);
  add_workshop (eh_working_copy_get_store (copy), "And after");
  g_assert_true (close_copy (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (workshops_in (f->path), ==, 2);
}

static void
damage (Fixture *f, gsize at, gsize size, char **bytes, gsize *n_bytes)
{
  g_assert_true (g_file_get_contents (f->path, bytes, n_bytes, NULL));
  if (size > 0)
    memset (*bytes + *n_bytes - at, 0, size);
  else
    *n_bytes -= at;
  g_assert_true (g_file_set_contents (f->path, *bytes, (gssize) *n_bytes, NULL));
}

static void
assert_is (Fixture *f, const char *bytes, gsize n_bytes)
{
  g_autofree char *now = NULL;
  gsize n_now = 0;

  g_assert_true (g_file_get_contents (f->path, &now, &n_now, NULL));
  g_assert_cmpmem (now, n_now, bytes, n_bytes);
}

/* The worker lets go of its lock a moment after it has answered. */
static void
assert_nothing_is_left (Fixture *f)
{
  while (eh_working_copy_state_of (f->path) == EH_WORK_STATE_OPEN)
    g_usleep (1000);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_NONE);
}

/* The last page of a new file is one of the index of words. */
static void
test_damaged_index_is_made_anew (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;

  damage (f, 4096, 4096, &bytes, &n_bytes);
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  g_assert_nonnull (eh_working_copy_get_news (copy));
  g_assert_true (close_copy (copy, &error));
  assert_is (f, bytes, n_bytes);
  g_clear_object (&copy);
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  add_workshop (eh_working_copy_get_store (copy), "One");
  g_assert_true (close_copy (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (workshops_in (f->path), ==, 1);
}

/* Whoever waits for a file that is looked over for ever can go on, and nothing is left of it. */
static void
test_opening_is_stopped (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWorkFolder) folder = eh_work_folder_new (f->path);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *set_aside = NULL;
  gboolean picked_up;
  gsize size_before, size_after;

  g_assert_true (g_file_get_contents (f->path, &before, &size_before, NULL));
  g_assert_true (eh_work_folder_lock (folder, &error));
  g_cancellable_cancel (stop);
  g_cancellable_push_current (stop);
  g_assert_false (eh_work_folder_fill (folder, &picked_up, &set_aside, &error));
  g_cancellable_pop_current (stop);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder->database, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder->snapshot, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (f->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static gpointer
cancel_soon (gpointer stop)
{
  g_usleep (20000);
  g_cancellable_cancel (stop);
  return NULL;
}

static void
test_long_work_is_stopped (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  EhDb *db;
  GThread *thread;

  g_cancellable_push_current (stop);
  db = eh_db_open (f->path, EH_DB_WRITER, &error);
  g_cancellable_pop_current (stop);
  g_assert_no_error (error);
  thread = g_thread_new ("cancel", cancel_soon, stop);
  g_assert_false (eh_db_exec (db,
                              "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS"
                              " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n",
                              &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  eh_db_close (db);
}

static void
test_damaged_file_is_left_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;

  damage (f, 200000, 0, &bytes, &n_bytes);
  g_assert_null (open_copy (f, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED);
  assert_is (f, bytes, n_bytes);
  assert_nothing_is_left (f);
}

/* A file that says that it is a terabyte long, and takes no room. */
static void
test_endless_file_is_not_copied (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (f->path, (off_t) 1 << 40), ==, 0);
  g_assert_null (open_copy (f, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  assert_nothing_is_left (f);
  /* A hole in the middle of one of a possible length is no better. */
  g_assert_cmpint (truncate (f->path, (off_t) 1 << 30), ==, 0);
  g_assert_null (open_copy (f, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS);
}

static void
test_older_file_is_told_of (Fixture *f, gconstpointer data)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "fixtures", "format-1.evenhand",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) n_bytes, NULL));
  copy = open_copy (f, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (eh_working_copy_get_news (copy), "Backups"));
  g_assert_true (close_copy (copy, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/working-copy/changes-reach-the-file", test_changes_reach_the_file);
  ADD ("/working-copy/what-phones-send-reaches-the-file", test_what_phones_send_reaches_the_file);
  ADD ("/working-copy/second-window-is-told", test_second_window_is_told);
  ADD ("/working-copy/left-work-is-picked-up", test_left_work_is_picked_up);
  ADD ("/working-copy/left-work-of-another-version-is-kept",
       test_left_work_of_another_version_is_kept);
  ADD ("/working-copy/file-changed-meanwhile-is-not-overwritten",
       test_file_changed_meanwhile_is_not_overwritten);
  ADD ("/working-copy/what-was-saved-elsewhere-is-brought-in",
       test_what_was_saved_elsewhere_is_brought_in);
  ADD ("/working-copy/left-work-and-a-change-elsewhere-become-one",
       test_left_work_and_a_change_elsewhere_become_one);
  ADD ("/working-copy/what-both-changed-is-a-question", test_what_both_changed_is_a_question);
  ADD ("/working-copy/folder-gone-and-back", test_folder_gone_and_back);
  ADD ("/working-copy/damaged-index-is-made-anew", test_damaged_index_is_made_anew);
  ADD ("/working-copy/endless-file-is-not-copied", test_endless_file_is_not_copied);
  ADD ("/working-copy/older-file-is-told-of", test_older_file_is_told_of);
  ADD ("/working-copy/opening-is-stopped", test_opening_is_stopped);
  ADD ("/working-copy/long-work-is-stopped", test_long_work_is_stopped);
  ADD ("/working-copy/damaged-file-is-left-alone", test_damaged_file_is_left_alone);
  return g_test_run ();
}
