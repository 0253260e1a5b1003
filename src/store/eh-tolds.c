/* Who was told what became of what they said. */

#include "eh-tolds.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_tolds_mark:
 * @store: a store
 * @rows: (element-type EhTold): who was told, and how; their ids and times are set where they are
 *   not
 * @error: set to a #EhStoreError
 *
 * Records all of them, as one step that can be undone.
 *
 * Returns: whether it is safe
 */
gboolean
eh_tolds_mark (EhStore *store, GPtrArray *rows, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Noted that %u person was told",
                   "Noted that %u people were told", rows->len),
      rows->len);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (rows->len == 0)
    return TRUE;
  if (!eh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    EhTold *row = rows->pdata[i];

    if (row->id == EH_ID_NONE)
      row->id = eh_id_new ();
    if (row->told_at == 0)
      row->told_at = now;
    if (!eh_store_put (store, &eh_told_row_type, row, error)) {
      eh_store_abort (store);
      return FALSE;
    }
  }
  return eh_store_commit (store, error);
}

/**
 * eh_tolds_take_back:
 * @store: a store
 * @id: that somebody was told
 * @error: set to a #EhStoreError
 *
 * Removes what was noted by mistake, as one step that can be undone.
 *
 * Returns: whether it is safe
 */
gboolean
eh_tolds_take_back (EhStore *store, EhId id, GError **error)
{
  return eh_store_remove_one (store, &eh_told_row_type, id, _ ("Took back that somebody was told"),
                              error);
}
