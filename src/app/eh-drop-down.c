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
