/* evenhand report hours: time and money by role group. */

#include "eh-report.h"

#include "eh-measures.h"
#include "eh-sentence.h"

static int
print_json (const EhHours *hours)
{
  static const char *const money[] = { "pay", "expenses" };
  g_autoptr (EhJsonOut) json = eh_json_out_new ();
  guint threshold = hours->hours->threshold;

  eh_json_out_begin_object (json, NULL);
  eh_json_out_text (json, "currency", hours->currency);
  eh_report_add_figure (json, "hours", hours->hours->total, threshold);
  eh_json_out_begin_array (json, "groups");
  for (guint i = 0; i < hours->hours->n_rows; i++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", hours->hours->rows[i].key);
    eh_json_out_text (json, "label", hours->hours->rows[i].label);
    for (guint j = 0; j < hours->hours->n_columns; j++)
      eh_report_add_figure (json, hours->hours->columns[j].key,
                            eh_crosstab_cell (hours->hours, i, j)->count, threshold);
    for (guint j = 0; j < G_N_ELEMENTS (money); j++) {
      EhFigure amount = eh_crosstab_cell (hours->money, i, j)->count;

      /* In whole units of the currency. */
      amount.value /= 100;
      eh_report_add_figure (json, money[j], amount, threshold);
    }
    eh_report_add_figure (json, "days", hours->days[i], threshold);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

int
eh_report_hours (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhHours) hours = gate != NULL ? eh_public_dataset_hours (gate, &options->filter)
                                           : eh_hours_new (dataset, &options->filter);
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = NULL;

  if (options->json)
    return print_json (hours);
  sentences = eh_sentence_hours_all (hours);
  for (guint i = 0; sentences[i] != NULL; i++)
    eh_cli_add_line (out, sentences[i]);
  return eh_cli_print (out);
}
