/* evenhand report time and stages: when things were said, and how early people were let in. */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static void
add_groups (EhJsonOut *json, const EhCrosstab *crosstab, const char *what)
{
  eh_json_out_begin_array (json, "groups");
  for (guint i = 0; i < crosstab->n_rows; i++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", crosstab->rows[i].key);
    eh_json_out_text (json, "label", crosstab->rows[i].label);
    eh_report_add_figure (json, what, crosstab->rows[i].total, crosstab->threshold);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
}

/* The cells of one column that are not nothing, by group. */
static void
add_cells (EhJsonOut *json, const EhCrosstab *crosstab, guint column)
{
  eh_json_out_begin_object (json, "groups");
  for (guint i = 0; i < crosstab->n_rows; i++) {
    EhFigure count = eh_crosstab_cell (crosstab, i, column)->count;

    if (count.state == EH_FIGURE_PROTECTED || count.value > 0)
      eh_report_add_figure (json, crosstab->rows[i].key, count, crosstab->threshold);
  }
  eh_json_out_end_object (json);
}

static int
print_time_json (const EhTimeline *timeline)
{
  const EhCrosstab *counts = timeline->counts;
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_text (json, "workshop", timeline->workshop);
  eh_json_out_number (json, "minutes", timeline->minutes);
  eh_report_add_figure (json, "insights", counts->total, counts->threshold);
  eh_report_add_figure (json, "untimed", eh_timeline_untimed (timeline), counts->threshold);
  add_groups (json, counts, "insights");
  eh_json_out_begin_array (json, "times");
  for (guint j = 0; j < timeline->n_stretches; j++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "from", counts->columns[j].label);
    eh_report_add_figure (json, "insights", counts->columns[j].total, counts->threshold);
    add_cells (json, counts, j);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "activities");
  for (guint i = 0; i < timeline->n_bands; i++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "title", timeline->bands[i].title);
    eh_json_out_number (json, "start", timeline->bands[i].start);
    eh_json_out_number (json, "minutes", timeline->bands[i].minutes);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

/* Columns down, so that a long day still fits a terminal. */
static void
write_table (const EhCrosstab *crosstab, const char *head, gboolean skip_nothing, GString *out)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();

  eh_table_out_column (table, head, FALSE, 32);
  for (guint i = 0; i < crosstab->n_rows; i++)
    eh_table_out_column (table, crosstab->rows[i].label, TRUE, 0);
  eh_table_out_column (table, _ ("In all"), TRUE, 0);
  for (guint j = 0; j < crosstab->n_columns; j++) {
    EhFigure total = crosstab->columns[j].total;

    if (skip_nothing && eh_figure_is_known (total) && total.value <= 0)
      continue;
    eh_table_out_cell (table, crosstab->columns[j].label);
    for (guint i = 0; i < crosstab->n_rows; i++)
      eh_table_out_cell_take (
          table,
          eh_figure_to_count_text (eh_crosstab_cell (crosstab, i, j)->count, crosstab->threshold));
    eh_table_out_cell_take (table, eh_figure_to_count_text (total, crosstab->threshold));
  }
  eh_table_out_write (table, out);
}

int
eh_report_time (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhTimeline) timeline = gate != NULL
                                        ? eh_public_dataset_timeline (gate, &options->filter)
                                        : eh_timeline_new (dataset, &options->filter);
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = NULL;

  if (options->json)
    return print_time_json (timeline);
  sentences = eh_sentence_timeline_all (timeline);
  write_table (timeline->counts, C_ ("column", "From"), TRUE, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}

static int
print_stages_json (const EhStageMap *map)
{
  const EhCrosstab *people = map->people;
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_report_add_figure (json, "people", people->total, people->threshold);
  eh_json_out_number (json, "workshops_without_stage", map->n_unsaid);
  add_groups (json, people, "people");
  eh_json_out_begin_array (json, "stages");
  for (guint j = 0; j < people->n_columns; j++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", people->columns[j].key);
    eh_json_out_text (json, "label", people->columns[j].label);
    eh_json_out_bool (json, "workshop", people->columns[j].kind == EH_LINE_PLAIN);
    eh_report_add_figure (json, "people", people->columns[j].total, people->threshold);
    add_cells (json, people, j);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

int
eh_report_stages (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhStageMap) map = gate != NULL ? eh_public_dataset_stage_map (gate)
                                            : eh_stage_map_new (dataset);
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = NULL;

  if (options->json)
    return print_stages_json (map);
  sentences = eh_sentence_stage_map_all (map);
  write_table (map->people, C_ ("column", "Stage"), FALSE, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}
