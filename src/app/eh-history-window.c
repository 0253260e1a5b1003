/* What was done to the project, the newest first: when, by whom, what it changed; and the way back
 * to any point, step by step, as the undo button goes. The list is read in a worker. */

#include "eh-history-window.h"

#include "eh-compat.h"
#include "eh-history-changes.h"
#include "eh-history-filters.h"
#include "eh-history-item.h"
#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* As many steps are searched between two pictures without anybody noticing. */
#define N_AT_ONCE 5000

struct _EhHistoryWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  GtkSearchEntry *search;
  EhHistoryFilters *filters;
  GtkStack *stack;
  GtkListView *list;
  GtkRevealer *revealer;
  GtkLabel *chosen_label;
  GtkLabel *added_label;
  GtkLabel *changed_label;
  GtkLabel *removed_label;
  GtkBox *changes;
  GtkLabel *note_label;
  GtkButton *walk_button;

  GListStore *steps;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GPtrArray *words; /* folded words that are searched */
  GCancellable *loading;
  gint64 last_erasing; /* the last step that is one, 0 for none: nothing up to it can be undone */
  gint64 chosen;       /* the step that is looked at, while the list is read again */
  gboolean walking;
};

G_DEFINE_FINAL_TYPE (EhHistoryWindow, eh_history_window, ADW_TYPE_WINDOW)

static const EhHistoryStep *
selected_step (EhHistoryWindow *self)
{
  EhHistoryItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? eh_history_item_get_step (item) : NULL;
}

static gboolean
is_state (const EhHistoryStep *step, const char *state)
{
  return g_str_equal (step->state, state);
}

static gboolean
matches (gpointer item, gpointer data)
{
  EhHistoryWindow *self = data;

  return eh_history_filters_match (self->filters, item) &&
         eh_history_item_matches (item, self->words);
}

/* Steps that have to be walked to come to this one, itself among them. */
static guint
distance (EhHistoryWindow *self, const EhHistoryStep *step)
{
  guint n_steps = g_list_model_get_n_items (G_LIST_MODEL (self->steps));
  gboolean done = is_state (step, "done");
  guint n = 0;

  for (guint i = 0; i < n_steps; i++) {
    g_autoptr (EhHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), i);
    const EhHistoryStep *other = eh_history_item_get_step (item);

    if (is_state (other, step->state))
      n += done ? other->seq >= step->seq : other->seq <= step->seq;
  }
  return n;
}

/* "2 insights, 1 person" of those that were added, changed or removed. */
static char *
describe_changes (GArray *changes, EhChangeKind kind)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);
    guint at;

    if (change->kind != kind)
      continue;
    if (!g_ptr_array_find (types, change->type, &at)) {
      at = types->len;
      g_ptr_array_add (types, (gpointer) change->type);
      g_array_set_size (counts, types->len);
    }
    g_array_index (counts, guint, at)++;
  }
  for (guint i = 0; i < types->len; i++)
    g_ptr_array_add (words, eh_row_words_count (types->pdata[i], g_array_index (counts, guint, i)));
  /* TRANSLATORS: between the items of a list: "2 insights, 1 person" */
  return eh_text_join (words, C_ ("list", ", "));
}

static char *
kind_text (EhChangeKind kind, const char *what)
{
  switch (kind) {
  case EH_CHANGE_ADDED:
    /* TRANSLATORS: %s is a list of what was added: "2 insights, 1 person" */
    return g_strdup_printf (_ ("Added: %s"), what);
  case EH_CHANGE_REMOVED:
    /* TRANSLATORS: %s is a list of what was removed: "2 insights, 1 person" */
    return g_strdup_printf (_ ("Removed: %s"), what);
  case EH_CHANGE_CHANGED:
  default:
    /* TRANSLATORS: %s is a list of what was changed: "2 insights, 1 person" */
    return g_strdup_printf (_ ("Changed: %s"), what);
  }
}

static void
show_kind (GtkLabel *label, GArray *changes, EhChangeKind kind)
{
  g_autofree char *what = describe_changes (changes, kind);
  g_autofree char *text = kind_text (kind, what);

  gtk_widget_set_visible (GTK_WIDGET (label), *what != '\0');
  gtk_label_set_label (label, text);
}

static const char *
note_for (EhHistoryWindow *self, const EhHistoryStep *step, guint n_found)
{
  if (step->erasing)
    return _ ("An erasure cannot be undone, nor can anything before it.");
  if (is_state (step, "dropped"))
    return _ ("This was undone, and something else was done since: it cannot come back.");
  if (n_found == 0 && step->n_rows > 0)
    return _ ("What this was about has been erased at somebody’s wish.");
  if (is_state (step, "done") && step->seq < self->last_erasing)
    return _ ("Something was erased since at somebody’s wish: nothing before that can be undone.");
  return NULL;
}

