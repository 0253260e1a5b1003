/* All rows of one table as a list, kept in step with the project. An item stays the same object as
 * long as its row is there, so that selection and scrolling survive every change; it tells by its
 * "changed" signal that its row is other than before. The order is that of the table: put a
 * #GtkSortListModel with eh_row_item_compare() over it. */

#include "eh-row-model.h"

#include "eh-text.h"

/* With more changes than this at once, reading the table anew is cheaper than row by row. */
#define MANY 64

struct _EhRowItem {
  GObject parent_instance;

  const EhRowType *type;
  gpointer row;
  char *order_key;  /* for comparing texts */
  double position;  /* for comparing numbers */
  char *search_key; /* folded words */
};

struct _EhRowModel {
  GObject parent_instance;

  EhWorkspace *workspace;
  const EhRowType *type;
  const EhField *order;
  GPtrArray *search; /* (element-type EhField): texts to search */
  GPtrArray *items;
  GHashTable *by_id; /* (element-type EhId EhRowItem): the keys lie in the rows */
};

static guint item_changed_signal;

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

static void
take_row (EhRowModel *self, EhRowItem *item, gpointer row)
{
  GString *words = g_string_new (NULL);

  if (item->row != NULL)
    eh_row_free (item->type, item->row);
  item->row = row;
  g_clear_pointer (&item->order_key, g_free);
  if (self->order->kind == EH_FIELD_TEXT)
    item->order_key = g_utf8_collate_key (
        *(char **) (gpointer) ((char *) row + self->order->offset), -1);
  else if (self->order->kind == EH_FIELD_REAL)
    item->position = *(double *) (gpointer) ((char *) row + self->order->offset);
  for (guint i = 0; i < self->search->len; i++) {
    const EhField *field = self->search->pdata[i];

    g_string_append_printf (words, "%s ", *(char **) (gpointer) ((char *) row + field->offset));
  }
  g_free (item->search_key);
  item->search_key = eh_text_fold (words->str);
  g_string_free (words, TRUE);
}

static EhRowItem *
item_for (EhRowModel *self, gpointer row)
{
  EhRowItem *item = g_object_new (EH_TYPE_ROW_ITEM, NULL);

  item->type = self->type;
  take_row (self, item, row);
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
  EhId *key = g_new (EhId, 1);

  *key = eh_row_id (item->row);
  g_hash_table_replace (self->by_id, key, item);
}

/* Reads the whole table; items of rows that are still there are kept. */
static void
read_all (EhRowModel *self)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (eh_workspace_get_db (self->workspace), self->type);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) known = g_steal_pointer (&self->by_id);
  guint n_old = old != NULL ? old->len : 0;

  self->items = g_ptr_array_new_full (rows->len, g_object_unref);
  self->by_id = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++) {
    EhId id = eh_row_id (rows->pdata[i]);
    EhRowItem *item = known != NULL ? g_hash_table_lookup (known, &id) : NULL;

    if (item != NULL) {
      take_row (self, g_object_ref (item), rows->pdata[i]);
      eh_row_item_touch (item);
    } else {
      item = item_for (self, rows->pdata[i]);
    }
    g_ptr_array_add (self->items, item);
    index_item (self, item);
  }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->items->len);
}

static void
row_changed (EhRowModel *self, EhId id)
{
  EhRowItem *item = g_hash_table_lookup (self->by_id, &id);
  gpointer row = eh_reader_get (eh_workspace_get_db (self->workspace), self->type, id);
  guint position = 0;

  if (row == NULL && item != NULL) {
    g_ptr_array_find (self->items, item, &position);
    g_hash_table_remove (self->by_id, &id);
    g_ptr_array_remove_index (self->items, position);
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  } else if (row != NULL && item == NULL) {
    item = item_for (self, row);
    g_ptr_array_add (self->items, item);
    index_item (self, item);
    g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
  } else if (row != NULL) {
    take_row (self, item, row);
    g_ptr_array_find (self->items, item, &position);
    eh_row_item_touch (item);
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  }
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhRowModel *self)
{
  if (changes->len > MANY && eh_changes_touch (changes, self->type)) {
    read_all (self);
    return;
  }
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == self->type)
      row_changed (self, change->id);
  }
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
  G_OBJECT_CLASS (klass)->finalize = eh_row_model_finalize;
}

static void
eh_row_model_init (EhRowModel *self)
{
  self->search = g_ptr_array_new ();
}

/**
 * eh_row_model_new:
 * @workspace: a workspace with a project
 * @type: the table
 * @order_field: the text or real number that eh_row_item_compare() goes by
 * @search_fields: (nullable) (array zero-terminated=1): texts that are searched
 *
 * Returns: (transfer full): the table's rows as #EhRowItem
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
