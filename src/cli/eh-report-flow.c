/* evenhand report flow: from who spoke, over categories, to recommendations. */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static void
add_lines (EhJsonOut *json, const char *name, const EhCrosstabLine *lines, guint n, guint threshold)
{
  eh_json_out_begin_array (json, name);
  for (guint i = 0; i < n; i++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", lines[i].key);
    eh_json_out_text (json, "label", lines[i].label);
    eh_report_add_figure (json, "insights", lines[i].total, threshold);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
}

static gboolean
is_something (EhFigure count)
{
  return count.state == EH_FIGURE_PROTECTED || (eh_figure_is_known (count) && count.value > 0);
}

static void
add_links (
    EhJsonOut *json, const char *name, const EhCrosstab *crosstab, const char *from, const char *to)
{
  eh_json_out_begin_array (json, name);
  for (guint i = 0; i < crosstab->n_rows; i++)
    for (guint j = 0; j < crosstab->n_columns; j++) {
      EhFigure count = eh_crosstab_cell (crosstab, i, j)->count;

      if (!is_something (count))
        continue;
      eh_json_out_begin_object (json, NULL);
      eh_json_out_text (json, from, crosstab->rows[i].key);
      eh_json_out_text (json, to, crosstab->columns[j].key);
      eh_report_add_figure (json, "insights", count, crosstab->threshold);
      eh_json_out_end_object (json);
    }
  eh_json_out_end_array (json);
}

static void
add_recommendations (EhJsonOut *json, const EhFlow *flow)
{
  eh_json_out_begin_array (json, "recommendations");
  for (guint j = 0; j < flow->used->n_columns; j++) {
    const EhCrosstabLine *line = &flow->used->columns[j];

    if (line->kind == EH_LINE_UNSORTED)
      continue;
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", line->key);
    eh_json_out_text (json, "label", line->label);
    eh_report_add_figure (json, "insights", line->total, flow->threshold);
    eh_json_out_bool (json, "untraced", line->kind == EH_LINE_UNTRACED);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
}

static int
print_json (const EhFlow *flow)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_report_add_figure (json, "insights", flow->given->total, flow->threshold);
  eh_report_add_figure (json, "unused", eh_flow_unused (flow), flow->threshold);
  eh_json_out_number (json, "untraced", flow->n_untraced);
  add_lines (json, "groups", flow->given->rows, flow->given->n_rows, flow->threshold);
  add_lines (json, "categories", flow->given->columns, flow->given->n_columns, flow->threshold);
  add_recommendations (json, flow);
  add_links (json, "given", flow->given, "group", "category");
  add_links (json, "used", flow->used, "category", "recommendation");
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
add_rows (EhTableOut *table, const EhCrosstab *crosstab)
{
  for (guint i = 0; i < crosstab->n_rows; i++)
    for (guint j = 0; j < crosstab->n_columns; j++) {
      EhFigure count = eh_crosstab_cell (crosstab, i, j)->count;

      if (!is_something (count))
        continue;
      eh_table_out_cell (table, crosstab->rows[i].label);
      eh_table_out_cell (table, crosstab->columns[j].label);
      eh_table_out_cell_take (table, eh_figure_to_count_text (count, crosstab->threshold));
    }
}

static int
print_text (const EhFlow *flow)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_flow_all (flow);

  eh_table_out_column (table, C_ ("column", "From"), FALSE, 44);
  eh_table_out_column (table, C_ ("column", "To"), FALSE, 44);
  eh_table_out_column (table, C_ ("column", "Insights"), TRUE, 0);
  add_rows (table, flow->given);
  add_rows (table, flow->used);
  eh_table_out_write (table, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}

int
eh_report_flow (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhFlow) flow = gate != NULL ? eh_public_dataset_flow (gate, &options->filter)
                                         : eh_flow_new (dataset, &options->filter);

  return options->json ? print_json (flow) : print_text (flow);
}
