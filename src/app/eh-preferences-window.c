/* What somebody sets once on this computer, for every project. */

#include "eh-preferences-window.h"

#include "eh-text-field.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
name_field (GSettings *settings)
{
  GtkWidget *field = eh_text_field_new (_ ("Your name"), FALSE);

  eh_text_field_set_hint (EH_TEXT_FIELD (field),
                          _ ("Optional. The history of a project shows it beside what you change "
                             "from now on, to everybody who has the file."),
                          FALSE);
  g_settings_bind (settings, "contributor-name", eh_text_field_get_input (EH_TEXT_FIELD (field)),
                   "text", G_SETTINGS_BIND_DEFAULT);
  return field;
}

static GtkWidget *
content (GSettings *settings)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "eh-detail");
  gtk_box_append (GTK_BOX (box), name_field (settings));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/**
 * eh_preferences_window_new:
 * @parent: the window that asks for it
 *
 * Returns: (transfer none): a window in which this computer is set up; what is entered counts at
 *   once, and Escape closes it
 */
GtkWidget *
eh_preferences_window_new (GtkWindow *parent)
{
  g_autoptr (GSettings) settings = g_settings_new (EH_APP_ID);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content (settings));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return window;
}
