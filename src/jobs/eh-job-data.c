/* Tables for other programs: CSV and JSON. As whatever leaves the program they come through the
 * gate: words that may not be used are not there, people are named as they chose, small numbers are
 * protected. */

#include "eh-job-data.h"

#include "eh-csv-out.h"
#include "eh-json-out.h"
#include "eh-reader.h"
#include "eh-references.h"

#include <string.h>

typedef struct {
  const char *name;
  gboolean number;
} Column;

typedef struct {
  const Column *columns;
  guint n_columns;
  GPtrArray *rows; /* (element-type GStrv): as many cells as there are columns */
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->rows, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* Adds a row; takes the cells, of which there are as many as columns. */
static void
add_row (Table *table, char *const cells[])
{
  char **row = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    row[i] = cells[i] != NULL ? cells[i] : g_strdup ("");
  g_ptr_array_add (table->rows, row);
}

/* Numbers as programs read them, whatever the language. */
static char *
figure_text (EhFigure figure, guint threshold)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (figure.state == EH_FIGURE_PROTECTED)
    return g_strdup_printf ("fewer than %u", threshold);
  if (figure.state == EH_FIGURE_UNDEFINED)
    return g_strdup ("");
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.12g", figure.value));
}

static char *
number_text (gint64 number)
{
  return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static const Column insight_columns[] = {
  { "id", FALSE },   { "text", FALSE }, { "person", FALSE },
  { "kind", FALSE }, { "use", FALSE },  { "licence", FALSE }
};

static void
fill_insights (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (dataset, NULL);

  for (guint i = 0; i < insights->len; i++) {
    EhPublicInsight *insight = insights->pdata[i];
    const char *kind = insight->kind != EH_INSIGHT_KIND_NONE
                           ? eh_vocabulary_key (&eh_insight_kind_vocabulary, (int) insight->kind)
                           : "";

    add_row (table, (char *[]){ g_strdup (insight->ref), g_strdup (insight->text),
                                g_strdup (insight->credit), g_strdup (kind),
                                g_strdup (insight->use == EH_TEXT_USE_QUOTE ? "quote" : "plain"),
                                g_strdup (insight->may_travel ? "open" : "guidance") });
  }
}

static const Column people_columns[] = { { "name", FALSE } };

static void
fill_people (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (EhPublicCredits) credits = eh_public_dataset_credits (dataset);

  for (guint i = 0; credits->names[i] != NULL; i++)
    add_row (table, (char *[]){ g_strdup (credits->names[i]) });
}

static const Column group_columns[] = { { "label", FALSE }, { "people", TRUE } };

static void
fill_groups (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (dataset);
  guint threshold = eh_public_dataset_threshold (dataset);

  for (guint i = 0; i < groups->len; i++) {
    EhPublicGroup *group = groups->pdata[i];

    add_row (table, (char *[]){ g_strdup (group->label), figure_text (group->people, threshold) });
  }
}

static const Column workshop_columns[] = {
  { "title", FALSE }, { "date", FALSE }, { "place", FALSE }, { "aim", FALSE }, { "people", TRUE }
};

static void
fill_workshops (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (dataset);
  guint threshold = eh_public_dataset_threshold (dataset);

  for (guint i = 0; i < workshops->len; i++) {
    EhPublicWorkshop *workshop = workshops->pdata[i];

    add_row (table, (char *[]){ g_strdup (workshop->title), g_strdup (workshop->date),
                                g_strdup (workshop->place), g_strdup (workshop->aim),
                                figure_text (workshop->people, threshold) });
  }
}

static const Column category_columns[] = {
  { "id", FALSE }, { "label", FALSE }, { "parent", FALSE }, { "definition", FALSE }
};

static const char *
parent_key (GPtrArray *categories, EhId id)
{
  for (guint i = 0; i < categories->len; i++)
    if (((EhCategory *) categories->pdata[i])->id == id)
      return ((EhCategory *) categories->pdata[i])->key;
  return "";
}

static void
fill_categories (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (dataset, EH_ID_NONE);

  for (guint i = 0; i < categories->len; i++) {
    EhCategory *category = categories->pdata[i];

    add_row (table, (char *[]){ g_strdup (category->key), g_strdup (category->label),
                                g_strdup (parent_key (categories, category->parent_id)),
                                g_strdup (category->definition) });
  }
}

static const Column resource_columns[] = { { "title", FALSE }, { "authors", FALSE },
                                           { "year", TRUE },   { "organisation", FALSE },
                                           { "kind", FALSE },  { "url", FALSE },
                                           { "doi", FALSE },   { "summary", FALSE } };

static void
fill_resources (Table *table, EhPublicDataset *dataset)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources (dataset);

  for (guint i = 0; i < resources->len; i++) {
    EhResource *resource = resources->pdata[i];

    add_row (table, (char *[]){ g_strdup (resource->title), g_strdup (resource->authors),
                                number_text (resource->year), g_strdup (resource->organisation),
                                g_strdup (resource->kind), g_strdup (resource->url),
                                g_strdup (resource->doi), g_strdup (resource->summary) });
  }
}

