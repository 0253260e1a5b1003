/* When the network will not do it: what may keep phones from this computer, in plain words, and the
 * ways round, of which the last need no network at all. */

#include "eh-network-help.h"

#include "eh-fields.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhNetworkHelp {
  GtkWidget parent_instance;

  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (EhNetworkHelp, eh_network_help, GTK_TYPE_WIDGET)

static void
add_words (GtkWidget *box, const char *text)
{
  gtk_box_append (GTK_BOX (box), eh_fields_words (text, "eh-help-line"));
}

static void
add_reasons (GtkWidget *box)
{
  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("What it may be")));
  add_words (box, _ ("The phone is on mobile data, or on another Wi-Fi. Both must be on the same "
                     "one; mobile data may have to be off."));
  add_words (box, _ ("Guest Wi-Fi, and that of hospitals and universities, often keeps devices "
                     "apart. Nothing on this computer can change that."));
  add_words (box, _ ("A firewall on this computer refuses what comes from outside. Whoever looks "
                     "after it can allow Evenhand."));
  add_words (box, _ ("The browser wants secure pages only. It warns, and offers to open the page "
                     "all the same; this page never asks for a name or a password."));
}

static gboolean
has_action (GtkWindow *window, const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (window);
  const char *each = NULL, *property = NULL;
  const GVariantType *type = NULL;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &each, &type, &property); i++)
    if (g_str_equal (each, name))
      return TRUE;
  return FALSE;
}

static void
action_cb (GtkWidget *button, GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), g_object_get_data (G_OBJECT (button), "action"),
                              NULL);
}

static void
add_action (GtkWidget *wrap, GtkWindow *window, const char *action, const char *label)
{
  GtkWidget *button;

  if (!has_action (window, action))
    return;
  button = eh_fields_pill (label);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (action_cb), window, 0);
  eh_wrap_append (EH_WRAP (wrap), button);
}

static void
add_ways (GtkWidget *box, GtkWindow *window)
{
  GtkWidget *wrap = eh_wrap_new (8);

  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("Ways round")));
  add_words (box,
             _ ("A hotspot of this computer: in its Wi-Fi settings, turn on the hotspot, let "
                "phones join it, then start here again at its address. It needs no internet."));
  add_words (box,
             _ ("A phone's hotspot: turn it on, let this computer and the other phones join "
                "it, then start here again. Nothing is sent over mobile data; there is room for "
                "some ten phones."));
  add_words (box, _ ("This computer or a tablet from hand to hand, with one question on the whole "
                     "screen."));
  add_words (box, _ ("Paper: numbered slips, typed up afterwards. Nobody needs a phone to be "
                     "heard."));
  add_action (wrap, window, "win.kiosk", _ ("From _Hand to Hand…"));
  add_action (wrap, window, "win.print-workshop", _ ("_Print Slips…"));
  gtk_widget_set_visible (wrap, gtk_widget_get_first_child (wrap) != NULL);
  gtk_box_append (GTK_BOX (box), wrap);
}

static void
eh_network_help_dispose (GObject *object)
{
  g_clear_pointer (&EH_NETWORK_HELP (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_network_help_parent_class)->dispose (object);
}

static void
eh_network_help_class_init (EhNetworkHelpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_network_help_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_network_help_init (EhNetworkHelp *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * eh_network_help_new:
 * @window: the window of the project, whose actions lead to what needs no network
 *
 * Returns: (transfer floating): the words
 */
GtkWidget *
eh_network_help_new (GtkWindow *window)
{
  EhNetworkHelp *self = g_object_new (EH_TYPE_NETWORK_HELP, NULL);

  add_reasons (self->body);
  add_ways (self->body, window);
  return GTK_WIDGET (self);
}

/**
 * eh_network_help_say:
 * @reach: whether phones reach the page
 * @address: (nullable): where it is served, "192.168.1.20"
 *
 * Returns: (transfer full): a sentence or two that say so, and what to do first
 */
char *
eh_network_help_say (EhReach reach, const char *address)
{
  switch (reach) {
  case EH_REACH_REACHED:
    return g_strdup (_ ("The page has been opened: the network works."));
  case EH_REACH_KNOCKED:
    return g_strdup (_ ("A phone has reached this computer, but not the page. Point its camera at "
                        "the code again, or type the whole address: a part of it may be missing."));
  case EH_REACH_NO_NETWORK:
    return g_strdup (_ ("This computer is on no network, so no phone can reach it. Join the Wi-Fi "
                        "that the phones are on, or turn on a hotspot, and start again."));
  case EH_REACH_NO_ADDRESS:
    return g_strdup (_ ("The network has given this computer no address. Leave it and join it "
                        "again, or turn on a hotspot, and start again."));
  case EH_REACH_GONE:
    return g_strdup (_ ("This computer has left the network on which the page was started. Join it "
                        "again, or stop and start anew."));
  case EH_REACH_ALONE:
    return g_strdup (_ ("The page is served to this computer alone, to try it out. Stop, choose "
                        "the network that the phones are on, and start again."));
  case EH_REACH_INSIDE:
    return g_strdup (_ ("The page is served on a network inside this computer, where phones hardly "
                        "ever come. Stop, choose another network, and start again."));
  case EH_REACH_FIREWALL:
    return g_strdup (_ ("Nobody has opened the page yet, and a firewall runs on this computer. It "
                        "may be keeping phones out: whoever looks after it can allow Evenhand."));
  case EH_REACH_SILENT:
    return g_strdup (_ ("Nobody has opened the page yet. If a phone was tried, this network may be "
                        "keeping devices apart. There are ways round below."));
  case EH_REACH_WAITING:
    /* TRANSLATORS: %s is a network address such as 192.168.1.20 */
    return g_strdup_printf (
        _ ("Nobody has opened the page yet. To try it, join a phone to the Wi-Fi on which this "
           "computer is %s, and point its camera at the code: when the page opens, it is said here "
           "at once."),
        address != NULL ? address : "");
  case EH_REACH_OFF:
  default:
    return g_strdup (
        _ ("Start first. Then point the camera of one phone at the code: when the page "
           "opens, it is said here at once."));
  }
}
