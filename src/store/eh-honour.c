/* What was erased at somebody's wish in one copy of a project is erased in the others too, when
 * they hear of it: by a merge, or because an older state comes back. */

#include "eh-honour.h"

#include "config.h"
#include "eh-db.h"
#include "eh-erasing.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"

#include <glib/gi18n-lib.h>

static gboolean
is_there (EhDb *db, const EhRowType *type, EhId id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", type->table);
  EhStmt s = eh_db_prepare (db, sql);
  gboolean found;

  eh_stmt_bind_id (&s, id);
  found = eh_stmt_step (&s);
  return eh_stmt_finish (&s, NULL) && found;
}

static gboolean
forget_name_of (EhDb *db, EhId participant_id, GError **error)
{
  g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type, participant_id);

  return person == NULL || eh_erasing_forget_name (db, person->name, error);
}

static gboolean
erase_one (EhStore *store, EhId id, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);
  EhStmt s = eh_db_prepare (
      db, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, '', unixepoch ())");

  eh_stmt_bind_id (&s, id);
  if (!eh_stmt_run (&s, error) || !eh_received_wipe_of_insight (db, id, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++) {
    if (!is_there (db, types[i], id))
      continue;
    if (types[i] == &eh_participant_row_type && !forget_name_of (db, id, error))
      return FALSE;
    if (!eh_store_remove (store, types[i], id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_honour_erased:
 * @store: a store
 * @ids: (element-type EhId): rows that were erased elsewhere
 * @error: set to a #EhStoreError
 *
 * Erases them here for good, from the history too; one step of it, which says no more than that.
 * They are remembered, so that no later merge brings them back.
 *
 * Returns: whether it is done; on failure nothing has changed
 */
gboolean
eh_honour_erased (EhStore *store, GArray *ids, GError **error)
{
  if (ids->len == 0)
    return TRUE;
  if (!eh_store_begin (store, _ ("Honoured a withdrawal"), error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!erase_one (store, g_array_index (ids, EhId, i), error)) {
      eh_store_abort (store);
      return FALSE;
    }
  return eh_store_commit_erasing (store, NULL, error);
}
