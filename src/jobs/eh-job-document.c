/* A guidance as a file. What leaves the program has been through the gate: these functions take
 * nothing else. */

#include "eh-job-document.h"

#include "config.h"
#include "eh-reader.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/**
 * eh_job_document_format:
 * @file: where a document is to go
 * @error: set to %G_IO_ERROR_NOT_SUPPORTED, with a sentence that names what can be written
 *
 * Returns: (transfer none) (nullable): the format that the name of @file asks for
 */
const EhDocWriter *
eh_job_document_format (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  const EhDocWriter *writer = name != NULL ? eh_doc_writer_for_extension (name) : NULL;
  g_autoptr (GPtrArray) endings = NULL;
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);

  if (writer != NULL)
    return writer;
  endings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_writers; i++)
    g_ptr_array_add (endings, g_strconcat (".", writers[i].extension, NULL));
  list = eh_text_join (endings, ", ");
  shown = eh_text_isolate (name);
  /* TRANSLATORS: the name of a file, and the endings that can be written: ".odt, .pdf" */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("“%s” does not end like a document that Evenhand can write: %s."), shown, list);
  return NULL;
}

/**
 * eh_job_export_document:
 * @dataset: a project behind the gate
 * @guidance_id: which guidance; 0 for the newest, and where there is none, what @template_key
 * begins with
 * @template_key: (nullable): "T1"
 * @file: where to write it; its name says the format
 * @cancellable: (nullable): stops it
 * @error: set to a #GIOError; an older file is then still there
 *
 * Returns: whether it is written
 */
gboolean
eh_job_export_document (EhPublicDataset *dataset,
                        EhId guidance_id,
                        const char *template_key,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  const EhDocWriter *writer = eh_job_document_format (file, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = now != NULL ? g_date_time_format (now, "%Y-%m-%d") : NULL;
  const EhGuidanceOptions options = { .date = today, .template_key = template_key };
  g_autoptr (EhDoc) doc = NULL;

  if (writer == NULL)
    return FALSE;
  doc = eh_guidance_build (dataset, guidance_id, &options);
  return eh_doc_save (doc, writer, file, cancellable, error);
}

typedef struct {
  char *project_path;
  EhId guidance_id;
  char *template_key;
  GFile *file;
  EhDisclosureReport *report; /* (nullable): once it is written */
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_free (task->template_key);
  g_object_unref (task->file);
  g_clear_pointer (&task->report, eh_disclosure_report_unref);
  g_free (task);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) gate = dataset != NULL
                                         ? eh_disclosure_apply (dataset, NULL, &what->report)
                                         : NULL;

  if (gate != NULL && eh_job_export_document (gate, what->guidance_id, what->template_key,
                                              what->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_export_document_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @guidance_id: which guidance; 0 for the newest
 * @template_key: (nullable): what to begin from where there is none
 * @file: where to write it; its name says the format
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_export_document(), in a worker, of the project as it is now.
 */
void
eh_job_export_document_async (const char *project_path,
                              EhId guidance_id,
                              const char *template_key,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->guidance_id = guidance_id;
  what->template_key = g_strdup (template_key);
  what->file = g_object_ref (file);
  g_task_set_source_tag (task, eh_job_export_document_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * eh_job_export_document_finish:
 * @result: what the callback was given
 * @report: (out) (optional) (transfer full): what was withheld, and why; for the team alone
 * @error: as for eh_job_export_document(), or a #EhStoreError
 *
 * Returns: whether it is written
 */
gboolean
eh_job_export_document_finish (GAsyncResult *result, EhDisclosureReport **report, GError **error)
{
  Task *what;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  what = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&what->report);
  return TRUE;
}
