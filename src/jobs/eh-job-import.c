/* Taking in what comes from outside: first everything is read and checked, in any thread and
 * without touching the project, then everything is written in one transaction. */

#include "eh-job-import.h"

#include "config.h"
#include "eh-exchange-error.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* So many reasons fit into a sentence that somebody reads to the end. */
#define MAX_REASONS   3
#define ROWS_PER_TELL 500

void
eh_job_import_free (EhJobImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->notes);
  g_free (self->label);
  g_free (self);
}

static char *
reason_text (const EhImportNote *note)
{
  g_autofree char *line = g_strdup_printf ("%u", note->line);

  if (note->line == 0)
    return g_strdup (note->message);
  /* TRANSLATORS: the number of a line of a file, and a sentence about it */
  return g_strdup_printf (_ ("Line %s: %s"), line, note->message);
}

/* Every reason in one sentence, or the first of them. */
static void
refuse (const EhImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GString) reasons = g_string_new (NULL);
  guint shown = MIN (plan->errors->len, MAX_REASONS);
  guint more = plan->errors->len - shown;

  for (guint i = 0; i < shown; i++) {
    g_autofree char *reason = reason_text (plan->errors->pdata[i]);

    g_string_append_printf (reasons, "%s%s", i > 0 ? " " : "", reason);
  }
  if (more > 0)
    g_string_append_printf (
        reasons, " %s",
        g_dngettext (GETTEXT_PACKAGE, "There is one more.", "There are more.", more));
  /* TRANSLATORS: the first %s is the name of a file, the second one or several sentences */
  g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_SYNTAX,
               _ ("Nothing was imported from %s. %s"), name, reasons->str);
}

static GPtrArray *
array_for (EhDataset *dataset, const EhRowType *type)
{
  const struct {
    const EhRowType *type;
    GPtrArray *rows;
  } arrays[] = {
    { &eh_role_group_row_type, dataset->role_groups },
    { &eh_participant_row_type, dataset->participants },
    { &eh_consent_row_type, dataset->consents },
    { &eh_workshop_row_type, dataset->workshops },
    { &eh_activity_row_type, dataset->activities },
    { &eh_attendance_row_type, dataset->attendances },
    { &eh_insight_row_type, dataset->insights },
    { &eh_contributor_row_type, dataset->contributors },
    { &eh_framework_row_type, dataset->frameworks },
    { &eh_category_row_type, dataset->categories },
    { &eh_mapping_row_type, dataset->mappings },
    { &eh_resource_row_type, dataset->resources },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (arrays[i].type == type)
      return arrays[i].rows;
  return NULL;
}

static void
copy_rows (EhDataset *to, const EhRowType *type, GPtrArray *rows)
{
  GPtrArray *array = array_for (to, type);

  for (guint i = 0; array != NULL && rows != NULL && i < rows->len; i++)
    g_ptr_array_add (array, eh_row_copy (type, rows->pdata[i]));
}

/* The project as it will be: what the next source is compared with. */
static EhDataset *
dataset_with (EhDataset *before, const EhRowSet *added)
{
  static const EhRowType *const types[] = {
    &eh_role_group_row_type, &eh_participant_row_type, &eh_consent_row_type,
    &eh_workshop_row_type,   &eh_activity_row_type,    &eh_attendance_row_type,
    &eh_insight_row_type,    &eh_contributor_row_type, &eh_framework_row_type,
    &eh_category_row_type,   &eh_mapping_row_type,     &eh_resource_row_type,
  };
  EhDataset *after = eh_dataset_new ();

  eh_project_free (after->project);
  after->project = eh_project_copy (before->project);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    copy_rows (after, types[i], array_for (before, types[i]));
    copy_rows (after, types[i], eh_row_set_rows (added, types[i]));
  }
  eh_dataset_freeze (after);
  return after;
}

static void
take_notes (GPtrArray *to, GPtrArray *from, const char *name)
{
  for (guint i = 0; i < from->len; i++) {
    const EhImportNote *note = from->pdata[i];

    /* TRANSLATORS: the name of a file, and a sentence about it */
    eh_import_notes_add (to, note->line,
                         name != NULL ? g_strdup_printf (C_ ("file", "%s: %s"), name, note->message)
                                      : g_strdup (note->message));
  }
}

static EhImportRows *
prepare_one (EhDataset *existing,
             const char *path,
             const EhJobImportOptions *options,
             GError **error)
{
  const EhImportOptions asked = { NULL, options->group, options->workshop, options->maps };
  g_autoptr (EhImportPlan) plan = eh_import_read (path, options->kind, &asked, error);
  g_autoptr (EhImportRows) rows = NULL;

  if (plan == NULL)
    return NULL;
  if (plan->errors->len == 0)
    rows = eh_import_resolve (plan, existing);
  if (plan->errors->len > 0) {
    refuse (plan, path, error);
    return NULL;
  }
  return g_steal_pointer (&rows);
}

static void
add_source (EhJobImport *self, EhImportRows *rows, const char *name)
{
  self->people += rows->people;
  self->insights += rows->insights;
  self->workshops += rows->workshops;
  self->resources += rows->resources;
  self->skipped += rows->skipped;
  take_notes (self->warnings, rows->warnings, name);
  take_notes (self->notes, rows->notes, name);
  g_ptr_array_add (self->sources, rows);
}

