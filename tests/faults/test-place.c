/* The user's folder and file, as they are treated from outside while a window has the project open:
 * made read-only, closed to us, deleted, replaced by something else. What was entered stays, what
 * is told is why, and the file is written as soon as it can be. Run by root, this gives up being
 * root first, for nothing is closed to root. */

#define _GNU_SOURCE

#include "fault-project.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <utime.h>

#define NOBODY 65534

typedef struct {
  char *dir;
  char *path;
  GFile *file;
  EhWorkingCopy *copy;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = fault_folder ("place");
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->file = g_file_new_for_path (f->path);
  g_object_unref (fault_project_new (f->path));
  f->copy = fault_open (f->file, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->copy);
  fault_remove_folder (f->dir);
  g_object_unref (f->file);
  g_free (f->dir);
  g_free (f->path);
}

static void
add (Fixture *f, guint n)
{
  g_autoptr (GError) error = NULL;

  fault_add (eh_working_copy_get_store (f->copy), n, &error);
  g_assert_no_error (error);
}

static void
wait_until_not_waiting (Fixture *f)
{
  while (eh_working_copy_get_save_state (f->copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
}

/* Adds something that cannot be saved, and gives back what is told of it. */
static const char *
add_in_vain (Fixture *f)
{
  add (f, 21);
  wait_until_not_waiting (f);
  g_assert_cmpint (eh_working_copy_get_save_state (f->copy), ==, EH_SAVE_STATE_FAILED);
  g_assert_nonnull (eh_working_copy_get_problem (f->copy));
  return eh_working_copy_get_problem (f->copy);
}

/* The cause is gone: what was added in vain and what is added now are both in the file. */
static void
add_and_save (Fixture *f)
{
  add (f, 22);
  wait_until_not_waiting (f);
  while (eh_working_copy_get_save_state (f->copy) != EH_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (eh_working_copy_get_problem (f->copy));
  g_assert_cmpint (fault_insights_in (f->path), ==, 8);
}

static void
close_well (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fault_close (f->copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_NONE);
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_chmod (f->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (f->dir, 0500), ==, 0);
  g_assert_nonnull (strstr (add_in_vain (f), "p.evenhand"));
  g_assert_cmpint (fault_insights_in (f->path), ==, 6);
  g_assert_cmpint (g_chmod (f->dir, 0700), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  add_and_save (f);
  close_well (f);
}

static void
test_closed_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (f->dir, 0), ==, 0);
  add_in_vain (f);
  /* Closed like that, the work is left, and picked up at the next start. */
  g_assert_false (fault_close (f->copy, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_object (&f->copy);
  g_assert_cmpint (g_chmod (f->dir, 0700), ==, 0);
  g_assert_cmpint (fault_insights_in (f->path), ==, 6);
  f->copy = fault_open (f->file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (eh_working_copy_get_news (f->copy));
  add_and_save (f);
  close_well (f);
}

static void
test_deleted_file (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  add (f, 21);
  add_and_save (f);
  close_well (f);
}

/* Something else stands in the project's place: it is nobody's business to overwrite it. */
static void
test_replaced_by_something_else (Fixture *f, gconstpointer data)
{
  g_autofree char *there = NULL;

  g_assert_true (g_file_set_contents (f->path, "Minutes of a meeting of other people", -1, NULL));
  add_in_vain (f);
  g_assert_true (g_file_get_contents (f->path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "Minutes of a meeting of other people");
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  add_and_save (f);
  close_well (f);
}

/* A file that a synchronising program has half written is no version of anybody's. */
static void
test_cut_short (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (truncate (f->path, 5000), ==, 0);
  add (f, 21);
  add_and_save (f);
  close_well (f);
}

/* Through a link, it is the file that is replaced, and not the link. */
static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_build_filename (f->dir, "link.evenhand", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;

  close_well (f);
  g_clear_object (&f->copy);
  g_assert_cmpint (symlink (f->path, name), ==, 0);
  f->copy = fault_open (link, &error);
  g_assert_no_error (error);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_OPEN);
  add (f, 21);
  add_and_save (f);
  g_assert_true (g_file_test (name, G_FILE_TEST_IS_SYMLINK));
  close_well (f);
}

static char *
empty_beside (Fixture *f, const char *name, gint64 seconds_ago)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);
  struct utimbuf when = { 0 };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  when.actime = when.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC - seconds_ago);
  g_assert_cmpint (g_utime (path, &when), ==, 0);
  return g_steal_pointer (&path);
}

/* What a killed save left beside the file goes at the next start; what is not ours, or may be
 * another program's that is about to write, stays. */
static void
test_leftovers (Fixture *f, gconstpointer data)
{
  g_autofree char *half = g_build_filename (f->dir, ".goutputstream-ABC123", NULL);
  g_autofree char *other = g_build_filename (f->dir, ".goutputstream-DEF456", NULL);
  g_autofree char *empty = empty_beside (f, ".goutputstream-ABC124", 3600);
  g_autofree char *begun = empty_beside (f, ".goutputstream-DEF457", 0);
  const char *database = eh_store_get_path (eh_working_copy_get_store (f->copy));
  g_autofree char *work = g_path_get_dirname (database);
  g_autofree char *snapshot = g_build_filename (work, "snapshot.db-of-a-copy", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (snapshot, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (half, bytes, (gssize) size / 2, NULL));
  bytes[150] ^= 1;
  g_assert_true (g_file_set_contents (other, bytes, (gssize) size / 2, NULL));
  g_clear_object (&f->copy);
  f->copy = fault_open (f->file, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (begun, G_FILE_TEST_EXISTS));
  close_well (f);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = fault_folder ("place-home");
  int result;

  if (geteuid () == 0) {
    g_assert_cmpint (chown (home, NOBODY, NOBODY), ==, 0);
    g_assert_cmpint (setgroups (0, NULL), ==, 0);
    g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
    g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
    /* The leak checker looks at this process from a second one. */
    prctl (PR_SET_DUMPABLE, 1);
  }
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/faults/place/read-only-folder", test_read_only_folder);
  ADD ("/faults/place/closed-folder", test_closed_folder);
  ADD ("/faults/place/deleted-file", test_deleted_file);
  ADD ("/faults/place/replaced-by-something-else", test_replaced_by_something_else);
  ADD ("/faults/place/cut-short", test_cut_short);
  ADD ("/faults/place/link", test_link);
  ADD ("/faults/place/leftovers", test_leftovers);
  result = g_test_run ();
  fault_remove_folder (home);
  return result;
}
