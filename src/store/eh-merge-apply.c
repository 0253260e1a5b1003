/* Does what a plan says: first what was erased there at somebody's wish, which cannot be undone,
 * then the rest, which is one step. */

#include "eh-db.h"
#include "eh-honour.h"
#include "eh-merge-private.h"
#include "eh-received-wipe.h"

/* What a person chose, where it is not what the rule had chosen. */
static void
follow_choice (EhMergePlan *plan, const EhMergeConflict *conflict)
{
  EhMergeNode *node = eh_merge_node (eh_merge_table_of (plan, conflict->type), conflict->id);
  EhMergeSide side = conflict->take_theirs ? EH_MERGE_THEIRS : EH_MERGE_OURS;

  if (conflict->field == NULL) {
    node->refused = node->sides[side] == NULL &&
                    conflict->take_theirs != conflict->rule_takes_theirs;
  } else if (!eh_row_field_equal (conflict->field, node->row, node->sides[side])) {
    if (node->own == NULL)
      node->row = node->own = eh_row_copy (conflict->type, node->row);
    eh_row_field_copy (conflict->field, node->own, node->sides[side]);
  }
}

static gboolean
put_table (EhStore *store, EhMergeTable *table, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table->nodes);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const EhMergeNode *node = key;

    if (!node->alive ||
        (node->stored != NULL && eh_row_equal (table->type, node->stored, eh_merge_view (node))))
      continue;
    if (!eh_store_put (store, table->type, eh_merge_view (node), error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
remove_from_table (EhStore *store, EhMergeTable *table, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table->nodes);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const EhMergeNode *node = key;

    if (node->alive || node->stored == NULL)
      continue;
    if (!eh_store_remove (store, table->type, node->id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
do_all (EhStore *store, EhMergePlan *plan, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  const char *guid = eh_store_get_step_guid (store);

  /* A category may stand before the one above it: references are looked at when all is there. */
  if (!eh_db_exec (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < plan->tables->len; i++)
    if (!put_table (store, plan->tables->pdata[i], error))
      return FALSE;
  for (guint i = plan->tables->len; i > 0; i--)
    if (!remove_from_table (store, plan->tables->pdata[i - 1], error))
      return FALSE;
  return eh_merge_write_known (plan, db, guid, error) &&
         eh_merge_write_asides (plan, db, guid, error) &&
         eh_received_put_union (db, plan->received, error);
}

/* What was erased is not in the file any more. */
static void
forget_stored (EhMergePlan *plan)
{
  for (guint i = 0; i < plan->erased_there->len; i++)
    for (guint j = 0; j < plan->tables->len; j++) {
      EhMergeNode *node = eh_merge_node (plan->tables->pdata[j],
                                         g_array_index (plan->erased_there, EhErased, i).id);

      if (node != NULL)
        node->stored = NULL;
    }
}

/**
 * eh_merge_apply:
 * @store: the store of the project that the plan was made for, unchanged since
 * @plan: a plan, with the conflicts settled as wanted
 * @label: what a person reads in the history
 * @error: set to a #EhStoreError
 *
 * Does what the plan says, as one step that can be undone; what the other copy has erased at
 * somebody's wish is erased here before, which cannot. To be called for an empty plan too.
 *
 * Returns: whether it is done
 */
gboolean
eh_merge_apply (EhStore *store, EhMergePlan *plan, const char *label, GError **error)
{
  for (guint i = 0; i < plan->conflicts->len; i++)
    follow_choice (plan, plan->conflicts->pdata[i]);
  eh_merge_settle (plan);
  if (!eh_honour_erased (store, plan->erased_there, error))
    return FALSE;
  forget_stored (plan);
  if (eh_merge_plan_is_empty (plan) && plan->conflicts->len == 0 && plan->known->len == 0)
    return TRUE;
  if (!eh_store_begin (store, label, error))
    return FALSE;
  if (!do_all (store, plan, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}
