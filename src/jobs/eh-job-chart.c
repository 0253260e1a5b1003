/* A chart as a file. What leaves the program has been through the gate: these functions take
 * nothing else. */

#include "config.h"

#include "eh-job-chart.h"

#include "eh-catalogue.h"
#include "eh-chart-agreement.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-map.h"
#include "eh-chart-stages.h"
#include "eh-chart-time.h"
#include "eh-csv-out.h"
#include "eh-pdf-finish.h"
#include "eh-pdf-paint.h"
#include "eh-reader.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What reads well on a page of A4 and on a slide. */
#define USUAL_WIDTH  880.0
#define USUAL_HEIGHT 560.0
#define POINTS       0.75 /* in a CSS pixel */

/**
 * eh_job_chart_options_init:
 * @options: (out caller-allocates): a chart of everything, light, from left to right, of the usual
 *   size; the map has role groups across categories
 * @kind: which chart
 */
void
eh_job_chart_options_init (EhJobChartOptions *options, EhJobChartKind kind)
{
  *options = (EhJobChartOptions){
    .kind = kind,
    .rows = { EH_AXIS_ROLE_GROUP, EH_ID_NONE },
    .columns = { EH_AXIS_CATEGORY, EH_ID_NONE },
    .theme = EH_CHART_THEME_LIGHT,
    .direction = EH_CHART_LTR,
  };
}

static const char *const kind_keys[EH_JOB_CHART_N_VALUES] = {
  [EH_JOB_CHART_BALANCE] = "balance", [EH_JOB_CHART_MAP] = "map",
  [EH_JOB_CHART_FLOW] = "flow",       [EH_JOB_CHART_TIME] = "time",
  [EH_JOB_CHART_STAGES] = "stages",   [EH_JOB_CHART_AGREEMENT] = "agreement",
  [EH_JOB_CHART_HOURS] = "hours",
};

/**
 * eh_job_chart_kind_key:
 * @kind: a chart
 *
 * Returns: (transfer none): "balance", "map", "flow" …, as the command line names it
 */
const char *
eh_job_chart_kind_key (EhJobChartKind kind)
{
  g_return_val_if_fail (kind < EH_JOB_CHART_N_VALUES, NULL);
  return kind_keys[kind];
}

/**
 * eh_job_chart_kind_from_key:
 * @key: as eh_job_chart_kind_key() gives
 * @kind: (out): the chart
 *
 * Returns: whether there is such a chart
 */
gboolean
eh_job_chart_kind_from_key (const char *key, EhJobChartKind *kind)
{
  for (guint i = 0; i < EH_JOB_CHART_N_VALUES; i++)
    if (g_str_equal (key, kind_keys[i])) {
      *kind = (EhJobChartKind) i;
      return TRUE;
    }
  return FALSE;
}

static const char *
workshop_of (GPtrArray *workshops, EhId id)
{
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    if (workshop->id == id)
      return workshop->title;
  }
  return NULL;
}

static const char *
group_of (GPtrArray *groups, EhId id)
{
  for (guint i = 0; i < groups->len; i++) {
    const EhPublicGroup *group = groups->pdata[i];

    if (group->id == id && id != EH_ID_NONE)
      return group->label;
  }
  return NULL;
}

static const char *
category_of (GPtrArray *categories, EhId id)
{
  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];

    if (category->id == id)
      return category->label;
  }
  return NULL;
}

/* The framework, where it is not the one that the project has chosen. */
static const char *
lens_of (EhPublicDataset *dataset, GPtrArray *frameworks, EhId id)
{
  if (id == eh_public_dataset_project (dataset)->framework_id)
    return NULL;
  for (guint i = 0; i < frameworks->len; i++) {
    const EhFramework *framework = frameworks->pdata[i];

    if (framework->id == id)
      return framework->name;
  }
  return NULL;
}

static void
add_part (GPtrArray *parts, const char *words)
{
  if (words != NULL)
    g_ptr_array_add (parts, g_strdup (words));
}

/* What a chart that leaves the program is a chart of: whoever meets it alone must see that it shows
 * a part. */
