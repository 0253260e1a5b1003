/* The list of keys, made from the table of actions and the list of places. */

#include "eh-shortcuts-window.h"

#include "eh-actions.h"
#include "eh-place.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add_row (AdwPreferencesGroup *group, const char *label, const char *keys)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *shown = NULL;
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;

  if (!gtk_accelerator_parse (each[0], &key, &modifiers))
    text = g_strdup (keys);
  else
    text = gtk_accelerator_get_label (key, modifiers);
  shown = gtk_label_new (text);
  gtk_widget_add_css_class (shown, "eh-key");
  gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
  adw_preferences_group_add (group, row);
}

static void
add_places (AdwPreferencesGroup *group)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  for (guint i = 0; i < n_places; i++) {
    g_autofree char *keys = g_strdup_printf ("<Alt>%u", places[i].number);

    add_row (group, _ (places[i].label), keys);
  }
}

static GtkWidget *
list_of_keys (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const char *heading = NULL;
  guint n_actions;
  const EhAction *actions = eh_actions_list (&n_actions);

  adw_preferences_group_set_title (group, _ ("Places"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  add_places (group);
  for (guint i = 0; i < n_actions; i++) {
    if (g_strcmp0 (heading, actions[i].group) != 0) {
      heading = actions[i].group;
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (heading));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
    }
    add_row (group, _ (actions[i].label), actions[i].keys);
  }
  return page;
}

/**
 * eh_shortcuts_window_new:
 * @parent: the window that asks for it
 *
 * Returns: (transfer none): a window that lists every key; Escape closes it
 */
GtkWidget *
eh_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Keys"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 640);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), list_of_keys ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return window;
}
