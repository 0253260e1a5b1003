/* Opening a protected copy: asks its passphrase, as often as it takes, and takes the project out of
 * it in a worker. An archive that is not protected is not asked about. */

#include "eh-unlock-window.h"

#include "eh-compat.h"
#include "eh-text.h"
#include "eh-work-progress.h"

#define LOOK_MS 100

struct _EhUnlockWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *file_label;
  GtkPasswordEntry *passphrase;
  GtkLabel *problem_label;
  GtkWidget *open_button;
  GtkProgressBar *bar;
  AdwStatusPage *problem_page;

  GTask *task; /* until it is answered */
  char *path;
  EhWorkProgress *progress;
  GCancellable *cancellable;
  guint timer;
};

G_DEFINE_FINAL_TYPE (EhUnlockWindow, eh_unlock_window, ADW_TYPE_WINDOW)

typedef struct {
  char *archive;
  char *passphrase;
  EhWorkProgress *progress;
} Job;

static void
job_free (Job *job)
{
  g_free (job->archive);
  eh_passphrase_free (job->passphrase);
  eh_work_progress_unref (job->progress);
  g_free (job);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  EhUnlocked *unlocked = eh_job_unlock (job->archive, job->passphrase, eh_work_progress_note,
                                        job->progress, cancellable, &error);

  if (unlocked != NULL)
    g_task_return_pointer (task, unlocked, (GDestroyNotify) eh_unlocked_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
look_cb (gpointer data)
{
  EhUnlockWindow *self = data;

  gtk_progress_bar_set_fraction (self->bar, eh_work_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

/* A passphrase that was wrong can be typed again; anything else that is wrong stays so. */
static void
show_problem (EhUnlockWindow *self, const GError *error)
{
  gboolean again = g_error_matches (error, EH_PROTECTED_ERROR,
                                    EH_PROTECTED_ERROR_WRONG_PASSPHRASE) ||
                   g_error_matches (error, EH_PROTECTED_ERROR, EH_PROTECTED_ERROR_NEEDS_PASSPHRASE);

  gtk_widget_set_visible (self->open_button, again);
  if (again) {
    gtk_label_set_label (self->problem_label, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
    gtk_widget_set_sensitive (self->open_button, TRUE);
    gtk_stack_set_visible_child_name (self->stack, "ask");
    gtk_editable_select_region (GTK_EDITABLE (self->passphrase), 0, -1);
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  } else {
    g_autofree char *escaped = g_markup_escape_text (error->message, -1);

    adw_status_page_set_description (self->problem_page, escaped);
    gtk_stack_set_visible_child_name (self->stack, "problem");
  }
  eh_compat_announce (GTK_WIDGET (self), error->message);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhUnlockWindow *self = EH_UNLOCK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  EhUnlocked *unlocked = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->task == NULL) { /* closed meanwhile */
    eh_unlocked_free (unlocked);
    return;
  }
  if (unlocked == NULL) {
    show_problem (self, error);
    return;
  }
  g_task_return_pointer (self->task, unlocked, (GDestroyNotify) eh_unlocked_free);
  g_clear_object (&self->task);
  gtk_window_close (GTK_WINDOW (self));
}

static void
begin (EhUnlockWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  eh_work_progress_note (0, self->progress);
  job->archive = g_strdup (self->path);
  job->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));
  job->progress = eh_work_progress_ref (self->progress);
  gtk_widget_set_sensitive (self->open_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  task = g_task_new (self, self->cancellable, unlocked_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, unlock_in_thread);
}

static void
typed_cb (EhUnlockWindow *self)
{
  gtk_widget_set_sensitive (self->open_button,
                            *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
}

static gboolean
eh_unlock_window_close_request (GtkWindow *window)
{
  EhUnlockWindow *self = EH_UNLOCK_WINDOW (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->task != NULL)
    g_task_return_new_error (self->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  g_clear_object (&self->task);
  return GTK_WINDOW_CLASS (eh_unlock_window_parent_class)->close_request (window);
}

static void
eh_unlock_window_dispose (GObject *object)
{
  EhUnlockWindow *self = EH_UNLOCK_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->task != NULL)
    g_task_return_new_error (self->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  g_clear_object (&self->task);
  g_clear_pointer (&self->progress, eh_work_progress_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (eh_unlock_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhUnlockWindow, name)

static void
eh_unlock_window_class_init (EhUnlockWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_unlock_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_unlock_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-unlock-window.ui");
  BIND (stack);
  BIND (file_label);
  BIND (passphrase);
  BIND (problem_label);
  BIND (open_button);
  BIND (bar);
  BIND (problem_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_unlock_window_init (EhUnlockWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->progress = eh_work_progress_new ();
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "activate", G_CALLBACK (gtk_widget_activate),
                           self->open_button, G_CONNECT_SWAPPED);
  typed_cb (self);
}

/**
 * eh_unlock_async:
 * @parent: the window that asks
 * @archive: a ZIP archive with a path
 * @callback: called when the project is there, or somebody gave up
 * @user_data: for @callback
 *
 * Takes the project out of an archive, asking for its passphrase where it takes one. What is wrong
 * with it is shown.
 */
void
eh_unlock_async (GtkWindow *parent,
                 GFile *archive,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  EhUnlockWindow *self = g_object_new (EH_TYPE_UNLOCK_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_file_get_basename (archive);
  g_autofree char *shown = g_filename_display_name (name);
  gboolean encrypted = FALSE;
  g_autoptr (GError) error = NULL;

  self->task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (self->task, eh_unlock_async);
  self->path = g_file_get_path (archive);
  gtk_label_set_label (self->file_label, shown);
  gtk_window_present (GTK_WINDOW (self));
  if (!eh_protected_copy_is_encrypted (self->path, &encrypted, &error))
    show_problem (self, error);
  else if (!encrypted)
    begin (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

/**
 * eh_unlock_finish:
 * @result: of eh_unlock_async()
 * @error: set to %G_IO_ERROR_CANCELLED when somebody gave up
 *
 * Returns: (transfer full) (nullable): the project, checked, for as long as this lives
 */
EhUnlocked *
eh_unlock_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
