/* Makes rows that were just removed never to have been, and those that hung on them: takes them out
 * of every step of the history, builds the full-text index anew, remembers their ids, and clears
 * the free pages. */

#include "eh-erasing.h"

#include "eh-change.h"
#include "eh-changeset-filter.h"
#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-history.h"
#include "eh-insight.h"
#include "eh-received-wipe.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-text.h"

typedef struct {
  const EhRowType *type;
  EhId id;
} Row;

static void
add_id (GHashTable *ids, EhId id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add_removed (GArray *changes, GHashTable *ids)
{
  for (guint i = 0; i < changes->len; i++) {
    EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->kind == EH_CHANGE_REMOVED)
      add_id (ids, change->id);
  }
}

/* Whatever was erased earlier, or in another copy, and is still in a step that came from elsewhere.
 */
static gboolean
add_erased (EhDb *db, GHashTable *ids, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT id FROM erased");

  while (eh_stmt_step (&s))
    add_id (ids, eh_stmt_int (&s, 0));
  return eh_stmt_finish (&s, error);
}

static EhId
value_at (sqlite3_changeset_iter *at, int op, int column)
{
  sqlite3_value *value = NULL;

  if (op == SQLITE_INSERT)
    sqlite3changeset_new (at, column, &value);
  else
    sqlite3changeset_old (at, column, &value);
  return value != NULL && sqlite3_value_type (value) == SQLITE_INTEGER ? sqlite3_value_int64 (value)
                                                                       : EH_ID_NONE;
}

/* A row that was in the project once and meant nothing without what is erased. */
static gboolean
hangs_on (sqlite3_changeset_iter *at, int op, const EhRowType *type, GHashTable *ids)
{
  for (guint i = 0; i < type->n_fields; i++) {
    gboolean goes_too = FALSE;
    EhId id;

    if (type->fields[i].kind != EH_FIELD_ID ||
        eh_removal_parent (type, type->fields[i].name, &goes_too) == NULL || !goes_too)
      continue;
    id = value_at (at, op, (int) i);
    if (g_hash_table_contains (ids, &id))
      return TRUE;
  }
  return FALSE;
}

typedef void (*RowFunc) (sqlite3_changeset_iter *at, int op, const EhRowType *type, gpointer data);

/* Every row that any step has added or removed. */
static gboolean
for_each_past_row (EhDb *db, RowFunc func, gpointer data, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT changes FROM history");

  while (eh_stmt_step (&s)) {
    sqlite3_changeset_iter *at = NULL;
    int size = sqlite3_column_bytes (s.stmt, 0);
    const char *table;
    int n_columns, op, indirect;

    if (size == 0 ||
        sqlite3changeset_start (&at, size, (void *) sqlite3_column_blob (s.stmt, 0)) != SQLITE_OK)
      continue;
    while (sqlite3changeset_next (at) == SQLITE_ROW) {
      const EhRowType *type;

      sqlite3changeset_op (at, &table, &n_columns, &op, &indirect);
      type = op != SQLITE_UPDATE ? eh_row_store_type_named (table) : NULL;
      if (type != NULL)
        func (at, op, type, data);
    }
    sqlite3changeset_finalize (at);
  }
  return eh_stmt_finish (&s, error);
}

typedef struct {
  GHashTable *ids;
  GArray *found; /* (element-type Row) */
} Hanging;

static void
find_hanging (sqlite3_changeset_iter *at, int op, const EhRowType *type, gpointer data)
{
  Hanging *hanging = data;
  Row row = { type, value_at (at, op, 0) };

  if (g_hash_table_contains (hanging->ids, &row.id) || !hangs_on (at, op, type, hanging->ids))
    return;
  add_id (hanging->ids, row.id);
  g_array_append_val (hanging->found, row);
}

