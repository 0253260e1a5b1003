/* Many things that are alike, done by as many threads as there are processors. */

#include "eh-many.h"

/* What the threads share is behind the lock. */
typedef struct {
  EhManyFunc func;
  gpointer data;
  GCancellable *cancellable;
  GMutex lock;
  GCond changed;
  guint n_done;
  GError *error; /* (nullable): the first */
} Many;

/* In one of the threads. After an error, and once it is cancelled, the rest is passed over. */
static void
do_one (gpointer item, gpointer user_data)
{
  Many *many = user_data;
  g_autoptr (GError) error = NULL;
  gboolean stop;

  g_mutex_lock (&many->lock);
  stop = many->error != NULL;
  g_mutex_unlock (&many->lock);
  if (!stop && !g_cancellable_set_error_if_cancelled (many->cancellable, &error))
    many->func (item, many->data, many->cancellable, &error);
  g_mutex_lock (&many->lock);
  many->n_done++;
  if (error != NULL && many->error == NULL)
    many->error = g_steal_pointer (&error);
  g_cond_signal (&many->changed);
  g_mutex_unlock (&many->lock);
}

static void
wait_for_all (Many *many, guint n, EhJobProgress progress, const char *words, gpointer data)
{
  guint n_told = 0;

  g_mutex_lock (&many->lock);
  while (many->n_done < n) {
    g_cond_wait (&many->changed, &many->lock);
    if (progress == NULL || many->n_done == n_told)
      continue;
    n_told = many->n_done;
    g_mutex_unlock (&many->lock);
    progress ((double) n_told / n, words, data);
    g_mutex_lock (&many->lock);
  }
  g_mutex_unlock (&many->lock);
}

/**
 * eh_many_run:
 * @items: what to do something with
 * @func: does it; called from several threads at once
 * @func_data: for @func
 * @progress: (nullable): told how far it is, in this thread
 * @words: what is being done, for @progress
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: set to the first error of @func, or %G_IO_ERROR_CANCELLED
 *
 * The threads are its own: the fonts that each of them has read go with it.
 *
 * Returns: whether all is done
 */
gboolean
eh_many_run (GPtrArray *items,
             EhManyFunc func,
             gpointer func_data,
             EhJobProgress progress,
             const char *words,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Many many = { .func = func, .data = func_data, .cancellable = cancellable };
  guint n_threads = MIN (MAX (items->len, 1), g_get_num_processors ());
  GThreadPool *pool;

  g_mutex_init (&many.lock);
  g_cond_init (&many.changed);
  pool = g_thread_pool_new (do_one, &many, (int) n_threads, TRUE, error);
  if (pool != NULL) {
    for (guint i = 0; i < items->len; i++)
      g_thread_pool_push (pool, items->pdata[i], NULL);
    wait_for_all (&many, items->len, progress, words, data);
    g_thread_pool_free (pool, FALSE, TRUE);
    if (many.error != NULL)
      g_propagate_error (error, many.error);
  }
  g_mutex_clear (&many.lock);
  g_cond_clear (&many.changed);
  return pool != NULL && many.error == NULL;
}
