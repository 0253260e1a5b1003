/* evenhand report map: one way of sorting insights against another. */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static int
print_map_json (const EhCrosstab *map)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();
  g_auto (GStrv) rows = eh_report_line_names (map->rows, map->n_rows);
  g_auto (GStrv) columns = eh_report_line_names (map->columns, map->n_columns);

  eh_json_out_begin_object (json, NULL);
  eh_json_out_begin_array (json, "rows");
  for (guint i = 0; i < map->n_rows; i++)
    eh_json_out_text (json, NULL, rows[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "columns");
  for (guint i = 0; i < map->n_columns; i++)
    eh_json_out_text (json, NULL, columns[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "cells");
  for (guint row = 0; row < map->n_rows; row++) {
    for (guint column = 0; column < map->n_columns; column++) {
      const EhCrosstabCell *cell = eh_crosstab_cell (map, row, column);

      eh_json_out_begin_object (json, NULL);
      eh_json_out_text (json, "row", rows[row]);
      eh_json_out_text (json, "column", columns[column]);
      eh_report_add_figure (json, "count", cell->count, map->threshold);
      eh_report_add_figure (json, "emphasis", cell->emphasis, map->threshold);
      eh_json_out_end_object (json);
    }
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static int
print_map_text (const EhCrosstab *map)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_crosstab_all (map);

  eh_table_out_column (table, eh_axis_kind_label (map->row_axis.kind), FALSE, 44);
  for (guint i = 0; i < map->n_columns; i++) {
    g_autofree char *header = eh_text_shorten (map->columns[i].label, 24);

    eh_table_out_column (table, header, TRUE, 0);
  }
  eh_table_out_column (table, _ ("In all"), TRUE, 0);
  for (guint row = 0; row < map->n_rows; row++) {
    eh_table_out_cell (table, map->rows[row].label);
    for (guint column = 0; column < map->n_columns; column++)
      eh_table_out_cell_take (
          table,
          eh_figure_to_count_text (eh_crosstab_cell (map, row, column)->count, map->threshold));
    eh_table_out_cell_take (table, eh_figure_to_count_text (map->rows[row].total, map->threshold));
  }
  eh_table_out_write (table, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}

int
eh_report_map (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhCrosstab) map = gate != NULL
                                   ? eh_public_dataset_crosstab (gate, options->rows,
                                                                 options->columns, &options->filter)
                                   : eh_crosstab_new (dataset, options->rows, options->columns,
                                                      &options->filter);

  return options->json ? print_map_json (map) : print_map_text (map);
}