static char *
scope_of (EhPublicDataset *dataset, const EhJobChartOptions *options)
{
  const EhFilter *filter = &options->filter;
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (dataset);
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (dataset);
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (dataset, filter->lens_id);
  g_autoptr (GPtrArray) frameworks = eh_public_dataset_frameworks (dataset);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, eh_public_dataset_project (dataset)->title);
  if (options->kind == EH_JOB_CHART_MAP || options->kind == EH_JOB_CHART_FLOW ||
      options->kind == EH_JOB_CHART_AGREEMENT || filter->category_id != EH_ID_NONE)
    add_part (parts, lens_of (dataset, frameworks, filter->lens_id));
  add_part (parts, workshop_of (workshops, filter->workshop_id));
  if (options->kind == EH_JOB_CHART_BALANCE)
    add_part (parts, group_of (groups, filter->role_group_id));
  add_part (parts, category_of (categories, filter->category_id));
  if (filter->by_kind)
    add_part (parts, filter->kind == EH_INSIGHT_KIND_NONE
                         ? _ ("Kind not said")
                         : eh_vocabulary_label (&eh_insight_kind_vocabulary, filter->kind));
  return eh_text_join (parts, " · ");
}

/**
 * eh_job_chart_layout:
 * @dataset: a project behind the gate
 * @options: which chart, and how
 *
 * Returns: (transfer full): the chart, with its title, sentence and notes
 */
EhChartLayout *
eh_job_chart_layout (EhPublicDataset *dataset, const EhJobChartOptions *options)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (options->theme);
  double width = options->width > 0.0 ? options->width : USUAL_WIDTH;
  double height = options->height > 0.0 ? options->height : USUAL_HEIGHT;
  g_autofree char *scope = scope_of (dataset, options);
  g_autoptr (EhBalance) balance = NULL;
  g_autoptr (EhCrosstab) map = NULL;
  g_autoptr (EhFlow) flow = NULL;
  g_autoptr (EhTimeline) timeline = NULL;
  g_autoptr (EhStageMap) stages = NULL;
  g_autoptr (EhHours) hours = NULL;
  g_autoptr (EhCoderAgreement) agreement = NULL;

  switch (options->kind) {
  case EH_JOB_CHART_MAP:
    map = eh_public_dataset_crosstab (dataset, options->rows, options->columns, &options->filter);
    return eh_chart_map_layout (map, theme, width, height, options->direction, EH_CHART_FRAMED,
                                scope);
  case EH_JOB_CHART_FLOW:
    flow = eh_public_dataset_flow (dataset, &options->filter);
    return eh_chart_flow_layout (flow, theme, width, height, options->direction, EH_CHART_FRAMED,
                                 scope);
  case EH_JOB_CHART_TIME:
    timeline = eh_public_dataset_timeline (dataset, &options->filter);
    return eh_chart_time_layout (timeline, theme, width, height, options->direction,
                                 EH_CHART_FRAMED, scope);
  case EH_JOB_CHART_STAGES:
    stages = eh_public_dataset_stage_map (dataset);
    return eh_chart_stages_layout (stages, theme, width, height, options->direction,
                                   EH_CHART_FRAMED, scope);
  case EH_JOB_CHART_AGREEMENT:
    agreement = eh_public_dataset_agreement (dataset, &options->filter);
    return eh_chart_agreement_layout (agreement, theme, width, height, options->direction,
                                      EH_CHART_FRAMED, scope);
  case EH_JOB_CHART_HOURS:
    hours = eh_public_dataset_hours (dataset, &options->filter);
    return eh_chart_hours_layout (hours, theme, width, height, options->direction, EH_CHART_FRAMED,
                                  scope);
  case EH_JOB_CHART_BALANCE:
  case EH_JOB_CHART_N_VALUES:
  default:
    balance = eh_public_dataset_balance (dataset, &options->filter);
    return eh_chart_balance_layout (balance, theme, width, height, options->direction,
                                    EH_CHART_FRAMED, scope);
  }
}

/* The chart's table, for a spreadsheet. */
static gboolean
write_numbers (const EhChartLayout *layout, GFile *file, GCancellable *cancellable, GError **error)
{
  const EhChartTable *table = eh_chart_layout_table (layout);
  g_autoptr (EhCsvOut) out = eh_csv_out_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (eh_chart_layout_is_public (layout), FALSE);
  for (guint i = 0; i < table->n_columns; i++)
    eh_csv_out_cell (out, table->header[i]);
  eh_csv_out_end_row (out);
  for (guint row = 0; row < table->rows->len; row++) {
    for (guint i = 0; i < table->n_columns; i++)
      eh_csv_out_cell (out, ((GStrv) table->rows->pdata[row])[i]);
    eh_csv_out_end_row (out);
  }
  bytes = eh_csv_out_finish (out);
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/**
 * eh_job_chart_is_numbers:
 * @name: a file's name
 *
 * Returns: whether it asks for the numbers of a chart, as CSV, and not for a picture
 */
gboolean
eh_job_chart_is_numbers (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".csv");
}

