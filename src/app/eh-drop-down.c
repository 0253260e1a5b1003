/* Drop-down lists whose words come from the project. */

#include "eh-drop-down.h"

static gboolean
same_words (GListModel *first, GListModel *second)
{
  guint n = g_list_model_get_n_items (first);

  if (n != g_list_model_get_n_items (second))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (first), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (second), i)))
      return FALSE;
  return TRUE;
}

/**
 * eh_drop_down_set_words:
 * @self: a drop-down list
 * @words: what it offers
 *
 * Shows these words. When they are the ones that it has, nothing happens: a choice changes the
 * project, which has everything shown again, and GTK must not lose the list that it is choosing
 * from while it tells of the choice.
 */
void
eh_drop_down_set_words (GtkDropDown *self, GtkStringList *words)
{
  GListModel *model = gtk_drop_down_get_model (self);

  if (!GTK_IS_STRING_LIST (model) || !same_words (model, G_LIST_MODEL (words)))
    gtk_drop_down_set_model (self, G_LIST_MODEL (words));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer unused)
{
  GtkStringObject *words = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (words));
}

/**
 * eh_drop_down_let_shrink:
 * @self: a drop-down list of words
 *
 * Cuts what is chosen where there is little room, as on a narrow screen. The list that opens shows
 * all of it.
 */
void
eh_drop_down_let_shrink (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) list = g_object_ref (gtk_drop_down_get_factory (self));
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (self, button);
  gtk_drop_down_set_list_factory (self, list);
}
