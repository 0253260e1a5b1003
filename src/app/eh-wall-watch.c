/* What may be shown to the room, worked out in a worker whenever the project has changed. One for
 * each workspace: the wall and the page for phones share it. */

#include "eh-wall-watch.h"

#include "eh-dataset-watch.h"

#define KEY "eh-wall-watch"

struct _EhWallWatch {
  GObject parent_instance;

  EhWorkspace *workspace; /* not owned: it owns this */
  EhDatasetWatch *datasets;
  EhWallData *data;
  GCancellable *working;
  gboolean everything;
  gboolean wanted;
};

enum {
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhWallWatch, eh_wall_watch, G_TYPE_OBJECT)

static void
stop (EhWallWatch *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

static void
eh_wall_watch_dispose (GObject *object)
{
  EhWallWatch *self = EH_WALL_WATCH (object);

  stop (self);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  G_OBJECT_CLASS (eh_wall_watch_parent_class)->dispose (object);
}

static void
eh_wall_watch_class_init (EhWallWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_wall_watch_dispose;
  /**
   * EhWallWatch::loaded: eh_wall_watch_get_data() has something newer
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_WALL_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
eh_wall_watch_init (EhWallWatch *self)
{
}

typedef struct {
  EhDataset *dataset;
  EhId workshop_id;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  eh_dataset_unref (order->dataset);
  g_free (order);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  g_task_return_pointer (task, eh_wall_data_new (order->dataset, order->workshop_id),
                         (GDestroyNotify) eh_wall_data_unref);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  EhWallWatch *self = EH_WALL_WATCH (source);
  EhWallData *data = g_task_propagate_pointer (G_TASK (result), NULL);

  if (data == NULL)
    return;
  g_clear_object (&self->working);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  self->data = data;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
work (EhWallWatch *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (dataset == NULL || !self->wanted)
    return;
  stop (self);
  self->working = g_cancellable_new ();
  order = g_new0 (Order, 1);
  order->dataset = eh_dataset_ref (dataset);
  order->workshop_id = self->everything ? EH_ID_NONE
                                        : eh_workspace_get_workshop_id (self->workspace);
  task = g_task_new (self, self->working, worked_cb, NULL);
  g_task_set_source_tag (task, work);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * eh_wall_watch_of:
 * @workspace: a workspace
 *
 * Returns: (transfer none): its watch, made at the first call; it works out nothing until it is
 *   wanted
 */
EhWallWatch *
eh_wall_watch_of (EhWorkspace *workspace)
{
  EhWallWatch *self = g_object_get_data (G_OBJECT (workspace), KEY);

  if (self != NULL)
    return self;
  self = g_object_new (EH_TYPE_WALL_WATCH, NULL);
  self->workspace = workspace;
  self->datasets = eh_dataset_watch_of (workspace);
  g_signal_connect_object (self->datasets, "loaded", G_CALLBACK (work), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::workshop-id", G_CALLBACK (work), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
  return self;
}

/**
 * eh_wall_watch_get_data:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): what may be shown; %NULL before the first time
 */
EhWallData *
eh_wall_watch_get_data (EhWallWatch *self)
{
  return self->data;
}

/**
 * eh_wall_watch_want:
 * @self: a watch
 *
 * Works it out, and from now on after every change; "loaded" tells.
 */
void
eh_wall_watch_want (EhWallWatch *self)
{
  self->wanted = TRUE;
  eh_dataset_watch_want (self->datasets);
  if (self->data == NULL)
    work (self);
}

/**
 * eh_wall_watch_get_everything:
 * @self: a watch
 *
 * Returns: whether the whole project is shown, not the workshop that is current
 */
gboolean
eh_wall_watch_get_everything (EhWallWatch *self)
{
  return self->everything;
}

/**
 * eh_wall_watch_set_everything:
 * @self: a watch
 * @everything: whether to show the whole project, not the workshop that is current
 */
void
eh_wall_watch_set_everything (EhWallWatch *self, gboolean everything)
{
  if (self->everything == everything)
    return;
  self->everything = everything;
  work (self);
}
