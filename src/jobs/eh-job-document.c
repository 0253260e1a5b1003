/* A guidance as a file. What leaves the program has been through the gate: these functions take
 * nothing else. */

#include "eh-job-document.h"

#include "config.h"
#include "eh-hidden-names.h"
#include "eh-reader.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* Steps of the history that a list of changes looks back over. */
#define CHANGES 5000

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

static char *
day_of (gint64 at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (at);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
}

/* Whether a label of the history says anybody's name; none of ours does. */
static gboolean
names_somebody (EhHiddenNames *names, const char *label)
{
  g_autofree char *without = eh_hidden_names_apply (names, label);

  return !g_str_equal (without, label);
}

/**
 * eh_job_document_changes:
 * @db: a connection
 * @dataset: the project that it is of
 *
 * What was done to a project day by day, in the words of its history: without who did it, and
 * without what would name anybody.
 *
 * Returns: (transfer full) (element-type EhGuidanceChange): newest first
 */
GPtrArray *
eh_job_document_changes (EhDb *db, EhDataset *dataset)
{
  g_autoptr (EhHiddenNames) names = eh_hidden_names_new (dataset->participants,
                                                         dataset->role_groups);
  g_autoptr (GPtrArray) steps = eh_history_list (db, CHANGES, NULL);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_guidance_change_free);

  for (guint i = 0; steps != NULL && i < steps->len; i++) {
    const EhHistoryStep *step = steps->pdata[i];
    g_autofree char *date = day_of (step->made_at);
    EhGuidanceChange *change = NULL;

    if (!g_str_equal (step->state, "done") || names_somebody (names, step->label))
      continue;
    for (guint k = changes->len; k > 0 && change == NULL; k--) {
      EhGuidanceChange *other = changes->pdata[k - 1];

      if (!g_str_equal (other->date, date))
        break;
      if (g_str_equal (other->label, step->label))
        change = other;
    }
    if (change == NULL) {
      change = g_new0 (EhGuidanceChange, 1);
      change->date = g_steal_pointer (&date);
      change->label = g_strdup (step->label);
      g_ptr_array_add (changes, change);
    }
    change->n++;
  }
  return changes;
}

/**
 * eh_job_export_document_as:
 * @dataset: a project behind the gate
 * @guidance_id: which guidance; 0 for the template that @options names or, where it names none, the
 *   newest
 * @options: how; the date of today is added
 * @file: where to write it; its name says the format
 * @work: (nullable): told how far it is, and asked whether to stop
 * @error: set to a #GIOError; an older file is then still there
 *
 * Returns: whether it is written
 */
gboolean
eh_job_export_document_as (EhPublicDataset *dataset,
                           EhId guidance_id,
                           const EhGuidanceOptions *options,
                           GFile *file,
                           const EhDocWork *work,
                           GError **error)
{
  const EhDocWriter *writer = eh_job_document_format (file, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = now != NULL ? g_date_time_format (now, "%Y-%m-%d") : NULL;
  EhGuidanceOptions how = *options;
  g_autoptr (EhDoc) doc = NULL;

  if (writer == NULL)
    return FALSE;
  how.date = today;
  doc = eh_guidance_build (dataset, guidance_id, &how);
  return eh_doc_save_with (doc, writer, file, work, error);
}

typedef struct {
  char *project_path;
  EhId guidance_id;
  char *template_key;
  EhId workshop_id;
  GFile *file;
  EhDocProgress progress;
  gpointer data;
  GDestroyNotify destroy;
  EhDisclosureReport *report; /* (nullable): once it is written */
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_free (task->template_key);
  g_object_unref (task->file);
  if (task->destroy != NULL)
    task->destroy (task->data);
  g_clear_pointer (&task->report, eh_disclosure_report_unref);
  g_free (task);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  const EhDocWork work = { .cancellable = cancellable,
                           .progress = what->progress,
                           .data = what->data };
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) gate = dataset != NULL
                                         ? eh_disclosure_apply (dataset, NULL, &what->report)
                                         : NULL;

  g_autoptr (GPtrArray) changes = gate != NULL ? eh_job_document_changes (db, dataset) : NULL;
  const EhGuidanceOptions options = { .template_key = what->template_key,
                                      .workshop_id = what->workshop_id,
                                      .changes = changes };

  if (gate != NULL &&
      eh_job_export_document_as (gate, what->guidance_id, &options, what->file, &work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_export_document_as_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @guidance_id: which guidance; 0 for the template, or where none is named the newest
 * @template_key: (nullable): what is to be filled
 * @workshop_id: for a template of a workshop: which; 0 for the usual one
 * @file: where to write it; its name says the format
 * @progress: (nullable): told how far it is, in the worker
 * @data: for @progress
 * @destroy: (nullable): of @data
 * @cancellable: (nullable): stops it
 * @callback: told when it is done; it calls eh_job_export_document_finish()
 * @user_data: for @callback
 *
 * As eh_job_export_document_as(), in a worker, of the project as it is now.
 */
void
eh_job_export_document_as_async (const char *project_path,
                                 EhId guidance_id,
                                 const char *template_key,
                                 EhId workshop_id,
                                 GFile *file,
                                 EhDocProgress progress,
                                 gpointer data,
                                 GDestroyNotify destroy,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->guidance_id = guidance_id;
  what->template_key = g_strdup (template_key);
  what->workshop_id = workshop_id;
  what->file = g_object_ref (file);
  what->progress = progress;
  what->data = data;
  what->destroy = destroy;
  g_task_set_source_tag (task, eh_job_export_document_as_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * eh_job_export_document_finish:
 * @result: what the callback was given
 * @report: (out) (optional) (transfer full): what was withheld, and why; for the team alone
 * @error: as for eh_job_export_document_as(), or a #EhStoreError
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