static char *
label_for (const char *const *paths)
{
  g_autofree char *first = g_filename_display_basename (paths[0]);
  guint more = g_strv_length ((char **) paths) - 1;

  if (more == 0)
    /* TRANSLATORS: a step of the history; %s is the name of a file */
    return g_strdup_printf (_ ("Imported %s"), first);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Imported %s and %u more file",
                                       "Imported %s and %u more files", more),
                          first, more);
}

/**
 * eh_job_import_prepare:
 * @existing: the project, frozen
 * @paths: (array zero-terminated=1): at least one file or folder; a later one may name what an
 *   earlier one adds
 * @options: what was asked
 * @error: set to a #EhExchangeError, whose sentence names the file, the lines and the reasons
 *
 * Reads and checks everything. Good in any thread.
 *
 * Returns: (transfer full) (nullable): what it would add
 */
EhJobImport *
eh_job_import_prepare (EhDataset *existing,
                       const char *const *paths,
                       const EhJobImportOptions *options,
                       GError **error)
{
  g_autoptr (EhJobImport) self = g_new0 (EhJobImport, 1);
  g_autoptr (EhDataset) dataset = eh_dataset_ref (existing);
  gboolean several = paths[1] != NULL;

  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_rows_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  self->label = label_for (paths);
  for (guint i = 0; paths[i] != NULL; i++) {
    g_autofree char *name = several ? g_filename_display_basename (paths[i]) : NULL;
    EhImportRows *rows = prepare_one (dataset, paths[i], options, error);

    if (rows == NULL)
      return NULL;
    add_source (self, rows, name);
    if (paths[i + 1] != NULL) {
      EhDataset *after = dataset_with (dataset, rows->rows);

      eh_dataset_unref (dataset);
      dataset = after;
    }
  }
  return g_steal_pointer (&self);
}

typedef struct {
  char *project_path;
  GStrv paths;
  EhImportKind kind;
  char *group;
  char *workshop;
  GStrv maps;
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_strfreev (task->paths);
  g_free (task->group);
  g_free (task->workshop);
  g_strfreev (task->maps);
  g_free (task);
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  const EhJobImportOptions options = { what->kind, what->group, what->workshop,
                                       (const char *const *) what->maps };
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  EhJobImport *self = NULL;

  if (dataset != NULL)
    self = eh_job_import_prepare (dataset, (const char *const *) what->paths, &options, &error);
  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) eh_job_import_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_import_prepare_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @paths: (array zero-terminated=1): files and folders
 * @options: what was asked; copied
 * @cancellable: (nullable): stops reading the project
 * @callback: told when it is ready
 * @user_data: for @callback
 *
 * As eh_job_import_prepare(), in a worker. Hand the result to eh_job_import_apply().
 */
void
eh_job_import_prepare_async (const char *project_path,
                             const char *const *paths,
                             const EhJobImportOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->paths = g_strdupv ((char **) paths);
  what->kind = options->kind;
  what->group = g_strdup (options->group);
  what->workshop = g_strdup (options->workshop);
  what->maps = g_strdupv ((char **) options->maps);
  g_task_set_source_tag (task, eh_job_import_prepare_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, prepare_in_thread);
}

/**
 * eh_job_import_prepare_finish:
 * @result: what the callback was given
 * @error: as for eh_job_import_prepare(), a #EhStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what it would add
 */
EhJobImport *
eh_job_import_prepare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static guint
count_rows (const EhJobImport *self)
{
  guint count = 0;

  for (guint i = 0; i < self->sources->len; i++)
    count += eh_row_set_size (((EhImportRows *) self->sources->pdata[i])->rows);
  return count;
}

static gboolean
put_source (EhStore *store,
            const EhImportRows *source,
            guint *done,
            guint all,
            EhJobProgress progress,
            gpointer data,
            GError **error)
{
  for (guint i = 0; i < source->rows->tables->len; i++) {
    const EhRowTable *table = source->rows->tables->pdata[i];

    for (guint j = 0; j < table->rows->len; j++) {
      if (!eh_store_put (store, table->type, table->rows->pdata[j], error))
        return FALSE;
      if (++*done % ROWS_PER_TELL == 0 && progress != NULL)
        progress ((double) *done / all, _ ("Importing"), data);
    }
  }
  return TRUE;
}

/**
 * eh_job_import_apply:
 * @self: what eh_job_import_prepare() gave
 * @store: the project, on its thread
 * @progress: (nullable): told every few hundred rows
 * @data: for @progress
 * @error: set to a #EhStoreError
 *
 * Writes everything as one step of the history, or nothing. Nothing to add is no step.
 *
 * Returns: whether it is safe
 */
gboolean
eh_job_import_apply (
    EhJobImport *self, EhStore *store, EhJobProgress progress, gpointer data, GError **error)
{
  guint all = count_rows (self);
  guint done = 0;

  if (all == 0)
    return TRUE;
  if (!eh_store_begin (store, self->label, error))
    return FALSE;
  for (guint i = 0; i < self->sources->len; i++) {
    if (!put_source (store, self->sources->pdata[i], &done, all, progress, data, error)) {
      eh_store_abort (store);
      return FALSE;
    }
  }
  if (progress != NULL)
    progress (1.0, _ ("Importing"), data);
  return eh_store_commit (store, error);
}

/**
 * eh_job_import_summary:
 * @self: what eh_job_import_prepare() gave
 *
 * Returns: (transfer full): what it adds, in sentences, a line for each source
 */
char *
eh_job_import_summary (const EhJobImport *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->sources->len; i++)
    g_ptr_array_add (lines, eh_import_rows_summary (self->sources->pdata[i]));
  return eh_text_join (lines, "\n");
}