static const struct {
  const char *key;
  const Column *columns;
  guint n_columns;
  void (*fill) (Table *table, EhPublicDataset *dataset);
} kinds[EH_JOB_DATA_N_VALUES] = {
#define KIND(key, columns, fill)                                                                   \
  {                                                                                                \
    key, columns, G_N_ELEMENTS (columns), fill                                                     \
  }
  [EH_JOB_DATA_INSIGHTS] = KIND ("insights", insight_columns, fill_insights),
  [EH_JOB_DATA_PEOPLE] = KIND ("people", people_columns, fill_people),
  [EH_JOB_DATA_GROUPS] = KIND ("groups", group_columns, fill_groups),
  [EH_JOB_DATA_WORKSHOPS] = KIND ("workshops", workshop_columns, fill_workshops),
  [EH_JOB_DATA_CATEGORIES] = KIND ("categories", category_columns, fill_categories),
  [EH_JOB_DATA_RESOURCES] = KIND ("resources", resource_columns, fill_resources),
#undef KIND
};

static GBytes *
to_csv (const Table *table)
{
  g_autoptr (EhCsvOut) out = eh_csv_out_new ();

  for (guint i = 0; i < table->n_columns; i++)
    eh_csv_out_cell (out, table->columns[i].name);
  eh_csv_out_end_row (out);
  for (guint i = 0; i < table->rows->len; i++) {
    char **row = table->rows->pdata[i];

    for (guint j = 0; j < table->n_columns; j++)
      eh_csv_out_cell (out, row[j]);
    eh_csv_out_end_row (out);
  }
  return eh_csv_out_finish (out);
}

static GBytes *
to_json (const Table *table)
{
  g_autoptr (EhJsonOut) out = eh_json_out_new ();
  GString *text;

  eh_json_out_begin_array (out, NULL);
  for (guint i = 0; i < table->rows->len; i++) {
    char **row = table->rows->pdata[i];

    eh_json_out_begin_object (out, NULL);
    for (guint j = 0; j < table->n_columns; j++) {
      char *end = NULL;
      double number = g_ascii_strtod (row[j], &end);

      if (table->columns[j].number && end != row[j] && *end == '\0')
        eh_json_out_number (out, table->columns[j].name, number);
      else
        eh_json_out_text_or_null (out, table->columns[j].name, row[j]);
    }
    eh_json_out_end_object (out);
  }
  eh_json_out_end_array (out);
  text = eh_json_out_finish (out);
  return g_bytes_new (text->str, text->len);
}

/**
 * eh_job_data_kind_key:
 * @kind: a kind of table
 *
 * Returns: (transfer none): what the command line calls it
 */
const char *
eh_job_data_kind_key (EhJobDataKind kind)
{
  return kinds[kind].key;
}

static gboolean
ends_in (const char *name, const char *end)
{
  gsize length = strlen (name);

  return length >= strlen (end) && g_ascii_strcasecmp (name + length - strlen (end), end) == 0;
}

/**
 * eh_job_data_is_format:
 * @name: the name of a file
 *
 * Returns: whether it ends as a table does, .csv or .json, or as a list of publications: .ris, .bib
 *   or .csl.json
 */
gboolean
eh_job_data_is_format (const char *name)
{
  return ends_in (name, ".csv") || ends_in (name, ".json") ||
         eh_references_format_for (name) != EH_REFERENCE_FORMAT_NONE;
}

/**
 * eh_job_data_is_references:
 * @name: the name of a file
 *
 * Returns: whether it ends as a list of publications does, which holds resources and nothing else
 */
gboolean
eh_job_data_is_references (const char *name)
{
  return eh_references_format_for (name) != EH_REFERENCE_FORMAT_NONE;
}

static GBytes *
references (EhPublicDataset *dataset, EhReferenceFormat format)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources (dataset);

  return eh_references_write (resources, format);
}

static GBytes *
table (EhPublicDataset *dataset, EhJobDataKind kind, gboolean json)
{
  g_auto (Table) table = { kinds[kind].columns, kinds[kind].n_columns,
                           g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };

  kinds[kind].fill (&table, dataset);
  return json ? to_json (&table) : to_csv (&table);
}

/**
 * eh_job_export_data:
 * @dataset: a project behind the gate
 * @kind: what the table is of; for a list of publications, resources
 * @file: where to write it; its name says the format: see eh_job_data_is_format()
 * @cancellable: (nullable): stops the writing
 * @error: set to a #GIOError; an older file is then still there
 *
 * Returns: whether it is written
 */
gboolean
eh_job_export_data (EhPublicDataset *dataset,
                    EhJobDataKind kind,
                    GFile *file,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  EhReferenceFormat format = eh_references_format_for (name);
  g_autoptr (GBytes) bytes = format != EH_REFERENCE_FORMAT_NONE
                                 ? references (dataset, format)
                                 : table (dataset, kind, ends_in (name, ".json"));

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}

typedef struct {
  char *project_path;
  EhJobDataKind kind;
  GFile *file;
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_object_unref (task->file);
  g_free (task);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) gate = NULL;

  if (dataset != NULL)
    gate = eh_disclosure_apply (dataset, NULL, NULL);
  if (gate != NULL && eh_job_export_data (gate, what->kind, what->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_export_data_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @kind: what the table is of
 * @file: where to write it; its name says the format
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_export_data(), in a worker, of the project as it is now.
 */
void
eh_job_export_data_async (const char *project_path,
                          EhJobDataKind kind,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->kind = kind;
  what->file = g_object_ref (file);
  g_task_set_source_tag (task, eh_job_export_data_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * eh_job_export_data_finish:
 * @result: what the callback was given
 * @error: as for eh_job_export_data(), or a #EhStoreError
 *
 * Returns: whether it is written
 */
gboolean
eh_job_export_data_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
