/* While phones are on, and while something that they sent waits, every place of the window says so:
 * a button in its header that leads to them. */

#include "eh-phones-chip.h"

#include "eh-phones.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
refresh (EhPhones *phones, GtkWidget *chip)
{
  guint n_phones = eh_phones_get_phones (phones);
  guint n_waiting = eh_phones_get_waiting (phones);
  gboolean on = eh_phones_is_running (phones);
  g_autofree char *sending = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u phone", "%u phones", n_phones), n_phones);
  g_autofree char *waiting = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u waiting", "%u waiting", n_waiting), n_waiting);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (on)
    g_ptr_array_add (said, sending);
  if (n_waiting > 0)
    g_ptr_array_add (said, waiting);
  /* TRANSLATORS: between the parts of "12 phones · 3 waiting" */
  text = eh_text_join (said, C_ ("between facts", " · "));
  gtk_button_set_label (GTK_BUTTON (chip), text);
  gtk_widget_set_visible (chip, said->len > 0);
  if (on)
    gtk_widget_add_css_class (chip, "eh-on");
  else
    gtk_widget_remove_css_class (chip, "eh-on");
}

/**
 * eh_phones_chip_new:
 * @workspace: a workspace
 *
 * Returns: (transfer floating): a button that is there while its phones have something to tell
 */
GtkWidget *
eh_phones_chip_new (EhWorkspace *workspace)
{
  EhPhones *phones = eh_phones_of (workspace);
  GtkWidget *chip = gtk_button_new ();

  gtk_widget_add_css_class (chip, "eh-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, _ ("Phones (F7)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.phones");
  g_signal_connect_object (phones, "changed", G_CALLBACK (refresh), chip, 0);
  refresh (phones, chip);
  return chip;
}
