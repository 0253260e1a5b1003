/* What was sent and has one state, as a list in the order in which it arrived. Refreshing it tells
 * only what is other than before, so that the list keeps its place while more arrives. */

#include "eh-queue-model.h"

struct _EhQueueItem {
  GObject parent_instance;

  EhReceived *row;
};

G_DEFINE_FINAL_TYPE (EhQueueItem, eh_queue_item, G_TYPE_OBJECT)

struct _EhQueueModel {
  GObject parent_instance;

  EhWorkspace *workspace;
  EhQueueState state;
  GPtrArray *items;
};

static void eh_queue_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhQueueModel,
                               eh_queue_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, eh_queue_model_list_init))

static void
eh_queue_item_finalize (GObject *object)
{
  eh_received_free (EH_QUEUE_ITEM (object)->row);
  G_OBJECT_CLASS (eh_queue_item_parent_class)->finalize (object);
}

static void
eh_queue_item_class_init (EhQueueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_queue_item_finalize;
}

static void
eh_queue_item_init (EhQueueItem *self)
{
}

/**
 * eh_queue_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): what was sent
 */
const EhReceived *
eh_queue_item_get_row (EhQueueItem *self)
{
  return self->row;
}

static GType
get_item_type (GListModel *model)
{
  return EH_TYPE_QUEUE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return EH_QUEUE_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  EhQueueModel *self = EH_QUEUE_MODEL (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
eh_queue_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
eh_queue_model_dispose (GObject *object)
{
  EhQueueModel *self = EH_QUEUE_MODEL (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_queue_model_parent_class)->dispose (object);
}

static void
eh_queue_model_finalize (GObject *object)
{
  g_ptr_array_unref (EH_QUEUE_MODEL (object)->items);
  G_OBJECT_CLASS (eh_queue_model_parent_class)->finalize (object);
}

static void
eh_queue_model_class_init (EhQueueModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_queue_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_queue_model_finalize;
}

static void
eh_queue_model_init (EhQueueModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * eh_queue_model_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer full): what waits there; read when it is refreshed
 */
EhQueueModel *
eh_queue_model_new (EhWorkspace *workspace)
{
  EhQueueModel *self = g_object_new (EH_TYPE_QUEUE_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

static gboolean
is_same (EhQueueItem *item, const EhReceived *row)
{
  const EhReceived *own = item->row;

  return own->id == row->id && own->changed_at == row->changed_at &&
         own->accepted_at == row->accepted_at && own->state == row->state &&
         g_str_equal (own->text, row->text);
}

static void
clear (EhQueueModel *self)
{
  guint n = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/**
 * eh_queue_model_set_state:
 * @self: a model
 * @state: which are listed
 */
void
eh_queue_model_set_state (EhQueueModel *self, EhQueueState state)
{
  if (self->state == state)
    return;
  self->state = state;
  clear (self);
  eh_queue_model_refresh (self);
}

/**
 * eh_queue_model_get_state:
 * @self: a model
 *
 * Returns: which are listed
 */
EhQueueState
eh_queue_model_get_state (EhQueueModel *self)
{
  return self->state;
}

/* Puts @n_new rows of @rows, from @begin, in the place of @n_old items. */
static void
replace (EhQueueModel *self, guint begin, guint n_old, GPtrArray *rows, guint n_new)
{
  if (n_old > 0)
    g_ptr_array_remove_range (self->items, begin, n_old);
  for (guint i = 0; i < n_new; i++) {
    EhQueueItem *item = g_object_new (EH_TYPE_QUEUE_ITEM, NULL);

    item->row = g_steal_pointer (&rows->pdata[begin + i]);
    g_ptr_array_insert (self->items, (int) (begin + i), item);
  }
  if (n_old > 0 || n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), begin, n_old, n_new);
}

static void
free_row (gpointer row)
{
  if (row != NULL)
    eh_received_free (row);
}

/**
 * eh_queue_model_refresh:
 * @self: a model
 *
 * Reads anew, and tells what is other than before: what follows a common beginning and comes before
 * a common end.
 */
void
eh_queue_model_refresh (EhQueueModel *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GPtrArray) rows = NULL;
  guint begin = 0, end = 0, n_old = self->items->len;

  if (store == NULL) {
    clear (self);
    return;
  }
  rows = eh_queue_list (eh_store_get_db (store), self->state);
  g_ptr_array_set_free_func (rows, free_row);
  while (begin < n_old && begin < rows->len &&
         is_same (self->items->pdata[begin], rows->pdata[begin]))
    begin++;
  while (end < n_old - begin && end < rows->len - begin &&
         is_same (self->items->pdata[n_old - 1 - end], rows->pdata[rows->len - 1 - end]))
    end++;
  replace (self, begin, n_old - begin - end, rows, rows->len - begin - end);
}

/**
 * eh_queue_model_ids:
 * @self: a model
 *
 * Returns: (transfer full) (element-type EhId): what is listed
 */
GArray *
eh_queue_model_ids (EhQueueModel *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  for (guint i = 0; i < self->items->len; i++)
    g_array_append_val (ids, ((EhQueueItem *) self->items->pdata[i])->row->id);
  return ids;
}
