/* What was done to the project, the newest first: when, by whom, what it changed; and the way back
 * to any point, step by step, as the undo button goes. */

#include "eh-history-window.h"

#include "eh-compat.h"
#include "eh-history-changes.h"
#include "eh-history-filters.h"
#include "eh-history-model.h"
#include "eh-reader.h"
#include "eh-row-words.h"
#include "eh-slots.h"
#include "eh-store-read.h"
#include "eh-text.h"
#include "eh-weak.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* About how high a row is. */
#define ROW_HEIGHT 50

/* A step that changed so many rows is read within a frame. */
#define FEW_ROWS 100

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

  EhHistoryModel *steps;
  GtkSingleSelection *selection;
  GCancellable *offering; /* while it is found out what can be filtered */
  GCancellable *looking;  /* while a step that changed much is read */
  gint64 chosen;          /* the step that is looked at, while the list is read again */
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

static const EhChangeKind kinds[] = { EH_CHANGE_ADDED, EH_CHANGE_CHANGED, EH_CHANGE_REMOVED };

/* What a step changed, ready to be shown: an import changed a hundred thousand rows. */
typedef struct {
  char *counts[G_N_ELEMENTS (kinds)]; /* "" for none of the kind */
  guint n_found;
  EhHistoryChanges *changes;
} Looked;

static void
looked_free (Looked *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_free (self->counts[i]);
  eh_history_changes_free (self->changes);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looked, looked_free)

/* In a worker where the step changed much. */
static gpointer
look_at (EhDb *db, gpointer data, GError **error)
{
  const gint64 *seq = data;
  g_autoptr (GArray) changes = eh_history_what (db, *seq, NULL);
  Looked *looked = g_new0 (Looked, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    looked->counts[i] = changes != NULL ? describe_changes (changes, kinds[i]) : g_strdup ("");
  looked->n_found = changes != NULL ? changes->len : 0;
  looked->changes = eh_history_changes_read (db, *seq);
  return looked;
}

static void
show_kind (GtkLabel *label, EhChangeKind kind, const char *what)
{
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
  if (is_state (step, "done") && step->seq < eh_history_model_get_last_erasing (self->steps))
    return _ ("Something was erased since at somebody’s wish: nothing before that can be undone.");
  return NULL;
}

static void
show_walk (EhHistoryWindow *self, const EhHistoryStep *step)
{
  gboolean done = is_state (step, "done");

  gtk_widget_set_visible (
      GTK_WIDGET (self->walk_button),
      !is_state (step, "dropped") &&
          (!done || step->seq > eh_history_model_get_last_erasing (self->steps)));
  gtk_button_set_label (self->walk_button,
                        done ? _ ("_Undo Back to Before This…") : _ ("_Do Again up to This…"));
}

static void
show_looked (EhHistoryWindow *self, const EhHistoryStep *step, const Looked *looked)
{
  const char *note = looked != NULL ? note_for (self, step, looked->n_found)
                                    : _ ("Reading what was changed…");
  GtkLabel *labels[] = { self->added_label, self->changed_label, self->removed_label };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    show_kind (labels[i], kinds[i], looked != NULL ? looked->counts[i] : "");
  eh_history_changes_show (self->changes, self->workspace, looked != NULL ? looked->changes : NULL);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhHistoryWindow) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (Looked) looked = eh_store_read_finish (result, &error);
  const EhHistoryStep *step;

  if (self == NULL || self->workspace == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->looking);
  eh_workspace_report_error (self->workspace, error);
  step = selected_step (self);
  if (step != NULL && looked != NULL)
    show_looked (self, step, looked);
}

static void
stop_looking (EhHistoryWindow *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
show_step (EhHistoryWindow *self)
{
  const EhHistoryStep *step = selected_step (self);
  g_autofree char *what = NULL;

  stop_looking (self);
  gtk_revealer_set_reveal_child (self->revealer, step != NULL);
  if (step == NULL)
    return;
  self->chosen = step->seq;
  what = eh_workspace_hide_names (self->workspace, step->label);
  gtk_label_set_label (self->chosen_label, what);
  if (step->n_rows <= FEW_ROWS) {
    g_autoptr (Looked) looked = look_at (eh_workspace_get_db (self->workspace), &self->chosen,
                                         NULL);

    show_looked (self, step, looked);
  } else {
    show_looked (self, step, NULL);
    self->looking = g_cancellable_new ();
    eh_store_read_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), look_at,
                         g_memdup2 (&step->seq, sizeof step->seq), g_free,
                         (GDestroyNotify) looked_free, self->looking, looked_cb,
                         eh_weak_new (self));
  }
  show_walk (self, step);
}

static void
choose_again (EhHistoryWindow *self)
{
  guint position;

  if (!eh_history_model_find (self->steps, self->chosen, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
show_stack (EhHistoryWindow *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->steps));
  gboolean filtered = eh_history_model_is_filtered (self->steps);

  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : filtered ? "none" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->search), shown > 0 || filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), shown > 0 || filtered);
}

/* The selection stays where its step does; whether it can be walked to may be another matter now.
 */
static void
loaded_cb (EhHistoryWindow *self)
{
  const EhHistoryStep *step = selected_step (self);

  if (step == NULL || step->seq != self->chosen)
    choose_again (self);
  else
    show_step (self);
  show_stack (self);
}

static void
failed_cb (EhHistoryWindow *self, const GError *error)
{
  if (self->workspace != NULL)
    eh_workspace_report_error (self->workspace, error);
}

/* ---- What can be filtered, which takes long to find out of a long history ---- */

typedef struct {
  guint64 tables;
  GPtrArray *people;
} Offer;

