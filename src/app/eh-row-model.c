/* All rows of one table as a list, kept in step with the project. An item stays the same object as
 * long as its row is there, so that selection and scrolling survive every change; it tells by its
 * "changed" signal that its row is other than before. The order is no particular one: put a
 * #GtkSortListModel with eh_row_item_compare() over it.
 *
 * A few rows are read at once. Of more the list is empty until a worker has read them; "loaded"
 * tells. */

#include "eh-row-model.h"

#include "eh-store-read.h"
#include "eh-text.h"
#include "eh-weak.h"

/* So many rows are read within a frame. */
#define FEW 250

/* With more changes than this at once, reading the table anew is cheaper than row by row. */
#define MANY 64

struct _EhRowItem {
  GObject parent_instance;

  const EhRowType *type;
  gpointer row;
  EhId id;
  char *order_key;   /* for comparing texts */
  double position;   /* for comparing numbers */
  char *search_key;  /* folded words */
  gboolean is_other; /* than it was, while the list is read again */
};

struct _EhRowModel {
  GObject parent_instance;

  EhWorkspace *workspace;
  const EhRowType *type;
  const EhField *order;
  GPtrArray *search; /* (element-type EhField): texts to search */
  GPtrArray *items;
  GHashTable *by_id; /* (element-type EhId EhRowItem): the keys lie in the items */
  GCancellable *reading;
  gboolean loaded; /* it was read at least once */
};

static guint item_changed_signal;
static guint loaded_signal;

static void eh_row_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (EhRowItem, eh_row_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (EhRowModel,
                               eh_row_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, eh_row_model_list_init))

static void
eh_row_item_finalize (GObject *object)
{
  EhRowItem *self = EH_ROW_ITEM (object);

  eh_row_free (self->type, self->row);
  g_free (self->order_key);
  g_free (self->search_key);
  G_OBJECT_CLASS (eh_row_item_parent_class)->finalize (object);
}

static void
eh_row_item_class_init (EhRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_row_item_finalize;
  /**
   * EhRowItem::changed: its row, or something shown with it, is other than before
   */
  item_changed_signal = g_signal_new ("changed", EH_TYPE_ROW_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
}

static void
eh_row_item_init (EhRowItem *self)
{
}

/**
 * eh_row_item_get_id:
 * @self: an item
 *
 * Returns: the id of its row
 */
EhId
eh_row_item_get_id (EhRowItem *self)
{
  return eh_row_id (self->row);
}

/**
 * eh_row_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): its row, good until the item changes
 */
gconstpointer
eh_row_item_get_row (EhRowItem *self)
{
  return self->row;
}

/**
 * eh_row_item_get_search_key:
 * @self: an item
 *
 * Returns: (transfer none): what is searched, folded by eh_text_fold()
 */
const char *
eh_row_item_get_search_key (EhRowItem *self)
{
  return self->search_key;
}

/**
 * eh_row_item_compare:
 * @a: an item
 * @b: another of the same model
 * @unused: nothing
 *
 * Returns: below, at or above 0, by the order field: texts as the language sorts them
 */
int
eh_row_item_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const EhRowItem *one = a;
  const EhRowItem *other = b;
  int order = 0;

  if (one->order_key != NULL && other->order_key != NULL)
    order = strcmp (one->order_key, other->order_key);
  else if (one->position < other->position || one->position > other->position)
    order = one->position < other->position ? -1 : 1;
  if (order == 0 && eh_row_id (one->row) != eh_row_id (other->row))
    order = eh_row_id (one->row) < eh_row_id (other->row) ? -1 : 1;
  return order;
}

/**
 * eh_row_item_touch:
 * @self: an item
 *
 * Has whoever shows the item look again, when something beside its row has changed.
 */
void
eh_row_item_touch (EhRowItem *self)
{
  g_signal_emit (self, item_changed_signal, 0);
}

/* Which fields of the rows are ordered and searched by. */
typedef struct {
  const EhRowType *type;
  const EhField *order;
  GPtrArray *search; /* (element-type EhField) */
} Fields;

static Fields *
fields_copy (EhRowModel *self)
{
  Fields *fields = g_new (Fields, 1);

  *fields = (Fields){ self->type, self->order, g_ptr_array_ref (self->search) };
  return fields;
}

