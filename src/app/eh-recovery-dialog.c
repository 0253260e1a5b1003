/* A file that is damaged was to be opened: what is wrong is said, and what can be read of it is
 * offered in a new file. The damaged one stays as it is. */

#include "eh-recovery-dialog.h"

#include "eh-application.h"
#include "eh-compat.h"
#include "eh-job-recover.h"
#include "eh-opening.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GtkWindow *window;
  GFile *damaged;
  GFile *to;
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->damaged);
  g_clear_object (&self->to);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  GtkApplication *application = gtk_window_get_application (self->window);

  eh_compat_ask_finish (result, NULL);
  if (self->to != NULL && application != NULL)
    eh_application_open_file (EH_APPLICATION (application), self->to, self->window);
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
  job = g_new0 (Asking, 1);
  job->damaged = g_object_ref (self->damaged);
  job->to = g_object_ref (self->to);
  task = g_task_new (NULL, NULL, recovered_cb, g_steal_pointer (&self));
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, job, (GDestroyNotify) asking_free);
  g_task_run_in_thread (task, recover_in_thread);
}

static char *
suggest_name (GFile *damaged)
{
  g_autofree char *base = g_file_get_basename (damaged);
  g_autofree char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".evenhand"))
    name[strlen (name) - strlen (".evenhand")] = '\0';
  /* TRANSLATORS: Name of a file: what could be read of a damaged project. %s is its name. */
  return g_strdup_printf (_ ("%s recovered.evenhand"), name);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  GtkWindow *window = self->window;

  if (!eh_compat_ask_finish (result, NULL))
    return;
  folder = g_file_get_parent (self->damaged);
  name = suggest_name (self->damaged);
  eh_compat_save_file_async (window, _ ("Where Should the New File Go?"), name, NULL, folder, NULL,
                             chosen_cb, g_steal_pointer (&self));
}

/**
 * eh_recovery_dialog_ask:
 * @window: a window without a project
 * @damaged: a project that could not be opened because it is damaged
 * @why: what is wrong with it, in a sentence
 *
 * Offers to save what can be read of it in a new file, says what was saved and what was lost, and
 * opens that.
 */
void
eh_recovery_dialog_ask (GtkWindow *window, GFile *damaged, const char *why)
{
  Asking *self = g_new0 (Asking, 1);
  g_autofree char *body = NULL;

  self->window = g_object_ref (window);
  self->damaged = g_object_ref (damaged);
  /* TRANSLATORS: %s is a sentence that says what is wrong */
  body = g_strdup_printf (
      _ ("%s\n\nIt has not been changed, and will not be. What can be read of it can be saved in a "
         "new file. If there is a backup or a colleague has a copy, that may hold more."),
      why);
  eh_compat_ask_async (window, _ ("This project is damaged"), body,
                       _ ("_Recover What Can Be Read…"), FALSE, NULL, answered_cb, self);
}
