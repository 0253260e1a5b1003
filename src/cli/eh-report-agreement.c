/* evenhand report agreement: how far coders agree on where insights belong. */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static void
add_ratio (EhJsonOut *json, const EhCoderAgreementRatio *ratio, guint threshold)
{
  eh_report_add_figure (json, "insights", ratio->insights, threshold);
  eh_report_add_figure (json, "placed", ratio->placed, threshold);
  eh_report_add_figure (json, "agreement", ratio->percent, threshold);
  eh_report_add_figure (json, "kappa", ratio->kappa, threshold);
  eh_report_add_figure (json, "alpha", ratio->alpha, threshold);
}

static int
print_json (const EhCoderAgreement *agreement)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_number (json, "coders", agreement->n_coders);
  add_ratio (json, &agreement->whole, agreement->threshold);
  eh_json_out_begin_array (json, "names");
  for (guint i = 0; agreement->coders != NULL && agreement->coders[i] != NULL; i++)
    eh_json_out_text (json, NULL, agreement->coders[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "categories");
  for (guint i = 0; i < agreement->n_categories; i++) {
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", agreement->categories[i].key);
    eh_json_out_text (json, "label", agreement->categories[i].label);
    add_ratio (json, &agreement->categories[i].ratio, agreement->threshold);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
add_row (EhTableOut *table, const char *label, const EhCoderAgreementRatio *ratio, guint threshold)
{
  eh_table_out_cell (table, label);
  eh_table_out_cell_take (table, eh_figure_to_count_text (ratio->insights, threshold));
  eh_table_out_cell_take (table, eh_figure_to_percent_text (ratio->percent));
  eh_table_out_cell_take (table, eh_figure_to_coefficient_text (ratio->alpha));
  eh_table_out_cell_take (table, eh_figure_to_coefficient_text (ratio->kappa));
}

static int
print_text (const EhCoderAgreement *agreement)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_agreement_all (agreement);

  eh_table_out_column (table, C_ ("column", "Category"), FALSE, 44);
  eh_table_out_column (table, C_ ("column", "Insights"), TRUE, 0);
  eh_table_out_column (table, C_ ("column", "Agreement"), TRUE, 0);
  eh_table_out_column (table, C_ ("column", "Krippendorff's alpha"), TRUE, 0);
  eh_table_out_column (table, C_ ("column", "Cohen's kappa"), TRUE, 0);
  add_row (table, C_ ("row", "All categories"), &agreement->whole, agreement->threshold);
  for (guint i = 0; i < agreement->n_categories; i++)
    add_row (table, agreement->categories[i].label, &agreement->categories[i].ratio,
             agreement->threshold);
  eh_table_out_write (table, out);
  g_string_append_c (out, '\n');
  for (guint i = 0; sentences[i] != NULL; i++)
    eh_cli_add_line (out, sentences[i]);
  return eh_cli_print (out);
}

int
eh_report_agreement (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhCoderAgreement) agreement = gate != NULL
                                               ? eh_public_dataset_agreement (gate,
                                                                              &options->filter)
                                               : eh_coder_agreement_new (dataset, &options->filter);

  return options->json ? print_json (agreement) : print_text (agreement);
}
