/* evenhand report balance: whose voice is in the room, the insights and the guidance. */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static void
add_group (EhJsonOut *json, const EhBalanceGroup *group, guint threshold)
{
  eh_json_out_begin_object (json, NULL);
  eh_json_out_text (json, "id", group->key);
  eh_json_out_text (json, "label", group->label);
  eh_report_add_figure (json, "people", group->people, threshold);
  eh_report_add_figure (json, "insights", group->insights, threshold);
  eh_report_add_figure (json, "carried", group->carried, threshold);
  eh_report_add_figure (json, "room_share", group->room_share, threshold);
  eh_report_add_figure (json, "voice_share", group->voice_share, threshold);
  eh_report_add_figure (json, "carry_share", group->carry_share, threshold);
  eh_report_add_figure (json, "voice_ratio", group->voice_ratio, threshold);
  eh_report_add_figure (json, "carry_ratio", group->carry_ratio, threshold);
  eh_report_add_figure (json, "silent", group->silent, threshold);
  eh_report_add_figure (json, "voice_low", group->voice_low, threshold);
  eh_report_add_figure (json, "voice_high", group->voice_high, threshold);
  eh_json_out_end_object (json);
}

static int
print_balance_json (const EhBalance *balance)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_report_add_figure (json, "people", balance->people, balance->threshold);
  eh_report_add_figure (json, "insights", balance->insights, balance->threshold);
  eh_report_add_figure (json, "unattributed", balance->unattributed, balance->threshold);
  eh_report_add_figure (json, "recommendations", balance->recommendations, balance->threshold);
  eh_report_add_figure (json, "untraced", balance->untraced, balance->threshold);
  eh_report_add_figure (json, "gini", balance->gini, balance->threshold);
  eh_json_out_begin_array (json, "groups");
  for (guint i = 0; i < balance->n_groups; i++)
    add_group (json, &balance->groups[i], balance->threshold);
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

/* "12 (54%)", or the count alone where shares may not be said. */
static char *
count_and_share (EhFigure count, EhFigure share, gboolean say, guint threshold)
{
  g_autofree char *number = eh_figure_to_count_text (count, threshold);
  g_autofree char *percent = eh_figure_to_percent_text (share);

  if (!say || !eh_figure_is_known (count) || !eh_figure_is_known (share))
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s (%s)", number, percent);
}

static int
print_balance_text (const EhBalance *balance)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_balance_all (balance);

  eh_table_out_column (table, _ ("Group"), FALSE, 44);
  eh_table_out_column (table, _ ("People"), TRUE, 0);
  eh_table_out_column (table, _ ("Insights"), TRUE, 0);
  eh_table_out_column (table, _ ("Guidance"), TRUE, 0);
  eh_table_out_column (table, _ ("Silent"), TRUE, 0);
  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *group = &balance->groups[i];
    gboolean say = balance->may_say_shares && group->may_say_shares;
    guint threshold = balance->threshold;

    eh_table_out_cell (table, group->label);
    eh_table_out_cell_take (table,
                            count_and_share (group->people, group->room_share, say, threshold));
    eh_table_out_cell_take (table,
                            count_and_share (group->insights, group->voice_share, say, threshold));
    eh_table_out_cell_take (table,
                            count_and_share (group->carried, group->carry_share, say, threshold));
    eh_table_out_cell_take (table, eh_figure_to_count_text (group->silent, threshold));
  }
  eh_table_out_write (table, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}

int
eh_report_balance (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhBalance) balance = gate != NULL ? eh_public_dataset_balance (gate, &options->filter)
                                               : eh_balance_new (dataset, &options->filter);

  return options->json ? print_balance_json (balance) : print_balance_text (balance);
}
