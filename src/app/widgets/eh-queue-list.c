/* What was sent and waits for the facilitator's nod, one after the other: Accept, Refuse, by button
 * or by A and R, which asks why. Nothing is lost by a hurried press: what is accepted is a step
 * that can be undone, what is refused stays in its own list and can wait again, and only erasing,
 * which asks first, is for good. */

#include "eh-queue-list.h"

#include "eh-compat.h"
#include "eh-drop-down.h"
#include "eh-fields.h"
#include "eh-phones.h"
#include "eh-queue-model.h"
#include "eh-queue-row.h"
#include "eh-refusal.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhQueueList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhPhones *phones; /* the workspace's */
  EhQueueModel *model;
  GtkSingleSelection *selection;
  GtkWidget *body;
  GtkWidget *states;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *nothing;
  GtkWidget *bar;
  GtkWidget *accept;
  GtkWidget *refuse;
  GtkWidget *accept_all;
  GtkWidget *again;
  GtkWidget *erase;
  gboolean following; /* the keyboard is in the list, and stays there when a row goes */
};

G_DEFINE_FINAL_TYPE (EhQueueList, eh_queue_list, GTK_TYPE_WIDGET)

typedef gboolean (*QueueFunc) (EhStore *store, GArray *ids, GError **error);

static const EhReceived *
chosen (EhQueueList *self)
{
  EhQueueItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? eh_queue_item_get_row (item) : NULL;
}

static void
announce (EhQueueList *self, const char *text)
{
  eh_compat_announce (GTK_WIDGET (self), text);
}

/* Does it, and says so. */
static void
apply (EhQueueList *self, GArray *ids, QueueFunc func, const char *done)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GError) error = NULL;

  if (store == NULL || ids->len == 0)
    return;
  eh_workspace_flush (self->workspace);
  self->following = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  if (func (store, ids, &error))
    announce (self, done);
  else
    eh_workspace_report_error (self->workspace, error);
  eh_queue_model_refresh (self->model);
}

static void
apply_to_chosen (EhQueueList *self, QueueFunc func, const char *done)
{
  const EhReceived *row = chosen (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  if (row == NULL)
    return;
  g_array_append_val (ids, row->id);
  apply (self, ids, func, done);
}

static void
accept_cb (EhQueueList *self)
{
  apply_to_chosen (self, eh_queue_accept, _ ("Accepted"));
}

static void
refused_cb (EhRefusal *refusal, const char *reason, gboolean tell, EhQueueList *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  const EhReceived *row = chosen (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  if (store == NULL || row == NULL)
    return;
  g_array_append_val (ids, row->id);
  eh_workspace_flush (self->workspace);
  self->following = TRUE;
  if (eh_queue_refuse (store, ids, reason, tell, &error))
    announce (self, _ ("Refused; it is kept among what was refused"));
  else
    eh_workspace_report_error (self->workspace, error);
  eh_queue_model_refresh (self->model);
}

static void
again_cb (EhQueueList *self)
{
  apply_to_chosen (self, eh_queue_reconsider, _ ("It waits again"));
}

static void
accept_all_cb (EhQueueList *self)
{
  g_autoptr (GArray) ids = eh_queue_model_ids (self->model);
  g_autofree char *done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accepted %u contribution",
                                                        "Accepted %u contributions", ids->len),
                                           ids->len);

  apply (self, ids, eh_queue_accept, done);
}

typedef struct {
  EhQueueList *list;
  EhId id;
} Erasing;

static void
erasing_free (Erasing *self)
{
  g_object_unref (self->list);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Erasing, erasing_free)

static void
agreed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Erasing) erasing = data;
  EhQueueList *self = erasing->list;
  EhStore *store = self->workspace != NULL ? eh_workspace_get_store (self->workspace) : NULL;
  g_autoptr (GError) error = NULL;

  if (!eh_compat_ask_finish (result, NULL) || store == NULL)
    return;
  if (eh_queue_erase (store, erasing->id, &error))
    announce (self, _ ("Erased"));
  else
    eh_workspace_report_error (self->workspace, error);
  eh_queue_model_refresh (self->model);
}

static void
erase_cb (EhQueueList *self)
{
  const EhReceived *row = chosen (self);
  Erasing *erasing;

  if (row == NULL)
    return;
  erasing = g_new0 (Erasing, 1);
  erasing->list = g_object_ref (self);
  erasing->id = row->id;
  eh_compat_ask_async (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Erase These Words?"),
      _ ("For words that should not have been written, such as somebody's name. They go for good, "
         "with the insight that was made of them and from the history. To keep them and not take "
         "them in, refuse them."),
      _ ("_Erase"), TRUE, NULL, agreed_cb, erasing);
}

/* ---- what is shown ---- */

static const char *
nothing_words (EhQueueState state)
{
  switch (state) {
  case EH_QUEUE_ACCEPTED:
    return _ ("Nothing that was sent has been accepted yet.");
  case EH_QUEUE_REFUSED:
    return _ ("Nothing was refused. What is refused stays here, and can wait again.");
  case EH_QUEUE_TAKEN_BACK:
    return _ ("Nobody has taken anything back.");
  case EH_QUEUE_WAITING:
  default:
    return _ ("Nothing waits. What phones send comes here first; nobody sees it until you accept "
              "it.");
  }
}

