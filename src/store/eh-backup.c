/* Copies of a project as it was before something great was done to it: a few, each under a name
 * that says when and why, in a folder of the project's own that its owner alone may read. */

#include "eh-backup.h"

#include "config.h"
#include "eh-db.h"
#include "eh-upgrade.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* "2026-03-01 14.05.09 before merge.evenhand": the day and time of the place where it was made. */
#define STAMP         "%Y-%m-%d %H.%M.%S"
#define STAMP_LENGTH  19
#define BEFORE        " before "
#define TAIL          ".evenhand"
#define UNFINISHED    ".part"
#define STALE_SECONDS 3600

/* By #EhBackupReason; names of files, the same in every language. */
static const char *const reasons[] = { "upgrade", "merge", "import", "restore" };

void
eh_backup_free (EhBackup *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

static char *
guid_of (EhDb *db)
{
  EhStmt s = eh_db_prepare (db, "SELECT guid FROM project WHERE id = 1");
  char *guid = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");

  eh_stmt_finish (&s, NULL);
  return guid;
}

static char *
root (void)
{
  return g_build_filename (g_get_user_data_dir (), "evenhand", "backups", NULL);
}

/**
 * eh_backup_are_any:
 *
 * Returns: whether this computer has backups of any project
 */
gboolean
eh_backup_are_any (void)
{
  g_autofree char *folder = root ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

/**
 * eh_backup_folder_of:
 * @guid: what a project says that it is
 *
 * Returns: (transfer full): where the backups of the project are, whether there are any or not
 */
char *
eh_backup_folder_of (const char *guid)
{
  g_autofree char *folder = root ();
  g_autofree char *sum = NULL;

  /* A file from outside may say anything, and it must not lead elsewhere. */
  if (!g_uuid_string_is_valid (guid))
    sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, guid, -1);
  return g_build_filename (folder, sum != NULL ? sum : guid, NULL);
}

/**
 * eh_backup_folder:
 * @db: a connection to a project
 *
 * Returns: (transfer full): as eh_backup_folder_of(), of that project
 */
char *
eh_backup_folder (EhDb *db)
{
  g_autofree char *guid = guid_of (db);

  return eh_backup_folder_of (guid);
}

static gboolean
read_number (const char *text, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 9999, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

static gint64
time_of (const char *stamp)
{
  g_auto (GStrv) parts = g_strsplit_set (stamp, "- .", -1);
  g_autoptr (GDateTime) time = NULL;
  guint n[6];

  if (g_strv_length (parts) != G_N_ELEMENTS (n))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    if (!read_number (parts[i], &n[i]))
      return 0;
  time = g_date_time_new_local ((gint) n[0], (gint) n[1], (gint) n[2], (gint) n[3], (gint) n[4],
                                n[5]);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* Returns: (nullable): what the name says; %NULL for a file that is none of ours */
static EhBackup *
backup_from_name (const char *folder, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    g_autofree char *ending = g_strconcat (BEFORE, reasons[i], TAIL, NULL);
    g_autofree char *stamp = NULL;
    EhBackup *self;
    gint64 made_at;
    GStatBuf there;

    if (strlen (name) != STAMP_LENGTH + strlen (ending) || !g_str_has_suffix (name, ending))
      continue;
    stamp = g_strndup (name, STAMP_LENGTH);
    made_at = time_of (stamp);
    if (made_at == 0)
      return NULL;
    self = g_new0 (EhBackup, 1);
    self->path = g_build_filename (folder, name, NULL);
    self->reason = (EhBackupReason) i;
    self->made_at = made_at;
    self->size = g_stat (self->path, &there) == 0 ? (guint64) there.st_size : 0;
    return self;
  }
  return NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const EhBackup *first = *(EhBackup *const *) a;
  const EhBackup *second = *(EhBackup *const *) b;

  if (first->made_at != second->made_at)
    return first->made_at < second->made_at ? 1 : -1;
  return strcmp (first->path, second->path);
}

/**
 * eh_backup_list:
 * @folder: from eh_backup_folder()
 *
 * Returns: (transfer full) (element-type EhBackup): the backups that are there, the newest first
 */
GPtrArray *
eh_backup_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    EhBackup *backup = backup_from_name (folder, name);

    if (backup != NULL)
      g_ptr_array_add (list, backup);
  }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/* The oldest go, but never the last one from before an upgrade: it is the way back to the program
 * that people had. */
static void
thin_out (const char *folder)
{
  g_autoptr (GPtrArray) list = eh_backup_list (folder);
  EhBackup *upgrade = NULL;
  guint left = list->len;

  for (guint i = 0; i < list->len && upgrade == NULL; i++)
    if (((EhBackup *) list->pdata[i])->reason == EH_BACKUP_REASON_UPGRADE)
      upgrade = list->pdata[i];
  for (guint i = list->len; i > 0 && left > EH_BACKUP_KEPT; i--) {
    EhBackup *backup = list->pdata[i - 1];

    if (backup == upgrade)
      continue;
    g_unlink (backup->path);
    left--;
  }
}

/* What a program that was killed meanwhile has left behind. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GStatBuf there;

    if (strstr (name, UNFINISHED) != NULL && g_stat (path, &there) == 0 &&
        now - there.st_mtime > STALE_SECONDS)
      g_unlink (path);
  }
}

/* A name that is later than that of any other, so that the order of several backups in one second
 * is that in which they were made. */
static char *
free_path (const char *folder, EhBackupReason reason)
{
  g_autoptr (GPtrArray) list = eh_backup_list (folder);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 last = list->len > 0 ? ((EhBackup *) list->pdata[0])->made_at : 0;
  /* A clock that was wrong once shall not date backups for ever. */
  gint64 stamped = last >= now && last < now + STALE_SECONDS ? last + 1 : now;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (stamped);
  g_autofree char *stamp = g_date_time_format (time, STAMP);
  g_autofree char *name = g_strconcat (stamp, BEFORE, reasons[reason], TAIL, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
fail_from_errno (GError **error, const char *path)
{
  int saved = errno;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) io_error = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (saved),
                                                     g_strerror (saved));

  eh_store_error_set_from_io (error, io_error, name);
  return FALSE;
}

/* Made for its owner alone before a byte is in it, and on the disk before it has its name. */
static gboolean
write_backup (EhDb *db, const char *path, GError **error)
{
  g_autofree char *unfinished = g_strconcat (path, UNFINISHED, NULL);
  int fd = g_open (unfinished, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean done;

  if (fd < 0)
    return fail_from_errno (error, path);
  done = eh_db_vacuum_into (db, unfinished, error) &&
         ((fsync (fd) == 0 && g_rename (unfinished, path) == 0) || fail_from_errno (error, path));
  close (fd);
  if (!done)
    g_unlink (unfinished);
  return done;
}

static char *
generation_of (EhDb *db)
{
  EhStmt s = eh_db_prepare (db, "SELECT generation FROM copy");
  char *generation = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");

  eh_stmt_finish (&s, NULL);
  return generation;
}

/* A file of an earlier format that is only looked at is brought up to date each time, in a working
 * copy: one backup of it is enough. */
static gboolean
is_kept_already (EhDb *db, const char *folder)
{
  g_autoptr (GPtrArray) list = eh_backup_list (folder);
  g_autofree char *now = generation_of (db);

  for (guint i = 0; i < list->len; i++) {
    const EhBackup *backup = list->pdata[i];
    g_autoptr (EhDb) kept = NULL;
    g_autofree char *then = NULL;
    gboolean is_older;

    if (backup->reason != EH_BACKUP_REASON_UPGRADE)
      continue;
    kept = eh_db_open (backup->path, EH_DB_SNAPSHOT, NULL);
    if (kept == NULL || !eh_upgrade_check (kept, &is_older, NULL))
      continue;
    then = generation_of (kept);
    if (is_older && now[0] != '\0' && g_str_equal (then, now))
      return TRUE;
  }
  return FALSE;
}

/**
 * eh_backup_make:
 * @db: a connection to a project, outside a transaction
 * @reason: what is about to be done
 * @error: set to a #EhStoreError, with a sentence that says that nothing was changed: what was
 * about to be done must not be
 *
 * Keeps a copy of the project as it is now; of several, the oldest goes.
 *
 * Returns: whether it is there
 */
gboolean
eh_backup_make (EhDb *db, EhBackupReason reason, GError **error)
{
  g_autofree char *folder = eh_backup_folder (db);
  g_autoptr (GError) local = NULL;
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    fail_from_errno (&local, "evenhand");
  } else if (reason == EH_BACKUP_REASON_UPGRADE && is_kept_already (db, folder)) {
    return TRUE;
  } else {
    sweep (folder);
    path = free_path (folder, reason);
    if (write_backup (db, path, &local)) {
      thin_out (folder);
      return TRUE;
    }
  }
  g_set_error (error, local->domain, local->code,
               /* TRANSLATORS: %s is one or two sentences about the reason */
               _ ("No backup could be made first, so nothing was changed. %s"), local->message);
  return FALSE;
}
