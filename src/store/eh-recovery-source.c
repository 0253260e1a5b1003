/* A damaged file is never opened itself: SQLite would roll back a journal, or take it for another
 * kind of file. A private copy is, after its header was put right: of the hundred bytes at the
 * beginning (sqlite.org/fileformat2.html, 1.3) nearly all are the same in every project. */

#include "eh-recovery-source.h"

#include "config.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-upgrade.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER_SIZE  100
#define LEAST_SIZE   512
#define USUAL_PAGE   4096
#define LARGEST_PAGE 65536

/**
 * eh_recovery_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
eh_recovery_source_free (EhRecoverySource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->db, eh_db_close);
  eh_private_folder_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static guint32
page_size_of (const guint8 *header)
{
  guint32 size = ((guint32) header[16] << 8) | header[17];

  /* 65536 does not fit, and is written as 1. */
  if (size == 1)
    size = LARGEST_PAGE;
  return size >= LEAST_SIZE && (size & (size - 1)) == 0 ? size : USUAL_PAGE;
}

static void
put_be32 (guint8 *bytes, guint32 value)
{
  bytes[0] = (guint8) (value >> 24);
  bytes[1] = (guint8) (value >> 16);
  bytes[2] = (guint8) (value >> 8);
  bytes[3] = (guint8) value;
}

/* The free pages are left out of the account: nothing is read from them, and nothing written. Nor
 * is the last page, when it was cut in two: what is missing of it is not zero (see eh-strays.h). */
static void
mend_header (guint8 *bytes, gsize size, guint32 page_size, gboolean wal)
{
  memcpy (bytes, "SQLite format 3", 16);
  bytes[16] = page_size == LARGEST_PAGE ? 0 : (guint8) (page_size >> 8);
  bytes[17] = page_size == LARGEST_PAGE ? 1 : (guint8) page_size;
  bytes[18] = bytes[19] = wal ? 2 : 1;
  bytes[20] = 0;
  bytes[21] = 64;
  bytes[22] = bytes[23] = 32;
  put_be32 (bytes + 28, (guint32) (size / page_size));
  memset (bytes + 32, 0, 8);
  put_be32 (bytes + 44, 4);
  memset (bytes + 48, 0, 8);
  put_be32 (bytes + 56, 1);
  memset (bytes + 64, 0, 4);
  put_be32 (bytes + 68, EH_SCHEMA_APPLICATION_ID);
  memset (bytes + 72, 0, 20);
  memcpy (bytes + 92, bytes + 24, 4);
}

static gboolean
read_all (const char *path, char **bytes, gsize *size, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) io_error = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” is a folder, not an Evenhand project."), name);
    return FALSE;
  }
  if (g_file_load_contents (file, NULL, bytes, size, NULL, &io_error))
    return TRUE;
  eh_store_error_set_from_io (error, io_error, name);
  return FALSE;
}

static gboolean
write_private (const char *path, const char *bytes, gsize size, GError **error)
{
  return g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                   error);
}

/* What a writer that was killed left beside the file belongs to it. */
static gboolean
copy_beside (const char *from, const char *to, const char *tail, gboolean *found, GError **error)
{
  g_autofree char *source = g_strconcat (from, tail, NULL);
  g_autofree char *copy = g_strconcat (to, tail, NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  *found = g_file_test (source, G_FILE_TEST_IS_REGULAR);
  return !*found ||
         (read_all (source, &bytes, &size, error) && write_private (copy, bytes, size, error));
}

static gboolean
knows_tables (EhDb *db)
{
  return eh_db_value (db,
                      "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND rootpage > 1"
                      " AND name IN ('participant', 'insight', 'project', 'workshop')",
                      0) > 0;
}

static gboolean
try_open (EhRecoverySource *self, const char *bytes, gsize size, gboolean wal, GError **error)
{
  g_autofree char *mended = g_memdup2 (bytes, size);

  mend_header ((guint8 *) mended, size, self->page_size, wal);
  if (!write_private (self->path, mended, size, error))
    return FALSE;
  self->db = eh_db_open (self->path, EH_DB_SALVAGE, error);
  if (self->db != NULL && !knows_tables (self->db)) {
    /* What a writer left beside it is in it now, if anything of it can be. */
    sqlite3_wal_checkpoint_v2 (eh_db_handle (self->db), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                               NULL);
    g_clear_pointer (&self->db, eh_db_close);
  }
  return TRUE;
}

/* How long a file was stands in its header, and holds when that was written last (1.3.7 of the
 * format). */
static guint64
length_once (const guint8 *header, guint32 page_size)
{
  return memcmp (header, "SQLite format 3", 16) == 0 && memcmp (header + 24, header + 92, 4) == 0
             ? (guint64) eh_pages_be32 (header + 28) * page_size
             : 0;
}

static EhRecoverySource *
source_new (GError **error)
{
  EhPrivateFolder *folder = eh_private_folder_new (error);
  EhRecoverySource *self;

  if (folder == NULL)
    return NULL;
  self = g_new0 (EhRecoverySource, 1);
  self->folder = folder;
  self->path = eh_private_folder_file (folder, "copy.db");
  return self;
}

/**
 * eh_recovery_source_open:
 * @path: a damaged file, which is only read
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_DAMAGED when there is next to nothing of it
 *
 * Returns: (transfer full) (nullable): a private copy of it, open if the list of its tables can be
 *   read
 */
EhRecoverySource *
eh_recovery_source_open (const char *path, GError **error)
{
  g_autoptr (EhRecoverySource) self = source_new (error);
  g_autofree char *bytes = NULL;
  gboolean journal, wal;
  gsize size = 0;

  if (self == NULL || !read_all (path, &bytes, &size, error) ||
      !copy_beside (path, self->path, "-journal", &journal, error) ||
      !copy_beside (path, self->path, "-wal", &wal, error))
    return NULL;
  if (size < LEAST_SIZE) {
    g_autofree char *name = g_path_get_basename (path);

    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
                 _ ("Nothing can be read from “%s”. Use a backup or somebody’s copy."), name);
    return NULL;
  }
  self->page_size = page_size_of ((guint8 *) bytes);
  self->first_free = eh_pages_be32 ((guint8 *) bytes + 32);
  self->n_left = size;
  self->n_once = journal || wal ? 0 : length_once ((guint8 *) bytes, self->page_size);
  if (!try_open (self, bytes, size, wal, error))
    return NULL;
  if (self->db == NULL && self->page_size != USUAL_PAGE) {
    guint32 said = self->page_size;

    self->page_size = USUAL_PAGE;
    if (!try_open (self, bytes, size, wal, error))
      return NULL;
    if (self->db == NULL)
      self->page_size = said;
  }
  return g_steal_pointer (&self);
}

