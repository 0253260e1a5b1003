/* The format of the file: making it, and telling at the door whether a file is one. */

#include "eh-schema.h"

#include "config.h"
#include "eh-integrity.h"
#include "eh-store-resource.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEADER_SIZE           100
#define VERSION_OFFSET        60
#define APPLICATION_ID_OFFSET 68

/* A hundred times a project of a hundred thousand insights, and what is not on the disk at all of a
 * file that only says that it is long: neither is copied or looked over. */
#define LARGEST_BYTES    (G_GINT64_CONSTANT (8) * 1024 * 1024 * 1024)
#define MAY_BE_SPARSE    (G_GINT64_CONSTANT (64) * 1024 * 1024)
#define BYTES_OF_A_BLOCK 512

#define SQL_FOLDER "/org/evenhand/Evenhand/store/sql/"

/**
 * eh_schema_create_as:
 * @db: a connection to an empty file
 * @version: a format, from 1 to %EH_SCHEMA_VERSION
 * @error: set to a #EhStoreError
 *
 * The current format is written in schema.sql; each earlier one stays as it was released.
 *
 * Returns: whether the tables of that format are there
 */
gboolean
eh_schema_create_as (EhDb *db, guint version, GError **error)
{
  g_autofree char *path = version == EH_SCHEMA_VERSION
                              ? g_strdup (SQL_FOLDER "schema.sql")
                              : g_strdup_printf (SQL_FOLDER "schema-%u.sql", version);
  g_autofree char *versions = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %u", EH_SCHEMA_APPLICATION_ID, version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (eh_store_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL)
    return FALSE;
  eh_db_trust_schema (db);
  return eh_db_exec (db, versions, error) && eh_db_exec (db, g_bytes_get_data (sql, NULL), error);
}

/**
 * eh_schema_create:
 * @db: a connection to an empty file
 * @error: set to a #EhStoreError
 *
 * Returns: whether the tables of the current format are there
 */
gboolean
eh_schema_create (EhDb *db, GError **error)
{
  return eh_schema_create_as (db, EH_SCHEMA_VERSION, error);
}

static guint32
be32 (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) |
         bytes[3];
}

static gboolean
check_versions (guint32 application_id, guint32 version, const char *name, GError **error)
{
  if (application_id != EH_SCHEMA_APPLICATION_ID) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” belongs to another program. It is not an Evenhand project."), name);
    return FALSE;
  }
  if (version > EH_SCHEMA_VERSION) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NEWER,
                 _ ("“%s” was made by a newer version of Evenhand. Open it with that version."),
                 name);
    return FALSE;
  }
  if (version == 0) {
    g_set_error (
        error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
        _ ("“%s” is damaged: part of it is missing or has been changed by something else."), name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
is_of_possible_size (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) != 0 || about.st_size <= MAY_BE_SPARSE ||
         (about.st_size <= LARGEST_BYTES &&
          (gint64) about.st_blocks * BYTES_OF_A_BLOCK >= about.st_size / 4);
}

/* A beginning that was wiped, or that still says whose file it was. */
static gboolean
was_ours (const guint8 header[HEADER_SIZE])
{
  static const guint8 nothing[HEADER_SIZE] = { 0 };

  return memcmp (header, nothing, HEADER_SIZE) == 0 ||
         be32 (header + APPLICATION_ID_OFFSET) == EH_SCHEMA_APPLICATION_ID;
}

/**
 * eh_schema_check_header:
 * @path: a file
 * @error: set to %EH_STORE_ERROR_NOT_FOUND, %EH_STORE_ERROR_NOT_OURS, %EH_STORE_ERROR_NEWER,
 *   %EH_STORE_ERROR_DAMAGED or %EH_STORE_ERROR_UNREACHABLE
 *
 * Looks at the first bytes alone (SQLite's file format, 1.3), so that a file that is not ours is
 * never opened as a database, let alone changed.
 *
 * Returns: whether it claims to be a project of this version or an older one
 */
gboolean
eh_schema_check_header (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  guint8 header[HEADER_SIZE] = { 0 };
  gsize n_read = 0;

  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” is a folder, not an Evenhand project."), name);
    return FALSE;
  }
  stream = g_file_read (file, NULL, &io_error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header,
                                                  &n_read, NULL, &io_error)) {
    if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
      g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_READ_ONLY,
                   _ ("You may not read “%s”. Ask whoever owns it."), name);
    else
      eh_store_error_set_from_io (error, io_error, name);
    return FALSE;
  }
  if (n_read >= 4 && memcmp (header, "PK\3\4", 4) == 0) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” is an archive, such as a protected copy. Open it in the window, or take "
                    "the project out of it with “evenhand copy”."),
                 name);
    return FALSE;
  }
  if (n_read >= 16 && memcmp (header, "SQLite format 3", 16) != 0 && !was_ours (header)) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” is not an Evenhand project."), name);
    return FALSE;
  }
  if (!is_of_possible_size (path)) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_OURS,
                 _ ("“%s” is far larger than any Evenhand project, or holds next to nothing of its "
                    "length, and was not opened."),
                 name);
    return FALSE;
  }
  if (n_read < sizeof header) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged: it has been cut short."), name);
    return FALSE;
  }
  if (memcmp (header, "SQLite format 3", 16) != 0) {
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged: its beginning is not what it was."), name);
    return FALSE;
  }
  return check_versions (be32 (header + APPLICATION_ID_OFFSET), be32 (header + VERSION_OFFSET),
                         name, error);
}

