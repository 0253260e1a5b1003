/* The pages of a guidance as they would be printed, made in a worker of what the gate lets through.
 */

#include "eh-job-pages.h"

#include "eh-disclosure.h"
#include "eh-guidance-build.h"

typedef struct {
  EhDataset *dataset;
  EhId guidance_id;
} Task;

static void
task_free (Task *task)
{
  eh_dataset_unref (task->dataset);
  g_free (task);
}

static void
pages_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (what->dataset, NULL, NULL);
  g_autoptr (EhDoc) doc = eh_guidance_build (gate, what->guidance_id, NULL);
  EhDocScreen *pages = eh_doc_screen_new (doc, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) eh_doc_screen_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_pages_async:
 * @dataset: a project
 * @guidance_id: which guidance; 0 for the newest
 * @cancellable: (nullable): stops it
 * @callback: told when they are made
 * @user_data: for @callback
 */
void
eh_job_pages_async (EhDataset *dataset,
                    EhId guidance_id,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new (Task, 1);

  what->dataset = eh_dataset_ref (dataset);
  what->guidance_id = guidance_id;
  g_task_set_source_tag (task, eh_job_pages_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, pages_in_thread);
}

/**
 * eh_job_pages_finish:
 * @result: what the callback was given
 * @error: set to a #GIOError
 *
 * Returns: (transfer full) (nullable): the pages
 */
EhDocScreen *
eh_job_pages_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
