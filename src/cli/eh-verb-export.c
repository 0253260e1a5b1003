/* evenhand export: the guidance as a document, or a table for another program. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-data.h"
#include "eh-job-document.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *template_key;
  char *what;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template_key);
  g_free (options->what);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
describe (void)
{
  guint n_templates = 0;
  const EhGuidanceTemplate *templates = eh_guidance_templates (&n_templates);
  GString *out = g_string_new (
      _ ("Documents to begin from, where the project has no guidance yet:"));

  for (guint i = 0; i < n_templates; i++)
    g_string_append_printf (out, "\n  %-4s %s", templates[i].key, _ (templates[i].label));
  g_string_append_printf (out, "\n\n%s\n ", _ ("Tables:"));
  for (EhJobDataKind kind = 0; kind < EH_JOB_DATA_N_VALUES; kind++)
    g_string_append_printf (out, " %s", eh_job_data_kind_key (kind));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static gboolean
is_template (const EhVerb *verb, const char *key)
{
  guint n_templates = 0;
  const EhGuidanceTemplate *templates = eh_guidance_templates (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    if (key == NULL || g_str_equal (templates[i].key, key))
      return TRUE;
  eh_cli_misuse (verb, _ ("There is no template “%s”."), key);
  return FALSE;
}

static gboolean
find_data_kind (const EhVerb *verb, const char *what, EhJobDataKind *kind)
{
  const char *names[EH_JOB_DATA_N_VALUES + 1] = { NULL };
  guint found = 0;

  for (EhJobDataKind each = 0; each < EH_JOB_DATA_N_VALUES; each++)
    names[each] = eh_job_data_kind_key (each);
  if (what != NULL && !eh_cli_find (verb, names, what, &found))
    return FALSE;
  *kind = (EhJobDataKind) found;
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
  return is_template (verb, options->template_key);
}

static int
write_out (char **rest, const Options *options, gboolean data, EhJobDataKind kind)
{
  g_autoptr (EhDataset) dataset = eh_cli_load (rest[0]);
  g_autoptr (GFile) file = g_file_new_for_path (rest[1]);
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (dataset == NULL)
    return EH_CLI_COULD_NOT;
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  written = data ? eh_job_export_data (gate, kind, file, NULL, &error)
                 : eh_job_export_document (gate, EH_ID_NONE, options->template_key, file, NULL,
                                           &error);
  return written ? EH_CLI_DONE : eh_cli_fail_with (error);
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template_key,
      N_ ("What to begin from, where there is no guidance"), N_ ("T") },
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
      !eh_cli_text (verb, "--what", &options.what))
    return EH_CLI_USAGE;
  data = eh_job_data_is_format (rest[1]);
  if (data && options.template_key != NULL)
    return eh_cli_misuse (verb, "%s", _ ("--template belongs to documents."));
  if (data ? !find_data_kind (verb, options.what, &kind)
           : !check_document (verb, rest[1], &options))
    return EH_CLI_USAGE;
  return write_out (rest, &options, data, kind);
}

const EhVerb eh_verb_export = {
  "export",
  "FILE OUT.odt|.docx|.pdf|.html|.epub|.md [--template T]\n  evenhand export [OPTION…] FILE OUT.csv|.json [--what "
  "WHAT]",
  N_ ("write the guidance as a document, or a table for another program"),
  run,
};
