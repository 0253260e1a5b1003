/* evenhand import: takes in people, insights and conversations from other programs. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-job-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *kind;
  char *group;
  char *workshop;
  GStrv maps;
  gboolean dry_run;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->group);
  g_free (options->workshop);
  g_strfreev (options->maps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *const kind_names[] = { "people", "insights", "polis", "resources", NULL };

static gboolean
check_maps (const EhVerb *verb, GStrv maps)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++) {
    const char *equals;

    if (!eh_cli_text (verb, "--map", &maps[i]))
      return FALSE;
    equals = strrchr (maps[i], '=');
    if (equals == NULL || equals == maps[i] || equals[1] == '\0') {
      eh_cli_misuse (verb, _ ("“%s” does not say which column is which field: column=field."),
                     maps[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_options (const EhVerb *verb, Options *options, EhImportKind *kind)
{
  guint found;

  *kind = EH_IMPORT_KIND_GUESS;
  if (!eh_cli_text (verb, "--as", &options->kind) ||
      !eh_cli_text (verb, "--group", &options->group) ||
      !eh_cli_text (verb, "--workshop", &options->workshop) || !check_maps (verb, options->maps))
    return FALSE;
  return options->kind == NULL || (eh_cli_find (verb, kind_names, options->kind, &found) &&
                                   eh_import_kind_from_key (options->kind, kind));
}

static int
print_json (const EhJobImport *import)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_int (json, "people", import->people);
  eh_json_out_int (json, "insights", import->insights);
  eh_json_out_int (json, "workshops", import->workshops);
  eh_json_out_int (json, "resources", import->resources);
  eh_json_out_int (json, "skipped", import->skipped);
  eh_json_out_begin_array (json, "warnings");
  for (guint i = 0; i < import->warnings->len; i++) {
    const EhImportNote *warning = import->warnings->pdata[i];

    eh_json_out_begin_object (json, NULL);
    eh_json_out_int (json, "line", warning->line);
    eh_json_out_text (json, "message", warning->message);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
append_notes (GString *out, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++) {
    const EhImportNote *note = notes->pdata[i];
    g_autofree char *number = g_strdup_printf ("%u", note->line);
    /* TRANSLATORS: the number of a line of a file, and a sentence about it */
    g_autofree char *line = g_strdup_printf (_ ("Line %s: %s"), number, note->message);

    eh_cli_add_line (out, note->line > 0 ? line : note->message);
  }
}

static int
print_text (const EhJobImport *import, gboolean dry_run)
{
  g_autofree char *summary = eh_job_import_summary (import);
  g_auto (GStrv) lines = g_strsplit (summary, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  if (dry_run)
    g_string_append_printf (out, "%s\n", _ ("Nothing was changed; this is what would be added."));
  for (guint i = 0; lines[i] != NULL; i++)
    eh_cli_add_line (out, lines[i]);
  append_notes (out, import->notes);
  append_notes (out, import->warnings);
  return eh_cli_print (out);
}

/* To say what would be added, the project need only be read. */
static int
rehearse (const char *path, GStrv sources, const EhJobImportOptions *asked, gboolean json)
{
  g_autoptr (EhDataset) dataset = eh_cli_load (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhJobImport) import = NULL;

  if (dataset == NULL)
    return EH_CLI_COULD_NOT;
  import = eh_job_import_prepare (dataset, (const char *const *) sources, asked, &error);
  if (import == NULL)
    return eh_cli_fail_with (error);
  return json ? print_json (import) : print_text (import, TRUE);
}

static int
import_into (const char *path, GStrv sources, const EhJobImportOptions *asked, gboolean json)
{
  g_autoptr (EhStore) store = eh_cli_open_to_write (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhJobImport) import = NULL;

  if (store == NULL)
    return EH_CLI_COULD_NOT;
  dataset = eh_reader_load_dataset (eh_store_get_db (store), &error);
  if (dataset != NULL)
    import = eh_job_import_prepare (dataset, (const char *const *) sources, asked, &error);
  if (import == NULL ||
      !eh_backup_make (eh_store_get_db (store), EH_BACKUP_REASON_IMPORT, &error) ||
      !eh_job_import_apply (import, store, eh_cli_progress, NULL, &error))
    return eh_cli_fail_with (error);
  return json ? print_json (import) : print_text (import, FALSE);
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.kind,
      N_ ("What the sources are: people, insights, polis or resources"), N_ ("KIND") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.maps,
      N_ ("Which column is which field; the field “ignore” leaves it out"), N_ ("column=field") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME, &options.group,
      N_ ("The role group of whoever has none"), N_ ("G") },
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &options.workshop,
      N_ ("The workshop of what names none"), N_ ("W") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Say what would be added, and change nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *description = _ (
      "People have these columns: name, group, role, organisation, pseudonym, credit, consent,\n"
      "biography, workshops, and for their letters contact, keep-in-touch, greeting,\n"
      "letter-format, letter-language, large-print. Insights have: text, person, group,\n"
      "workshop, activity, kind, time, categories. Several workshops, persons or categories in a cell are separated by “;”.\n"
      "Polis is a folder with comments.csv and participants-votes.csv, or comments.csv alone.\n"
      "Resources are a list of publications: RIS, BibTeX or CSL-JSON.");
  g_auto (GStrv) rest = NULL;
  EhJobImportOptions asked = { 0 };

  if (!eh_cli_parse (verb, entries, description, words, 2, G_MAXUINT, &rest) ||
      !check_options (verb, &options, &asked.kind))
    return EH_CLI_USAGE;
  asked.group = options.group;
  asked.workshop = options.workshop;
  asked.maps = (const char *const *) options.maps;
  return options.dry_run ? rehearse (rest[0], rest + 1, &asked, options.json)
                         : import_into (rest[0], rest + 1, &asked, options.json);
}

const EhVerb eh_verb_import = {
  "import",
  "FILE SOURCE... [--as people|insights|polis|resources] [--map column=field]...",
  N_ ("take in people, insights and publications from tables and other programs"),
  run,
};
