/* The whole project in memory for charts and documents, read in a worker and read again a moment
 * after each change. One for each workspace: every place that measures shares it. */

#include "eh-dataset-watch.h"

#define QUIET_MS 150
#define KEY      "eh-dataset-watch"

struct _EhDatasetWatch {
  GObject parent_instance;

  EhWorkspace *workspace; /* not owned: it owns this */
  EhDataset *dataset;
  GCancellable *loading;
  guint timer;
  gboolean stale;
  gboolean wanted;
};

enum {
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhDatasetWatch, eh_dataset_watch, G_TYPE_OBJECT)

static void
eh_dataset_watch_dispose (GObject *object)
{
  EhDatasetWatch *self = EH_DATASET_WATCH (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  G_OBJECT_CLASS (eh_dataset_watch_parent_class)->dispose (object);
}

static void
eh_dataset_watch_class_init (EhDatasetWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_dataset_watch_dispose;
  /**
   * EhDatasetWatch::loaded: eh_dataset_watch_get_dataset() has a new one
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_DATASET_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
eh_dataset_watch_init (EhDatasetWatch *self)
{
  self->stale = TRUE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (data, cancellable, &error);
  EhDataset *dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, (GDestroyNotify) eh_dataset_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (EhDatasetWatch) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDataset) dataset = g_task_propagate_pointer (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (dataset == NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  self->dataset = g_steal_pointer (&dataset);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
load (EhDatasetWatch *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak;

  if (store == NULL)
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->stale = FALSE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->loading, loaded_cb, weak);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, g_strdup (eh_store_get_path (store)), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

static gboolean
timer_cb (gpointer data)
{
  EhDatasetWatch *self = data;

  self->timer = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhDatasetWatch *self)
{
  self->stale = TRUE;
  if (!self->wanted)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (QUIET_MS, timer_cb, self);
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
    g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
  }
  return self;
}

/**
 * eh_dataset_watch_get_dataset:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the project as it was read last; %NULL before the first time
 */
EhDataset *
eh_dataset_watch_get_dataset (EhDatasetWatch *self)
{
  return self->dataset;
}

/**
 * eh_dataset_watch_want:
 * @self: a watch
 *
 * Reads the project if it has changed since, and from now on after every change; "loaded" tells.
 */
void
eh_dataset_watch_want (EhDatasetWatch *self)
{
  self->wanted = TRUE;
  if (self->stale && self->timer == 0 && self->loading == NULL)
    load (self);
}
