/* Copies of the project that a window has open, in places that the user chooses: as it is, and in
 * an archive that a passphrase protects. A worker makes them while the window goes on. */

#include "eh-working-copy.h"

#include "config.h"
#include "eh-work-folder.h"

#include <glib/gi18n-lib.h>

/* A plain copy: all that the worker needs. */
typedef struct {
  EhWorkFolder *folder;
  char *path;
} Copying;

static void
copying_free (Copying *self)
{
  eh_work_folder_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static void
save_copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Copying *job = data;
  g_autoptr (GError) error = NULL;

  if (eh_work_folder_save_copy (job->folder, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_working_copy_save_a_copy_async:
 * @self: a working copy
 * @file: where to put it; what is there is replaced
 * @cancellable: (nullable): stops waiting for it
 * @callback: called when it is there, or could not be written
 * @user_data: for @callback
 *
 * Writes the project as it is now to another place. The window stays with its own file.
 */
void
eh_working_copy_save_a_copy_async (EhWorkingCopy *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = g_task_new (NULL, cancellable, copy_saved_cb, task);
  Copying *job = g_new0 (Copying, 1);

  job->folder = eh_work_folder_new (g_file_peek_path (eh_working_copy_get_file (self)));
  job->path = g_file_get_path (file);
  g_task_set_source_tag (task, eh_working_copy_save_a_copy_async);
  g_task_set_task_data (work, job, (GDestroyNotify) copying_free);
  if (job->path == NULL)
    g_task_return_new_error (work, EH_STORE_ERROR, EH_STORE_ERROR_UNREACHABLE,
                             _ ("Nothing can be saved in that place. Choose another."));
  else
    g_task_run_in_thread (work, save_copy_in_thread);
}

/**
 * eh_working_copy_save_a_copy_finish:
 * @self: a working copy
 * @result: the result
 * @error: set to a #EhStoreError
 *
 * Returns: whether the copy is there
 */
gboolean
eh_working_copy_save_a_copy_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A copy that a passphrase protects: all that the worker needs. */
typedef struct {
  EhWorkFolder *folder;
  GFile *to;
  char *entry_name;
  char *passphrase;
  EhProtectedProgress progress;
  gpointer progress_data;
  GDestroyNotify progress_free;
} Protection;

static void
protection_free (Protection *self)
{
  eh_work_folder_free (self->folder);
  g_object_unref (self->to);
  g_free (self->entry_name);
  eh_passphrase_free (self->passphrase);
  if (self->progress_free != NULL)
    self->progress_free (self->progress_data);
  g_free (self);
}

static void
protect_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Protection *job = data;
  g_autoptr (GError) error = NULL;

  if (eh_work_folder_save_protected (job->folder, job->to, job->entry_name, job->passphrase,
                                     job->progress, job->progress_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_working_copy_save_protected_async:
 * @self: a working copy
 * @file: where to put it; what is there is replaced
 * @entry_name: what the project is called inside the archive
 * @passphrase: what protects it
 * @progress: (nullable): told how far it is, in the worker
 * @progress_data: for @progress
 * @progress_free: (nullable): frees @progress_data when the work is over
 * @cancellable: (nullable): to give up; what was there before is then still there
 * @callback: called when it is there, or could not be written
 * @user_data: for @callback
 *
 * As eh_working_copy_save_a_copy_async(), in an archive that a passphrase protects.
 */
void
eh_working_copy_save_protected_async (EhWorkingCopy *self,
                                      GFile *file,
                                      const char *entry_name,
                                      const char *passphrase,
                                      EhProtectedProgress progress,
                                      gpointer progress_data,
                                      GDestroyNotify progress_free,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = g_task_new (NULL, cancellable, copy_saved_cb, task);
  Protection *job = g_new0 (Protection, 1);

  job->folder = eh_work_folder_new (g_file_peek_path (eh_working_copy_get_file (self)));
  job->to = g_object_ref (file);
  job->entry_name = g_strdup (entry_name);
  job->passphrase = g_strdup (passphrase);
  job->progress = progress;
  job->progress_data = progress_data;
  job->progress_free = progress_free;
  g_task_set_source_tag (task, eh_working_copy_save_protected_async);
  g_task_set_task_data (work, job, (GDestroyNotify) protection_free);
  g_task_run_in_thread (work, protect_in_thread);
}

/**
 * eh_working_copy_save_protected_finish:
 * @self: a working copy
 * @result: the result
 * @error: set to a #EhStoreError, #EhProtectedError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the copy is there
 */
gboolean
eh_working_copy_save_protected_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
