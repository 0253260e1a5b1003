/* Backups for the window: made, looked into and restored in a worker, while the window goes on. */

#include "eh-job-backup.h"

#include "config.h"
#include "eh-restore.h"

#include <glib/gi18n-lib.h>

/* Whatever one of these jobs needs; each uses what it knows. */
typedef struct {
  char *project_path;
  EhBackupReason reason;
  EhKeptQuery query;
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_free ((char *) task->query.project_path);
  g_free ((char *) task->query.user_file);
  g_free ((char *) task->query.name);
  g_clear_pointer (&task->query.ids, g_array_unref);
  eh_passages_unref (task->query.words);
  g_free (task);
}

static gboolean
make (const char *project_path, EhBackupReason reason, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhStore) store = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  store = eh_store_open_working_copy (project_path, error);
  return store != NULL && eh_backup_make (eh_store_get_db (store), reason, error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Task *what = data;
  g_autoptr (GError) error = NULL;

  if (make (what->project_path, what->reason, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_backup_make_async:
 * @project_path: a working copy (eh_store_get_path())
 * @reason: what is about to be done
 * @cancellable: (nullable): stops it before it begins
 * @callback: told when it is made, or could not be
 * @user_data: for @callback
 *
 * As eh_backup_make(), in a worker.
 */
void
eh_job_backup_make_async (const char *project_path,
                          EhBackupReason reason,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->reason = reason;
  g_task_set_source_tag (task, eh_job_backup_make_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * eh_job_backup_make_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError, with a sentence that says that nothing was changed
 *
 * Returns: whether it is made; if not, what was about to be done must not be
 */
gboolean
eh_job_backup_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Task *what = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = eh_kept_list (&what->query, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_backup_list_async:
 * @query: which copies, and what in them; copied
 * @cancellable: (nullable): stops looking
 * @callback: told when they are known
 * @user_data: for @callback
 *
 * As eh_kept_list(), in a worker.
 */
void
eh_job_backup_list_async (const EhKeptQuery *query,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->query.project_path = g_strdup (query->project_path);
  what->query.user_file = g_strdup (query->user_file);
  what->query.name = g_strdup (query->name);
  what->query.ids = query->ids != NULL ? g_array_copy (query->ids) : NULL;
  what->query.words = query->words != NULL ? eh_passages_ref (query->words) : NULL;
  g_task_set_source_tag (task, eh_job_backup_list_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * eh_job_backup_list_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhKept): as eh_kept_list()
 */
GPtrArray *
eh_job_backup_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_job_backup_restore:
 * @store: the store of a working copy, with everything that was typed in it
 * @backup_path: a backup of its project
 * @cancellable: (nullable): stops it
 * @error: set to a #EhStoreError or %G_IO_ERROR_CANCELLED
 *
 * Makes a backup of the project as it is and puts another in its place, history and all, but
 * nothing that was erased at somebody's wish since. For a worker (see eh-store-work.h).
 *
 * Returns: whether it is done; on failure nothing has changed
 */
gboolean
eh_job_backup_restore (EhStore *store,
                       const char *backup_path,
                       GCancellable *cancellable,
                       GError **error)
{
  const char *path = eh_store_get_path (store);
  /* First the backup is copied, for it may be the oldest, which goes when another is made. */
  g_autoptr (EhRestore) ready = eh_restore_new (backup_path, path, error);

  if (ready == NULL || !make (path, EH_BACKUP_REASON_RESTORE, cancellable, error))
    return FALSE;
  if (!eh_restore_fits (ready, eh_store_get_db (store))) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE,
                         _ ("The project was changed just now, so nothing was restored. Try "
                            "again."));
    return FALSE;
  }
  return eh_store_restore (store, eh_restore_get_path (ready), eh_restore_get_changes (ready),
                           error);
}

/**
 * eh_job_backup_reason:
 * @reason: why a backup was made
 *
 * Returns: the same in words
 */
const char *
eh_job_backup_reason (EhBackupReason reason)
{
  switch (reason) {
  case EH_BACKUP_REASON_UPGRADE:
    return _ ("Before a new version of Evenhand");
  case EH_BACKUP_REASON_MERGE:
    return _ ("Before bringing in another copy");
  case EH_BACKUP_REASON_IMPORT:
    return _ ("Before an import");
  case EH_BACKUP_REASON_RESTORE:
    return _ ("Before restoring a backup");
  default:
    g_assert_not_reached ();
  }
}
