/* Files of an earlier format become files of the current one. The way there is not written down:
 * schema.sql says how a file looks, and whatever a file lacks of that is made, in its own words. A
 * table that reads differently is made anew beside the old one and takes over its rows. Only what a
 * comparison cannot tell, a meaning that changed, needs a step of its own (see steps[]).
 *
 * Steps of the history that were recorded before stay as they are: SQLite applies changes of a
 * table that has got columns at its end since, and gives those their default. */

#include "eh-upgrade.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-db.h"
#include "eh-schema.h"

/* What is done after the tables have their new form, for files that came from @from. */
typedef struct {
  guint from;
  gboolean (*run) (EhDb *db, GError **error);
} Step;

/* In the order of formats; the last one is empty. */
static const Step steps[] = {
  { 0, NULL },
};

#define OLD_PREFIX "old_form_of_"

/* How something of @type and @name is written in the file; "" for what is not there. */
static char *
text_of (EhDb *db, const char *type, const char *name, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?");
  g_autofree char *sql = NULL;

  eh_stmt_bind_text (&s, type);
  eh_stmt_bind_text (&s, name);
  sql = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&sql) : NULL;
}

static GPtrArray *
list_names (EhDb *db, const char *sql, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  EhStmt s = eh_db_prepare (db, sql);

  if (argument != NULL)
    eh_stmt_bind_text (&s, argument);
  while (eh_stmt_step (&s))
    g_ptr_array_add (names, eh_stmt_dup_text (&s, 0));
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&names) : NULL;
}

G_GNUC_PRINTF (3, 4)
static gboolean
exec_printf (EhDb *db, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return eh_db_exec (db, sql, error);
}

/* The columns of a table in its old form, all of which the new form must have: a column that goes
 * would take along what people wrote. */
