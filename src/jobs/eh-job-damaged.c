/* The backups of a project whose own file is damaged. Which project it is, is read from whatever is
 * left of it; a backup is never put in its place, but copied to a new one, and without what the
 * damaged file still knows to have been withdrawn since. */

#include "eh-job-damaged.h"

#include "config.h"
#include "eh-job-copy.h"
#include "eh-private-folder.h"
#include "eh-recovery.h"
#include "eh-restore.h"
#include "eh-snapshot.h"

/**
 * eh_job_damaged_list_backups:
 * @path: a damaged project, which is only read
 * @cancellable: (nullable): stops looking
 *
 * Opens every backup; for a worker thread.
 *
 * Returns: (transfer full) (element-type EhKept): backups of that project that are whole, the
 * newest first
 */
GPtrArray *
eh_job_damaged_list_backups (const char *path, GCancellable *cancellable)
{
  g_autofree char *guid = eh_backup_are_any () ? eh_recovery_find_guid (path) : NULL;

  if (guid == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) eh_kept_free);
  return eh_kept_list_backups (guid, cancellable);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, eh_job_damaged_list_backups (data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * eh_job_damaged_list_backups_async:
 * @path: a damaged project, which is only read
 * @cancellable: (nullable): stops looking
 * @callback: told when they are known
 * @user_data: for @callback
 *
 * As eh_job_damaged_list_backups(), in a worker.
 */
void
eh_job_damaged_list_backups_async (const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_job_damaged_list_backups_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * eh_job_damaged_list_backups_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhKept): as eh_job_damaged_list_backups()
 */
GPtrArray *
eh_job_damaged_list_backups_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was withdrawn since is known by whatever is left of the damaged file. Of one of which
 * nothing is left, nothing is known, and the backup is as it was. */
static EhRestore *
honour (const char *path, const char *backup_path, EhPrivateFolder *folder, GError **error)
{
  g_autofree char *left = eh_private_folder_file (folder, "left.db");
  g_autoptr (EhRecovery) recovery = eh_recovery_run (path, NULL, left, NULL);

  return eh_restore_new (backup_path, recovery != NULL ? left : backup_path, error);
}

/**
 * eh_job_damaged_copy_backup:
 * @path: a damaged project, which is only read
 * @backup_path: a backup of it
 * @to: where the copy goes; nothing must be there
 * @error: set to a #EhStoreError
 *
 * Copies a backup to a new place, but nothing that was withdrawn since it was made, as far as the
 * damaged project still tells.
 *
 * Returns: whether it is there
 */
gboolean
eh_job_damaged_copy_backup (const char *path, const char *backup_path, GFile *to, GError **error)
{
  g_autoptr (EhPrivateFolder) folder = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (EhRestore) restore = NULL;

  if (g_file_query_exists (to, NULL)) {
    g_autofree char *name = g_file_get_basename (to);
    g_autoptr (GError) exists = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "");

    eh_store_error_set_from_io (error, exists, name);
    return FALSE;
  }
  folder = eh_private_folder_new (error);
  if (folder == NULL)
    return FALSE;
  restore = honour (path, backup_path, folder, error);
  plain = eh_private_folder_file (folder, "plain.db");
  return restore != NULL &&
         eh_snapshot_write_of_file (eh_restore_get_path (restore), plain, error) &&
         eh_job_place (plain, to, FALSE, error);
}
