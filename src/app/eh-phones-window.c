/* Phones: beside one another, the page that is served (started, shown, stopped) and what was sent,
 * which waits for a nod. The window may be closed while phones are on: the header of the project's
 * window says so and leads back here. */

#include "eh-phones-window.h"

#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-network-help.h"
#include "eh-phones-setup.h"
#include "eh-phones-status.h"
#include "eh-phones.h"
#include "eh-queue-list.h"
#include "eh-split.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPhonesWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhPhones *phones; /* the workspace's */
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *swap_button;
  EhSplit *split;
  EhQueueList *queue;
  GtkWidget *lead;
  GtkWidget *setup;
  GtkWidget *status;
  GtkExpander *help_expander;
  EhNetworkHelp *help;
  EhReach reach; /* that was told */
};

G_DEFINE_FINAL_TYPE (EhPhonesWindow, eh_phones_window, ADW_TYPE_WINDOW)

/* What keeps phones away is told as soon as it is known, once. */
static void
show_reach (EhPhonesWindow *self)
{
  EhReach reach = eh_phones_get_reach (self->phones);
  g_autofree char *words = NULL;

  if (reach == self->reach)
    return;
  self->reach = reach;
  if (reach == EH_REACH_REACHED)
    gtk_expander_set_expanded (self->help_expander, FALSE);
  if (!eh_reach_is_trouble (reach))
    return;
  gtk_expander_set_expanded (self->help_expander, TRUE);
  words = eh_network_help_say (reach, eh_phones_get_address (self->phones));
  eh_compat_announce (GTK_WIDGET (self), words);
}

static void
show_swap (EhPhonesWindow *self)
{
  gboolean queue = eh_split_get_show_content (self->split);
  guint n = eh_phones_get_waiting (self->phones);
  g_autofree char *waiting = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u waiting", "%u waiting", n), n);

  gtk_widget_set_visible (self->swap_button, eh_split_get_folded (self->split));
  gtk_button_set_label (GTK_BUTTON (self->swap_button), queue ? _ ("The page") : waiting);
}

static void
show_undo (EhPhonesWindow *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *label = eh_workspace_hide_names (
      self->workspace, store != NULL ? eh_store_get_undo_label (store) : NULL);
  /* TRANSLATORS: %s is what was done last, such as "Added an insight" */
  g_autofree char *tip = label != NULL ? g_strdup_printf (_ ("Undo: %s"), label) : NULL;

  gtk_widget_set_sensitive (self->undo_button, label != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, tip != NULL ? tip : _ ("Nothing to undo"));
}

static void
refresh (EhPhonesWindow *self)
{
  gboolean running = eh_phones_is_running (self->phones);

  gtk_widget_set_visible (self->lead, !running);
  gtk_widget_set_visible (self->status, running);
  adw_window_title_set_subtitle (self->title, running ? _ ("On") : _ ("Off"));
  show_reach (self);
  show_swap (self);
}

static void
swap_cb (EhPhonesWindow *self)
{
  eh_split_set_show_content (self->split, !eh_split_get_show_content (self->split));
  show_swap (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhPhonesWindow *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return eh_queue_list_key (self->queue, keyval);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_workspace_undo (EH_PHONES_WINDOW (widget)->workspace);
}

static GtkWidget *
make_left (EhPhonesWindow *self, GtkWindow *parent)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->lead = eh_fields_words (
      _ ("This computer serves one page to the phones in the room: the question, and a field to "
         "answer it in. It needs no internet and no account; nobody is asked for a name. Off until "
         "you start it, and off again when you stop it or close the project."),
      "eh-body");
  self->status = eh_phones_status_new (self->workspace);
  self->setup = eh_phones_setup_new (self->workspace);
  self->help = EH_NETWORK_HELP (eh_network_help_new (parent));
  self->help_expander = GTK_EXPANDER (
      gtk_expander_new_with_mnemonic (_ ("_When phones do not reach the page")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->help_expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("When phones do not reach the page"), -1);
  gtk_expander_set_child (self->help_expander, GTK_WIDGET (self->help));
  gtk_widget_set_margin_top (GTK_WIDGET (self->help), 10);
  gtk_box_append (GTK_BOX (box), self->lead);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->setup);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->help_expander));
  gtk_widget_add_css_class (box, "eh-pane-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "eh-list-pane");
  return scrolled;
}

static GtkWidget *
make_header (EhPhonesWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Phones"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->undo_button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Undo"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo_button), "phones.undo");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo_button);
  self->swap_button = gtk_button_new ();
  g_signal_connect_object (self->swap_button, "clicked", G_CALLBACK (swap_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->swap_button);
  return header;
}

static void
eh_phones_window_dispose (GObject *object)
{
  EhPhonesWindow *self = EH_PHONES_WINDOW (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_phones_window_parent_class)->dispose (object);
}

static void
eh_phones_window_class_init (EhPhonesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_phones_window_dispose;
  gtk_widget_class_install_action (widget_class, "phones.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "phones.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_phones_window_init (EhPhonesWindow *self)
{
}

static void
fill (EhPhonesWindow *self, GtkWindow *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->split = EH_SPLIT (eh_split_new ());
  self->queue = EH_QUEUE_LIST (eh_queue_list_new (self->workspace));
  g_object_set (self->split, "sidebar-width", 380, "content-width", 340, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), make_header (self));
  eh_split_set_sidebar (self->split, make_left (self, parent));
  eh_split_set_content (self->split, GTK_WIDGET (self->queue));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->split));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static EhPhonesWindow *
window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPhonesWindow *self = g_object_new (EH_TYPE_PHONES_WINDOW, "transient-for", parent,
                                       "destroy-with-parent", TRUE, "application",
                                       gtk_window_get_application (parent), "title", _ ("Phones"),
                                       "default-width", 960, "default-height", 760, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  self->phones = eh_phones_of (workspace);
  fill (self, parent);
  g_signal_connect_object (self->phones, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (show_swap), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (show_undo), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  show_undo (self);
  return self;
}

static EhPhonesWindow *
find (EhWorkspace *workspace)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (EH_IS_PHONES_WINDOW (l->data) && EH_PHONES_WINDOW (l->data)->workspace == workspace)
      return l->data;
  return NULL;
}

/**
 * eh_phones_window_show:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Shows the window of phones; there is one for each project. Escape closes it, and phones go on.
 */
void
eh_phones_window_show (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPhonesWindow *self = find (workspace);

  if (self == NULL)
    self = window_new (workspace, parent);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * eh_phones_window_close:
 * @workspace: a workspace
 *
 * Closes its window of phones, if there is one; phones themselves go on.
 */
void
eh_phones_window_close (EhWorkspace *workspace)
{
  EhPhonesWindow *self = find (workspace);

  if (self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}