static void
show_states (EhQueueList *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  const char *labels[] = { _ ("Waiting"), _ ("Accepted"), _ ("Refused"), _ ("Taken back") };
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    guint n = eh_queue_count (db, (EhQueueState) i);
    /* TRANSLATORS: "Waiting (12)": a list and how many are in it */
    g_autofree char *text = g_strdup_printf (C_ ("list and count", "%s (%u)"), labels[i], n);

    gtk_string_list_append (words, text);
  }
  g_signal_handlers_block_matched (self->states, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  eh_drop_down_set_words (GTK_DROP_DOWN (self->states), words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->states), eh_queue_model_get_state (self->model));
  g_signal_handlers_unblock_matched (self->states, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
show_bar (EhQueueList *self)
{
  EhQueueState state = eh_queue_model_get_state (self->model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_widget_set_visible (self->bar, n > 0 && state != EH_QUEUE_TAKEN_BACK);
  gtk_widget_set_visible (self->accept, state == EH_QUEUE_WAITING || state == EH_QUEUE_REFUSED);
  gtk_widget_set_visible (self->refuse, state == EH_QUEUE_WAITING);
  gtk_widget_set_visible (self->accept_all, state == EH_QUEUE_WAITING && n > 1);
  gtk_widget_set_visible (self->again, state == EH_QUEUE_REFUSED);
}

static void
items_changed_cb (EhQueueList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_label_set_label (self->nothing, nothing_words (eh_queue_model_get_state (self->model)));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  show_bar (self);
  /* The row that had the keyboard is gone: the next takes it. */
  if (self->following && n > 0) {
    guint position = gtk_single_selection_get_selected (self->selection);

    self->following = FALSE;
    if (position != GTK_INVALID_LIST_POSITION)
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  }
}

static void
refresh (EhQueueList *self)
{
  if (eh_workspace_get_store (self->workspace) == NULL)
    return;
  eh_queue_model_refresh (self->model);
  show_states (self);
}

/* Names were hidden, or shown again. */
static void
renamed_cb (EhQueueList *self)
{
  EhQueueState state = eh_queue_model_get_state (self->model);

  eh_queue_model_set_state (self->model,
                            state == EH_QUEUE_WAITING ? EH_QUEUE_REFUSED : EH_QUEUE_WAITING);
  eh_queue_model_set_state (self->model, state);
  refresh (self);
}

static void
state_chosen_cb (EhQueueList *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  eh_queue_model_set_state (self->model, (EhQueueState) selected);
  items_changed_cb (self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, EhQueueList *self)
{
  gtk_list_item_set_child (list_item, eh_queue_row_new (self->workspace));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, EhQueueList *self)
{
  EhQueueRow *row = EH_QUEUE_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *label = NULL;

  eh_queue_row_show (row, gtk_list_item_get_item (list_item));
  label = eh_queue_row_describe (row);
  eh_compat_list_item_set_label (list_item, label);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *label, GCallback callback, EhQueueList *self)
{
  GtkWidget *button = eh_fields_pill (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (bar), button);
  return button;
}

static void
make_bar (EhQueueList *self)
{
  self->bar = eh_wrap_new (8);
  gtk_widget_add_css_class (self->bar, "eh-queue-bar");
  self->accept = add_button (self->bar, _ ("_Accept"), G_CALLBACK (accept_cb), self);
  self->refuse = eh_refusal_new ();
  g_signal_connect_object (self->refuse, "refused", G_CALLBACK (refused_cb), self, 0);
  eh_wrap_append (EH_WRAP (self->bar), self->refuse);
  self->again = add_button (self->bar, _ ("Let It _Wait Again"), G_CALLBACK (again_cb), self);
  self->accept_all = add_button (self->bar, _ ("Accept A_ll Shown"), G_CALLBACK (accept_all_cb),
                                 self);
  self->erase = add_button (self->bar, _ ("_Erase…"), G_CALLBACK (erase_cb), self);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_tooltip_text (self->accept, _ ("Accept (A)"));
}

static GtkWidget *
make_list (EhQueueList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (
      GTK_SELECTION_MODEL (g_object_ref (self->selection)), g_object_ref (factory)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-insights");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was sent"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static void
make_body (EhQueueList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->states = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (head, "eh-list-head");
  gtk_box_append (GTK_BOX (head), eh_fields_labelled (_ ("_What was sent"), self->states));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_list (self), "list");
  self->nothing = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "eh-pane-body");
  gtk_widget_set_valign (GTK_WIDGET (self->nothing), GTK_ALIGN_START);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  make_bar (self);
  gtk_box_append (GTK_BOX (self->body), head);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->body), self->bar);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

static void
eh_queue_list_dispose (GObject *object)
{
  EhQueueList *self = EH_QUEUE_LIST (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_queue_list_parent_class)->dispose (object);
}

static void
eh_queue_list_class_init (EhQueueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_queue_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_queue_list_init (EhQueueList *self)
{
}

/**
 * eh_queue_list_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): what was sent to it
 */
GtkWidget *
eh_queue_list_new (EhWorkspace *workspace)
{
  EhQueueList *self = g_object_new (EH_TYPE_QUEUE_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->phones = eh_phones_of (workspace);
  self->model = eh_queue_model_new (workspace);
  make_body (self);
  g_signal_connect_object (self->states, "notify::selected", G_CALLBACK (state_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->phones, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (renamed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  items_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * eh_queue_list_key:
 * @self: a list
 * @keyval: a key that nothing else in the window took
 *
 * Returns: whether it was A or R, and did something
 */
gboolean
eh_queue_list_key (EhQueueList *self, guint keyval)
{
  guint key = gdk_keyval_to_lower (keyval);

  if (key == GDK_KEY_a && gtk_widget_is_visible (self->accept))
    accept_cb (self);
  else if (key == GDK_KEY_r && gtk_widget_is_visible (self->refuse))
    eh_refusal_open (EH_REFUSAL (self->refuse));
  else
    return FALSE;
  return TRUE;
}
