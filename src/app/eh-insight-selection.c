/* Which insights of a list are chosen: any number of them.
 *
 * GtkMultiSelection holds an object for each, so that to choose all of a large project takes a
 * hundred thousand objects. Here the places are kept, as a set of numbers; where the list is
 * replaced, they follow the ids. */

#include "eh-insight-selection.h"

struct _EhInsightSelection {
  GObject parent_instance;

  EhInsightListModel *model;
  GArray *ids; /* (element-type EhId): as the list was when the places were noted */
  GtkBitset *selected;
};

static void eh_insight_selection_list_init (GListModelInterface *iface);
static void eh_insight_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhInsightSelection,
                               eh_insight_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      eh_insight_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          eh_insight_selection_selection_init))

static GType
eh_insight_selection_get_item_type (GListModel *list)
{
  return EH_TYPE_INSIGHT_ITEM;
}

static guint
eh_insight_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (EH_INSIGHT_SELECTION (list)->model));
}

static gpointer
eh_insight_selection_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (EH_INSIGHT_SELECTION (list)->model), position);
}

static void
eh_insight_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = eh_insight_selection_get_item_type;
  iface->get_n_items = eh_insight_selection_get_n_items;
  iface->get_item = eh_insight_selection_get_item;
}

static gboolean
eh_insight_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (EH_INSIGHT_SELECTION (model)->selected, position);
}

static GtkBitset *
eh_insight_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (EH_INSIGHT_SELECTION (model)->selected);
}

static gboolean
eh_insight_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  EhInsightSelection *self = EH_INSIGHT_SELECTION (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  /* What differs, of what is asked about, and of what there is. */
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changed, selected);
  gtk_bitset_intersect (changed, mask);
  if (n < G_MAXUINT)
    gtk_bitset_remove_range (changed, n, G_MAXUINT - n);
  if (gtk_bitset_is_empty (changed))
    return TRUE;
  gtk_bitset_difference (self->selected, changed);
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (changed),
                                         gtk_bitset_get_maximum (changed) -
                                             gtk_bitset_get_minimum (changed) + 1);
  return TRUE;
}

static void
eh_insight_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = eh_insight_selection_is_selected;
  iface->get_selection_in_range = eh_insight_selection_get_selection_in_range;
  iface->set_selection = eh_insight_selection_set_selection;
}

/* Where those of the selected insights are that were in a part of the list which was replaced: one
 * walk, for the newest is first in any list of insights, before and after. */
static GtkBitset *
follow (EhInsightSelection *self, GArray *now, guint position, guint removed, guint added)
{
  GtkBitset *places = gtk_bitset_new_empty ();
  guint place = position;
  GtkBitsetIter iter;
  guint old;

  for (gboolean more = gtk_bitset_iter_init_at (&iter, self->selected, position, &old);
       more && old < position + removed; more = gtk_bitset_iter_next (&iter, &old)) {
    EhId id = g_array_index (self->ids, EhId, old);

    while (place < position + added && g_array_index (now, EhId, place) > id)
      place++;
    if (place < position + added && g_array_index (now, EhId, place) == id)
      gtk_bitset_add (places, place);
  }
  return places;
}

static void
items_changed_cb (EhInsightSelection *self, guint position, guint removed, guint added)
{
  GArray *now = eh_insight_list_model_get_ids (self->model);
  g_autoptr (GtkBitset) places = now != self->ids ? follow (self, now, position, removed, added)
                                                  : gtk_bitset_new_empty ();

  gtk_bitset_splice (self->selected, position, removed, added);
  gtk_bitset_union (self->selected, places);
  g_array_ref (now);
  g_array_unref (self->ids);
  self->ids = now;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
eh_insight_selection_finalize (GObject *object)
{
  EhInsightSelection *self = EH_INSIGHT_SELECTION (object);

  g_clear_object (&self->model);
  g_array_unref (self->ids);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (eh_insight_selection_parent_class)->finalize (object);
}

static void
eh_insight_selection_class_init (EhInsightSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_insight_selection_finalize;
}

static void
eh_insight_selection_init (EhInsightSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/**
 * eh_insight_selection_new:
 * @model: a list of insights
 *
 * Returns: (transfer full): the same list, of which nothing is selected yet
 */
EhInsightSelection *
eh_insight_selection_new (EhInsightListModel *model)
{
  EhInsightSelection *self = g_object_new (EH_TYPE_INSIGHT_SELECTION, NULL);

  self->model = g_object_ref (model);
  self->ids = g_array_ref (eh_insight_list_model_get_ids (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