/* The language that the window or the command speaks, and so the chart. */
static EhDoc *
as_document (const EhChartLayout *layout)
{
  g_autofree char *locale = g_strdup (g_get_language_names ()[0]);
  g_autoptr (EhCatalogue) words = NULL;
  EhDocMeta *meta;

  g_strdelimit (locale, "_", '-');
  locale[strcspn (locale, ".@")] = '\0';
  words = eh_catalogue_for_reader (locale);
  meta = eh_doc_meta_new (eh_chart_layout_title (layout), eh_catalogue_get_language (words));
  meta->rtl = eh_catalogue_is_rtl (words);
  return eh_doc_new_take (meta, g_ptr_array_new (), g_ptr_array_new ());
}

/* A PDF whose figure says what it shows, for whoever has it read aloud. */
static GBytes *
make_pdf (const EhChartLayout *layout, GError **error)
{
  static const char *const tags[] = EH_CHART_PDF_TAGS;
  g_autoptr (GBytes) drawn = eh_chart_export (layout, EH_CHART_FORMAT_PDF, error);
  g_autofree char *words = eh_chart_layout_describe (layout);
  g_autoptr (GArray) marks = eh_pdf_marks_new ();
  g_autoptr (EhDoc) doc = NULL;

  if (drawn == NULL)
    return NULL;
  doc = as_document (layout);
  for (guint i = 0; tags[i] != NULL; i++) {
    EhPdfMark mark = { .tag = tags[i] };

    if (tags[i + 1] == NULL) {
      mark.leaf = TRUE;
      mark.alt = words;
      mark.box[2] = eh_chart_layout_width (layout) * POINTS;
      mark.box[3] = eh_chart_layout_height (layout) * POINTS;
    }
    g_array_append_val (marks, mark);
  }
  return eh_pdf_finish (doc, drawn, marks, NULL, error);
}

static gboolean
write_pdf (const EhChartLayout *layout, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = make_pdf (layout, error);

  return bytes != NULL &&
         g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/**
 * eh_job_render_chart:
 * @dataset: a project behind the gate
 * @options: which chart, and how
 * @file: where to write it; its name says the format: .svg, .png or .pdf, or .csv for its
 *   numbers
 * @cancellable: (nullable): stops the writing
 * @error: set to a #EhChartError or #GIOError; an older file is then still there
 *
 * Returns: whether it is written
 */
gboolean
eh_job_render_chart (EhPublicDataset *dataset,
                     const EhJobChartOptions *options,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (EhChartLayout) layout = NULL;
  EhChartFormat format;

  if (eh_job_chart_is_numbers (name)) {
    layout = eh_job_chart_layout (dataset, options);
    return write_numbers (layout, file, cancellable, error);
  }
  if (!eh_chart_format_from_name (name, &format, error))
    return FALSE;
  layout = eh_job_chart_layout (dataset, options);
  if (format == EH_CHART_FORMAT_PDF)
    return write_pdf (layout, file, cancellable, error);
  return eh_chart_export_to_file (layout, format, file, cancellable, error);
}

typedef struct {
  char *project_path;
  EhJobChartOptions options;
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
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) gate = dataset != NULL ? eh_disclosure_apply (dataset, NULL, NULL)
                                                     : NULL;

  if (gate != NULL && eh_job_render_chart (gate, &what->options, what->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_render_chart_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @options: which chart, and how; copied
 * @file: where to write it; its name says the format
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_render_chart(), in a worker, of the project as it is now.
 */
void
eh_job_render_chart_async (const char *project_path,
                           const EhJobChartOptions *options,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->options = *options;
  what->file = g_object_ref (file);
  g_task_set_source_tag (task, eh_job_render_chart_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * eh_job_render_chart_finish:
 * @result: what the callback was given
 * @error: as for eh_job_render_chart(), or a #EhStoreError
 *
 * Returns: whether it is written
 */
gboolean
eh_job_render_chart_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
