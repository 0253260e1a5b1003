/* The disk fails at every single write in turn, under everything that is done to a project: what
 * was asked for is then done or not done, never half; what is in memory is what is in the file; and
 * the same thing works once the disk does. */

#include "fault-project.h"
#include "fault-vfs.h"

#include "eh-db.h"
#include "eh-job-import.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* Up to which moment each one is tried. */
static guint fine = 14;

typedef struct {
  char *dir;
  char *base;  /* the project that every try begins with */
  char *path;  /* where it is tried */
  char *other; /* another version of it, to be merged */
  char *table; /* people to be imported */
} Fixture;

typedef gboolean (*Operation) (Fixture *f, EhStore *store, GError **error);

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = NULL;
  g_autoptr (GError) error = NULL;

  f->dir = fault_folder ("disk");
  f->base = g_build_filename (f->dir, "base", NULL);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->other = g_build_filename (f->dir, "other", NULL);
  f->table = g_build_filename (f->dir, "people.csv", NULL);
  store = fault_project_new (f->base);
  g_assert_true (fault_make_other (store, f->other, 3, &error));
  g_assert_no_error (error);
  g_assert_true (fault_map (store, 1, &error));
  g_assert_true (fault_remove (store, 2, &error));
  g_assert_true (fault_add (store, 77, &error));
  g_assert_true (eh_store_undo (store, &error));
  g_assert_true (g_file_set_contents (f->table, "name,group\nZoe,Public contributors\nYann,Staff\n",
                                      -1, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fault_remove_folder (f->dir);
  g_free (f->dir);
  g_free (f->base);
  g_free (f->path);
  g_free (f->other);
  g_free (f->table);
}

static gboolean
do_add (Fixture *f, EhStore *store, GError **error)
{
  return fault_add (store, 42, error) != EH_ID_NONE;
}

static gboolean
do_map (Fixture *f, EhStore *store, GError **error)
{
  return fault_map (store, 9, error);
}

static gboolean
do_edit (Fixture *f, EhStore *store, GError **error)
{
  return fault_edit (store, 3, error);
}

static gboolean
do_remove (Fixture *f, EhStore *store, GError **error)
{
  return fault_remove (store, 4, error);
}

static gboolean
do_undo (Fixture *f, EhStore *store, GError **error)
{
  return eh_store_undo (store, error);
}

static gboolean
do_redo (Fixture *f, EhStore *store, GError **error)
{
  return eh_store_redo (store, error);
}

static gboolean
do_merge (Fixture *f, EhStore *store, GError **error)
{
  return fault_merge (store, f->other, error);
}

static gboolean
do_erase (Fixture *f, EhStore *store, GError **error)
{
  return fault_erase (store, 1, error);
}

static gboolean
do_import (Fixture *f, EhStore *store, GError **error)
{
  const char *paths[] = { f->table, NULL };
  EhJobImportOptions options = { EH_IMPORT_KIND_PEOPLE, NULL, NULL, NULL };
  g_autoptr (EhDataset) dataset = eh_reader_load_dataset (eh_store_get_db (store), error);
  g_autoptr (EhJobImport) import = NULL;

  if (dataset != NULL)
    import = eh_job_import_prepare (dataset, paths, &options, error);
  return import != NULL && eh_job_import_apply (import, store, NULL, NULL, error);
}

static const struct {
  const char *name;
  Operation run;
} operations[] = {
  { "add", do_add },       { "map", do_map },     { "edit", do_edit },
  { "remove", do_remove }, { "undo", do_undo },   { "redo", do_redo },
  { "merge", do_merge },   { "erase", do_erase }, { "import", do_import },
};

/* -- one try ----------------------------------------------------------------------------------- */

static void
copy_bytes (const char *from, const char *to)
{
  static const char *const tails[] = { "-wal", "-shm", "-journal" };
  g_autofree char *bytes = NULL;
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *beside = g_strconcat (to, tails[i], NULL);

    g_unlink (beside);
  }
  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (
      g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static EhStore *
open_store (Fixture *f, gboolean working_copy)
{
  g_autoptr (GError) error = NULL;
  EhStore *store = working_copy ? eh_store_open_working_copy (f->path, &error)
                                : eh_store_open (f->path, &error);

  g_assert_no_error (error);
  return store;
}

/* The file, read afresh, holds what the store says. */
static void
check_file (Fixture *f, const char *digest)
{
  g_autoptr (EhStore) again = open_store (f, FALSE);
  g_autofree char *there = fault_digest (eh_store_get_db (again));

  g_assert_cmpstr (there, ==, digest);
  fault_check_sound (eh_store_get_db (again));
  fault_check_index (eh_store_get_db (again));
}

static void
check_nothing_done (EhStore *store, const char *before, const char *undo, const char *redo)
{
  g_autofree char *now = fault_digest (eh_store_get_db (store));

  g_assert_cmpstr (now, ==, before);
  g_assert_false (eh_store_in_transaction (store));
  g_assert_cmpstr (eh_store_get_undo_label (store), ==, undo);
  g_assert_cmpstr (eh_store_get_redo_label (store), ==, redo);
}

/* Returns whether the disk has failed at all: if not, every moment has been tried. */
static gboolean
try_once (Fixture *f, Operation run, gboolean working_copy, FaultKind kind, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gboolean ok, tripped;

  copy_bytes (f->base, f->path);
  store = open_store (f, working_copy);
  before = fault_digest (eh_store_get_db (store));
  undo = g_strdup (eh_store_get_undo_label (store));
  redo = g_strdup (eh_store_get_redo_label (store));
  fault_vfs_arm (kind, n);
  ok = run (f, store, &error);
  tripped = fault_vfs_tripped ();
  fault_vfs_arm (FAULT_NONE, 0);
  if (!ok) {
    g_assert_true (tripped);
    g_assert_nonnull (error);
    check_nothing_done (store, before, undo, redo);
    check_file (f, before);
    g_clear_error (&error);
    g_assert_true (run (f, store, &error));
  }
  g_assert_no_error (error);
  after = fault_digest (eh_store_get_db (store));
  g_assert_cmpstr (after, !=, before);
  check_file (f, after);
  return tripped;
}

/* Every one of the first moments, and then fewer: a large write is many times the same. */
static guint
step_from (guint n)
{
  if (g_test_thorough ())
    return 1;
  return n < fine ? 1 : 1 + n / 2;
}

static void
try_all (Fixture *f, Operation run, const char *name, gboolean working_copy, FaultKind kind)
{
  guint n = 1, tries = 0;

  while (try_once (f, run, working_copy, kind, n)) {
    tries++;
    n += step_from (n);
  }
  g_test_message ("%s: %u moments of about %u", name, tries, n);
  g_assert_cmpuint (tries, >, 0);
}

static void
test_each_moment (Fixture *f, gconstpointer data)
{
  const FaultKind kind = (FaultKind) GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++) {
    try_all (f, operations[i].run, operations[i].name, TRUE, kind);
    try_all (f, operations[i].run, operations[i].name, FALSE, kind);
  }
}

/* -- saving ------------------------------------------------------------------------------------ */

/* The window's own disk fails while it saves: the user's file is the old one or the new one, and
 * what could not be saved is picked up. */
static gboolean
save_once (Fixture *f, FaultKind kind, guint n)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;
  gint64 before;
  gboolean ok, tripped;

  copy_bytes (f->base, f->path);
  before = fault_insights_in (f->path);
  copy = fault_open (file, &error);
  g_assert_no_error (error);
  g_assert_true (fault_add (eh_working_copy_get_store (copy), 5, &error));
  fault_vfs_arm (kind, n);
  ok = fault_close (copy, &error);
  tripped = fault_vfs_tripped ();
  fault_vfs_arm (FAULT_NONE, 0);
  if (!ok) {
    g_assert_nonnull (error);
    g_clear_error (&error);
    g_assert_cmpint (fault_insights_in (f->path), ==, before);
    g_clear_object (&copy);
    g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_LEFT_OVER);
    copy = fault_open (file, &error);
    g_assert_no_error (error);
    g_assert_true (fault_close (copy, &error));
  }
  g_assert_no_error (error);
  g_assert_cmpint (fault_insights_in (f->path), ==, before + 1);
  g_assert_cmpint (eh_working_copy_state_of (f->path), ==, EH_WORK_STATE_NONE);
  return tripped;
}

