/* What was erased at somebody's wish in one copy of a project is erased in the others too, when
 * they hear of it: by a merge, or because an older state comes back. */

#include "eh-honour.h"

#include "config.h"
#include "eh-db.h"
#include "eh-erasing.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"
#include "eh-their-words.h"

#include <glib/gi18n-lib.h>

/**
 * eh_honour_list:
 * @from: a copy of a project
 * @here: another
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhErased): what was erased in @from, which
 * @here has not heard of
 */
GArray *
eh_honour_list (EhDb *from, EhDb *here, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (EhErased));
  EhStmt s = eh_db_prepare (here, "SELECT id FROM erased");

  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_hash_table_add (known, g_memdup2 (&id, sizeof id));
  }
  if (!eh_stmt_finish (&s, error))
    return NULL;
  s = eh_db_prepare (from, "SELECT id, table_name, erased_at FROM erased ORDER BY id");
  while (eh_stmt_step (&s)) {
    EhErased erased = { eh_stmt_int (&s, 0), g_intern_string (eh_stmt_text (&s, 1)),
                        eh_stmt_int (&s, 2) };

    if (!g_hash_table_contains (known, &erased.id))
      g_array_append_val (list, erased);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
remember (EhDb *db, const EhErased *erased, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, ?, ?)");

  eh_stmt_bind_id (&s, erased->id);
  eh_stmt_bind_text (&s, erased->table);
  eh_stmt_bind_int (&s, erased->at);
  return eh_stmt_run (&s, error) && eh_received_wipe_of_insight (db, erased->id, error);
}

static gboolean
erase_one (EhStore *store, const EhRowType *type, EhId id, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  gpointer row = eh_reader_get (db, type, id);
  gboolean ok = row == NULL || type != &eh_participant_row_type ||
                eh_erasing_forget_name (db, ((EhParticipant *) row)->name, error);

  if (row == NULL)
    return TRUE;
  type->free (row);
  return ok && eh_store_remove (store, type, id, error);
}

/* Children go first: a removed person would leave their role group with what they said, unless what
 * ties them to it is gone. */
static gboolean
erase_all (EhStore *store, GArray *erased, EhRedaction *redaction, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < erased->len; i++)
    if (!remember (eh_store_get_db (store), &g_array_index (erased, EhErased, i), error))
      return FALSE;
  if (!eh_redaction_apply (redaction, store, error))
    return FALSE;
  for (guint i = n_types; i > 0; i--)
    for (guint j = 0; j < erased->len; j++)
      if (!erase_one (store, types[i - 1], g_array_index (erased, EhErased, j).id, error))
        return FALSE;
  return TRUE;
}

/**
 * eh_honour_redaction:
 * @db: a connection to a copy that has not heard of it
 * @erased: (element-type EhErased): what was erased elsewhere
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): what honouring it takes out of the texts of that copy
 */
EhRedaction *
eh_honour_redaction (EhDb *db, GArray *erased, GError **error)
{
  g_autoptr (EhPassages) words = eh_passages_new ();
  g_autoptr (GHashTable) insights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           NULL);

  for (guint i = 0; i < erased->len; i++) {
    const EhErased *one = &g_array_index (erased, EhErased, i);

    if (g_strcmp0 (one->table, eh_insight_row_type.table) == 0)
      g_hash_table_add (insights, g_memdup2 (&one->id, sizeof one->id));
    if (g_strcmp0 (one->table, eh_participant_row_type.table) == 0 &&
        !eh_their_words_of_person (db, one->id, words, error))
      return NULL;
  }
  return eh_their_words_of_insights (db, insights, words, error)
             ? eh_redaction_new (db, words, insights)
             : NULL;
}

/**
 * eh_honour_erased:
 * @store: a store
 * @erased: (element-type EhErased): what was erased elsewhere
 * @error: set to a #EhStoreError
 *
 * Erases it here for good, from the history too, where it may be even if it is in the project no
 * more; one step, which says no more than that. It is remembered, so that no later merge brings it
 * back. Where there was nothing of it, there is no step.
 *
 * Returns: whether it is done; on failure nothing has changed
 */
gboolean
eh_honour_erased (EhStore *store, GArray *erased, GError **error)
{
  g_autoptr (EhRedaction) redaction = NULL;

  if (erased->len == 0)
    return TRUE;
  redaction = eh_honour_redaction (eh_store_get_db (store), erased, error);
  if (redaction == NULL)
    return FALSE;
  if (!eh_store_begin (store, _ ("Honoured a withdrawal"), error))
    return FALSE;
  if (!erase_all (store, erased, redaction, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit_erasing (store, NULL, error);
}
