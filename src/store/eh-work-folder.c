/* Where a user's file is worked on. The file itself is never opened for writing by a window: in a
 * sandbox, on a network drive or in a synced folder a live database there would be damaged or
 * copied half-written. The window works on a private copy and puts whole snapshots in the file's
 * place.
 *
 * Whose snapshot the file holds is told by its generation (table "copy"), new at every save. While
 * it is the one that we put there last, the file is ours to replace; otherwise somebody else has
 * saved meanwhile, and neither version may be lost.
 *
 * Everything here runs in a worker thread, except making, locking and freeing. */

#include "eh-work-folder.h"

#include "config.h"
#include "eh-db.h"
#include "eh-integrity.h"
#include "eh-leftovers.h"
#include "eh-private-folder.h"
#include "eh-recovery.h"
#include "eh-schema.h"
#include "eh-snapshot.h"
#include "eh-upgrade.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Copies of it have this name with a number behind. */
#define SNAPSHOT "snapshot.db"

#define FULL_CHECK_BYTES (4 * 1024 * 1024)

/* TRANSLATORS: Part of a file name: work that was found after a crash. %s is the date and time. */
#define SET_ASIDE N_ (" (recovered %s)")
/* The name that it has where the language was another. */
#define SET_ASIDE_PLAIN " (recovered %s)"

/**
 * eh_work_folder_root:
 *
 * Returns: (transfer full): where the work folders of all files are
 */
char *
eh_work_folder_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "evenhand", "work", NULL);
}

/* A link is followed, to one place of work for one file, and because only a file itself can be
 * replaced in one step. */
static char *
resolve (const char *target)
{
  char *resolved = realpath (target, NULL);
  char *copy = resolved != NULL ? g_strdup (resolved) : g_canonicalize_filename (target, NULL);

  free (resolved);
  return copy;
}

/**
 * eh_work_folder_new:
 * @target: the user's file
 *
 * Returns: (transfer full): the place where it is worked on; nothing is made yet
 */
EhWorkFolder *
eh_work_folder_new (const char *target)
{
  EhWorkFolder *self = g_new0 (EhWorkFolder, 1);
  g_autofree char *canonical = resolve (target);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *root = eh_work_folder_root ();

  sum[16] = '\0';
  self->path = g_build_filename (root, sum, NULL);
  self->database = g_build_filename (self->path, "work.db", NULL);
  self->snapshot = g_build_filename (self->path, SNAPSHOT, NULL);
  self->target = g_steal_pointer (&canonical);
  self->lock = -1;
  return self;
}

void
eh_work_folder_free (EhWorkFolder *self)
{
  if (self == NULL)
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self->database);
  g_free (self->snapshot);
  g_free (self->target);
  g_free (self);
}

static char *
lock_path (EhWorkFolder *self)
{
  return g_build_filename (self->path, "lock", NULL);
}

/* A window that closes removes its lock: one that was taken just then guards nothing. */
static gboolean
is_still_the_lock (int fd, const char *path)
{
  GStatBuf held;
  GStatBuf there;

  return fstat (fd, &held) == 0 && g_stat (path, &there) == 0 && held.st_ino == there.st_ino;
}

/**
 * eh_work_folder_lock:
 * @self: a work folder
 * @error: set to %EH_STORE_ERROR_IN_USE when another window has it, or to another #EhStoreError
 *
 * Takes the folder for this process until it ends or the folder is freed.
 *
 * Returns: whether it is taken
 */
gboolean
eh_work_folder_lock (EhWorkFolder *self, GError **error)
{
  g_autofree char *path = lock_path (self);
  g_autofree char *name = g_path_get_basename (self->target);

  if (g_mkdir_with_parents (self->path, 0700) != 0 ||
      (self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0) {
    int saved = errno;

    g_debug ("%s: %s", path, g_strerror (saved));
    g_set_error (
        error, EH_STORE_ERROR, saved == ENOSPC ? EH_STORE_ERROR_FULL : EH_STORE_ERROR_READ_ONLY,
        _ ("Evenhand could not make its working folder. Is there room on this computer’s disk?"));
    return FALSE;
  }
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0 && is_still_the_lock (self->lock, path))
    return TRUE;
  close (self->lock);
  self->lock = -1;
  g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE,
               _ ("“%s” is open in another window. Go on there, or close it first."), name);
  return FALSE;
}

