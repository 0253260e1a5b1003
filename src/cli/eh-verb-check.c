/* evenhand check: is the file sound, who was not asked, what rests on nothing, and what may not be
 * told outside the team. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-disclosure.h"
#include "eh-integrity.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GPtrArray *faults;
  EhOverview overview;
  guint n_refused;
  guint n_withheld_quotations;
  guint threshold;
  EhDisclosureReport *report;
} Findings;

static void
findings_clear (Findings *findings)
{
  g_clear_pointer (&findings->faults, g_ptr_array_unref);
  g_clear_pointer (&findings->report, eh_disclosure_report_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, findings_clear)

static guint
count_refused (EhDataset *dataset)
{
  guint count = 0;

  for (guint i = 0; i < dataset->consents->len; i++)
    count += ((EhConsent *) dataset->consents->pdata[i])->take_part == EH_ANSWER_NO;
  return count;
}

/* Quotations in the guidance that the gate will leave out. */
static guint
count_withheld_quotations (EhDataset *dataset, EhPublicDataset *gate)
{
  guint count = 0;

  for (guint i = 0; i < dataset->blocks->len; i++) {
    EhBlock *block = dataset->blocks->pdata[i];
    g_autoptr (EhPublicInsight) insight = NULL;

    if (block->kind != EH_BLOCK_KIND_QUOTATION || block->insight_id == EH_ID_NONE)
      continue;
    insight = eh_public_dataset_insight (gate, block->insight_id);
    count += insight == NULL || insight->use == EH_TEXT_USE_NONE;
  }
  return count;
}

static gboolean
look (EhDb *db, Findings *findings, GError **error)
{
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhPublicDataset) gate = NULL;

  findings->faults = eh_integrity_faults (db, error);
  if (findings->faults == NULL)
    return FALSE;
  dataset = eh_reader_load_dataset (db, error);
  if (dataset == NULL)
    return FALSE;
  eh_overview_load (db, &findings->overview);
  gate = eh_disclosure_apply (dataset, NULL, &findings->report);
  findings->threshold = eh_public_dataset_threshold (gate);
  findings->n_refused = count_refused (dataset);
  findings->n_withheld_quotations = count_withheld_quotations (dataset, gate);
  return TRUE;
}

static void
add_notes (EhJsonOut *json, const EhDisclosureReport *report)
{
  eh_json_out_begin_array (json, "withheld");
  for (guint i = 0; report != NULL && i < report->n_notes; i++)
    eh_json_out_text (json, NULL, report->notes[i].text);
  eh_json_out_end_array (json);
}

static int
print_json (const Findings *findings)
{
  const EhOverview *overview = &findings->overview;
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_bool (json, "sound", findings->faults->len == 0);
  eh_json_out_begin_array (json, "faults");
  for (guint i = 0; i < findings->faults->len; i++)
    eh_json_out_text (json, NULL, findings->faults->pdata[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_object (json, "consent");
  eh_json_out_int (json, "people", overview->n_people);
  eh_json_out_int (json, "not_asked", overview->n_no_consent);
  eh_json_out_int (json, "refused", findings->n_refused);
  eh_json_out_int (json, "withdrawn", overview->n_withdrawn);
  eh_json_out_int (json, "credit_not_asked", overview->n_no_credit);
  eh_json_out_end_object (json);
  eh_json_out_begin_object (json, "evidence");
  eh_json_out_int (json, "recommendations", overview->n_recommendations);
  eh_json_out_int (json, "untraced", overview->n_untraced);
  eh_json_out_int (json, "quotations_withheld", findings->n_withheld_quotations);
  eh_json_out_int (json, "insights", overview->n_insights);
  eh_json_out_int (json, "insights_unmapped", overview->n_unmapped);
  eh_json_out_int (json, "insights_unnamed", overview->n_unnamed);
  eh_json_out_end_object (json);
  eh_json_out_begin_object (json, "small_cells");
  eh_json_out_int (json, "threshold", findings->threshold);
  add_notes (json, findings->report);
  eh_json_out_end_object (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static int
print_text (const Findings *findings)
{
  const EhOverview *overview = &findings->overview;
  const struct {
    const char *what;
    gint64 count;
  } counts[] = {
    { _ ("People who were not asked whether they take part"), overview->n_no_consent },
    { _ ("People who do not agree to take part"), findings->n_refused },
    { _ ("People who withdrew"), overview->n_withdrawn },
    { _ ("People who were not asked how they want to be named"), overview->n_no_credit },
    { _ ("Recommendations that rest on no insight"), overview->n_untraced },
    { _ ("Quotations that may not be printed"), findings->n_withheld_quotations },
    { _ ("Insights under no category"), overview->n_unmapped },
    { _ ("Insights of nobody known"), overview->n_unnamed },
  };
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  if (findings->faults->len == 0)
    g_string_append_printf (out, "%s\n\n", _ ("The file is sound."));
  for (guint i = 0; i < findings->faults->len; i++)
    eh_cli_add_line (out, findings->faults->pdata[i]);
  eh_table_out_column (table, _ ("What"), FALSE, 0);
  eh_table_out_column (table, _ ("How many"), TRUE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    eh_table_out_cell (table, counts[i].what);
    eh_table_out_cell_count (table, counts[i].count);
  }
  eh_table_out_write (table, out);
  if (findings->report != NULL && findings->report->n_notes > 0) {
    g_string_append_printf (out, "\n%s\n", _ ("What is shared will leave out or protect:"));
    for (guint i = 0; i < findings->report->n_notes; i++)
      eh_cli_add_line (out, findings->report->notes[i].text);
  }
  return eh_cli_print (out);
}

static int
run (const EhVerb *verb, char **words)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_auto (Findings) findings = { 0 };
  g_autoptr (EhDb) db = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!eh_cli_parse (verb, entries, NULL, words, 1, 1, &rest))
    return EH_CLI_USAGE;
  db = eh_cli_read (rest[0]);
  if (db == NULL)
    return EH_CLI_COULD_NOT;
  if (!look (db, &findings, &error))
    return eh_cli_fail_with (error);
  status = json ? print_json (&findings) : print_text (&findings);
  if (status == EH_CLI_DONE && findings.faults->len > 0)
    return eh_cli_fail ("%s", _ ("The file is damaged. Restore it from a copy."));
  return status;
}

const EhVerb eh_verb_check = {
  "check",
  "FILE [--json]",
  N_ ("is the file sound, and what waits: consent, evidence, small numbers"),
  run,
};
