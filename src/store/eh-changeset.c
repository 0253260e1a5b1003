/* Changes as SQLite's session extension records them (sqlite.org/sessionintro.html). The rules that
 * the schema keeps for its sake stand at the head of schema.sql. */

#include "eh-changeset.h"

#include "eh-insight-words.h"
#include "eh-row-store.h"

/**
 * eh_recorder_new:
 * @db: a writer, before its transaction begins
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): a recorder of the tracked tables, and of no others:
 * recording every table would take in the full-text index, and an undo would then corrupt it
 */
EhRecorder *
eh_recorder_new (EhDb *db, GError **error)
{
  g_autoptr (EhRecorder) self = NULL;
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);
  int rc = sqlite3session_create (eh_db_handle (db), "main", &self);

  for (guint i = 0; rc == SQLITE_OK && i < n_tables; i++)
    rc = sqlite3session_attach (self, tables[i]->table);
  if (rc != SQLITE_OK) {
    eh_db_set_error (db, rc, "session", error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * eh_recorder_free:
 * @self: (nullable) (transfer full): a recorder; must go before its connection closes
 */
void
eh_recorder_free (EhRecorder *self)
{
  if (self != NULL)
    sqlite3session_delete (self);
}

/**
 * eh_recorder_finish:
 * @self: a recorder
 * @db: its connection
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): what was done since it was made; no bytes for nothing
 */
GBytes *
eh_recorder_finish (EhRecorder *self, EhDb *db, GError **error)
{
  void *bytes = NULL;
  int size = 0;
  int rc = sqlite3session_changeset (self, &size, &bytes);

  if (rc != SQLITE_OK) {
    eh_db_set_error (db, rc, "changeset", error);
    return NULL;
  }
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

/**
 * eh_changeset_join:
 * @first: changes
 * @second: later changes
 * @db: any connection, for the words of an error
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): both as one
 */
GBytes *
eh_changeset_join (GBytes *first, GBytes *second, EhDb *db, GError **error)
{
  sqlite3_changegroup *group = NULL;
  void *bytes = NULL;
  int size = 0;
  int rc = sqlite3changegroup_new (&group);

  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_add (group, (int) g_bytes_get_size (first),
                                 (void *) g_bytes_get_data (first, NULL));
  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_add (group, (int) g_bytes_get_size (second),
                                 (void *) g_bytes_get_data (second, NULL));
  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_output (group, &size, &bytes);
  sqlite3changegroup_delete (group);
  if (rc != SQLITE_OK) {
    eh_db_set_error (db, rc, "changegroup", error);
    return NULL;
  }
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

/* With rows removed child by child and every step undone in order, nothing can conflict: a conflict
 * is a mistake of ours or a file that was changed behind our back, and must change nothing. */
static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *at)
{
  const char *table = NULL;
  int n_columns, op, indirect;

  sqlite3changeset_op (at, &table, &n_columns, &op, &indirect);
  g_warning ("conflict %d of operation %d on %s", kind, op, table);
  return SQLITE_CHANGESET_ABORT;
}

static EhChangeKind
kind_of (int op, gboolean inverted)
{
  if (op == SQLITE_UPDATE)
    return EH_CHANGE_CHANGED;
  return (op == SQLITE_INSERT) != inverted ? EH_CHANGE_ADDED : EH_CHANGE_REMOVED;
}

/**
 * eh_changeset_list:
 * @changes: changes
 * @inverted: whether they were taken back
 *
 * Returns: (transfer full) (element-type EhChange): the rows that they touch
 */
GArray *
eh_changeset_list (GBytes *changes, gboolean inverted)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (EhChange));
  sqlite3_changeset_iter *at = NULL;

  if (g_bytes_get_size (changes) == 0 ||
      sqlite3changeset_start (&at, (int) g_bytes_get_size (changes),
                              (void *) g_bytes_get_data (changes, NULL)) != SQLITE_OK)
    return list;
  while (sqlite3changeset_next (at) == SQLITE_ROW) {
    const char *table = NULL;
    int n_columns, op, indirect;
    sqlite3_value *value = NULL;
    EhChange change;

    sqlite3changeset_op (at, &table, &n_columns, &op, &indirect);
    change.type = eh_row_store_type_named (table);
    /* The key is the first column of every tracked table. */
    if (op == SQLITE_INSERT)
      sqlite3changeset_new (at, 0, &value);
    else
      sqlite3changeset_old (at, 0, &value);
    if (change.type == NULL || value == NULL)
      continue;
    change.kind = kind_of (op, inverted);
    change.id = sqlite3_value_int64 (value);
    g_array_append_val (list, change);
  }
  sqlite3changeset_finalize (at);
  return list;
}

/* Takes the insights that are about to be changed out of the full-text index, or brings those that
 * have been back into it. */
static gboolean
index_insights (EhDb *db, GArray *changes, gboolean learn, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type != &eh_insight_row_type)
      continue;
    if (learn ? !eh_insight_words_learn_again (db, change->id, error)
              : !eh_insight_words_forget (db, change->id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_changeset_apply:
 * @db: a writer, in a transaction
 * @changes: changes
 * @inverted: whether to take them back instead of doing them
 * @error: set to a #EhStoreError
 *
 * Returns: whether all were applied; on %FALSE the transaction must be taken back
 */
gboolean
eh_changeset_apply (EhDb *db, GBytes *changes, gboolean inverted, GError **error)
{
  g_autoptr (GArray) list = eh_changeset_list (changes, inverted);
  /* With a savepoint around all of it, each row would walk along what was changed before it. */
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  int rc;

  if (!index_insights (db, list, FALSE, error))
    return FALSE;
  rc = sqlite3changeset_apply_v2 (eh_db_handle (db), (int) g_bytes_get_size (changes),
                                  (void *) g_bytes_get_data (changes, NULL), NULL, conflict_cb,
                                  NULL, NULL, NULL, flags);
  if (rc != SQLITE_OK)
    return eh_db_set_error (db, rc, "apply", error);
  return index_insights (db, list, TRUE, error);
}

/**
 * eh_changes_touch:
 * @changes: (element-type EhChange): changes
 * @type: a table
 *
 * Returns: whether any row of that table was touched
 */
gboolean
eh_changes_touch (GArray *changes, const EhRowType *type)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, EhChange, i).type == type)
      return TRUE;
  return FALSE;
}