static gboolean
is_held (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean held;

  if (fd < 0)
    return FALSE;
  held = flock (fd, LOCK_SH | LOCK_NB) != 0;
  close (fd);
  return held;
}

/**
 * eh_work_folder_is_held:
 * @self: a work folder
 *
 * Returns: whether some window has it at this moment
 */
gboolean
eh_work_folder_is_held (EhWorkFolder *self)
{
  g_autofree char *path = lock_path (self);

  return is_held (path);
}

/**
 * eh_work_folder_remove_logs:
 * @path: a database that nobody has open and that is about to go
 *
 * Removes what SQLite leaves beside it.
 */
void
eh_work_folder_remove_logs (const char *path)
{
  static const char *const tails[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *one = g_strconcat (path, tails[i], NULL);

    g_unlink (one);
  }
}

static void
remove_database (const char *path)
{
  g_unlink (path);
  eh_work_folder_remove_logs (path);
}

/**
 * eh_work_folder_left_over:
 * @folder: a folder in eh_work_folder_root()
 *
 * Returns: (transfer full) (nullable): the work that a window which stopped has left there; %NULL
 * for none, and where a window is at work
 */
char *
eh_work_folder_left_over (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "work.db", NULL);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);

  if (is_held (lock) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer (&path);
}

/**
 * eh_work_folder_left_snapshots:
 * @folder: a folder in eh_work_folder_root()
 *
 * Returns: (transfer full) (element-type filename): copies that a window which was killed has left
 *   there, of its own work or of what somebody else had saved; none where a window is at work
 */
GPtrArray *
eh_work_folder_left_snapshots (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);
  g_autoptr (GDir) dir = is_held (lock) ? NULL : g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, SNAPSHOT) && !g_str_has_suffix (name, "-journal"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

/**
 * eh_work_folder_clear:
 * @self: a locked work folder whose work is all in the user's file
 *
 * Removes every trace of it.
 */
void
eh_work_folder_clear (EhWorkFolder *self)
{
  g_autofree char *path = lock_path (self);

  remove_database (self->database);
  eh_leftovers_sweep (self->path, self->snapshot, self->target);
  g_unlink (path);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  g_rmdir (self->path);
}

static char *
generation_of (EhDb *db, const char *sql)
{
  EhStmt s = eh_db_prepare (db, sql);
  char *generation = eh_stmt_step (&s) ? g_strdup (eh_stmt_text (&s, 0)) : NULL;

  if (!eh_stmt_finish (&s, NULL))
    g_clear_pointer (&generation, g_free);
  return generation;
}

/* Whether a generation is one of those that the user's file may hold if nobody else has saved. */
static gboolean
is_known (const char *generation, const char *known)
{
  g_auto (GStrv) list = g_strsplit (known, " ", -1);

  return g_strv_contains ((const char *const *) list, generation);
}

static char *
value_in_target (EhWorkFolder *self, const char *sql)
{
  g_autoptr (EhDb) db = NULL;

  if (!eh_schema_check_header (self->target, NULL))
    return NULL;
  db = eh_db_open (self->target, EH_DB_SNAPSHOT, NULL);
  return db != NULL ? generation_of (db, sql) : NULL;
}

static char *
generation_in_target (EhWorkFolder *self)
{
  return value_in_target (self, "SELECT generation FROM copy");
}

/* A writer of the command line that was killed leaves its journal; SQLite must roll it back before
 * the file can be read as it is. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS) || g_file_test (wal, G_FILE_TEST_EXISTS);
}

static gboolean
vacuum_into (EhDb *db, const char *where, GError **error)
{
  remove_database (where);
  return eh_snapshot_write (db, where, error);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) destination = g_file_new_for_path (to);
  g_autofree char *name = g_path_get_basename (to);
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (source, NULL, &io_error);
  g_autoptr (GFileOutputStream) out = NULL;

  if (in != NULL)
    out = g_file_replace (destination, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &io_error);
  if (out == NULL || g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in),
                                             G_OUTPUT_STREAM_SPLICE_NONE,
                                             g_cancellable_get_current (), &io_error) < 0) {
    g_autoptr (GCancellable) discard = g_cancellable_new ();

    /* Closing a stream of g_file_replace() with a cancelled cancellable leaves the old file. */
    g_cancellable_cancel (discard);
    if (out != NULL)
      g_output_stream_close (G_OUTPUT_STREAM (out), discard, NULL);
    if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_propagate_error (error, g_steal_pointer (&io_error));
    else
      eh_store_error_set_from_io (error, io_error, name);
    return FALSE;
  }
  if (g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &io_error))
    return TRUE;
  eh_store_error_set_from_io (error, io_error, name);
  return FALSE;
}

