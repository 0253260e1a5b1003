/* Placing insights under categories: by whom, for which part of the words, what waits to be placed,
 * and which categories somebody used last. */

#include "eh-coding.h"

#include "eh-db.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static gboolean
end (EhStore *store, gboolean well, GError **error)
{
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

static EhMapping *
make (EhId insight_id, EhId category_id, const EhPlacing *placing)
{
  const char *coder = placing->coder != NULL ? placing->coder : "";
  EhMapping *row = eh_mapping_new ();

  row->id = eh_mapping_id (insight_id, category_id, coder);
  row->insight_id = insight_id;
  row->category_id = category_id;
  eh_set_str (&row->coder, coder);
  row->placed_by = placing->placed_by;
  row->unsure = placing->unsure;
  row->created_at = g_get_real_time () / G_USEC_PER_SEC;
  return row;
}

/**
 * eh_coding_put:
 * @store: a store, between begin and commit
 * @insight_id: an insight
 * @category_id: a category
 * @placing: how
 * @error: set to a #EhStoreError
 *
 * The part of eh_coding_place() that others need within a step of their own. What the same coder
 * has placed already keeps its note; a part of the words that is chosen now counts from now on.
 *
 * Returns: whether it is there
 */
gboolean
eh_coding_put (
    EhStore *store, EhId insight_id, EhId category_id, const EhPlacing *placing, GError **error)
{
  const char *coder = placing->coder != NULL ? placing->coder : "";
  gboolean has_span = placing->span_end > placing->span_start && placing->span_start >= 0;
  g_autoptr (EhMapping) row = eh_reader_get (eh_store_get_db (store), &eh_mapping_row_type,
                                             eh_mapping_id (insight_id, category_id, coder));

  if (row != NULL && !has_span)
    return TRUE;
  if (row == NULL)
    row = make (insight_id, category_id, placing);
  row->span_start = has_span ? placing->span_start : 0;
  row->span_end = has_span ? placing->span_end : 0;
  return eh_store_put (store, &eh_mapping_row_type, row, error);
}

/**
 * eh_coding_place:
 * @store: a store
 * @ids: (element-type EhId): insights; a part of the words is of one alone
 * @category_id: a category
 * @placing: how
 * @error: set to a #EhStoreError
 *
 * Places insights under a category, as one step.
 *
 * Returns: whether it is safe
 */
gboolean
eh_coding_place (
    EhStore *store, GArray *ids, EhId category_id, const EhPlacing *placing, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Placed %u insight under a category",
                   "Placed %u insights under a category", ids->len),
      ids->len);
  gboolean well = TRUE;

  if (!eh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++)
    well = eh_coding_put (store, g_array_index (ids, EhId, i), category_id, placing, error);
  return end (store, well, error);
}

/**
 * eh_coding_set_span:
 * @store: a store
 * @mapping_id: a placement
 * @span_start: first character of the part that is meant
 * @span_end: one past its last; 0 for the whole insight
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_coding_set_span (
    EhStore *store, EhId mapping_id, gint64 span_start, gint64 span_end, GError **error)
{
  g_autoptr (EhMapping) row = eh_reader_get (eh_store_get_db (store), &eh_mapping_row_type,
                                             mapping_id);

  if (row == NULL || (row->span_start == span_start && row->span_end == span_end))
    return TRUE;
  row->span_start = span_start;
  row->span_end = span_end;
  return eh_store_put_one (store, &eh_mapping_row_type, row,
                           _ ("Noted which words of an insight are meant"), NULL, error);
}

#define PLACED                                                                                     \
  "SELECT 1 FROM mapping m JOIN category k ON k.id = m.category_id"                                \
  " WHERE m.insight_id = %s AND k.framework_id = ?1 AND (?2 IS NULL OR m.coder = ?2)"

static void
bind_coder (EhStmt *s, const char *coder)
{
  if (coder != NULL)
    eh_stmt_bind_text (s, coder);
  else
    eh_stmt_bind_null (s);
}

/**
 * eh_coding_queue:
 * @db: a connection
 * @framework_id: of whose categories
 * @coder: (nullable): what this coder has not placed; %NULL for what nobody has
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhId): what waits to be placed, the oldest
 *   first; parked insights are not among them
 */
GArray *
eh_coding_queue (EhDb *db, EhId framework_id, const char *coder, GError **error)
{
  g_autofree char *placed = g_strdup_printf (PLACED, "i.id");
  g_autofree char *sql = g_strconcat (
      "SELECT i.id FROM insight i WHERE i.parked = 0 AND NOT EXISTS (", placed, ") ORDER BY i.id",
      NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, framework_id);
  bind_coder (&s, coder);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (ids, id);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * eh_coding_is_placed:
 * @db: a connection
 * @insight_id: an insight
 * @framework_id: of whose categories
 * @coder: (nullable): by whom; %NULL for anybody
 *
 * Returns: whether it is placed under one of them
 */
gboolean
eh_coding_is_placed (EhDb *db, EhId insight_id, EhId framework_id, const char *coder)
{
  g_autofree char *sql = g_strdup_printf (PLACED, "?3");
  EhStmt s = eh_db_prepare (db, sql);
  gboolean found;

  eh_stmt_bind_id (&s, framework_id);
  bind_coder (&s, coder);
  eh_stmt_bind_id (&s, insight_id);
  found = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return found;
}

/**
 * eh_coding_recent:
 * @db: a connection
 * @framework_id: of whose categories
 * @coder: (nullable): by whom; %NULL for anybody
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type EhId): the categories that were used last, the latest
 *   first; retired ones are not among them
 */
GArray *
eh_coding_recent (EhDb *db, EhId framework_id, const char *coder, guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (
      db, "SELECT m.category_id FROM mapping m JOIN category k ON k.id = m.category_id"
          " WHERE k.framework_id = ? AND (?2 IS NULL OR m.coder = ?2) AND k.retired = 0"
          " GROUP BY m.category_id ORDER BY max (m.created_at) DESC, count (*) DESC,"
          " m.category_id LIMIT ?3");

  eh_stmt_bind_id (&s, framework_id);
  bind_coder (&s, coder);
  eh_stmt_bind_int (&s, limit);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (ids, id);
  }
  eh_stmt_finish (&s, NULL);
  return ids;
}
