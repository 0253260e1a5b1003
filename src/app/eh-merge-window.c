/* Bringing in another copy of the project: what would come, what both changed side by side, and
 * nothing done until somebody says so. The plan is made in a worker, and made again when the
 * project changes meanwhile. */

#include "eh-merge-window.h"

#include "eh-compat.h"
#include "eh-copies-window.h"
#include "eh-job-backup.h"
#include "eh-job-merge.h"
#include "eh-merge-choice.h"
#include "eh-opening.h"
#include "eh-text.h"
#include "eh-unlock-window.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* As many choices as are drawn at once: hundreds would make every key slow. */
#define N_CHOICES 25

struct _EhMergeWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  char *path;
  EhUnlocked *unlocked; /* (nullable): what @path is in, where it came out of a protected copy */
  GtkStack *stack;
  GtkButton *cancel_button;
  GtkButton *apply_button;
  GtkLabel *file_label;
  GtkLabel *summary_label;
  GtkLabel *safe_label;
  GtkBox *choice_section;
  GtkBox *choice_box;
  GtkLabel *rest_label;
  GtkButton *more_button;
  AdwStatusPage *problem_page;

  EhMergePlan *plan;
  guint n_shown;                /* choices */
  const EhMergePlan *backed_up; /* the plan that a backup is made for; only compared */
  GCancellable *planning;
};

G_DEFINE_FINAL_TYPE (EhMergeWindow, eh_merge_window, ADW_TYPE_WINDOW)

typedef struct {
  char *ours;
  char *theirs;
} Paths;

static void
paths_free (Paths *paths)
{
  g_free (paths->ours);
  g_free (paths->theirs);
  g_free (paths);
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Paths *paths = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (paths->ours, cancellable, &error);
  EhMergePlan *plan = db != NULL ? eh_merge_plan_new (db, paths->theirs, &error) : NULL;

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) eh_merge_plan_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clear_choices (EhMergeWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choice_box))) != NULL)
    gtk_box_remove (self->choice_box, child);
}

static void
show_rest (EhMergeWindow *self)
{
  guint n_rest = self->plan->conflicts->len - self->n_shown;
  g_autofree char *rest = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "And %u more, which follows the same rule.",
                   "And %u more, which follow the same rule.", n_rest),
      n_rest);
  guint n_next = MIN (n_rest, N_CHOICES);
  g_autofree char *more = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Show %u More", "_Show %u More", n_next), n_next);

  gtk_label_set_label (self->rest_label, rest);
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_rest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_rest > 0);
}

static void
show_more (EhMergeWindow *self)
{
  GPtrArray *conflicts = self->plan->conflicts;
  guint end = MIN (conflicts->len, self->n_shown + N_CHOICES);
  GtkWidget *first = NULL;

  for (; self->n_shown < end; self->n_shown++) {
    GtkWidget *choice = eh_merge_choice_new (self->workspace, conflicts->pdata[self->n_shown]);

    if (first == NULL)
      first = choice;
    gtk_box_append (self->choice_box, choice);
  }
  show_rest (self);
  /* From the button that has gone, or moved away, to what it brought. */
  if (first != NULL && gtk_widget_has_focus (GTK_WIDGET (self->more_button)))
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

static void
show_choices (EhMergeWindow *self)
{
  self->n_shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->choice_section), self->plan->conflicts->len > 0);
  show_more (self);
}

static void
show_plan (EhMergeWindow *self)
{
  g_autofree char *summary = eh_job_merge_summary (self->plan);
  gboolean empty = eh_merge_plan_is_empty (self->plan) && self->plan->conflicts->len == 0 &&
                   self->plan->n_erased == 0;

  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->safe_label), !empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), !empty);
  show_choices (self);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  eh_compat_announce (GTK_WIDGET (self), summary);
}

static void
show_problem (EhMergeWindow *self, const char *message)
{
  adw_status_page_set_description (self->problem_page, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  eh_compat_announce (GTK_WIDGET (self), message);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhMergeWindow *self = EH_MERGE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  EhMergePlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    eh_merge_plan_free (plan);
    return;
  }
  self->plan = plan;
  if (plan != NULL) {
    show_plan (self);
    return;
  }
  show_problem (self, error->message);
}

static void
make_plan (EhMergeWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Paths *paths = g_new0 (Paths, 1);

  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  clear_choices (self);
  self->backed_up = NULL;
  g_clear_pointer (&self->plan, eh_merge_plan_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "planning");
  self->planning = g_cancellable_new ();
  task = g_task_new (self, self->planning, planned_cb, NULL);
  g_task_set_source_tag (task, make_plan);
  paths->ours = g_strdup (eh_store_get_path (eh_workspace_get_store (self->workspace)));
  paths->theirs = g_strdup (self->path);
  g_task_set_task_data (task, paths, (GDestroyNotify) paths_free);
  g_task_run_in_thread (task, plan_in_thread);
}

/* A plan on its way into the project. */
typedef struct {
  EhMergeWindow *window;
  EhMergePlan *plan;
  char *label;
} Merge;

static void
merge_free (Merge *merge)
{
  g_object_unref (merge->window);
  eh_merge_plan_free (merge->plan);
  g_free (merge->label);
  g_free (merge);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)