/* A snapshot can be put where there was no file, so what is missing is the folder around it. */
static gboolean
copy_to_target (EhWorkFolder *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->target);
  g_autoptr (GError) local = NULL;

  if (copy_file (self->snapshot, self->target, &local))
    return TRUE;
  if (g_error_matches (local, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND))
    g_set_error (
        error, EH_STORE_ERROR, EH_STORE_ERROR_UNREACHABLE,
        _ ("The folder of “%s” is not there. Was a stick taken out, or the folder renamed?"), name);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A file of the usual size is looked over in full when it is opened; a larger one as far as it
 * takes no time that a person would notice. */
static gboolean
check_copy (EhWorkFolder *self, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (self->snapshot, EH_DB_WRITER, error);
  GStatBuf about;

  if (db == NULL || !eh_upgrade_with_backup (db, &self->upgraded, error))
    return FALSE;
  return g_stat (self->snapshot, &about) != 0 || about.st_size > FULL_CHECK_BYTES ||
         eh_integrity_indexes_agree (db, error);
}

/* Indexes can be made anew from tables that are whole. */
static gboolean
mend_copy (EhWorkFolder *self)
{
  g_autofree char *sound = g_strconcat (self->snapshot, "-sound", NULL);

  remove_database (sound);
  self->mended = eh_recovery_mend (self->snapshot, sound, NULL);
  if (self->mended) {
    remove_database (self->snapshot);
    self->mended = g_rename (sound, self->snapshot) == 0;
  }
  remove_database (sound);
  return self->mended;
}

/**
 * eh_work_folder_copy_target:
 * @self: a locked work folder
 * @where: a path where nothing is
 * @error: set to a #EhStoreError
 *
 * Copies the user's file as it is at this moment, which is not looked over yet.
 *
 * Returns: whether it is there
 */
gboolean
eh_work_folder_copy_target (EhWorkFolder *self, const char *where, GError **error)
{
  g_autoptr (EhDb) db = NULL;

  if (!eh_schema_check_header (self->target, error))
    return FALSE;
  if (!has_journal (self->target))
    return copy_file (self->target, where, error);
  db = eh_db_open (self->target, EH_DB_WRITER, error);
  return db != NULL && vacuum_into (db, where, error);
}

static gboolean
copy_target (EhWorkFolder *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!eh_work_folder_copy_target (self, self->snapshot, error)) {
    remove_database (self->snapshot);
    return FALSE;
  }
  if (!check_copy (self, &local) &&
      (!g_error_matches (local, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED) || !mend_copy (self))) {
    g_propagate_error (error, g_steal_pointer (&local));
    remove_database (self->snapshot);
    return FALSE;
  }
  if (g_rename (self->snapshot, self->database) == 0)
    return TRUE;
  g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_FAILED, g_strerror (errno));
  return FALSE;
}

/* A file's name or path without what all projects end in. */
static char *
stem_of (const char *name)
{
  return g_str_has_suffix (name, ".evenhand")
             ? g_strndup (name, strlen (name) - strlen (".evenhand"))
             : g_strdup (name);
}

static gboolean
fits_pattern (const char *rest, const char *pattern)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);

  return g_strv_length (parts) == 2 && g_str_has_prefix (rest, parts[0]) &&
         g_str_has_suffix (rest, parts[1]) && strlen (rest) > strlen (parts[0]) + strlen (parts[1]);
}