/**
 * eh_recovery_source_find_strays:
 * @self: a damaged file
 * @like: a file of the current format
 * @error: set to a #EhStoreError
 *
 * Looks at every page of the file for rows; see eh-strays.h.
 *
 * Returns: (transfer full) (nullable): what was found
 */
EhStrays *
eh_recovery_source_find_strays (EhRecoverySource *self, EhDb *like, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) io_error = NULL;
  g_autoptr (EhStrays) found = NULL;
  EhPages pages;

  if (self->db != NULL)
    sqlite3_wal_checkpoint_v2 (eh_db_handle (self->db), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                               NULL);
  file = g_mapped_file_new (self->path, FALSE, &io_error);
  if (file == NULL) {
    eh_store_error_set_from_io (error, io_error, "copy.db");
    return NULL;
  }
  eh_pages_init (&pages, (const guint8 *) g_mapped_file_get_contents (file),
                 g_mapped_file_get_length (file), self->page_size);
  found = eh_strays_new (&pages, self->first_free, like, error);
  if (found == NULL || eh_strays_n_rows (found) > 0 || self->page_size == USUAL_PAGE)
    return g_steal_pointer (&found);
  eh_pages_init (&pages, pages.bytes, pages.size, USUAL_PAGE);
  return eh_strays_new (&pages, 0, like, error);
}

/**
 * eh_recovery_source_open_whole:
 * @path: another copy of the project, which is only read
 *
 * Returns: (transfer full) (nullable): a private copy of it, open; %NULL when it is not whole
 */
EhRecoverySource *
eh_recovery_source_open_whole (const char *path)
{
  g_autoptr (EhRecoverySource) self = source_new (NULL);
  gboolean found, is_older;

  if (self == NULL || !copy_beside (path, self->path, "", &found, NULL) || !found ||
      !copy_beside (path, self->path, "-journal", &found, NULL) ||
      !copy_beside (path, self->path, "-wal", &found, NULL) ||
      !eh_schema_check_header (self->path, NULL))
    return NULL;
  self->db = eh_db_open (self->path, EH_DB_WRITER, NULL);
  if (self->db == NULL || !eh_upgrade_check (self->db, &is_older, NULL))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
table_is_whole (EhDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check (%s)", table);
  EhStmt s = eh_db_prepare (db, sql);
  gboolean whole = eh_stmt_step (&s) && g_str_equal (eh_stmt_text (&s, 0), "ok");

  return eh_stmt_finish (&s, NULL) && whole;
}

/**
 * eh_recovery_source_tables_are_whole:
 * @path: a private copy of a damaged file, which is not used for anything else afterwards
 *
 * Takes every index out of the file's description of itself and looks the tables over alone.
 *
 * Returns: whether every table is whole, so that what is damaged can be made anew from them
 */
gboolean
eh_recovery_source_tables_are_whole (const char *path)
{
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_SALVAGE, NULL);
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);
  gboolean whole;

  if (db == NULL ||
      !eh_db_exec (
          db,
          "UPDATE sqlite_schema SET sql = replace (sql, 'guid TEXT NOT NULL UNIQUE', 'guid TEXT NOT NULL')"
          " WHERE name = 'history'; DELETE FROM sqlite_schema WHERE type = 'index'",
          NULL))
    return FALSE;
  g_clear_pointer (&db, eh_db_close);
  db = eh_db_open (path, EH_DB_SALVAGE, NULL);
  whole = db != NULL && table_is_whole (db, "history") && table_is_whole (db, "erased") &&
          table_is_whole (db, "copy");
  for (guint i = 0; whole && i < n_tables; i++)
    whole = table_is_whole (db, tables[i]->table);
  return whole;
}
