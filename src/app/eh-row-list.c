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

static gboolean
search_key_cb (GtkEventControllerKey *keys,
               guint key,
               guint code,
               GdkModifierType modifiers,
               GtkListView *list)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));

  if (key != GDK_KEY_Down || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD))
    return GDK_EVENT_PROPAGATE;
  if (gtk_single_selection_get_selected (selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (selection, 0);
  return GDK_EVENT_STOP;
}

/**
 * eh_row_list_follow_search:
 * @list: a list
 * @search: what it is narrowed with
 *
 * Leads the Down key from the words that are searched for to what was found, past the filters, and
 * chooses the first where nothing is chosen.
 */
void
eh_row_list_follow_search (GtkListView *list, GtkSearchEntry *search)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), list, 0);
  gtk_widget_add_controller (GTK_WIDGET (search), keys);
}
