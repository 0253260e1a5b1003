/* A disk that is really full, and one that is really read-only: small file systems in memory, in a
 * name space of this test's own. Where none may be made, this is skipped. */

#define _GNU_SOURCE

#include "fault-project.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

typedef struct {
  char *dir;
  char *path;
  char *ballast;
  GFile *file;
} Fixture;

/* Root may mount; anybody else may in a name space where they are root, if the machine allows. */
static gboolean
make_name_space (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

  if (geteuid () == 0)
    return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  return unshare (CLONE_NEWNS | CLONE_NEWUSER) == 0 &&
         g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0,
                                   NULL) &&
         g_file_set_contents_full ("/proc/self/uid_map", users, -1, G_FILE_SET_CONTENTS_NONE, 0,
                                   NULL) &&
         g_file_set_contents_full ("/proc/self/gid_map", groups, -1, G_FILE_SET_CONTENTS_NONE, 0,
                                   NULL);
}

static void
set_up (Fixture *f, const char *size)
{
  g_autofree char *options = g_strconcat ("size=", size, NULL);

  f->dir = fault_folder ("mount");
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->ballast = g_build_filename (f->dir, "ballast", NULL);
  f->file = g_file_new_for_path (f->path);
  g_assert_cmpint (mount ("tmpfs", f->dir, "tmpfs", 0, options), ==, 0);
}

static void
tear_down (Fixture *f)
{
  umount2 (f->dir, MNT_DETACH);
  g_rmdir (f->dir);
  g_object_unref (f->file);
  g_free (f->dir);
  g_free (f->path);
  g_free (f->ballast);
}

/* Writes until there is no more room. */
static void
fill_up (Fixture *f)
{
  FILE *out = g_fopen (f->ballast, "w");
  char block[512] = { 1 };

  g_assert_nonnull (out);
  setvbuf (out, NULL, _IONBF, 0);
  while (fwrite (block, 1, sizeof block, out) == sizeof block)
    ;
  fclose (out);
}

static EhWorkingCopy *
open_well (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  EhWorkingCopy *copy = fault_open (f->file, &error);

  g_assert_no_error (error);
  return copy;
}

static void
close_well (EhWorkingCopy *copy)
{
  g_autoptr (GError) error = NULL;

  fault_close (copy, &error);
  g_assert_no_error (error);
}

/* The disk of the user's file fills up: work goes on, and the file follows when there is room. */
static void
test_users_disk_is_full (void)
{
  Fixture f = { 0 };
  g_autoptr (EhWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&f, "2m");
  g_object_unref (fault_project_new (f.path));
  copy = open_well (&f);
  fill_up (&f);
  g_assert_cmpint (fault_add (eh_working_copy_get_store (copy), 31, &error), !=, EH_ID_NONE);
  while (eh_working_copy_get_save_state (copy) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (eh_working_copy_get_save_state (copy), ==, EH_SAVE_STATE_FAILED);
  g_assert_nonnull (strstr (eh_working_copy_get_problem (copy), "full"));
  g_assert_cmpint (fault_insights_in (f.path), ==, 6);
  g_assert_cmpint (g_unlink (f.ballast), ==, 0);
  close_well (copy);
  g_assert_cmpint (fault_insights_in (f.path), ==, 7);
  tear_down (&f);
}

/* This computer's own disk is full: the change is refused with the reason, and all before is safe.
 */
static void
test_own_disk_is_full (void)
{
  Fixture f = { 0 };
  g_autofree char *work = g_build_filename (g_get_user_data_dir (), "evenhand", "work", NULL);
  g_autofree char *away = g_strconcat (g_get_user_data_dir (), "-p.evenhand", NULL);
  g_autoptr (EhWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  set_up (&f, "2m");
  g_mkdir_with_parents (work, 0700);
  g_assert_cmpint (mount (f.dir, work, NULL, MS_BIND, NULL), ==, 0);
  g_object_unref (fault_project_new (away));
  g_object_unref (f.file);
  f.file = g_file_new_for_path (away);
  copy = open_well (&f);
  fill_up (&f);
  while (n < 3000 && fault_add (eh_working_copy_get_store (copy), n, &error) != EH_ID_NONE)
    n++;
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (f.ballast), ==, 0);
  g_assert_cmpint (fault_add (eh_working_copy_get_store (copy), n, &error), !=, EH_ID_NONE);
  close_well (copy);
  g_assert_cmpint (fault_insights_in (away), ==, 6 + n + 1);
  g_unlink (away);
  g_assert_cmpint (umount2 (work, MNT_DETACH), ==, 0);
  tear_down (&f);
}

/* A stick with its little switch on: everything can be read, and says why it is not saved. */
static void
test_read_only_disk (void)
{
  Fixture f = { 0 };
  g_autoptr (EhWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&f, "2m");
  g_object_unref (fault_project_new (f.path));
  g_assert_cmpint (mount (NULL, f.dir, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  copy = open_well (&f);
  g_assert_cmpint (fault_add (eh_working_copy_get_store (copy), 31, &error), !=, EH_ID_NONE);
  g_assert_false (fault_close (copy, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_object (&copy);
  g_assert_cmpint (fault_insights_in (f.path), ==, 6);
  g_assert_cmpint (mount (NULL, f.dir, NULL, MS_REMOUNT, NULL), ==, 0);
  copy = open_well (&f);
  close_well (copy);
  g_assert_cmpint (fault_insights_in (f.path), ==, 7);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = fault_folder ("mount-home");
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  if (!make_name_space ()) {
    printf ("1..0 # SKIP no file system may be mounted here: %s\n", g_strerror (errno));
    g_rmdir (home);
    return 0;
  }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/mount/users-disk-is-full", test_users_disk_is_full);
  g_test_add_func ("/faults/mount/own-disk-is-full", test_own_disk_is_full);
  g_test_add_func ("/faults/mount/read-only-disk", test_read_only_disk);
  result = g_test_run ();
  fault_remove_folder (home);
  return result;
}