static char *
columns_to_keep (EhDb *db, EhDb *fresh, const char *table, GError **error)
{
  static const char sql[] = "SELECT name FROM pragma_table_info (?)";
  g_autoptr (GPtrArray) old = list_names (db, sql, table, error);
  g_autoptr (GPtrArray) new = old != NULL ? list_names (fresh, sql, table, error) : NULL;
  g_autoptr (GString) columns = g_string_new (NULL);

  if (new == NULL)
    return NULL;
  for (guint i = 0; i < old->len; i++) {
    if (!g_ptr_array_find_with_equal_func (new, old->pdata[i], g_str_equal, NULL)) {
      eh_db_set_error (db, SQLITE_MISMATCH, "a column went without a step of its own", error);
      return NULL;
    }
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", (char *) old->pdata[i]);
  }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

/* The old table is renamed, not the new one: SQLite writes the text of a renamed table anew, and
 * the new one's must stay as it is in schema.sql. */
static gboolean
rebuild_table (EhDb *db, EhDb *fresh, const char *table, const char *sql, GError **error)
{
  g_autofree char *columns = columns_to_keep (db, fresh, table, error);

  return columns != NULL &&
         exec_printf (db, error, "ALTER TABLE \"%s\" RENAME TO \"" OLD_PREFIX "%s\"", table,
                      table) &&
         eh_db_exec (db, sql, error) &&
         exec_printf (db, error,
                      "INSERT INTO \"%s\" (%s) SELECT %s FROM \"" OLD_PREFIX "%s\" ORDER BY rowid",
                      table, columns, columns, table) &&
         exec_printf (db, error, "DROP TABLE \"" OLD_PREFIX "%s\"", table);
}

/* An index of words holds nothing of its own: it is built from the table that it is about. */
static gboolean
rebuild_words (EhDb *db, const char *table, const char *sql, gboolean is_there, GError **error)
{
  return (!is_there || exec_printf (db, error, "DROP TABLE \"%s\"", table)) &&
         eh_db_exec (db, sql, error) &&
         exec_printf (db, error, "INSERT INTO \"%s\" (\"%s\") VALUES ('rebuild')", table, table);
}

static gboolean
settle_table (EhDb *db, EhDb *fresh, const char *table, GError **error)
{
  g_autofree char *theirs = text_of (db, "table", table, error);
  g_autofree char *ours = theirs != NULL ? text_of (fresh, "table", table, error) : NULL;

  if (ours == NULL)
    return FALSE;
  if (g_str_equal (ours, theirs))
    return TRUE;
  if (g_str_has_prefix (ours, "CREATE VIRTUAL"))
    return rebuild_words (db, table, ours, theirs[0] != '\0', error);
  return theirs[0] == '\0' ? eh_db_exec (db, ours, error)
                           : rebuild_table (db, fresh, table, ours, error);
}

static gboolean
settle_tables (EhDb *db, EhDb *fresh, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (
      fresh,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
      " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid",
      NULL, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!settle_table (db, fresh, names->pdata[i], error))
      return FALSE;
  return TRUE;
}

#define INDEXES "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"

static gboolean
settle_indexes (EhDb *db, EhDb *fresh, GError **error)
{
  g_autoptr (GPtrArray) theirs = list_names (db, INDEXES, NULL, error);
  g_autoptr (GPtrArray) ours = theirs != NULL ? list_names (fresh, INDEXES, NULL, error) : NULL;

  if (ours == NULL)
    return FALSE;
  for (guint i = 0; i < theirs->len; i++) {
    g_autofree char *now = text_of (db, "index", theirs->pdata[i], error);
    g_autofree char *wanted = now != NULL ? text_of (fresh, "index", theirs->pdata[i], error)
                                          : NULL;

    if (wanted == NULL ||
        (!g_str_equal (now, wanted) &&
         !exec_printf (db, error, "DROP INDEX \"%s\"", (char *) theirs->pdata[i])))
      return FALSE;
  }
  for (guint i = 0; i < ours->len; i++) {
    g_autofree char *now = text_of (db, "index", ours->pdata[i], error);
    g_autofree char *wanted = now != NULL ? text_of (fresh, "index", ours->pdata[i], error) : NULL;

    if (wanted == NULL || (now[0] == '\0' && !eh_db_exec (db, wanted, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_steps (EhDb *db, guint from, GError **error)
{
  for (guint i = 0; steps[i].run != NULL; i++)
    if (steps[i].from >= from && !steps[i].run (db, error))
      return FALSE;
  /* A step that is typed on is joined with the one before, which SQLite does not do for changes of
   * a table in two forms. */
  return eh_db_exec (db, "UPDATE history SET merge_key = '' WHERE merge_key <> ''", error);
}

static gint64
count_dangling (EhDb *db)
{
  return eh_db_value (db, "SELECT count(*) FROM pragma_foreign_key_check", -1);
}

static gboolean
is_sound (EhDb *db, GError **error)
{
  EhStmt s = eh_db_prepare (db, "PRAGMA integrity_check(1)");
  gboolean sound = eh_stmt_step (&s) && g_str_equal (eh_stmt_text (&s, 0), "ok");

  if (!eh_stmt_finish (&s, error))
    return FALSE;
  return sound || eh_db_set_error (db, SQLITE_CORRUPT, "integrity_check", error);
}

static gboolean
transform (EhDb *db, guint from, GError **error)
{
  g_autoptr (EhDb) fresh = eh_db_open (":memory:", EH_DB_CREATOR, error);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", EH_SCHEMA_VERSION);
  gint64 dangling = count_dangling (db);

  if (fresh == NULL || !eh_schema_create (fresh, error) || !settle_tables (db, fresh, error) ||
      !settle_indexes (db, fresh, error) || !run_steps (db, from, error) ||
      !eh_db_exec (db, version, error))
    return FALSE;
  /* A reference that led nowhere before is no reason to keep people from their file. */
  if (dangling < 0 || count_dangling (db) != dangling)
    return eh_db_set_error (db, SQLITE_CORRUPT, "references broke", error);
  return eh_schema_check (db, error) && is_sound (db, error);
}

static gboolean
transform_at_once (EhDb *db, guint from, GError **error)
{
  if (!eh_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (transform (db, from, error) && eh_db_exec (db, "COMMIT", error))
    return TRUE;
  eh_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * eh_upgrade_check:
 * @db: a connection to a file whose header was good
 * @is_older: (out): whether it is of an earlier format
 * @error: set to %EH_STORE_ERROR_DAMAGED or %EH_STORE_ERROR_NEWER
 *
 * Holds the file against the format that it claims, to the letter.
 *
 * Returns: whether it is whole and ours; when not older, it may be used as it is
 */
gboolean
eh_upgrade_check (EhDb *db, gboolean *is_older, GError **error)
{
  guint version = eh_schema_version (db);

  *is_older = version < EH_SCHEMA_VERSION;
  return eh_schema_check_as (db, version, error);
}

/**
 * eh_upgrade_run:
 * @db: a writer, outside a transaction, whose file has passed eh_upgrade_check()
 * @error: set to a #EhStoreError
 *
 * Brings the file to the current format in one transaction: after a failure, or when the program is
 * killed meanwhile, it is as it was. Does nothing for a file that is of the current format. Whoever
 * calls this for a user's own file has made a backup before (see eh-backup.h).
 *
 * Returns: whether the file is of the current format, and sound
 */
gboolean
eh_upgrade_run (EhDb *db, GError **error)
{
  guint from = eh_schema_version (db);
  gboolean done;

  if (from == EH_SCHEMA_VERSION)
    return TRUE;
  /* Both hold for a connection and cannot be changed within a transaction: without them SQLite
   * would change what other tables say of one that is renamed, and empty it before it is dropped.
   */
  if (!eh_db_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON", error))
    return FALSE;
  done = transform_at_once (db, from, error);
  eh_db_exec (db, "PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON", NULL);
  return done;
}

/**
 * eh_upgrade_with_backup:
 * @db: a writer of a user's file, or of the working copy of one
 * @upgraded: (out): whether the file was of an earlier format
 * @error: set to a #EhStoreError; the file is then as it was
 *
 * Checks the file, and brings it to the current format after a backup.
 *
 * Returns: whether the file is of the current format, and sound
 */
gboolean
eh_upgrade_with_backup (EhDb *db, gboolean *upgraded, GError **error)
{
  *upgraded = FALSE;
  if (!eh_upgrade_check (db, upgraded, error))
    return FALSE;
  if (!*upgraded)
    return TRUE;
  if (sqlite3_db_readonly (eh_db_handle (db), "main"))
    return eh_db_set_error (db, SQLITE_READONLY, "upgrade", error);
  return eh_backup_make (db, EH_BACKUP_REASON_UPGRADE, error) && eh_upgrade_run (db, error);
}

/**
 * eh_upgrade_in_memory:
 * @db: a connection whose file has passed eh_upgrade_check()
 * @error: set to a #EhStoreError
 *
 * For reading a file that is not to be changed, such as the other side of a merge.
 *
 * Returns: (transfer full) (nullable): a connection to a copy of the current format that goes away
 *   with it
 */
EhDb *
eh_upgrade_in_memory (EhDb *db, GError **error)
{
  g_autoptr (EhDb) copy = eh_db_copy_in_memory (db, error);

  if (copy == NULL || !eh_upgrade_run (copy, error) ||
      !eh_db_exec (copy, "PRAGMA query_only = ON", error))
    return NULL;
  return g_steal_pointer (&copy);
}