static void
test_saving (Fixture *f, gconstpointer data)
{
  const FaultKind kinds[] = { FAULT_FULL, FAULT_ONCE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    guint n = 1;

    while (save_once (f, kinds[i], n))
      n += step_from (n);
    g_assert_cmpuint (n, >, 10);
  }
}

/* -- a project that is being made, and one that is opened ---------------------------------------
 */

static void
test_making (Fixture *f, gconstpointer data)
{
  for (guint n = 1;; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EhStore) store = NULL;
    gboolean tripped;

    g_unlink (f->path);
    fault_vfs_arm (FAULT_FULL, n);
    store = eh_store_create (f->path, "New", &error);
    tripped = fault_vfs_tripped ();
    fault_vfs_arm (FAULT_NONE, 0);
    if (store == NULL)
      g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
    if (!tripped)
      break;
    g_assert_null (store);
    g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_FULL);
  }
}

/* A file may grow no further: what a quota does. */
static void
test_file_limit (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  struct rlimit was, limit;

  copy_bytes (f->base, f->path);
  store = open_store (f, TRUE);
  before = fault_digest (eh_store_get_db (store));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &was), ==, 0);
  limit = was;
  limit.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (fault_add (store, 8, &error), ==, EH_ID_NONE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &was), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  now = fault_digest (eh_store_get_db (store));
  g_assert_cmpstr (now, ==, before);
  g_assert_cmpint (fault_add (store, 8, &error), !=, EH_ID_NONE);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = fault_folder ("disk-home");
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  if (argc > 1)
    fine = (guint) strtoul (argv[1], NULL, 10);
  g_test_add ("/faults/disk/full", Fixture, GINT_TO_POINTER (FAULT_FULL), set_up, test_each_moment,
              tear_down);
  g_test_add ("/faults/disk/one-write", Fixture, GINT_TO_POINTER (FAULT_ONCE), set_up,
              test_each_moment, tear_down);
  g_test_add ("/faults/disk/saving", Fixture, NULL, set_up, test_saving, tear_down);
  g_test_add ("/faults/disk/making", Fixture, NULL, set_up, test_making, tear_down);
  g_test_add ("/faults/disk/file-limit", Fixture, NULL, set_up, test_file_limit, tear_down);
  result = g_test_run ();
  fault_remove_folder (home);
  return result;
}