static void
show_walk (EhHistoryWindow *self, const EhHistoryStep *step)
{
  gboolean done = is_state (step, "done");

  gtk_widget_set_visible (GTK_WIDGET (self->walk_button),
                          !is_state (step, "dropped") && (!done || step->seq > self->last_erasing));
  gtk_button_set_label (self->walk_button,
                        done ? _ ("_Undo Back to Before This…") : _ ("_Do Again up to This…"));
}

static void
show_step (EhHistoryWindow *self)
{
  const EhHistoryStep *step = selected_step (self);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *what = NULL;
  const char *note = NULL;

  gtk_revealer_set_reveal_child (self->revealer, step != NULL);
  if (step == NULL)
    return;
  self->chosen = step->seq;
  what = eh_workspace_hide_names (self->workspace, step->label);
  changes = eh_history_what (eh_workspace_get_db (self->workspace), step->seq, NULL);
  if (changes == NULL)
    changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
  gtk_label_set_label (self->chosen_label, what);
  show_kind (self->added_label, changes, EH_CHANGE_ADDED);
  show_kind (self->changed_label, changes, EH_CHANGE_CHANGED);
  show_kind (self->removed_label, changes, EH_CHANGE_REMOVED);
  eh_history_changes_show (self->changes, self->workspace, step->seq);
  note = note_for (self, step, changes->len);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  show_walk (self, step);
}

static void
choose_again (EhHistoryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && found == GTK_INVALID_LIST_POSITION; i++) {
    g_autoptr (EhHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

    if (eh_history_item_get_step (item)->seq == self->chosen)
      found = i;
  }
  gtk_single_selection_set_selected (self->selection, found);
}