/**
 * eh_work_folder_is_set_aside:
 * @target: the user's file
 * @name: the name of a file beside it
 *
 * Returns: whether it is called as work of @target is that was found after a crash
 */
gboolean
eh_work_folder_is_set_aside (const char *target, const char *name)
{
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *stem = stem_of (base);
  g_autofree char *rest = NULL;

  if (!g_str_has_prefix (name, stem) || !g_str_has_suffix (name, ".evenhand"))
    return FALSE;
  rest = stem_of (name + strlen (stem));
  return fits_pattern (rest, _ (SET_ASIDE)) || fits_pattern (rest, SET_ASIDE_PLAIN);
}

/* Puts work that belongs to another version of the file beside the file, under a name that says so.
 */
static gboolean
set_work_aside (EhWorkFolder *self, char **set_aside, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *stem = stem_of (self->target);
  g_autofree char *tail = g_strdup_printf (_ (SET_ASIDE), stamp);
  g_autofree char *path = g_strconcat (stem, tail, ".evenhand", NULL);

  if (!eh_work_folder_save_copy (self, path, error))
    return FALSE;
  *set_aside = g_steal_pointer (&path);
  return TRUE;
}

/* Whether the user's file is the same project, so that the two can become one. */
static gboolean
is_same_project (EhWorkFolder *self, EhDb *db)
{
  const char *sql = "SELECT guid FROM project";
  g_autofree char *here = generation_of (db, sql);
  g_autofree char *there = value_in_target (self, sql);

  return here != NULL && g_strcmp0 (here, there) == 0;
}

/* Work that a window left when it stopped. It is picked up when the user's file is still the one
 * that it came from, and when somebody has changed that meanwhile: then the next save brings the
 * two together (eh-elsewhere.h). If another project is in its place, both are kept. */
static gboolean
pick_up (EhWorkFolder *self, gboolean *picked_up, char **set_aside, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (self->database, EH_DB_WRITER, error);
  g_autofree char *theirs = generation_in_target (self);
  g_autofree char *attempted = NULL;
  g_autofree char *confirmed = NULL;
  gboolean upgraded = FALSE;

  if (db == NULL || !eh_upgrade_with_backup (db, &upgraded, error))
    return FALSE;
  attempted = generation_of (db, "SELECT generation FROM copy");
  confirmed = generation_of (db, "SELECT confirmed FROM copy");
  if (theirs == NULL || g_strcmp0 (theirs, attempted) == 0 ||
      (confirmed != NULL && is_known (theirs, confirmed)) || is_same_project (self, db)) {
    *picked_up = TRUE;
    return TRUE;
  }
  if (!set_work_aside (self, set_aside, error))
    return FALSE;
  g_clear_pointer (&db, eh_db_close);
  remove_database (self->database);
  return TRUE;
}

/**
 * eh_work_folder_fill:
 * @self: a locked work folder
 * @picked_up: (out): whether work that a stopped window left was picked up
 * @set_aside: (out) (nullable) (transfer full): where such work was put instead, because the user's
 *   file has been changed since
 * @error: set to a #EhStoreError; the user's file is as it was
 *
 * Gets a checked working copy of the user's file ready.
 *
 * Returns: whether it is there
 */
