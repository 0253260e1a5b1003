/* While phones are on: the code and the address to open, whether anybody has, how much has come,
 * and the buttons that renew the link and stop. */

#include "eh-phones-status.h"

#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-network-help.h"
#include "eh-phones.h"
#include "eh-qr-view.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define CODE_SIZE 280

struct _EhPhonesStatus {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhPhones *phones; /* the workspace's */
  GtkWidget *body;
  EhQrView *code;
  GtkLabel *address;
  GtkLabel *counts;
  GtkLabel *reached;
  GtkLabel *trouble;
};

G_DEFINE_FINAL_TYPE (EhPhonesStatus, eh_phones_status, GTK_TYPE_WIDGET)

static void
show_counts (EhPhonesStatus *self)
{
  guint n_phones = eh_phones_get_phones (self->phones);
  guint n_sent = eh_phones_get_sent (self->phones);
  guint n_waiting = eh_phones_get_waiting (self->phones);
  g_autofree char *phones = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u phone has sent something", "%u phones have sent something",
                   n_phones),
      n_phones);
  g_autofree char *sent = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contribution arrived", "%u contributions arrived", n_sent),
      n_sent);
  g_autofree char *waiting = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u waits for your nod", "%u wait for your nod", n_waiting),
      n_waiting);
  g_autofree char *all = g_strjoin ("\n", phones, sent, waiting, NULL);

  gtk_label_set_label (self->counts, all);
}

static void
refresh (EhPhonesStatus *self)
{
  const char *link = eh_phones_get_link (self->phones);
  const char *trouble = eh_phones_get_trouble (self->phones);
  g_autofree char *said = NULL;
  g_autofree char *spaced = link != NULL ? eh_phones_spaced (link) : NULL;

  eh_qr_view_set_link (self->code, link);
  gtk_label_set_label (self->address, spaced != NULL ? spaced : "");
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  said = eh_network_help_say (eh_phones_get_reach (self->phones),
                              eh_phones_get_address (self->phones));
  gtk_label_set_label (self->reached, said);
  show_counts (self);
}

static void
renew_cb (EhPhonesStatus *self)
{
  eh_phones_renew (self->phones);
  eh_compat_announce (GTK_WIDGET (self), _ ("A new link. The one before leads nowhere any more."));
}

static void
stop_cb (EhPhonesStatus *self)
{
  eh_phones_stop (self->phones);
  eh_compat_announce (GTK_WIDGET (self), _ ("Phones are off. What has arrived is kept."));
}

static void
add_button (GtkWidget *wrap, const char *label, const char *tip, GCallback callback, gpointer self)
{
  GtkWidget *button = eh_fields_pill (label);

  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (wrap), button);
}

static GtkLabel *
add_words (EhPhonesStatus *self, const char *style)
{
  GtkWidget *label = eh_fields_words (NULL, style);

  gtk_box_append (GTK_BOX (self->body), label);
  return GTK_LABEL (label);
}

static void
make_body (EhPhonesStatus *self)
{
  GtkWidget *wrap = eh_wrap_new (8);

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->code = EH_QR_VIEW (eh_qr_view_new (CODE_SIZE));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->code));
  self->address = add_words (self, "eh-address");
  gtk_label_set_selectable (self->address, TRUE);
  gtk_label_set_xalign (self->address, 0.5f);
  gtk_label_set_justify (self->address, GTK_JUSTIFY_CENTER);
  gtk_label_set_label (
      add_words (self, "eh-hint"),
      _ ("Type it without the spaces. Whoever has this link can send until you "
         "stop; anybody on the same network could read along, so the page asks for "
         "no names."));
  self->trouble = add_words (self, "eh-trouble");
  self->counts = add_words (self, "eh-body");
  gtk_box_append (GTK_BOX (self->body), eh_fields_heading (_ ("Do phones reach it?")));
  self->reached = add_words (self, "eh-body");
  add_button (wrap, _ ("S_top"), _ ("The page goes, what has arrived stays"), G_CALLBACK (stop_cb),
              self);
  add_button (wrap, _ ("Re_new Link"), _ ("The link there is now leads nowhere any more"),
              G_CALLBACK (renew_cb), self);
  gtk_box_append (GTK_BOX (self->body), wrap);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

static void
eh_phones_status_dispose (GObject *object)
{
  EhPhonesStatus *self = EH_PHONES_STATUS (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_phones_status_parent_class)->dispose (object);
}

static void
eh_phones_status_class_init (EhPhonesStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_phones_status_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_phones_status_init (EhPhonesStatus *self)
{
}

/**
 * eh_phones_status_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): how its phones are
 */
GtkWidget *
eh_phones_status_new (EhWorkspace *workspace)
{
  EhPhonesStatus *self = g_object_new (EH_TYPE_PHONES_STATUS, NULL);

  self->workspace = g_object_ref (workspace);
  self->phones = eh_phones_of (workspace);
  make_body (self);
  g_signal_connect_object (self->phones, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
