/* Makes rows that were just removed never to have been: takes them out of every step of the
 * history, builds the full-text index anew, remembers their ids, and clears the free pages. */

#include "eh-erasing.h"

#include "eh-change.h"
#include "eh-changeset-filter.h"
#include "eh-db.h"
#include "eh-history.h"
#include "eh-text.h"

static GHashTable *
removed_ids (GArray *changes)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++) {
    EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->kind == EH_CHANGE_REMOVED)
      g_hash_table_add (ids, g_memdup2 (&change->id, sizeof change->id));
  }
  return ids;
}

static gboolean
remember (EhDb *db, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    EhChange *change = &g_array_index (changes, EhChange, i);
    EhStmt s;

    if (change->kind != EH_CHANGE_REMOVED)
      continue;
    s = eh_db_prepare (
        db, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, ?, unixepoch ())");
    eh_stmt_bind_id (&s, change->id);
    eh_stmt_bind_text (&s, change->type->table);
    if (!eh_stmt_run (&s, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rewrite_step (EhDb *db, gint64 seq, GHashTable *ids, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, seq, error);
  g_autoptr (GBytes) rest = NULL;
  gboolean touched;
  EhStmt s;

  if (changes == NULL)
    return FALSE;
  rest = eh_changeset_without (changes, ids, &touched);
  if (rest == NULL)
    return eh_db_set_error (db, SQLITE_CORRUPT, "a step of the history cannot be read", error);
  if (!touched)
    return TRUE;
  /* The author of what was said is not told by the history either. */
  s = eh_db_prepare (db, "UPDATE history SET changes = ?, merge_key = '' WHERE seq = ?");
  eh_stmt_bind_blob (&s, g_bytes_get_data (rest, NULL), g_bytes_get_size (rest));
  eh_stmt_bind_int (&s, seq);
  return eh_stmt_run (&s, error);
}

static gboolean
rewrite_history (EhDb *db, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, error);

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!rewrite_step (db, ((EhHistoryStep *) steps->pdata[i])->seq, ids, error))
      return FALSE;
  return TRUE;
}

static gboolean
forget_name (EhDb *db, const char *name, GError **error)
{
  EhStmt s;

  if (eh_text_is_blank (name))
    return TRUE;
  s = eh_db_prepare (
      db, "UPDATE history SET label = replace (label, ?1, '…'), author = replace (author, ?1, '')"
          " WHERE instr (label, ?1) > 0 OR instr (author, ?1) > 0");
  eh_stmt_bind_text (&s, name);
  return eh_stmt_run (&s, error);
}

/**
 * eh_erasing_run:
 * @db: a writer, in the transaction that removed the rows, after its step was recorded
 * @changes: (element-type EhChange): what the transaction did
 * @name: (nullable): a name that no label of the history may go on telling
 * @error: set to a #EhStoreError
 *
 * Returns: whether nothing but their ids is left of the removed rows, as far as the tables go
 */
gboolean
eh_erasing_run (EhDb *db, GArray *changes, const char *name, GError **error)
{
  g_autoptr (GHashTable) ids = removed_ids (changes);

  return remember (db, changes, error) && rewrite_history (db, ids, error) &&
         forget_name (db, name, error) &&
         eh_db_exec (db, "INSERT INTO insight_words (insight_words) VALUES ('rebuild')", error);
}

/**
 * eh_erasing_settle:
 * @db: a writer, after the transaction
 * @error: set to a #EhStoreError
 *
 * Clears what is left in free pages and in the write-ahead log.
 *
 * Returns: whether that was done; the rows are gone either way
 */
gboolean
eh_erasing_settle (EhDb *db, GError **error)
{
  return eh_db_exec (db, "VACUUM", error) &&
         eh_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
