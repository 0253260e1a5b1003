/* Steps that take longer than a frame: an import, a merge, the undoing of either. A worker takes
 * them with a store of its own on the same working copy, whose connection records them as the
 * window's would; the window reads on meanwhile. Its store writes nothing until they are done, so
 * that no two steps are mixed up, and then tells of them as if it had taken them itself. */

#include "eh-store-work.h"

#include "eh-db.h"
#include "eh-store-private.h"

typedef struct {
  char *path;
  char *author;
  EhStoreWork work;
  gpointer data;
  GDestroyNotify data_free;
  GArray *changes; /* (element-type EhChange): of all steps */
  gboolean received;
} Job;

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job->path);
  g_free (job->author);
  g_array_unref (job->changes);
  g_free (job);
}

static void
changed_cb (EhStore *store, GArray *changes, Job *job)
{
  g_array_append_vals (job->changes, changes->data, changes->len);
}

static void
received_cb (EhStore *store, Job *job)
{
  job->received = TRUE;
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open_working_copy (job->path, &error);
  gboolean done = FALSE;

  if (store != NULL) {
    eh_store_set_author (store, job->author);
    g_signal_connect (store, "changed", G_CALLBACK (changed_cb), job);
    g_signal_connect (store, "received", G_CALLBACK (received_cb), job);
    eh_db_set_cancellable (eh_store_get_db (store), cancellable);
    done = job->work (store, job->data, cancellable, &error);
    eh_store_close (store);
  }
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* What was done before something went wrong is told as well. */
static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  EhStore *self = g_task_get_source_object (outer);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  eh_store_follow (self, job->changes, job->received);
  eh_store_set_busy (self, FALSE);
  if (done)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

/**
 * eh_store_work_async:
 * @self: the store of a working copy, outside a transaction
 * @work: what to do
 * @data: for @work
 * @data_free: (nullable): frees @data, when all is over
 * @cancellable: (nullable): to give up: the step that is under way is taken back
 * @callback: called when it is done or could not be
 * @user_data: for @callback
 *
 * Has a worker take steps. Until the callback @self is busy and begins nothing.
 */
void
eh_store_work_async (EhStore *self,
                     EhStoreWork work,
                     gpointer data,
                     GDestroyNotify data_free,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) inner = NULL;
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (outer, eh_store_work_async);
  job->path = g_strdup (eh_store_get_path (self));
  job->author = g_strdup (eh_store_get_author (self));
  job->work = work;
  job->data = data;
  job->data_free = data_free;
  job->changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
  if (eh_store_is_busy (self) || eh_store_in_transaction (self)) {
    g_task_return_new_error (outer, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE, "%s",
                             eh_store_busy_sentence ());
    job_free (job);
    return;
  }
  /* Not the worker's source: its last reference may be dropped in the worker. */
  inner = g_task_new (NULL, cancellable, worked_cb, g_steal_pointer (&outer));
  g_task_set_source_tag (inner, eh_store_work_async);
  /* What was done is told, although somebody gave up at the very end. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  eh_store_set_busy (self, TRUE);
  g_task_run_in_thread (inner, work_in_thread);
}

/**
 * eh_store_work_finish:
 * @self: the store
 * @result: what the callback was given
 * @error: set to what the work said, or to %EH_STORE_ERROR_IN_USE when other work was under way
 *
 * Returns: whether all is done
 */
gboolean
eh_store_work_finish (EhStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
