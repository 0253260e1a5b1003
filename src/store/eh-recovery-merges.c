/* What merges have brought in, on its way out of a damaged file: all of it or nothing. With a part
 * of it, the next merge would take for removed what was never seen; with nothing, it asks again. */

#include "eh-recovery-merges.h"

#include "eh-schema.h"

static const struct {
  const char *name;
  const char *columns;
  const char *values;
  int n_columns;
} tables[] = {
  { "merge_known", "merge_guid, guid", "?, ?", 2 },
  { "merge_aside", "merge_guid, table_name, id, field, value", "?, ?, ?, ?, ?", 5 },
};

static gboolean
has_table (EhDb *db, const char *name)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND rootpage > 1");
  gboolean found;

  eh_stmt_bind_text (&s, name);
  found = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return found;
}

/* What the new file's rules refuse is damage; anything else is the new file's trouble. */
static gboolean
take (EhStmt *from, EhDb *to, const char *insert, int n_columns, gboolean *whole, GError **error)
{
  EhStmt s = eh_db_prepare (to, insert);
  int rc = SQLITE_OK;

  for (int i = 0; i < n_columns && rc == SQLITE_OK; i++)
    rc = sqlite3_bind_value (s.stmt, i + 1, sqlite3_column_value (from->stmt, i));
  if (rc == SQLITE_OK) {
    eh_stmt_step (&s);
    rc = s.rc;
  }
  eh_stmt_finish (&s, NULL);
  *whole = rc == SQLITE_DONE;
  return *whole || (rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_MISMATCH ||
         eh_db_set_error (to, rc, "merge", error);
}

static gboolean
bring (EhDb *from, EhDb *to, guint table, gboolean *whole, GError **error)
{
  const char *name = tables[table].name;
  g_autofree char *select = g_strdup_printf ("SELECT %s FROM %s", tables[table].columns, name);
  g_autofree char *insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", name,
                                             tables[table].columns, tables[table].values);
  EhStmt s;
  gboolean ok = TRUE;

  *whole = has_table (from, name);
  /* An earlier format has fewer tables. */
  if (!*whole && eh_db_value (from, "PRAGMA user_version", EH_SCHEMA_VERSION) < EH_SCHEMA_VERSION)
    *whole = TRUE;
  else if (*whole) {
    s = eh_db_prepare (from, select);
    while (ok && *whole && eh_stmt_step (&s))
      ok = take (&s, to, insert, tables[table].n_columns, whole, error);
    *whole &= s.rc == SQLITE_DONE;
    /* Faults are what is looked for here: the log has nothing to tell of them. */
    s.rc = SQLITE_DONE;
    eh_stmt_finish (&s, NULL);
  }
  return ok;
}

/**
 * eh_recovery_merges_bring:
 * @from: a connection opened with %EH_DB_SALVAGE
 * @to: the new file
 * @whole: (out): whether all of it could be read
 * @error: set to a #EhStoreError when the new file cannot be written
 *
 * Brings what earlier merges knew, or nothing of it.
 *
 * Returns: whether it could be tried
 */
gboolean
eh_recovery_merges_bring (EhDb *from, EhDb *to, gboolean *whole, GError **error)
{
  *whole = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables) && *whole; i++)
    if (!bring (from, to, i, whole, error))
      return FALSE;
  return *whole || eh_db_exec (to, "DELETE FROM merge_known; DELETE FROM merge_aside", error);
}