static void
fields_free (Fields *self)
{
  g_ptr_array_unref (self->search);
  g_free (self);
}

static void
take_row (EhRowItem *item, const Fields *fields, gpointer row)
{
  GString *words = g_string_new (NULL);

  if (item->row != NULL)
    eh_row_free (item->type, item->row);
  item->type = fields->type;
  item->row = row;
  item->id = eh_row_id (row);
  g_clear_pointer (&item->order_key, g_free);
  if (fields->order->kind == EH_FIELD_TEXT)
    item->order_key = g_utf8_collate_key (
        *(char **) (gpointer) ((char *) row + fields->order->offset), -1);
  else if (fields->order->kind == EH_FIELD_REAL)
    item->position = *(double *) (gpointer) ((char *) row + fields->order->offset);
  for (guint i = 0; i < fields->search->len; i++) {
    const EhField *field = fields->search->pdata[i];

    g_string_append_printf (words, "%s ", *(char **) (gpointer) ((char *) row + field->offset));
  }
  g_free (item->search_key);
  item->search_key = eh_text_fold (words->str);
  g_string_free (words, TRUE);
}

static EhRowItem *
item_for (const Fields *fields, gpointer row)
{
  EhRowItem *item = g_object_new (EH_TYPE_ROW_ITEM, NULL);

  take_row (item, fields, row);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return EH_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return EH_ROW_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  EhRowModel *self = EH_ROW_MODEL (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
eh_row_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
index_item (EhRowModel *self, EhRowItem *item)
{
  g_hash_table_replace (self->by_id, &item->id, item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return eh_row_item_compare (*(EhRowItem *const *) a, *(EhRowItem *const *) b, NULL);
}

/* All rows as new items in their order; in a worker too. */
static gpointer
read_items (EhDb *db, gpointer data, GError **error)
{
  const Fields *fields = data;
  g_autoptr (GPtrArray) rows = eh_reader_list (db, fields->type);
  GPtrArray *items = g_ptr_array_new_full (rows->len, g_object_unref);

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, item_for (fields, rows->pdata[i]));
  g_ptr_array_sort (items, compare_items);
  return items;
}

/* The item that stood for the row before goes on standing for it. */
static EhRowItem *
keep_item (EhRowItem *known, EhRowItem *fresh)
{
  known->is_other = !eh_row_equal (known->type, known->row, fresh->row);
  if (known->is_other) {
    gpointer row = known->row;

    known->row = fresh->row;
    fresh->row = row;
    known->position = fresh->position;
    eh_set_str (&known->search_key, fresh->search_key);
    if (fresh->order_key != NULL)
      eh_set_str (&known->order_key, fresh->order_key);
  }
  g_object_unref (fresh);
  return g_object_ref (known);
}

static gboolean
is_same (GPtrArray *old, guint i, GPtrArray *items, guint j)
{
  const EhRowItem *item = items->pdata[j];

  return old->pdata[i] == item && !item->is_other;
}

/* Tells of what lies between the common beginning and the common end. */
static void
tell_difference (EhRowModel *self, GPtrArray *old)
{
  guint most = MIN (old->len, self->items->len);
  guint head = 0;
  guint tail = 0;

  while (head < most && is_same (old, head, self->items, head))
    head++;
  while (tail < most - head &&
         is_same (old, old->len - 1 - tail, self->items, self->items->len - 1 - tail))
    tail++;
  for (guint i = head; i < self->items->len - tail; i++) {
    EhRowItem *item = self->items->pdata[i];

    if (item->is_other)
      eh_row_item_touch (item);
    item->is_other = FALSE;
  }
  if (old->len > head + tail || self->items->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                self->items->len - head - tail);
}

static void
take_items (EhRowModel *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) known = g_steal_pointer (&self->by_id);

  self->items = items;
  self->by_id = g_hash_table_new (eh_id_hash, eh_id_equal);
  for (guint i = 0; i < items->len; i++) {
    EhRowItem *item = items->pdata[i];
    EhRowItem *before = g_hash_table_lookup (known, &item->id);

    if (before != NULL)
      items->pdata[i] = item = keep_item (before, item);
    index_item (self, item);
  }
  self->loaded = TRUE;
  tell_difference (self, old);
  g_signal_emit (self, loaded_signal, 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhRowModel) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = eh_store_read_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (items != NULL)
    take_items (self, g_steal_pointer (&items));
  else
    eh_workspace_report_error (self->workspace, error);
}

static void
stop_reading (EhRowModel *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Reads the whole table; items of rows that are still there are kept. */
static void
read_all (EhRowModel *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  Fields *fields = fields_copy (self);

  stop_reading (self);
  if (eh_reader_count (db, self->type) <= FEW) {
    take_items (self, read_items (db, fields, NULL));
    fields_free (fields);
    return;
  }
  self->reading = g_cancellable_new ();
  eh_store_read_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), read_items,
                       fields, (GDestroyNotify) fields_free, (GDestroyNotify) g_ptr_array_unref,
                       self->reading, read_cb, eh_weak_new (self));
}