gboolean
eh_work_folder_fill (EhWorkFolder *self, gboolean *picked_up, char **set_aside, GError **error)
{
  g_autoptr (GError) local = NULL;

  *picked_up = FALSE;
  *set_aside = NULL;
  eh_leftovers_sweep (self->path, self->snapshot, self->target);
  if (g_file_test (self->database, G_FILE_TEST_EXISTS) &&
      !pick_up (self, picked_up, set_aside, &local)) {
    g_autofree char *kept = g_strconcat (self->database, ".unreadable", NULL);

    if (!g_error_matches (local, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    g_warning ("left-over work cannot be read; kept as %s", kept);
    g_rename (self->database, kept);
    remove_database (self->database);
  }
  return *picked_up || copy_target (self, error);
}

/**
 * eh_work_folder_snapshot:
 * @self: a filled work folder
 * @where: a path to write to
 * @error: set to a #EhStoreError
 *
 * Writes the project as it is at this moment into one file, without what was deleted, while the
 * window goes on.
 *
 * Returns: whether it is there and whole
 */
gboolean
eh_work_folder_snapshot (EhWorkFolder *self, const char *where, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (self->database, EH_DB_WRITER, error);
  g_autoptr (EhDb) copy = NULL;

  if (db == NULL)
    return FALSE;
  if (!vacuum_into (db, where, error))
    return FALSE;
  copy = eh_db_open (where, EH_DB_WRITER, error);
  return copy != NULL && eh_schema_check (copy, error);
}

/**
 * eh_work_folder_save_copy:
 * @self: a filled work folder
 * @path: where to put a copy of the project; what is there is replaced
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is there
 */
gboolean
eh_work_folder_save_copy (EhWorkFolder *self, const char *path, GError **error)
{
  g_autofree char *number = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (self->snapshot, "-", number, NULL);
  gboolean ok = eh_work_folder_snapshot (self, temporary, error) &&
                copy_file (temporary, path, error);

  remove_database (temporary);
  return ok;
}

/**
 * eh_work_folder_save_protected:
 * @self: a filled work folder
 * @to: where to put a copy of the project; what is there is replaced
 * @entry_name: what the project is called inside the archive
 * @passphrase: what protects it
 * @progress: (nullable): told how far it is, in this thread
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: set to a #EhStoreError, #EhProtectedError or %G_IO_ERROR_CANCELLED
 *
 * As eh_work_folder_save_copy(), in an archive that a passphrase protects.
 *
 * Returns: whether it is there
 */
gboolean
eh_work_folder_save_protected (EhWorkFolder *self,
                               GFile *to,
                               const char *entry_name,
                               const char *passphrase,
                               EhProtectedProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (EhPrivateFolder) folder = eh_private_folder_new (error);
  g_autofree char *plain = NULL;

  if (folder == NULL)
    return FALSE;
  plain = eh_private_folder_file (folder, "copy.db");
  return eh_work_folder_snapshot (self, plain, error) &&
         eh_protected_copy_write (plain, to, entry_name, passphrase, progress, data, cancellable,
                                  error);
}

/**
 * eh_work_folder_publish:
 * @self: a filled work folder
 * @known: the generations that the user's file may hold if nobody else has saved, with spaces
 * between
 * @found: (out) (nullable) (transfer full): the generation that the file held before, also when
 * this fails; %NULL when it could not be read
 * @error: set to %EH_STORE_ERROR_CONFLICT when somebody else has saved meanwhile, or another
 *   #EhStoreError; the user's file is then as it was
 *
 * Puts a snapshot in the place of the user's file, in one step.
 *
 * Returns: whether the user's file holds everything
 */
gboolean
eh_work_folder_publish (EhWorkFolder *self, const char *known, char **found, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->target);
  g_autoptr (GError) unread = NULL;
  gboolean ours = eh_schema_check_header (self->target, &unread);

  *found = generation_in_target (self);
  /* Somebody has brought it up to a format that this program does not know. */
  if (!ours && g_error_matches (unread, EH_STORE_ERROR, EH_STORE_ERROR_NEWER)) {
    g_propagate_error (error, g_steal_pointer (&unread));
    return FALSE;
  }
  /* Something else altogether may stand in its place by now. */
  if ((*found != NULL && !is_known (*found, known)) ||
      (!ours && g_error_matches (unread, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS))) {
    g_set_error (
        error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT,
        _ ("Somebody else has changed “%s” meanwhile. Save your work as a copy, so that neither is lost."),
        name);
    return FALSE;
  }
  if (has_journal (self->target)) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE,
                 _ ("Another program is writing to “%s” just now."), name);
    return FALSE;
  }
  if (!eh_work_folder_snapshot (self, self->snapshot, error) || !copy_to_target (self, error))
    return FALSE;
  remove_database (self->snapshot);
  return TRUE;
}
