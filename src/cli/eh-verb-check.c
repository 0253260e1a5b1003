/* evenhand check: is the file sound, what was agreed and what became of it, what rests on nothing,
 * and what may not be told outside the team. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-disclosure.h"
#include "eh-job-check.h"
#include "eh-job-project.h"
#include "eh-overdue.h"
#include "eh-overview.h"
#include "eh-reader.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EhCheck *check;
  EhOverview overview;
  guint n_refused;
  guint n_withheld_quotations;
  guint threshold;
  EhDisclosureReport *report;
} Findings;

static void
findings_clear (Findings *findings)
{
  g_clear_pointer (&findings->check, eh_check_free);
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
look (EhDb *db, const char *path, Findings *findings, GError **error)
{
  g_autoptr (EhDataset) dataset = eh_reader_load_dataset (db, error);
  g_autoptr (EhPublicDataset) gate = NULL;

  if (dataset == NULL)
    return FALSE;
  findings->check = eh_job_check (db, path, dataset, error);
  if (findings->check == NULL)
    return FALSE;
  eh_overview_load (db, &findings->overview);
  gate = eh_disclosure_apply (dataset, NULL, &findings->report);
  findings->threshold = eh_public_dataset_threshold (gate);
  findings->n_refused = count_refused (dataset);
  findings->n_withheld_quotations = count_withheld_quotations (dataset, gate);
  return TRUE;
}

static void
add_findings (EhJsonOut *json, GPtrArray *findings)
{
  eh_json_out_begin_array (json, "findings");
  for (guint i = 0; i < findings->len; i++) {
    const EhFinding *finding = findings->pdata[i];

    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", finding->id);
    eh_json_out_text (json, "severity", eh_severity_key (finding->severity));
    eh_json_out_text (json, "message", finding->message);
    eh_json_out_text_or_null (json, "table", finding->type != NULL ? finding->type->table : NULL);
    if (finding->row != EH_ID_NONE)
      eh_json_out_id (json, "row", finding->row);
    else
      eh_json_out_null (json, "row");
    eh_json_out_text (json, "label", finding->label);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
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
  eh_json_out_bool (json, "ok", findings->check->sound);
  eh_json_out_int (json, "problems",
                   eh_finding_count (findings->check->findings, EH_SEVERITY_PROBLEM));
  add_findings (json, findings->check->findings);
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

static void
add_group (GString *out, GPtrArray *findings, EhSeverity severity)
{
  g_autoptr (EhAlike) alike = eh_alike_new ();

  if (eh_finding_count (findings, severity) == 0)
    return;
  for (guint i = 0; i < findings->len; i++)
    if (((EhFinding *) findings->pdata[i])->severity == severity)
      eh_alike_add (alike, ((EhFinding *) findings->pdata[i])->id);
  g_string_append_printf (out, "\n%s\n", eh_severity_label (severity));
  for (guint i = 0; i < findings->len; i++) {
    const EhFinding *finding = findings->pdata[i];

    /* The words of a part of the guidance tell which one is meant; a person is in the sentence. */
    if (finding->severity == severity)
      eh_cli_add_finding (out, alike, finding->id, finding->message,
                          finding->type == &eh_block_row_type ? finding->label : "");
  }
}

/* A script that reads JSON gets JSON whatever is wrong with the file. The sentence was said
 * already; it is asked for once more to be in it. */
static int
print_unreadable (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_job_read_project (path, NULL, &error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_finding_free);
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_finding_add (findings, "file.unreadable", EH_SEVERITY_PROBLEM, NULL, EH_ID_NONE, NULL,
                  g_strdup (error != NULL ? error->message : _ ("The file cannot be read.")));
  eh_json_out_begin_object (json, NULL);
  eh_json_out_bool (json, "ok", FALSE);
  eh_json_out_int (json, "problems", 1);
  add_findings (json, findings);
  eh_json_out_null (json, "consent");
  eh_json_out_null (json, "evidence");
  eh_json_out_null (json, "small_cells");
  eh_json_out_end_object (json);
  eh_cli_print_json (json);
  return EH_CLI_COULD_NOT;
}

static int
print_text (const Findings *findings)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (findings->check->sound)
    g_string_append_printf (out, "%s\n", _ ("The file is sound."));
  for (EhSeverity severity = 0; severity < EH_SEVERITY_N_VALUES; severity++)
    add_group (out, findings->check->findings, severity);
  return eh_cli_print (out);
}

/* Only when it is asked for: a script that looks must not change. */
static gboolean
delete_overdue (const char *path)
{
  g_autoptr (EhStore) store = eh_cli_open_to_write (path);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (store == NULL)
    return FALSE;
  if (!eh_overdue_delete (store, &n, &error)) {
    eh_cli_fail_with (error);
    return FALSE;
  }
  eh_cli_note (g_dngettext (GETTEXT_PACKAGE, "%u access need was deleted for good.",
                            "%u access needs were deleted for good.", n),
               n);
  return TRUE;
}

static const char description[] = N_ (
    "Nothing is changed, unless --delete-overdue is said: what people need is then deleted for good\n"
    "where its date has passed.\n"
    "\n"
    "JSON: {\"ok\", \"problems\", \"findings\": [{\"id\", \"severity\", \"message\", \"table\", \"row\",\n"
    "\"label\"}], \"consent\", \"evidence\", \"small_cells\"}. A severity is problem, look or fact; an id\n"
    "such as consent.quote-beyond stays the same in every version and language. Names are named: it\n"
    "is for the team. Of a file that cannot be read \"ok\" is false, and the last three are null.\n"
    "\n"
    "The status is 0 when the file is sound, whatever else was found, and 1 when it is not.");

static int
run (const EhVerb *verb, char **words)
{
  gboolean json = FALSE;
  gboolean delete = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "delete-overdue", 0, 0, G_OPTION_ARG_NONE, &delete,
      N_ ("First delete what should have been deleted by now"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_auto (Findings) findings = { 0 };
  g_autoptr (EhDb) db = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!eh_cli_parse (verb, entries, _ (description), words, 1, 1, &rest))
    return EH_CLI_USAGE;
  if (delete &&!delete_overdue (rest[0]))
    return EH_CLI_COULD_NOT;
  db = eh_cli_read (rest[0]);
  if (db == NULL)
    return json ? print_unreadable (rest[0]) : EH_CLI_COULD_NOT;
  if (!look (db, rest[0], &findings, &error)) {
    eh_cli_fail_with (error);
    return json ? print_unreadable (rest[0]) : EH_CLI_COULD_NOT;
  }
  status = json ? print_json (&findings) : print_text (&findings);
  if (status == EH_CLI_DONE && !findings.check->sound)
    return eh_cli_fail (
        "%s",
        _ ("The file is damaged. What can be read of it is saved by: evenhand recover FILE NEW"));
  return status;
}

const EhVerb eh_verb_check = {
  "check",
  "FILE [--delete-overdue] [--json]",
  N_ ("is the file sound, and what waits: consent, evidence, small numbers"),
  run,
};
