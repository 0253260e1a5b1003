/* evenhand report: the measures, as numbers. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-cli-scope.h"
#include "eh-report.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gboolean json;
  gboolean is_public;
  EhCliScope scope;
} Options;

static void
options_clear (Options *options)
{
  eh_cli_scope_clear (&options->scope);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const struct {
  const char *name;
  int (*print) (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
} reports[] = {
  { "balance", eh_report_balance },     { "map", eh_report_map },
  { "flow", eh_report_flow },           { "time", eh_report_time },
  { "people", eh_report_people },       { "stages", eh_report_stages },
  { "agreement", eh_report_agreement }, { "hours", eh_report_hours },
};

static gboolean
find_report (const EhVerb *verb, const char *name, guint *found)
{
  const char *names[G_N_ELEMENTS (reports) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    names[i] = reports[i].name;
  return eh_cli_find (verb, names, name, found);
}

static gboolean
check_options (const EhVerb *verb, Options *options, guint report, EhReportOptions *wanted)
{
  if (!g_str_equal (reports[report].name, "map") &&
      (options->scope.rows != NULL || options->scope.columns != NULL)) {
    eh_cli_misuse (verb, "%s", _ ("--rows and --columns belong to the map."));
    return FALSE;
  }
  return eh_cli_scope_check (verb, &options->scope, &wanted->rows, &wanted->columns);
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    EH_CLI_SCOPE_ENTRIES (options.scope),
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public,
      N_ ("As it may be shown to others: small numbers are protected"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = eh_cli_describe_axes ();
  g_auto (GStrv) rest = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhPublicDataset) gate = NULL;
  EhReportOptions wanted = { .rows = { .kind = EH_AXIS_ROLE_GROUP },
                             .columns = { .kind = EH_AXIS_CATEGORY } };
  guint report;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest) ||
      !find_report (verb, rest[1], &report) || !check_options (verb, &options, report, &wanted))
    return EH_CLI_USAGE;
  dataset = eh_cli_load (rest[0]);
  if (dataset == NULL ||
      !eh_cli_scope_find (&options.scope, dataset, &wanted.filter, &wanted.rows, &wanted.columns))
    return EH_CLI_COULD_NOT;
  wanted.json = options.json;
  if (options.is_public)
    gate = eh_disclosure_apply (dataset, NULL, NULL);
  return reports[report].print (dataset, gate, &wanted);
}

const EhVerb eh_verb_report = {
  "report",
  "FILE balance|map|flow|time|people|stages|agreement|hours [--workshop W] [--lens F] [--public] [--json]",
  N_ ("whose voice is in the room, the insights and the guidance, in numbers"),
  run,
};