/* Of an insight that came from a phone, what was sent is erased with it. */
static gboolean
remember_row (EhDb *db, const EhRowType *type, EhId id, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, ?, unixepoch ())");

  eh_stmt_bind_id (&s, id);
  eh_stmt_bind_text (&s, type->table);
  return eh_stmt_run (&s, error) &&
         (type != &eh_insight_row_type || eh_received_wipe_of_insight (db, id, error));
}

/* The needs of an erased person that were removed before are no less theirs. */
static gboolean
add_hanging (EhDb *db, GHashTable *ids, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Row));
  Hanging hanging = { ids, found };
  guint before;

  do {
    before = found->len;
    if (!for_each_past_row (db, find_hanging, &hanging, error))
      return FALSE;
  } while (found->len > before);
  for (guint i = 0; i < found->len; i++) {
    const Row *row = &g_array_index (found, Row, i);

    if (!remember_row (db, row->type, row->id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
remember (EhDb *db, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->kind == EH_CHANGE_REMOVED && !remember_row (db, change->type, change->id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rewrite_step (EhDb *db,
              gint64 seq,
              GHashTable *ids,
              const EhRedaction *redaction,
              gboolean *reached,
              GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, seq, error);
  g_autoptr (GBytes) rest = NULL;
  gboolean touched;
  EhStmt s;

  if (changes == NULL)
    return FALSE;
  rest = eh_changeset_without (changes, ids, &touched);
  if (rest == NULL || (redaction != NULL && !eh_redaction_changes (redaction, &rest, &touched)))
    return eh_db_set_error (db, SQLITE_CORRUPT, "a step of the history cannot be read", error);
  if (!touched)
    return TRUE;
  *reached = TRUE;
  /* The author of what was said is not told by the history either. */
  s = eh_db_prepare (db, "UPDATE history SET changes = ?, merge_key = '' WHERE seq = ?");
  eh_stmt_bind_blob (&s, g_bytes_get_data (rest, NULL), g_bytes_get_size (rest));
  eh_stmt_bind_int (&s, seq);
  return eh_stmt_run (&s, error);
}

static gboolean
rewrite_history (
    EhDb *db, GHashTable *ids, const EhRedaction *redaction, gboolean *reached, GError **error)
{
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, error);

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!rewrite_step (db, ((EhHistoryStep *) steps->pdata[i])->seq, ids, redaction, reached,
                       error))
      return FALSE;
  return TRUE;
}

/**
 * eh_erasing_forget_insights:
 * @db: a writer, in the transaction that erases
 * @ids: (element-type EhId): insights that the history alone knows
 * @error: set to a #EhStoreError
 *
 * Marks them as erased, for eh_erasing_run() to take out.
 *
 * Returns: whether that was done
 */
gboolean
eh_erasing_forget_insights (EhDb *db, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!remember_row (db, &eh_insight_row_type, g_array_index (ids, EhId, i), error))
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
 * @redaction: (nullable): words that no step of the history may go on telling
 * @reached: (out): whether there was anything to take out of the history
 * @error: set to a #EhStoreError
 *
 * Takes out what the transaction removed, what hung on it, and whatever else is marked as erased.
 *
 * Returns: whether nothing but their ids is left of those rows, as far as the tables go
 */
gboolean
eh_erasing_run (EhDb *db,
                GArray *changes,
                const char *name,
                const EhRedaction *redaction,
                gboolean *reached,
                GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  *reached = FALSE;
  add_removed (changes, ids);
  return remember (db, changes, error) && add_erased (db, ids, error) &&
         add_hanging (db, ids, error) && rewrite_history (db, ids, redaction, reached, error) &&
         eh_erasing_forget_name (db, name, error) &&
         (redaction == NULL || eh_redaction_labels (redaction, db, error)) &&
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
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean reached = FALSE;

  for (guint i = 0; i < ids->len; i++) {
    if (!remember_row (db, type, g_array_index (ids, EhId, i), error))
      return FALSE;
    add_id (set, g_array_index (ids, EhId, i));
  }
  return add_hanging (db, set, error) && rewrite_history (db, set, NULL, &reached, error);
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
