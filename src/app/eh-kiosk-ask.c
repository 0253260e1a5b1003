/* Before the kiosk begins: what it does, what it cannot do, and how one gets back. */

#include "eh-kiosk-ask.h"

#include "eh-fields.h"
#include "eh-kiosk-window.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  GtkWindow *dialog;
  GtkWindow *main;
  EhWorkspace *workspace;
  GtkEditable *passphrase;
  GtkCheckButton *straight;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  g_object_unref (ask->workspace);
  g_free (ask);
}

static void
start_cb (GtkButton *button, Ask *ask)
{
  g_autofree char *passphrase = g_strdup (gtk_editable_get_text (ask->passphrase));
  gboolean straight = gtk_check_button_get_active (ask->straight);
  g_autoptr (EhWorkspace) workspace = g_object_ref (ask->workspace);
  GtkWindow *main = ask->main;

  gtk_window_destroy (ask->dialog);
  eh_kiosk_window_start (workspace, main, straight, passphrase);
}

static void
add_words (GtkWidget *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * eh_kiosk_ask:
 * @workspace: a workspace with a project
 * @main: its window
 *
 * Asks how the kiosk shall be left, and starts it.
 */
void
eh_kiosk_ask (EhWorkspace *workspace, GtkWindow *main)
{
  Ask *ask = g_new0 (Ask, 1);
  GtkWidget *dialog = g_object_new (ADW_TYPE_WINDOW, "transient-for", main, "modal", TRUE, "title",
                                    _ ("Kiosk"), "default-width", 520, "width-request", 340,
                                    "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *start = gtk_button_new_with_mnemonic (_ ("_Start the Kiosk"));

  add_words (body, _ ("One question fills the screen. People write, send, and pass it on. Nobody "
                      "sees what others wrote, nor the project."));
  add_words (body, _ ("To come back, hold Escape for five seconds, or hold the arrow in the lower "
                      "corner."));
  add_words (body,
             _ ("The desktop may still have gestures and keys of its own, such as for another "
                "user, for locking or for a picture of the screen. Stay near, or use a guest "
                "account of the computer."));
  ask->dialog = GTK_WINDOW (dialog);
  ask->main = main;
  ask->workspace = g_object_ref (workspace);
  ask->passphrase = GTK_EDITABLE (gtk_password_entry_new ());
  ask->straight = GTK_CHECK_BUTTON (
      eh_fields_check (_ ("Take in what is sent without waiting for my nod")));
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (ask->passphrase), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ask->passphrase), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Passphrase to come back, if you want one"), -1);
  add_words (body, _ ("Passphrase to come back, if you want one"));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (ask->passphrase));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (ask->straight));
  gtk_widget_add_css_class (start, "suggested-action");
  gtk_box_append (GTK_BOX (body), start);
  gtk_widget_add_css_class (body, "eh-detail");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), body);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  g_signal_connect_data (start, "clicked", G_CALLBACK (start_cb), ask, ask_free, 0);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), start);
  gtk_window_present (GTK_WINDOW (dialog));
}
