/* What was given for a purpose, and is to be deleted when that is over: access needs, each with the
 * date after which it goes. Deleting is erasing: from the rows, from the history, from the indexes
 * and from the free pages of the file. */

#include "eh-overdue.h"

#include "config.h"
#include "eh-access-need.h"
#include "eh-db.h"

#include <glib/gi18n-lib.h>

/* What is no date deletes nothing. */
#define OVERDUE                                                                                    \
  "FROM access_need WHERE date (delete_after) = delete_after"                                      \
  " AND delete_after < date ('now', 'localtime')"

static GArray *
list_overdue (EhDb *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (db, "SELECT id " OVERDUE);

  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (ids, id);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * eh_overdue_count:
 * @db: a connection
 *
 * Returns: how many access needs are past their date, by the day where the program runs
 */
guint
eh_overdue_count (EhDb *db)
{
  return (guint) eh_db_value (db, "SELECT count (*) " OVERDUE, 0);
}

static gboolean
remove_all (EhStore *store, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!eh_store_remove (store, &eh_access_need_row_type, g_array_index (ids, EhId, i), error))
      return FALSE;
  return TRUE;
}

/**
 * eh_overdue_delete:
 * @store: the store of the project, in no transaction
 * @n_deleted: (out): how many access needs are gone
 * @error: set to a #EhStoreError
 *
 * Erases every access need that is past its date. It cannot be undone; the history keeps that it
 * was done. With none there is no step, and nothing is written.
 *
 * Returns: whether none is left; when not, nothing has changed
 */
gboolean
eh_overdue_delete (EhStore *store, guint *n_deleted, GError **error)
{
  g_autoptr (GArray) ids = list_overdue (eh_store_get_db (store), error);
  g_autofree char *label = NULL;

  *n_deleted = 0;
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Deleted %u access need whose date had passed",
                                        "Deleted %u access needs whose date had passed", ids->len),
                           ids->len);
  if (!eh_store_begin (store, label, error))
    return FALSE;
  if (!remove_all (store, ids, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  if (!eh_store_commit_erasing (store, NULL, error))
    return FALSE;
  *n_deleted = ids->len;
  return TRUE;
}

/**
 * eh_overdue_default_date:
 * @db: a connection
 *
 * Returns: (transfer full): after which an access need that is recorded now is deleted: some weeks
 * after the last workshop, or after today when that is over; "" while no workshop has a date
 */
char *
eh_overdue_default_date (EhDb *db)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT date (max (max (date), date ('now', 'localtime')), '+' || ? || ' days')"
          " FROM workshop WHERE date (date) = date");
  char *date;

  eh_stmt_bind_int (&s, EH_OVERDUE_DAYS_KEPT);
  date = eh_stmt_step (&s) ? eh_stmt_dup_text (&s, 0) : g_strdup ("");
  eh_stmt_finish (&s, NULL);
  return date;
}
