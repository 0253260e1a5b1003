/* What waits to be sorted, as it was when sorting began: what has been sorted since stays in its
 * place, so that there is a way back to it. Read in a worker. */

#include "eh-sort-queue.h"

#include "eh-coding.h"
#include "eh-reader.h"

struct _EhSortQueue {
  GObject parent_instance;

  EhWorkspace *workspace;
  GCancellable *loading;
  EhId framework_id;
  char *coder;
  GArray *ids;      /* (element-type EhId) */
  GHashTable *done; /* (element-type EhId): those that do not wait any more */
  guint at;
  guint furthest; /* nothing beyond this has been seen */
};

typedef struct {
  char *path;
  EhId framework_id;
  char *coder;
} Wanted;

enum {
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhSortQueue, eh_sort_queue, G_TYPE_OBJECT)

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->path);
  g_free (wanted->coder);
  g_free (wanted);
}

static void
eh_sort_queue_dispose (GObject *object)
{
  EhSortQueue *self = EH_SORT_QUEUE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_sort_queue_parent_class)->dispose (object);
}

static void
eh_sort_queue_finalize (GObject *object)
{
  EhSortQueue *self = EH_SORT_QUEUE (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->done);
  g_free (self->coder);
  G_OBJECT_CLASS (eh_sort_queue_parent_class)->finalize (object);
}

static void
eh_sort_queue_class_init (EhSortQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_sort_queue_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_sort_queue_finalize;
  /**
   * EhSortQueue::loaded: there is another queue
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_SORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
eh_sort_queue_init (EhSortQueue *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->done = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
}

/**
 * eh_sort_queue_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer full): an empty queue
 */
EhSortQueue *
eh_sort_queue_new (EhWorkspace *workspace)
{
  EhSortQueue *self = g_object_new (EH_TYPE_SORT_QUEUE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (wanted->path, cancellable, &error);
  GArray *ids = db != NULL ? eh_coding_queue (db, wanted->framework_id, wanted->coder, &error)
                           : NULL;

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhSortQueue *self = EH_SORT_QUEUE (source);
  g_autoptr (GError) error = NULL;
  GArray *ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&ids, g_array_unref);
    return;
  }
  g_clear_object (&self->loading);
  if (ids == NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  g_array_unref (self->ids);
  self->ids = ids;
  self->at = self->furthest = 0;
  g_hash_table_remove_all (self->done);
  g_signal_emit (self, signals[LOADED], 0);
}

/**
 * eh_sort_queue_load:
 * @self: a queue
 * @framework_id: of whose categories
 * @coder: (nullable): what this coder has not placed; %NULL for what nobody has
 */
void
eh_sort_queue_load (EhSortQueue *self, EhId framework_id, const char *coder)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted = g_new0 (Wanted, 1);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->framework_id = framework_id;
  g_free (self->coder);
  self->coder = g_strdup (coder);
  wanted->path = g_strdup (eh_store_get_path (eh_workspace_get_store (self->workspace)));
  wanted->framework_id = framework_id;
  wanted->coder = g_strdup (coder);
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, eh_sort_queue_load);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * eh_sort_queue_is_loading:
 * @self: a queue
 *
 * Returns: whether it is being read
 */
gboolean
eh_sort_queue_is_loading (EhSortQueue *self)
{
  return self->loading != NULL;
}

/**
 * eh_sort_queue_get_current:
 * @self: a queue
 *
 * Returns: the insight that is looked at; none at the end
 */
EhId
eh_sort_queue_get_current (EhSortQueue *self)
{
  return self->at < self->ids->len ? g_array_index (self->ids, EhId, self->at) : EH_ID_NONE;
}

/**
 * eh_sort_queue_get_total:
 * @self: a queue
 *
 * Returns: how many waited when sorting began
 */
guint
eh_sort_queue_get_total (EhSortQueue *self)
{
  return self->ids->len;
}

/**
 * eh_sort_queue_get_left:
 * @self: a queue
 *
 * Returns: how many of them wait still
 */
guint
eh_sort_queue_get_left (EhSortQueue *self)
{
  return self->ids->len - g_hash_table_size (self->done);
}

/**
 * eh_sort_queue_step:
 * @self: a queue
 * @by: 1 for the next, -1 for the one before
 *
 * Returns: whether there was one to go to, or the end
 */
gboolean
eh_sort_queue_step (EhSortQueue *self, int by)
{
  if ((by < 0 && self->at == 0) || (by > 0 && self->at >= self->ids->len))
    return FALSE;
  self->at = by < 0 ? self->at - 1 : self->at + 1;
  self->furthest = MAX (self->furthest, self->at);
  return TRUE;
}

/* Sorted, parked or gone. */
static gboolean
is_done (EhSortQueue *self, EhId id)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhInsight) row = eh_reader_get (db, &eh_insight_row_type, id);

  return row == NULL || row->parked ||
         eh_coding_is_placed (db, id, self->framework_id, self->coder);
}

/**
 * eh_sort_queue_recount:
 * @self: a queue
 *
 * Looks again at what was seen: what was sorted, parked or taken back.
 */
void
eh_sort_queue_recount (EhSortQueue *self)
{
  for (guint i = 0; i <= self->furthest && i < self->ids->len; i++) {
    EhId id = g_array_index (self->ids, EhId, i);

    if (is_done (self, id))
      g_hash_table_add (self->done, g_memdup2 (&id, sizeof id));
    else
      g_hash_table_remove (self->done, &id);
  }
}
