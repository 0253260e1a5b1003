/* Makes rows that were just removed never to have been: takes them out of every step of the
 * history, builds the full-text index anew, remembers their ids, and clears the free pages. */

#include "eh-erasing.h"

#include "eh-change.h"
#include "eh-changeset-filter.h"
#include "eh-db.h"
#include "eh-history.h"
#include "eh-insight.h"
#include "eh-received-wipe.h"
#include "eh-text.h"

/* All that was ever erased, also elsewhere: a step may still tell of a row that was not there when
 * its erasure was heard of. */
static GHashTable *
erased_ids (EhDb *db, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  EhStmt s = eh_db_prepare (db, "SELECT id FROM erased");

  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&ids) : NULL;
}

/* Of an insight that came from a phone, what was sent is erased with it. */
static gboolean
remember_one (EhDb *db, const EhRowType *type, EhId id, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, ?, unixepoch ())");

  eh_stmt_bind_id (&s, id);
  eh_stmt_bind_text (&s, type->table);
  return eh_stmt_run (&s, error) &&
         (type != &eh_insight_row_type || eh_received_wipe_of_insight (db, id, error));
}

static gboolean
remember (EhDb *db, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->kind == EH_CHANGE_REMOVED && !remember_one (db, change->type, change->id, error))
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
rewrite_history (EhDb *db, GError **error)
{
  g_autoptr (GHashTable) ids = erased_ids (db, error);
  g_autoptr (GPtrArray) steps = ids != NULL ? eh_history_list (db, 0, error) : NULL;

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!rewrite_step (db, ((EhHistoryStep *) steps->pdata[i])->seq, ids, error))
      return FALSE;
  return TRUE;
}

/**
 * eh_erasing_forget_name:
 * @db: a writer, in a transaction
 * @name: (nullable): a name that no label of the history may go on telling
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is in none of them
 */
gboolean
eh_erasing_forget_name (EhDb *db, const char *name, GError **error)
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
 * Returns: whether nothing but their ids is left of the removed rows, and of all that the table of
 *   what was erased lists, as far as the tables go
 */
gboolean
eh_erasing_run (EhDb *db, GArray *changes, const char *name, GError **error)
{
  return remember (db, changes, error) && rewrite_history (db, error) &&
         eh_erasing_forget_name (db, name, error) &&
         eh_db_exec (db, "INSERT INTO insight_words (insight_words) VALUES ('rebuild')", error);
}

/**
 * eh_erasing_forget:
 * @db: a writer, in a transaction
 * @ids: (element-type EhId): rows that are not there now, and may be in the history
 * @type: of which table
 * @error: set to a #EhStoreError
 *
 * As eh_erasing_run(), for rows that were removed or undone before.
 *
 * Returns: whether nothing but their ids is left of them
 */
gboolean
eh_erasing_forget (EhDb *db, GArray *ids, const EhRowType *type, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!remember_one (db, type, g_array_index (ids, EhId, i), error))
      return FALSE;
  return rewrite_history (db, error);
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