static void
show_stack (EhHistoryWindow *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->steps));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  /* More may still be found. */
  if (shown == 0 && gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, all == 0 ? "empty" : shown == 0 ? "none" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->search), all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), all > 0);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (path, cancellable, &error);
  GPtrArray *steps = db != NULL ? eh_history_list (db, 0, &error) : NULL;

  if (steps != NULL && !eh_history_read_touched (db, steps, &error))
    g_clear_pointer (&steps, g_ptr_array_unref);
  if (steps != NULL)
    g_task_return_pointer (task, steps, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
find_last_erasing (EhHistoryWindow *self, GPtrArray *steps)
{
  self->last_erasing = 0;
  for (guint i = 0; i < steps->len && self->last_erasing == 0; i++) {
    const EhHistoryStep *step = steps->pdata[i];

    if (step->erasing && is_state (step, "done"))
      self->last_erasing = step->seq;
  }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhHistoryWindow *self = EH_HISTORY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) items = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    return;
  if (steps == NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  eh_history_filters_set_steps (self->filters, steps);
  find_last_erasing (self, steps);
  gtk_filter_list_model_set_incremental (self->filtered, steps->len > N_AT_ONCE);
  items = g_ptr_array_new_full (steps->len, g_object_unref);
  g_ptr_array_set_free_func (steps, NULL);
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (items, eh_history_item_new (steps->pdata[i]));
  g_list_store_splice (self->steps, 0, g_list_model_get_n_items (G_LIST_MODEL (self->steps)),
                       items->pdata, items->len);
  choose_again (self);
  show_stack (self);
}

static void
load (EhHistoryWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->walking)
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (
      task, g_strdup (eh_store_get_path (eh_workspace_get_store (self->workspace))), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
filtered_cb (EhHistoryWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
searched_cb (EhHistoryWindow *self)
{
  g_autofree char *folded = eh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (self->words, g_strdup (words[i]));
  filtered_cb (self);
}

/* Goes on until the step is behind; stops at the first that cannot be walked, and says so. */
static void
walk (EhHistoryWindow *self, gint64 seq, gboolean undo)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gboolean ok = TRUE;
  guint n = 0;

  eh_workspace_flush (self->workspace);
  self->walking = TRUE;
  for (;;) {
    gint64 next = eh_history_next (db, !undo, NULL);

    if (next == 0 || (undo ? next < seq : next > seq))
      break;
    ok = undo ? eh_store_undo (store, &error) : eh_store_redo (store, &error);
    if (!ok)
      break;
    n++;
  }
  self->walking = FALSE;
  load (self);
  if (!ok)
    eh_workspace_report_error (self->workspace, error);
  if (undo)
    said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Undid %u step", "Undid %u steps", n), n);
  else
    said = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Did %u step again", "Did %u steps again", n), n);
  eh_workspace_toast (self->workspace, said, FALSE);
  eh_compat_announce (GTK_WIDGET (self), said);
}

typedef struct {
  EhHistoryWindow *window;
  gint64 seq;
  gboolean undo;
} Walk;

static void
agreed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Walk *asked = data;
  g_autoptr (EhHistoryWindow) self = asked->window;

  if (eh_compat_ask_finish (result, NULL) && self->workspace != NULL)
    walk (self, asked->seq, asked->undo);
}

static void
walk_cb (EhHistoryWindow *self)
{
  const EhHistoryStep *step = selected_step (self);
  g_autofree char *heading = NULL;
  g_autofree char *accept = NULL;
  gboolean undo;
  Walk *asked;
  guint n;

  if (step == NULL)
    return;
  undo = is_state (step, "done");
  n = distance (self, step);
  heading = undo ? g_strdup_printf (
                       g_dngettext (GETTEXT_PACKAGE, "Undo %u Step?", "Undo %u Steps?", n), n)
                 : g_strdup_printf (
                       g_dngettext (GETTEXT_PACKAGE, "Do %u Step Again?", "Do %u Steps Again?", n),
                       n);
  accept = undo ? g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "_Undo %u Step", "_Undo %u Steps", n), n)
                : g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "_Do %u Step Again", "_Do %u Steps Again", n),
                      n);
  asked = g_new0 (Walk, 1);
  asked->window = g_object_ref (self);
  asked->seq = step->seq;
  asked->undo = undo;
  eh_compat_ask_async (
      GTK_WINDOW (self), heading,
      undo ? _ ("The newest goes first, back to before this one. They can be done again, until "
                "something else is done.")
           : _ ("What was undone is done again in its order, up to this one."),
      accept, FALSE, NULL, agreed_cb, asked);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkLabel *state = NULL;

  g_object_set_data (G_OBJECT (list_item), "label", add_label (words, "eh-row-title"));
  g_object_set_data (G_OBJECT (list_item), "about", add_label (words, "eh-row-detail"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  state = add_label (box, "eh-waits");
  gtk_label_set_wrap (state, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (state), GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (list_item), "state", state);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, EhHistoryWindow *self)
{
  EhHistoryItem *item = gtk_list_item_get_item (list_item);
  const EhHistoryStep *step = eh_history_item_get_step (item);
  g_autofree char *what = eh_workspace_hide_names (self->workspace, step->label);
  g_autofree char *when = eh_history_item_describe (item);
  g_autofree char *about = eh_workspace_hide_names (self->workspace, when);
  g_autofree char *label = NULL;
  GtkWidget *state = g_object_get_data (G_OBJECT (list_item), "state");
  const char *word = NULL;

  if (is_state (step, "undone"))
    word = _ ("Undone");
  else if (is_state (step, "dropped"))
    word = _ ("Undone for good");
  gtk_label_set_label (g_object_get_data (G_OBJECT (list_item), "label"), what);
  gtk_label_set_label (g_object_get_data (G_OBJECT (list_item), "about"), about);
  gtk_label_set_label (GTK_LABEL (state), word != NULL ? word : "");
  gtk_widget_set_visible (state, word != NULL);
  if (word != NULL)
    /* TRANSLATORS: a step of the history as a screen reader says it: what, when and by whom, and
     * that it is undone */
    label = g_strdup_printf (_ ("%1$s. %2$s. %3$s"), what, about, word);
  else
    /* TRANSLATORS: a step of the history as a screen reader says it: what, when and by whom */
    label = g_strdup_printf (_ ("%1$s. %2$s"), what, about);
  eh_compat_list_item_set_label (list_item, label);
}

static void
eh_history_window_dispose (GObject *object)
{
  EhHistoryWindow *self = EH_HISTORY_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_history_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhHistoryWindow, name)

static void
eh_history_window_class_init (EhHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EH_TYPE_HISTORY_FILTERS);
  G_OBJECT_CLASS (klass)->dispose = eh_history_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-history-window.ui");
  BIND (search);
  BIND (filters);
  BIND (stack);
  BIND (list);
  BIND (revealer);
  BIND (chosen_label);
  BIND (added_label);
  BIND (changed_label);
  BIND (removed_label);
  BIND (changes);
  BIND (note_label);
  BIND (walk_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_up_list (EhHistoryWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->steps = g_list_store_new (EH_TYPE_HISTORY_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->steps)),
                                              g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (show_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_step), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_history_window_init (EhHistoryWindow *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filtered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk_button, "clicked", G_CALLBACK (walk_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_history_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window that lists what was done; Escape closes it
 */
GtkWidget *
eh_history_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhHistoryWindow *self = g_object_new (EH_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  eh_workspace_flush (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
