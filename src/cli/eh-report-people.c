/* evenhand report people: what each person gave. For whoever runs the workshop; never for others.
 */

#include "eh-report.h"

#include "config.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static int
print_json (const EhPeople *people)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_begin_array (json, "people");
  for (guint i = 0; i < people->n_people; i++) {
    const EhPerson *person = &people->people[i];
    g_autofree char *id = eh_id_to_string (person->id);

    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", id);
    eh_json_out_text (json, "name", person->name);
    eh_json_out_text (json, "group", people->balance->groups[person->group].key);
    eh_json_out_number (json, "insights", person->insights);
    eh_json_out_number (json, "turns", person->turns);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_report_add_figure (json, "silent", people->balance->silent, people->balance->threshold);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static int
print_text (const EhPeople *people)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_people_all (people);

  eh_table_out_column (table, C_ ("column", "Person"), FALSE, 40);
  eh_table_out_column (table, C_ ("column", "Group"), FALSE, 40);
  eh_table_out_column (table, C_ ("column", "Insights"), TRUE, 0);
  if (people->has_turns)
    eh_table_out_column (table, C_ ("column", "Took the floor"), TRUE, 0);
  for (guint i = 0; i < people->n_people; i++) {
    const EhPerson *person = &people->people[i];

    eh_table_out_cell (table, person->name);
    eh_table_out_cell (table, people->balance->groups[person->group].label);
    eh_table_out_cell_take (table, eh_figure_to_count_text (eh_figure_known (person->insights), 0));
    if (people->has_turns)
      eh_table_out_cell_count (table, person->turns);
  }
  eh_table_out_write (table, out);
  eh_report_add_sentences (out, sentences);
  return eh_cli_print (out);
}

int
eh_report_people (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options)
{
  g_autoptr (EhPeople) people = NULL;

  if (gate != NULL)
    return eh_cli_fail ("%s",
                        _ ("What each person gave is for those who run the workshop; there is "
                           "nothing of it to share."));
  people = eh_people_new (dataset, &options->filter);
  return options->json ? print_json (people) : print_text (people);
}