static char *
schema_text (EhDb *db, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  EhStmt s = eh_db_prepare (
      db, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
          " ORDER BY type, name");

  while (eh_stmt_step (&s))
    g_string_append_printf (text, "%s %s %s\n", eh_stmt_text (&s, 0), eh_stmt_text (&s, 1),
                            eh_stmt_text (&s, 2));
  return eh_stmt_finish (&s, error) ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What a format's tables look like never changes while the program runs, and to make them takes
 * longer than to look over a small project: it is done once. */
static const char *
our_schema_text (guint version, GError **error)
{
  static char *texts[EH_SCHEMA_VERSION + 1];
  g_autoptr (EhDb) fresh = NULL;
  char *text = g_atomic_pointer_get (&texts[version]);

  if (text != NULL)
    return text;
  fresh = eh_db_open (":memory:", EH_DB_CREATOR, error);
  if (fresh == NULL || !eh_schema_create_as (fresh, version, error))
    return NULL;
  text = schema_text (fresh, error);
  /* Another thread may have been quicker. */
  if (text != NULL && !g_atomic_pointer_compare_and_exchange (&texts[version], NULL, text))
    g_free (text);
  return text != NULL ? g_atomic_pointer_get (&texts[version]) : NULL;
}

/* A file from outside may carry triggers and views of its own making. Only one whose schema is ours
 * to the letter is let in. */
static gboolean
is_our_schema (EhDb *db, guint version, GError **error)
{
  g_autofree char *theirs = schema_text (db, error);
  const char *ours;

  if (theirs == NULL)
    return FALSE;
  ours = our_schema_text (version, error);
  if (ours == NULL)
    return FALSE;
  return g_str_equal (theirs, ours) ||
         eh_db_set_error (db, SQLITE_CORRUPT, "the schema is not ours", error);
}

/**
 * eh_schema_version:
 * @db: a connection
 *
 * Returns: the format that the file claims
 */
guint
eh_schema_version (EhDb *db)
{
  return (guint) eh_db_value (db, "PRAGMA user_version", 0);
}

/**
 * eh_schema_check:
 * @db: a connection to a file whose header was good
 * @error: set to %EH_STORE_ERROR_DAMAGED
 *
 * As eh_schema_check_as(), for the current format.
 *
 * Returns: whether the file is whole, and its schema the current one
 */
gboolean
eh_schema_check (EhDb *db, GError **error)
{
  return eh_schema_check_as (db, EH_SCHEMA_VERSION, error);
}

/**
 * eh_schema_check_as:
 * @db: a connection to a file whose header was good
 * @version: the format that it is held against
 * @error: set to %EH_STORE_ERROR_DAMAGED, or to %EH_STORE_ERROR_NEWER for a format of a later
 * program
 *
 * Reads every page; takes a second for some 200 MB. A file that passes may be trusted.
 *
 * Returns: whether the file is whole, and its schema ours
 */
gboolean
eh_schema_check_as (EhDb *db, guint version, GError **error)
{
  EhStmt s;
  gboolean whole;

  if (!check_versions (EH_SCHEMA_APPLICATION_ID, eh_schema_version (db), eh_db_name (db), error))
    return FALSE;
  if (eh_schema_version (db) != version)
    return eh_db_set_error (db, SQLITE_CORRUPT, "not of that format", error);
  if (!is_our_schema (db, version, error))
    return FALSE;
  eh_db_trust_schema (db);
  s = eh_db_prepare (db, "PRAGMA quick_check(1)");
  whole = eh_stmt_step (&s) && g_str_equal (eh_stmt_text (&s, 0), "ok");
  if (!eh_stmt_finish (&s, error))
    return FALSE;
  if (whole && eh_db_value (db, "SELECT count(*) FROM project WHERE id = 1", 0) == 1 &&
      eh_db_value (db, "SELECT count(*) FROM copy", 0) == 1)
    return eh_integrity_counts_agree (db, error);
  return eh_db_set_error (db, SQLITE_CORRUPT, "quick_check", error);
}
