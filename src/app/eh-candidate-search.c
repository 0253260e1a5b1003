/* Looks up in a worker which insights a block might rest on, and what became of each insight in a
 * guidance. */

#include "eh-candidate-search.h"

/* Of each way of looking: a few to think about, not a list to work through. */
#define EACH 6

typedef struct {
  char *path;
  EhId id;
  EhGuidanceUse use;
  guint limit;
  guint counts[EH_GUIDANCE_USE_N_VALUES];
} Search;

static void
search_free (Search *self)
{
  g_free (self->path);
  g_free (self);
}

static void
found_free (gpointer data)
{
  EhFoundInsight *self = data;

  eh_insight_card_free (self->card);
  g_free (self);
}

static gboolean
is_among (GPtrArray *found, EhId id)
{
  for (guint i = 0; i < found->len; i++)
    if (((EhFoundInsight *) found->pdata[i])->card->insight->id == id)
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *found, EhDb *db, EhId id, EhCandidates from)
{
  EhInsightCard *card = is_among (found, id) ? NULL : eh_insight_card_load (db, id);
  EhFoundInsight *one;

  if (card == NULL)
    return;
  one = g_new (EhFoundInsight, 1);
  one->card = card;
  one->from = from;
  g_ptr_array_add (found, one);
}

static void
candidates_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  /* Who has not been heard comes before more of the same. */
  static const EhCandidates order[] = { EH_CANDIDATES_NOT_HEARD, EH_CANDIDATES_WORDS,
                                        EH_CANDIDATES_CATEGORY };
  Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (order); i++) {
    g_autoptr (GArray) ids = eh_guidance_candidates (db, search->id, order[i], EACH, &error);

    for (guint j = 0; ids != NULL && j < ids->len; j++)
      add (found, db, g_array_index (ids, EhId, j), order[i]);
  }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

static void
run (const char *path,
     const Search *what,
     GTaskThreadFunc func,
     gpointer tag,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_memdup2 (what, sizeof *what);

  search->path = g_strdup (path);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, func);
}

/**
 * eh_candidate_search_async:
 * @path: of the project's store
 * @block_id: a block
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
eh_candidate_search_async (const char *path,
                           EhId block_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const Search search = { .id = block_id };

  run (path, &search, candidates_in_thread, eh_candidate_search_async, cancellable, callback,
       user_data);
}

/**
 * eh_candidate_search_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhFoundInsight): each insight once, group by
 *   group
 */
GPtrArray *
eh_candidate_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
use_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  g_autoptr (GArray) ids = db != NULL ? eh_guidance_use_list (db, search->id, search->use,
                                                              search->limit, &error)
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
  for (int use = 0; use < EH_GUIDANCE_USE_N_VALUES; use++)
    search->counts[use] = eh_guidance_use_count (db, search->id, (EhGuidanceUse) use);
  g_task_return_pointer (task, g_steal_pointer (&cards), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * eh_use_search_async:
 * @path: of the project's store
 * @guidance_id: a document
 * @use: what became of the insights that are wanted
 * @limit: the greatest number of them
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
eh_use_search_async (const char *path,
                     EhId guidance_id,
                     EhGuidanceUse use,
                     guint limit,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const Search search = { .id = guidance_id, .use = use, .limit = limit };

  run (path, &search, use_in_thread, eh_use_search_async, cancellable, callback, user_data);
}

/**
 * eh_use_search_finish:
 * @result: what the callback was given
 * @counts: (out caller-allocates): how many insights there are of each #EhGuidanceUse
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhInsightCard): the insights
 */
GPtrArray *
eh_use_search_finish (GAsyncResult *result, guint *counts, GError **error)
{
  const Search *search = g_task_get_task_data (G_TASK (result));

  for (int use = 0; use < EH_GUIDANCE_USE_N_VALUES; use++)
    counts[use] = search->counts[use];
  return g_task_propagate_pointer (G_TASK (result), error);
}
