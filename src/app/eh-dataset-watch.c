/* The project in memory for charts and documents, read in a worker and brought up to date there
 * after each change, row by row. One for each workspace: every place that measures shares it. What
 * was said is left out, which is most of a large project, until somebody wants it: for the wall,
 * for paper, for suggestions. */

#include "eh-dataset-watch.h"

#include "eh-weak.h"

#define KEY "eh-dataset-watch"

struct _EhDatasetWatch {
  GObject parent_instance;

  EhWorkspace *workspace; /* not owned: it owns this */
  EhDataset *dataset;
  GCancellable *loading;
  GArray *changes; /* EhChange: since the dataset was read */
  guint n_told;    /* how many of them the worker was told */
  gboolean wanted;
  gboolean full; /* with what was said */
};

enum {
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhDatasetWatch, eh_dataset_watch, G_TYPE_OBJECT)

static void
unref_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  eh_dataset_unref (data);
  g_task_return_boolean (task, TRUE);
}

/* A hundred thousand rows take longer to free than a frame. */
static void
let_go (EhDataset *dataset)
{
  g_autoptr (GTask) task = NULL;

  if (dataset == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, let_go);
  g_task_set_task_data (task, dataset, NULL);
  g_task_run_in_thread (task, unref_in_thread);
}

static void
forget (EhDatasetWatch *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->dataset, let_go);
  g_array_set_size (self->changes, 0);
}

static void
eh_dataset_watch_dispose (GObject *object)
{
  forget (EH_DATASET_WATCH (object));
  G_OBJECT_CLASS (eh_dataset_watch_parent_class)->dispose (object);
}

static void
eh_dataset_watch_finalize (GObject *object)
{
  g_array_unref (EH_DATASET_WATCH (object)->changes);
  G_OBJECT_CLASS (eh_dataset_watch_parent_class)->finalize (object);
}

static void
eh_dataset_watch_class_init (EhDatasetWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_dataset_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_dataset_watch_finalize;
  /**
   * EhDatasetWatch::loaded: eh_dataset_watch_get_lean() has a new one
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_DATASET_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
eh_dataset_watch_init (EhDatasetWatch *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
}

/* What the worker is given: nothing that the window goes on changing. */
typedef struct {
  char *path;
  EhDataset *before; /* (nullable): there is none, or not with what is wanted */
  GArray *changes;
  gboolean full;
} Order;

static void
order_free (Order *order)
{
  g_free (order->path);
  g_clear_pointer (&order->before, let_go);
  g_array_unref (order->changes);
  g_free (order);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (order->path, cancellable, &error);
  EhDataset *dataset = NULL;

  if (db != NULL && order->before != NULL)
    dataset = eh_reader_update_dataset (db, order->before, order->changes, &error);
  else if (db != NULL)
    dataset = order->full ? eh_reader_load_dataset (db, &error)
                          : eh_reader_load_lean_dataset (db, &error);
  if (dataset != NULL)
    g_task_return_pointer (task, dataset, (GDestroyNotify) eh_dataset_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
is_stale (EhDatasetWatch *self)
{
  return self->dataset == NULL || self->changes->len > 0 ||
         (self->full && eh_dataset_is_lean (self->dataset));
}

static void load (EhDatasetWatch *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhDatasetWatch) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDataset) dataset = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (dataset == NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  g_clear_pointer (&self->dataset, let_go);
  self->dataset = g_steal_pointer (&dataset);
  g_array_remove_range (self->changes, 0, self->n_told);
  g_signal_emit (self, signals[LOADED], 0);
  if (self->loading == NULL && is_stale (self))
    load (self);
}

static void
load (EhDatasetWatch *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (store == NULL)
    return;
  order = g_new0 (Order, 1);
  order->path = g_strdup (eh_store_get_path (store));
  order->full = self->full;
  if (self->dataset != NULL && !(self->full && eh_dataset_is_lean (self->dataset)))
    order->before = eh_dataset_ref (self->dataset);
  order->changes = g_array_copy (self->changes);
  self->n_told = self->changes->len;
  self->loading = g_cancellable_new ();
  task = g_task_new (NULL, self->loading, loaded_cb, eh_weak_new (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* What changes while the worker reads waits until it is back: many changes one after the other are
 * then taken together, and none of them keeps the others waiting for ever. */
static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhDatasetWatch *self)
{
  if (self->dataset == NULL && self->loading == NULL)
    return;
  g_array_append_vals (self->changes, changes->data, changes->len);
  if (self->wanted && self->loading == NULL)
    load (self);
}

static void
store_cb (EhWorkspace *workspace, GParamSpec *pspec, EhDatasetWatch *self)
{
  forget (self);
}

/**
 * eh_dataset_watch_of:
 * @workspace: a workspace
 *
 * Returns: (transfer none): its watch, made at the first call; it reads nothing until it is wanted
 */
EhDatasetWatch *
eh_dataset_watch_of (EhWorkspace *workspace)
{
  EhDatasetWatch *self;

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL) {
    self = g_object_new (EH_TYPE_DATASET_WATCH, NULL);
    self->workspace = workspace;
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_DEFAULT);
    g_signal_connect_object (workspace, "notify::store", G_CALLBACK (store_cb), self,
                             G_CONNECT_DEFAULT);
    g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
  }
  return self;
}

/**
 * eh_dataset_watch_get_dataset:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the project as it was read last; %NULL before that, see
 *   eh_dataset_watch_want()
 */
EhDataset *
eh_dataset_watch_get_dataset (EhDatasetWatch *self)
{
  return self->dataset != NULL && !eh_dataset_is_lean (self->dataset) ? self->dataset : NULL;
}

/**
 * eh_dataset_watch_get_lean:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the project as it was read last, perhaps without what was
 * said (eh_dataset_is_lean()): enough to count; %NULL before the first time
 */
EhDataset *
eh_dataset_watch_get_lean (EhDatasetWatch *self)
{
  return self->dataset;
}

/**
 * eh_dataset_watch_want_lean:
 * @self: a watch
 *
 * Reads the project if it has changed since, and from now on after every change; "loaded" tells.
 * What was said is left out as long as nobody wants it.
 */
void
eh_dataset_watch_want_lean (EhDatasetWatch *self)
{
  self->wanted = TRUE;
  if (is_stale (self) && self->loading == NULL)
    load (self);
}

/**
 * eh_dataset_watch_want:
 * @self: a watch
 *
 * As eh_dataset_watch_want_lean(), with what was said.
 */
void
eh_dataset_watch_want (EhDatasetWatch *self)
{
  self->full = TRUE;
  eh_dataset_watch_want_lean (self);
}
