/* What a merge writes down beside the rows, for merges to come: whose steps it brought in, and what
 * the rows alone would tell wrongly. Guids and ids only: no words. */

#include "eh-db.h"
#include "eh-merge-private.h"

#define MAX_DEPTH 50

static GHashTable *
guids_of (EhDb *db, const char *sql, GError **error)
{
  g_autoptr (GHashTable) guids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EhStmt s = eh_db_prepare (db, sql);

  while (eh_stmt_step (&s))
    g_hash_table_add (guids, g_strdup (eh_stmt_text (&s, 0)));
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&guids) : NULL;
}

/**
 * eh_merge_read_known:
 * @plan: a plan
 * @ours: a connection
 * @theirs: a connection to the other copy
 * @error: set to a #EhStoreError
 *
 * Finds the steps that theirs knows and ours does not.
 *
 * Returns: whether @plan has them
 */
gboolean
eh_merge_read_known (EhMergePlan *plan, EhDb *ours, EhDb *theirs, GError **error)
{
  g_autoptr (GHashTable) here = guids_of (
      ours, "SELECT guid FROM history UNION ALL SELECT guid FROM (" EH_MERGE_KNOWN_GUIDS ")",
      error);
  g_autoptr (GHashTable) there = here != NULL ? guids_of (theirs, EH_MERGE_KNOWN_GUIDS, error)
                                              : NULL;
  GHashTableIter iter;
  gpointer guid;

  if (there == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &guid, NULL))
    if (!g_hash_table_contains (here, guid))
      g_ptr_array_add (plan->known, g_strdup (guid));
  return TRUE;
}

static gboolean
write_known (EhDb *db, const char *merge_guid, const char *guid, GError **error)
{
  EhStmt s = eh_db_prepare (db,
                            "INSERT OR IGNORE INTO merge_known (merge_guid, guid) VALUES (?, ?)");

  eh_stmt_bind_text (&s, merge_guid);
  eh_stmt_bind_text (&s, guid);
  return eh_stmt_run (&s, error);
}

static gboolean
was_chosen (EhMergePlan *plan)
{
  for (guint i = 0; i < plan->conflicts->len; i++) {
    const EhMergeConflict *conflict = plan->conflicts->pdata[i];

    if (conflict->take_theirs != conflict->rule_takes_theirs)
      return TRUE;
  }
  return FALSE;
}

/**
 * eh_merge_write_known:
 * @plan: a plan, with its choices
 * @db: a writer, in the transaction of the merge
 * @guid: the merge's step
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is written
 */
gboolean
eh_merge_write_known (EhMergePlan *plan, EhDb *db, const char *guid, GError **error)
{
  for (guint i = 0; i < plan->known->len; i++)
    if (!write_known (db, guid, plan->known->pdata[i], error))
      return FALSE;
  return !was_chosen (plan) || write_known (db, guid, guid, error);
}

static gboolean
write_aside (EhDb *db,
             const char *guid,
             const EhMergeNode *node,
             const char *field,
             gint64 value,
             GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "INSERT OR REPLACE INTO merge_aside (merge_guid, table_name, id, field, value)"
          " VALUES (?, ?, ?, ?, ?)");

  eh_stmt_bind_text (&s, guid);
  eh_stmt_bind_text (&s, node->table->type->table);
  eh_stmt_bind_id (&s, node->id);
  eh_stmt_bind_text (&s, field);
  eh_stmt_bind_int (&s, value);
  return eh_stmt_run (&s, error);
}

static gboolean
parent_is_alive (const EhMergeRef *ref, gconstpointer row)
{
  EhMergeNode *parent = eh_merge_parent (ref, row);

  return parent != NULL && parent->alive;
}

/* What reading the merged row would make of an empty reference, and what it should. */
static gboolean
write_references (EhDb *db, const char *guid, const EhMergeNode *node, GError **error)
{
  gconstpointer base = node->sides[EH_MERGE_BASE];

  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);
    EhId meant = eh_merge_id_in (ref->field, node->row);
    EhId before = base != NULL ? eh_merge_id_in (ref->field, base) : EH_ID_NONE;
    EhId read = before != EH_ID_NONE && !parent_is_alive (ref, base) ? before : EH_ID_NONE;

    if (ref->goes_too || eh_merge_id_in (ref->field, eh_merge_view (node)) != EH_ID_NONE ||
        read == meant)
      continue;
    if (!write_aside (db, guid, node, ref->field->name, meant, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_gone_with_parent (const EhMergeNode *node)
{
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);

    if (ref->goes_too && eh_merge_id_in (ref->field, node->sides[EH_MERGE_BASE]) != EH_ID_NONE &&
        !parent_is_alive (ref, node->sides[EH_MERGE_BASE]))
      return TRUE;
  }
  return FALSE;
}

/* Whether somebody has removed a row, or what it means nothing without, so that it is there only
 * for the sake of another. */
static gboolean
is_kept (const EhMergeNode *node, guint depth)
{
  /* Only in a damaged file are there rings. */
  if (node == NULL || !node->alive || node->strong || depth > MAX_DEPTH)
    return FALSE;
  if (node->removed)
    return TRUE;
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);

    if (ref->goes_too && is_kept (eh_merge_parent (ref, node->row), depth + 1))
      return TRUE;
  }
  return FALSE;
}

/* What keeps something that somebody has removed does so also for those who knew the one before
 * they heard of the other. */
static gboolean
write_keeping (EhDb *db, const char *guid, const EhMergeNode *node, GError **error)
{
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);
    const EhMergeNode *parent = eh_merge_parent (ref, node->row);

    if (!is_kept (parent, 0) || !eh_merge_keeps (node, i))
      continue;
    if (!write_aside (db, guid, node, ref->goes_too ? "" : ref->field->name,
                      ref->goes_too ? EH_MERGE_ASIDE_HOLDS : parent->id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_node (EhDb *db, const char *guid, const EhMergeNode *node, GError **error)
{
  if (node->removed && node->alive && !node->strong &&
      !write_aside (db, guid, node, "", EH_MERGE_ASIDE_REMOVED, error))
    return FALSE;
  if (node->removed && !node->alive && is_gone_with_parent (node) &&
      !write_aside (db, guid, node, "", EH_MERGE_ASIDE_GONE, error))
    return FALSE;
  return !node->alive ||
         (write_references (db, guid, node, error) && write_keeping (db, guid, node, error));
}

/**
 * eh_merge_write_asides:
 * @plan: a plan that is settled
 * @db: a writer, in the transaction of the merge
 * @guid: the merge's step
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is written
 */
gboolean
eh_merge_write_asides (EhMergePlan *plan, EhDb *db, const char *guid, GError **error)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    GHashTableIter iter;
    gpointer node;

    g_hash_table_iter_init (&iter, ((EhMergeTable *) plan->tables->pdata[i])->nodes);
    while (g_hash_table_iter_next (&iter, &node, NULL))
      if (!write_node (db, guid, node, error))
        return FALSE;
  }
  return TRUE;
}