static gboolean
merge_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Merge *merge = data;

  return eh_merge_apply (store, merge->plan, merge->label, error);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Merge) merge = data;
  EhWorkspace *workspace = EH_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  if (eh_workspace_run_finish (workspace, result, &error))
    eh_workspace_toast (workspace, merge->label, TRUE);
  else
    eh_workspace_report_error (workspace, error);
  if (merge->window->workspace == NULL)
    return;
  if (error == NULL && merge->plan->n_erased > 0)
    eh_copies_window_look (workspace, gtk_window_get_transient_for (GTK_WINDOW (merge->window)));
  gtk_window_close (GTK_WINDOW (merge->window));
}

static void
apply (EhMergeWindow *self)
{
  Merge *merge = g_new0 (Merge, 1);

  merge->window = g_object_ref (self);
  merge->plan = g_steal_pointer (&self->plan);
  merge->label = eh_job_merge_label (self->path);
  /* The plan is of the project as it is: from here on a change is this one. */
  g_signal_handlers_disconnect_by_func (self->workspace, make_plan, self);
  clear_choices (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  eh_workspace_run_async (self->workspace, _ ("Bringing in the other copy…"), merge_work, merge,
                          NULL, merged_cb, merge);
}

/* While the backup was made the project may have changed, and the plan with it: then the new one is
 * shown first. */
static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMergeWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean made = eh_job_backup_make_finish (result, &error);

  if (self->workspace == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (!made) {
    show_problem (self, error->message);
    return;
  }
  if (self->plan != NULL && self->plan == self->backed_up)
    apply (self);
}

static void
apply_cb (EhMergeWindow *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);

  if (self->plan == NULL || store == NULL)
    return;
  self->backed_up = self->plan;
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  eh_job_backup_make_async (eh_store_get_path (store), EH_BACKUP_REASON_MERGE, NULL, backed_up_cb,
                            g_object_ref (self));
}

static void
eh_merge_window_dispose (GObject *object)
{
  EhMergeWindow *self = EH_MERGE_WINDOW (object);

  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  if (self->choice_box != NULL)
    clear_choices (self);
  self->choice_box = NULL;
  g_clear_pointer (&self->plan, eh_merge_plan_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->unlocked, eh_unlocked_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_merge_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhMergeWindow, name)

static void
eh_merge_window_class_init (EhMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_merge_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-merge-window.ui");
  BIND (stack);
  BIND (cancel_button);
  BIND (apply_button);
  BIND (file_label);
  BIND (summary_label);
  BIND (safe_label);
  BIND (choice_section);
  BIND (choice_box);
  BIND (rest_label);
  BIND (more_button);
  BIND (problem_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_merge_window_init (EhMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (show_more), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_merge_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 * @file: the other copy, with a path
 *
 * Returns: (transfer none): a window that shows what would come in, and brings it in when asked
 */
GtkWidget *
eh_merge_window_new (EhWorkspace *workspace, GtkWindow *parent, GFile *file)
{
  EhMergeWindow *self = g_object_new (EH_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self->workspace = g_object_ref (workspace);
  self->path = g_file_get_path (file);
  gtk_label_set_label (self->file_label, shown);
  eh_workspace_flush (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (make_plan), self, G_CONNECT_SWAPPED);
  make_plan (self);
  return GTK_WIDGET (self);
}

typedef struct {
  EhWorkspace *workspace;
  GtkWindow *parent;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->workspace);
  g_object_unref (asked->parent);
  g_free (asked);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  EhUnlocked *unlocked = eh_unlock_finish (result, NULL);
  g_autoptr (GFile) file = NULL;
  GtkWidget *window = NULL;

  if (unlocked == NULL || eh_workspace_get_store (asked->workspace) == NULL) {
    eh_unlocked_free (unlocked);
    return;
  }
  file = g_file_new_for_path (unlocked->path);
  window = eh_merge_window_new (asked->workspace, asked->parent, file);
  EH_MERGE_WINDOW (window)->unlocked = unlocked;
  gtk_window_present (GTK_WINDOW (window));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GFile) file = eh_compat_open_file_finish (result, NULL);

  if (file == NULL || eh_workspace_get_store (asked->workspace) == NULL)
    return;
  eh_opening_remember_folder (file);
  if (g_file_peek_path (file) == NULL) {
    eh_workspace_set_problem (asked->workspace,
                              _ ("That file is not on this computer. Copy it here first."));
    return;
  }
  if (eh_protected_copy_is_archive (g_file_peek_path (file))) {
    GtkWindow *parent = asked->parent;

    eh_unlock_async (parent, file, unlocked_cb, g_steal_pointer (&asked));
    return;
  }
  gtk_window_present (GTK_WINDOW (eh_merge_window_new (asked->workspace, asked->parent, file)));
}

/**
 * eh_merge_window_ask:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Asks for another copy of the project, and shows what would come of it.
 */
void
eh_merge_window_ask (EhWorkspace *workspace, GtkWindow *parent)
{
  g_autoptr (GListModel) filters = eh_opening_filters ();
  g_autoptr (GFile) folder = eh_opening_last_folder ();
  Asked *asked = g_new0 (Asked, 1);

  asked->workspace = g_object_ref (workspace);
  asked->parent = g_object_ref (parent);
  eh_compat_open_file_async (parent, _ ("Bring In Another Copy"), filters, folder, NULL, chosen_cb,
                             asked);
}