static void
offer_free (Offer *offer)
{
  g_ptr_array_unref (offer->people);
  g_free (offer);
}

static void
offer_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (path, cancellable, &error);
  GPtrArray *people = db != NULL ? eh_history_people (db, &error) : NULL;
  Offer *offer;

  if (people == NULL) {
    g_task_return_error (task, error);
    return;
  }
  offer = g_new0 (Offer, 1);
  offer->people = people;
  if (!eh_history_tables (db, &offer->tables, &error)) {
    offer_free (offer);
    g_task_return_error (task, error);
    return;
  }
  g_clear_pointer (&db, eh_db_close);
  g_task_return_pointer (task, offer, (GDestroyNotify) offer_free);
}

static void
offered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhHistoryWindow) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  Offer *offer = g_task_propagate_pointer (G_TASK (result), &error);

  if (offer == NULL)
    return;
  if (self != NULL && self->workspace != NULL) {
    g_clear_object (&self->offering);
    eh_history_filters_offer (self->filters, offer->tables, offer->people);
  }
  offer_free (offer);
}

static void
offer (EhHistoryWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->offering != NULL)
    g_cancellable_cancel (self->offering);
  g_clear_object (&self->offering);
  self->offering = g_cancellable_new ();
  task = g_task_new (NULL, self->offering, offered_cb, eh_weak_new (self));
  g_task_set_source_tag (task, offer);
  g_task_set_task_data (
      task, g_strdup (eh_store_get_path (eh_workspace_get_store (self->workspace))), g_free);
  g_task_run_in_thread (task, offer_in_thread);
}

static void
refresh (EhHistoryWindow *self)
{
  if (self->walking)
    return;
  eh_history_model_refresh (self->steps);
  offer (self);
}

static void
filter_cb (EhHistoryWindow *self)
{
  EhHistoryQuery query;

  eh_history_filters_get (self->filters, &query);
  eh_history_model_set_filter (self->steps, &query,
                               gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* A walk through the history. */
typedef struct {
  gint64 seq;
  gboolean undo;
  guint n; /* how many steps were walked */
} Progress;

/* In a worker: goes on until the step is behind; stops at the first that cannot be walked. */
static gboolean
walk_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Progress *walked = data;

  for (;;) {
    gint64 next = eh_history_next (eh_store_get_db (store), !walked->undo, NULL);

    if (next == 0 || (walked->undo ? next < walked->seq : next > walked->seq))
      return TRUE;
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !(walked->undo ? eh_store_undo (store, error) : eh_store_redo (store, error)))
      return FALSE;
    walked->n++;
  }
}

typedef struct {
  EhHistoryWindow *window;
  Progress *progress;
} Walked;

/* How far it came is said in any case. */
static void
walked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Walked *walked = data;
  g_autoptr (EhHistoryWindow) self = walked->window;
  EhWorkspace *workspace = EH_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  guint n = walked->progress->n;

  if (!eh_workspace_run_finish (workspace, result, &error))
    eh_workspace_report_error (workspace, error);
  if (walked->progress->undo)
    said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Undid %u step", "Undid %u steps", n), n);
  else
    said = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Did %u step again", "Did %u steps again", n), n);
  g_atomic_rc_box_release (walked->progress);
  self->walking = FALSE;
  if (self->workspace == NULL)
    return;
  refresh (self);
  eh_workspace_toast (workspace, said, FALSE);
}

static void
walk (EhHistoryWindow *self, gint64 seq, gboolean undo)
{
  Walked *walked = g_new (Walked, 1);

  walked->window = g_object_ref (self);
  walked->progress = g_atomic_rc_box_new0 (Progress);
  walked->progress->seq = seq;
  walked->progress->undo = undo;
  self->walking = TRUE;
  eh_workspace_run_async (self->workspace, undo ? _ ("Undoing…") : _ ("Doing it again…"), walk_work,
                          g_atomic_rc_box_acquire (walked->progress), g_atomic_rc_box_release,
                          walked_cb, walked);
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
  n = eh_history_distance (eh_workspace_get_db (self->workspace), step);
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

/* What a row says is found again under these names. */
static GtkWidget *
make_row (gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkLabel *state = NULL;

  g_object_set_data (G_OBJECT (box), "label", add_label (words, "eh-row-title"));
  g_object_set_data (G_OBJECT (box), "about", add_label (words, "eh-row-detail"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  state = add_label (box, "eh-waits");
  gtk_label_set_wrap (state, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (state), GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (box), "state", state);
  return box;
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  EhHistoryWindow *self = data;
  const EhHistoryStep *step = eh_history_item_get_step (gtk_list_item_get_item (list_item));
  g_autofree char *what = eh_workspace_hide_names (self->workspace, step->label);
  g_autofree char *when = eh_history_step_describe (step);
  g_autofree char *about = eh_workspace_hide_names (self->workspace, when);
  g_autofree char *label = NULL;
  GtkWidget *state = g_object_get_data (G_OBJECT (row), "state");
  const char *word = NULL;

  if (is_state (step, "undone"))
    word = _ ("Undone");
  else if (is_state (step, "dropped"))
    word = _ ("Undone for good");
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), what);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "about"), about);
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

  if (self->offering != NULL)
    g_cancellable_cancel (self->offering);
  g_clear_object (&self->offering);
  stop_looking (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->steps);
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

  self->steps = eh_history_model_new (eh_workspace_get_store (self->workspace));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->steps)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  eh_slots_attach (self->list, make_row, show_row, self, ROW_HEIGHT);
  eh_compat_tab_leaves_list (self->list);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->steps, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_step), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_history_window_init (EhHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filter_cb), self,
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
  set_up_list (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  offer (self);
  return GTK_WIDGET (self);
}
