/* A file that is damaged was to be opened: what is wrong is said, and its backups and what can be
 * read of it are offered, in a new file. The damaged one stays as it is. */

#include "eh-recovery-dialog.h"

#include "eh-application.h"
#include "eh-compat.h"
#include "eh-damaged-window.h"
#include "eh-job-damaged.h"
#include "eh-job-recover.h"
#include "eh-opening.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GtkWindow *window;
  GFile *damaged;
  GFile *to;
  char *why;
  char *backup; /* (nullable): the one to copy; otherwise what can be read */
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->damaged);
  g_clear_object (&self->to);
  g_free (self->why);
  g_free (self->backup);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static Asking *
asking_new (GtkWindow *window, GFile *damaged)
{
  Asking *self = g_new0 (Asking, 1);

  g_set_object (&self->window, window);
  self->damaged = g_object_ref (damaged);
  return self;
}

static void
open_new_file (Asking *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);

  if (self->to != NULL && application != NULL)
    eh_application_open_file (EH_APPLICATION (application), self->to, self->window);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;

  eh_compat_ask_finish (result, NULL);
  open_new_file (self);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *self = data;
  g_autofree char *path = g_file_get_path (self->damaged);
  g_autoptr (GError) error = NULL;

  if (eh_job_damaged_copy_backup (path, self->backup, self->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = self->window;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    open_new_file (self);
    return;
  }
  g_clear_object (&self->to);
  eh_compat_tell_async (window, _ ("The backup was not opened"), error->message, _ ("_Close"),
                        told_cb, g_steal_pointer (&self));
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *self = data;
  g_autofree char *path = g_file_get_path (self->damaged);
  g_autoptr (GError) error = NULL;
  EhRecovery *recovery = eh_job_recover (path, self->to, &error);

  if (recovery != NULL)
    g_task_return_pointer (task, recovery, (GDestroyNotify) eh_recovery_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhRecovery) recovery = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *summary = NULL;
  GtkWindow *window = self->window;

  if (recovery == NULL) {
    g_clear_object (&self->to);
    eh_compat_tell_async (window, _ ("Nothing was saved"), error->message, _ ("_Close"), told_cb,
                          g_steal_pointer (&self));
    return;
  }
  summary = eh_job_recover_summary (recovery);
  eh_compat_tell_async (window, _ ("This could be read"), summary, _ ("_Open the New File"),
                        told_cb, g_steal_pointer (&self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GTask) task = NULL;
  Asking *job;

  self->to = eh_compat_save_file_finish (result, NULL);
  if (self->to == NULL)
    return;
  eh_opening_remember_folder (self->to);
  /* No window: the worker may be the last to let go of it. */
  job = asking_new (NULL, self->damaged);
  job->to = g_object_ref (self->to);
  job->backup = g_strdup (self->backup);
  task = g_task_new (NULL, NULL, self->backup != NULL ? copied_cb : recovered_cb, self);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, job, (GDestroyNotify) asking_free);
  g_task_run_in_thread (task, self->backup != NULL ? copy_in_thread : recover_in_thread);
  g_steal_pointer (&self);
}

/* Never the name of the damaged file, which lies in the same folder. */
static char *
suggest_name (Asking *self)
{
  g_autofree char *base = g_file_get_basename (self->damaged);
  g_autofree char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".evenhand"))
    name[strlen (name) - strlen (".evenhand")] = '\0';
  /* TRANSLATORS: Name of a file: a copy of a backup of a damaged project. %s is its name. */
  return g_strdup_printf (self->backup != NULL ? _ ("%s from backup.evenhand")
                                               /* TRANSLATORS: Name of a file: what could be read of
                                                * a damaged project. %s is its name. */
                                               : _ ("%s recovered.evenhand"),
                          name);
}

static void
ask_where (Asking *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->damaged);
  g_autofree char *name = suggest_name (self);

  eh_compat_save_file_async (self->window, _ ("Where Should the New File Go?"), name, NULL, folder,
                             NULL, chosen_cb, self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;

  if (eh_compat_ask_finish (result, NULL))
    ask_where (g_steal_pointer (&self));
}

static void
choose (GtkWindow *dialog, const Asking *self, const char *backup)
{
  Asking *chosen = asking_new (self->window, self->damaged);

  chosen->backup = g_strdup (backup);
  gtk_window_close (dialog);
  ask_where (chosen);
}

static void
backup_chosen_cb (GtkWindow *dialog, const char *path, Asking *self)
{
  choose (dialog, self, path);
}

static void
recovery_chosen_cb (GtkWindow *dialog, Asking *self)
{
  choose (dialog, self, NULL);
}

static void
ask_without_backups (Asking *self)
{
  /* TRANSLATORS: %s is a sentence that says what is wrong */
  g_autofree char *body = g_strdup_printf (
      _ ("%s\n\nIt has not been changed, and will not be. What can be read of it can be saved in a "
         "new file. There is no backup of it on this computer; if a colleague has a copy, that may "
         "hold more."),
      self->why);

  eh_compat_ask_async (self->window, _ ("This project is damaged"), body,
                       _ ("_Recover What Can Be Read…"), FALSE, NULL, answered_cb, self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GPtrArray) backups = eh_job_damaged_list_backups_finish (result, NULL);
  g_autofree char *name = g_file_get_basename (self->damaged);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog;

  /* The window may have been closed, or have opened something else, meanwhile. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    return;
  if (backups == NULL || backups->len == 0) {
    ask_without_backups (g_steal_pointer (&self));
    return;
  }
  dialog = eh_damaged_window_new (self->window, shown, self->why, backups);
  g_signal_connect (dialog, "backup-chosen", G_CALLBACK (backup_chosen_cb), self);
  g_signal_connect (dialog, "recovery-chosen", G_CALLBACK (recovery_chosen_cb), self);
  g_object_set_data_full (G_OBJECT (dialog), "asking", g_steal_pointer (&self),
                          (GDestroyNotify) asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * eh_recovery_dialog_ask:
 * @window: a window without a project
 * @damaged: a project that could not be opened because it is damaged
 * @why: what is wrong with it, in a sentence
 *
 * Offers its backups, and to save what can be read of it, in a new file; says what was saved and
 * what was lost, and opens that.
 */
void
eh_recovery_dialog_ask (GtkWindow *window, GFile *damaged, const char *why)
{
  Asking *self = asking_new (window, damaged);
  g_autofree char *path = g_file_get_path (damaged);

  self->why = g_strdup (why);
  eh_job_damaged_list_backups_async (path, NULL, listed_cb, self);
}
