/* Whether a history that was read from a damaged file can still be walked to its beginning. */

#include "eh-recovery-history.h"

#include "eh-changeset-filter.h"
#include "eh-history.h"

/* Here a conflict is no mistake of ours, but the answer to the question. */
static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *at)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (EhDb *db, gint64 seq, gboolean inverted)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, seq, NULL);

  return changes != NULL &&
         sqlite3changeset_apply_v2 (eh_db_handle (db), (int) g_bytes_get_size (changes),
                                    (void *) g_bytes_get_data (changes, NULL), NULL, conflict_cb,
                                    NULL, NULL, NULL,
                                    inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0) == SQLITE_OK;
}

static GArray *
list_steps (EhDb *db, const char *sql, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  EhStmt s = eh_db_prepare (db, sql);

  while (eh_stmt_step (&s)) {
    gint64 seq = eh_stmt_int (&s, 0);

    g_array_append_val (steps, seq);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&steps) : NULL;
}

/* Read by us first: what makes no sense is not given to SQLite. Nor can words be erased later from
 * a step that cannot be read, so that steps which nobody can do again count too. */
static gboolean
all_make_sense (EhDb *db)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) steps = list_steps (db, "SELECT seq FROM history", NULL);
  gboolean sense = steps != NULL;

  for (guint i = 0; sense && i < steps->len; i++) {
    g_autoptr (GBytes) changes = eh_history_changes (db, g_array_index (steps, gint64, i), NULL);
    gboolean touched;
    g_autoptr (GBytes) same = changes != NULL ? eh_changeset_without (changes, nothing, &touched)
                                              : NULL;

    sense = same != NULL;
  }
  return sense;
}

static gboolean
walk (EhDb *db, GArray *steps, gboolean back)
{
  for (guint i = 0; i < steps->len; i++)
    if (!apply (db, g_array_index (steps, gint64, i), back))
      return FALSE;
  return TRUE;
}

/**
 * eh_recovery_history_holds:
 * @db: a writer, in no transaction
 * @holds: (out): whether every step can be done again and undone, to the first one
 * @error: set to a #EhStoreError
 *
 * Tries it, and takes it all back.
 *
 * Returns: whether it could be tried
 */
gboolean
eh_recovery_history_holds (EhDb *db, gboolean *holds, GError **error)
{
  g_autoptr (GArray) undone = list_steps (
      db, "SELECT seq FROM history WHERE state = 'undone' ORDER BY seq", error);
  g_autoptr (GArray) all = NULL;

  if (undone != NULL)
    all = list_steps (db, "SELECT seq FROM history WHERE state <> 'dropped' ORDER BY seq DESC",
                      error);
  if (all == NULL || !eh_db_exec (db, "BEGIN", error))
    return FALSE;
  *holds = all_make_sense (db) && walk (db, undone, FALSE) && walk (db, all, TRUE);
  return eh_db_exec (db, "ROLLBACK", error);
}