static void
row_changed (EhRowModel *self, EhId id)
{
  EhRowItem *item = g_hash_table_lookup (self->by_id, &id);
  gpointer row = eh_reader_get (eh_workspace_get_db (self->workspace), self->type, id);
  const Fields fields = { self->type, self->order, self->search };
  guint position = 0;

  if (row == NULL && item != NULL) {
    g_ptr_array_find (self->items, item, &position);
    g_hash_table_remove (self->by_id, &id);
    g_ptr_array_remove_index (self->items, position);
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  } else if (row != NULL && item == NULL) {
    item = item_for (&fields, row);
    g_ptr_array_add (self->items, item);
    index_item (self, item);
    g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
  } else if (row != NULL) {
    take_row (item, &fields, row);
    g_ptr_array_find (self->items, item, &position);
    eh_row_item_touch (item);
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  }
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhRowModel *self)
{
  /* What is being read may be from before. */
  if ((changes->len > MANY || self->reading != NULL) && eh_changes_touch (changes, self->type)) {
    read_all (self);
    return;
  }
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == self->type)
      row_changed (self, change->id);
  }
}

/* At once: nobody's name may stay in sight until something is read. */
static void
room_display_cb (EhRowModel *self)
{
  for (guint i = 0; i < self->items->len; i++)
    eh_row_item_touch (self->items->pdata[i]);
}

static void
eh_row_model_dispose (GObject *object)
{
  stop_reading (EH_ROW_MODEL (object));
  G_OBJECT_CLASS (eh_row_model_parent_class)->dispose (object);
}

static void
eh_row_model_finalize (GObject *object)
{
  EhRowModel *self = EH_ROW_MODEL (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_row_model_parent_class)->finalize (object);
}

static void
eh_row_model_class_init (EhRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_row_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_row_model_finalize;
  /**
   * EhRowModel::loaded: the whole table was read
   */
  loaded_signal = g_signal_new ("loaded", EH_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
eh_row_model_init (EhRowModel *self)
{
  self->search = g_ptr_array_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (eh_id_hash, eh_id_equal);
}

/**
 * eh_row_model_new:
 * @workspace: a workspace with a project
 * @type: the table
 * @order_field: the text or real number that eh_row_item_compare() goes by
 * @search_fields: (nullable) (array zero-terminated=1): texts that are searched
 *
 * Returns: (transfer full): the table's rows as #EhRowItem; see eh_row_model_is_loading()
 */
EhRowModel *
eh_row_model_new (EhWorkspace *workspace,
                  const EhRowType *type,
                  const char *order_field,
                  const char *const *search_fields)
{
  EhRowModel *self = g_object_new (EH_TYPE_ROW_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  self->type = type;
  self->order = eh_row_type_field (type, order_field);
  g_assert (self->order != NULL);
  for (guint i = 0; search_fields != NULL && search_fields[i] != NULL; i++)
    g_ptr_array_add (self->search, (gpointer) eh_row_type_field (type, search_fields[i]));
  read_all (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * eh_row_model_find:
 * @self: a model
 * @id: a row
 *
 * Returns: (transfer none) (nullable): its item
 */
EhRowItem *
eh_row_model_find (EhRowModel *self, EhId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/**
 * eh_row_model_is_loading:
 * @self: a model
 *
 * Returns: whether it is empty because nothing was read yet
 */
gboolean
eh_row_model_is_loading (EhRowModel *self)
{
  return !self->loaded;
}
