/* One moment of a project as one file, without what was deleted. */

#include "eh-snapshot.h"

#include "eh-db.h"
#include "eh-schema.h"
#include "eh-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * eh_snapshot_write:
 * @db: a connection outside a transaction
 * @where: a path where nothing is
 * @error: set to a #EhStoreError
 *
 * The file can be read by its owner alone from its first byte on: SQLite would make it as the
 * process's mask says, so it is there, empty, before SQLite comes.
 *
 * Returns: whether it is there
 */
gboolean
eh_snapshot_write (EhDb *db, const char *where, GError **error)
{
  int fd = g_open (where, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0) {
    g_autofree char *name = g_path_get_basename (where);
    g_autoptr (GError) io_error = g_error_new_literal (
        G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));

    eh_store_error_set_from_io (error, io_error, name);
    return FALSE;
  }
  close (fd);
  if (eh_db_vacuum_into (db, where, error))
    return TRUE;
  g_unlink (where);
  return FALSE;
}

/**
 * eh_snapshot_write_of_file:
 * @path: a user's file, which was checked before
 * @where: a path where nothing is
 * @error: set to a #EhStoreError
 *
 * As eh_snapshot_write(), of a file that is not open here; its format stays as it is.
 *
 * Returns: whether it is there
 */
gboolean
eh_snapshot_write_of_file (const char *path, const char *where, GError **error)
{
  g_autoptr (EhDb) db = NULL;

  if (!eh_schema_check_header (path, error))
    return FALSE;
  db = eh_db_open (path, access (path, W_OK) == 0 ? EH_DB_WRITER : EH_DB_READER, error);
  return db != NULL && eh_snapshot_write (db, where, error);
}
