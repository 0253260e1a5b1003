/* A handful of insights that match, looked up in a worker with all that a list shows of them. */

#include "eh-insight-search.h"

#include "eh-store-read.h"

typedef struct {
  char *path;
  EhInsightQuery *query;
  guint limit;
} Search;

static void
search_free (Search *self)
{
  g_free (self->path);
  eh_insight_query_free (self->query);
  g_free (self);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  g_autoptr (GArray) ids = db != NULL
                               ? eh_insight_query_ids (db, search->query, search->limit, &error)
                               : NULL;
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_insight_card_free);

  if (ids == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  for (guint i = 0; i < ids->len; i++) {
    EhInsightCard *card = eh_insight_card_load (db, g_array_index (ids, EhId, i));

    if (card != NULL)
      g_ptr_array_add (cards, card);
  }
  g_task_return_pointer (task, g_steal_pointer (&cards), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * eh_insight_search_async:
 * @path: of the project's store
 * @query: which insights
 * @limit: the greatest number
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
eh_insight_search_async (const char *path,
                         const EhInsightQuery *query,
                         guint limit,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->path = g_strdup (path);
  search->query = eh_insight_query_copy (query);
  search->limit = limit;
  g_task_set_source_tag (task, eh_insight_search_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * eh_insight_search_finish:
 * @result: the result
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhInsightCard): the newest first
 */
GPtrArray *
eh_insight_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
count_in_worker (EhDb *db, gpointer query, GError **error)
{
  gint64 n = eh_insight_query_count (db, query, error);

  return GUINT_TO_POINTER ((guint) n);
}

/**
 * eh_insight_count_async:
 * @path: of the project's store
 * @query: which insights
 * @cancellable: (nullable): stops it
 * @callback: called with how many there are
 * @user_data: for @callback
 */
void
eh_insight_count_async (const char *path,
                        const EhInsightQuery *query,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  eh_store_read_async (path, count_in_worker, eh_insight_query_copy (query),
                       (GDestroyNotify) eh_insight_query_free, NULL, cancellable, callback,
                       user_data);
}

/**
 * eh_insight_count_finish:
 * @result: what the callback was given
 * @n: (out): how many there are
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they were counted
 */
gboolean
eh_insight_count_finish (GAsyncResult *result, guint *n, GError **error)
{
  g_autoptr (GError) local = NULL;

  *n = GPOINTER_TO_UINT (eh_store_read_finish (result, &local));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
