/* What the places with a list beside details share. */

#include "eh-row-list.h"

#include "eh-slots.h"

/**
 * eh_row_list_show:
 * @list: a list of #EhRowItem of which one at a time is selected
 * @split: what it stands in, beside the details
 * @id: of a row
 *
 * Selects a row, brings it into sight and leads to its details.
 *
 * Returns: whether it is listed
 */
gboolean
eh_row_list_show (GtkListView *list, EhSplit *split, EhId id)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (G_LIST_MODEL (selection), i);

    if (eh_row_item_get_id (item) != id)
      continue;
    eh_slots_expect (list, i);
    gtk_single_selection_set_selected (selection, i);
    gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", i);
    eh_split_enter_detail (split);
    return TRUE;
  }
  return FALSE;
}
