/* evenhand export: the guidance as a document, or a table for another program. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-data.h"
#include "eh-job-document.h"
#include "eh-template-team.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *template_key;
  char *workshop;
  char *what;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template_key);
  g_free (options->workshop);
  g_free (options->what);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
describe (void)
{
  GString *out = g_string_new (_ ("Documents that a project can be filled into:"));

  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    const EhGuidanceTemplate *template = eh_guidance_template (i);

    g_string_append_printf (out, "\n  %-9s %s\n            %s", template->key, _ (template->label),
                            _ (template->purpose));
  }
  g_string_append_printf (out, "\n  %-9s %s", "own:NAME", _ ("A template of the team"));
  g_string_append_printf (out, "\n\n%s\n ", _ ("Tables:"));
  for (EhJobDataKind kind = 0; kind < EH_JOB_DATA_N_VALUES; kind++)
    g_string_append_printf (out, " %s", eh_job_data_kind_key (kind));
  g_string_append_printf (out, "\n\n%s\n  .ris .bib .csl.json\n",
                          _ ("The library, for programs that keep references:"));
  return g_string_free (out, FALSE);
}

static gboolean
is_template (const EhVerb *verb, const Options *options)
{
  const EhGuidanceTemplate *template = eh_guidance_template_find (options->template_key);

  /* Whether the team has such a template of its own is known once the project is read. */
  if (options->template_key != NULL &&
      g_str_has_prefix (options->template_key, EH_TEMPLATE_TEAM_PREFIX))
    return TRUE;
  if (options->template_key != NULL && template == NULL) {
    eh_cli_misuse (verb, _ ("There is no template “%s”."), options->template_key);
    return FALSE;
  }
  if (options->workshop != NULL && (template == NULL || !template->of_workshop)) {
    eh_cli_misuse (verb, "%s", _ ("--workshop belongs to a template of a workshop."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
find_data_kind (const EhVerb *verb, const char *out, const char *what, EhJobDataKind *kind)
{
  const char *names[EH_JOB_DATA_N_VALUES + 1] = { NULL };
  guint found = 0;

  for (EhJobDataKind each = 0; each < EH_JOB_DATA_N_VALUES; each++)
    names[each] = eh_job_data_kind_key (each);
  if (what != NULL && !eh_cli_find (verb, names, what, &found))
    return FALSE;
  *kind = (EhJobDataKind) found;
  if (!eh_job_data_is_references (out))
    return TRUE;
  if (what != NULL && *kind != EH_JOB_DATA_RESOURCES) {
    eh_cli_misuse (verb, "%s", _ ("A list of publications holds resources and nothing else."));
    return FALSE;
  }
  *kind = EH_JOB_DATA_RESOURCES;
  return TRUE;
}

static gboolean
check_document (const EhVerb *verb, const char *out, const Options *options)
{
  g_autoptr (GFile) file = g_file_new_for_path (out);
  g_autoptr (GError) error = NULL;

  if (eh_job_document_format (file, &error) == NULL) {
    eh_cli_misuse (verb, "%s", error->message);
    return FALSE;
  }
  if (options->what != NULL) {
    eh_cli_misuse (verb, "%s", _ ("--what belongs to tables: a name that ends in .csv or .json."));
    return FALSE;
  }
  return is_template (verb, options);
}

static gboolean
write_document (EhDb *db,
                EhDataset *dataset,
                EhPublicDataset *gate,
                const Options *options,
                GFile *file,
                GError **error)
{
  g_autoptr (GPtrArray) changes = eh_job_document_changes (db, dataset);
  EhGuidanceOptions how = { .template_key = options->template_key, .changes = changes };

  if (!eh_cli_find_workshop (dataset, options->workshop, &how.workshop_id))
    return FALSE;
  if (options->template_key != NULL && eh_guidance_template_find (options->template_key) == NULL &&
      eh_template_team_find (gate, options->template_key) == NULL) {
    eh_cli_fail (_ ("There is no template “%s”."), options->template_key);
    return FALSE;
  }
  return eh_job_export_document_as (gate, EH_ID_NONE, &how, file, NULL, error);
}

static int
write_out (char **rest, const Options *options, gboolean data, EhJobDataKind kind)
{
  g_autoptr (EhDb) db = eh_cli_read (rest[0]);
  g_autoptr (GFile) file = g_file_new_for_path (rest[1]);
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (db == NULL)
    return EH_CLI_COULD_NOT;
  dataset = eh_reader_load_dataset (db, &error);
  if (dataset == NULL)
    return eh_cli_fail_with (error);
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  written = data ? eh_job_export_data (gate, kind, file, NULL, &error)
                 : write_document (db, dataset, gate, options, file, &error);
  if (written)
    return EH_CLI_DONE;
  /* Without an error, it has been said what was wrong. */
  return error != NULL ? eh_cli_fail_with (error) : EH_CLI_COULD_NOT;
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template_key,
      N_ ("Which document; the newest guidance where none is named"), N_ ("T") },
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &options.workshop,
      N_ ("Which workshop it is about, by title or id"), N_ ("W") },
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &options.what, N_ ("What a table is of: insights"),
      N_ ("WHAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = describe ();
  g_auto (GStrv) rest = NULL;
  EhJobDataKind kind = EH_JOB_DATA_INSIGHTS;
  gboolean data;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest) ||
      !eh_cli_text (verb, "--template", &options.template_key) ||
      !eh_cli_text (verb, "--workshop", &options.workshop) ||
      !eh_cli_text (verb, "--what", &options.what))
    return EH_CLI_USAGE;
  data = eh_job_data_is_format (rest[1]);
  if (data && (options.template_key != NULL || options.workshop != NULL))
    return eh_cli_misuse (verb, "%s", _ ("--template and --workshop belong to documents."));
  if (data ? !find_data_kind (verb, rest[1], options.what, &kind)
           : !check_document (verb, rest[1], &options))
    return EH_CLI_USAGE;
  return write_out (rest, &options, data, kind);
}

const EhVerb eh_verb_export = {
  "export",
  "FILE OUT.odt|.docx|.pdf|.html|.epub|.md [--template T] [--workshop W]\n  evenhand export [OPTION…] FILE OUT.csv|.json [--what "
  "WHAT]",
  N_ ("write the guidance as a document, or a table for another program"),
  run,
};
