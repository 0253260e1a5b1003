/* evenhand publish: send the guidance out, when it is safe to. evenhand published: what was sent,
 * and whether a file is what was sent. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-document.h"
#include "eh-job-publish.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *template_key;
  char *version;
  char *by;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template_key);
  g_free (options->version);
  g_free (options->by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_items (EhJsonOut *json, EhPublishCheck *check, EhPublishState state)
{
  eh_json_out_begin_array (json, eh_publish_state_key (state));
  for (guint i = 0; i < check->items->len; i++) {
    const EhPublishItem *item = check->items->pdata[i];

    if (item->state != state)
      continue;
    eh_json_out_begin_object (json, NULL);
    eh_json_out_text (json, "id", item->id);
    eh_json_out_text (json, "message", item->message);
    eh_json_out_text_or_null (json, "table", item->type != NULL ? item->type->table : NULL);
    if (item->row != EH_ID_NONE)
      eh_json_out_id (json, "row", item->row);
    else
      eh_json_out_null (json, "row");
    eh_json_out_text (json, "label", item->label);
    eh_json_out_text_or_null (json, "let_stand", item->reason);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
}

static void
add_publication (EhJsonOut *json, const char *name, const EhPublication *row)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (row->published_at);
  g_autofree char *when = at != NULL ? g_date_time_format_iso8601 (at) : NULL;

  eh_json_out_begin_object (json, name);
  eh_json_out_id (json, "id", row->id);
  eh_json_out_text (json, "title", row->title);
  eh_json_out_text (json, "version", row->version);
  eh_json_out_text (json, "format", row->format);
  eh_json_out_text (json, "file", row->file_name);
  eh_json_out_text (json, "sha256", row->digest);
  eh_json_out_int (json, "bytes", row->size);
  eh_json_out_text (json, "by", row->published_by);
  eh_json_out_text_or_null (json, "at", when);
  eh_json_out_end_object (json);
}

static int
print_json (EhPublishCheck *check, const EhPublication *publication)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  if (publication != NULL)
    add_publication (json, "published", publication);
  else
    eh_json_out_null (json, "published");
  for (EhPublishState state = 0; state < EH_PUBLISH_N_STATES; state++)
    add_items (json, check, state);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
add_state (GString *out, EhPublishCheck *check, EhPublishState state)
{
  g_autoptr (EhAlike) alike = eh_publish_check_alike (check, state);

  if (check->n[state] == 0)
    return;
  g_string_append_printf (out, "%s\n", eh_publish_state_label (state));
  for (guint i = 0; i < check->items->len; i++) {
    const EhPublishItem *item = check->items->pdata[i];

    if (item->state == state)
      eh_cli_add_finding (out, alike, item->id, item->message,
                          item->type == &eh_block_row_type ? item->label : "");
  }
}

/* "Version 1.0: guidance.pdf, 5 December 2025, Anne" */
static char *
publication_text (const EhPublication *row)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (row->published_at);
  /* TRANSLATORS: a date and time in a list; see g_date_time_format() */
  g_autofree char *when = at != NULL ? g_date_time_format (at, C_ ("date", "%-d %B %Y, %H:%M"))
                                     : g_strdup ("");
  g_autofree char *title = eh_text_isolate (row->title);
  g_autofree char *name = eh_text_isolate (row->file_name);
  g_autofree char *by = eh_text_isolate (row->published_by);

  if (eh_text_is_blank (row->published_by))
    /* TRANSLATORS: a document, its version, the name of the file, and when it was published */
    return g_strdup_printf (_ ("%1$s, version %2$s: %3$s, published %4$s"), title, row->version,
                            name, when);
  /* TRANSLATORS: a document, its version, the name of the file, when it was published, and by whom
   */
  return g_strdup_printf (_ ("%1$s, version %2$s: %3$s, published %4$s by %5$s"), title,
                          row->version, name, when, by);
}

static int
print_text (EhPublishCheck *check, const EhPublication *publication)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (publication != NULL) {
    g_autofree char *text = publication_text (publication);

    eh_cli_add_line (out, text);
    /* TRANSLATORS: the digest of a file, in hexadecimal digits */
    g_string_append_printf (out, _ ("SHA-256: %s\n"), publication->digest);
  }
  add_state (out, check, EH_PUBLISH_MUST);
  add_state (out, check, EH_PUBLISH_LOOK);
  return eh_cli_print (out);
}

static int
finish (EhPublishCheck *check, const EhPublication *publication, const Options *options)
{
  int status = options->json ? print_json (check, publication) : print_text (check, publication);
  guint n = check->n[EH_PUBLISH_MUST];

  if (status != EH_CLI_DONE || publication != NULL)
    return status;
  return eh_cli_fail (g_dngettext (GETTEXT_PACKAGE,
                                   "Nothing was published: %u thing must be settled before.",
                                   "Nothing was published: %u things must be settled before.", n),
                      n);
}

static int
publish (const char *path, const char *to, const Options *options)
{
  g_autoptr (EhStore) store = eh_cli_open_to_write (path);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (to);
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhPublishCheck) check = NULL;
  g_autoptr (EhPublication) publication = NULL;
  g_autoptr (GError) error = NULL;
  EhId guidance_id;

  if (store == NULL)
    return EH_CLI_COULD_NOT;
  dataset = eh_reader_load_dataset (eh_store_get_db (store), &error);
  if (dataset == NULL)
    return eh_cli_fail_with (error);
  guidance_id = eh_job_publish_newest (dataset);
  check = eh_job_publish_check (dataset, guidance_id);
  if (check->n[EH_PUBLISH_MUST] > 0)
    return finish (check, NULL, options);
  publication = eh_job_publish_write (dataset, guidance_id, options->template_key, options->version,
                                      file, NULL, &error);
  if (publication == NULL)
    return eh_cli_fail_with (error);
  eh_set_str (&publication->published_by, options->by != NULL ? options->by : "");
  if (!eh_job_publish_record (store, publication, &error))
    return eh_cli_fail_with (error);
  return finish (check, publication, options);
}

static const char publish_description[] = N_ (
    "Looks the newest guidance over first. What must be settled is listed, and nothing is published\n"
    "then: the status is 1. What somebody should look at is listed too, and keeps nothing back; in the\n"
    "window it can be let stand, with a reason.\n"
    "\n"
    "What was sent is remembered by the SHA-256 of its bytes and by the numbers that it told, not by\n"
    "its words: evenhand published FILE DOCUMENT says later whether a file is what was sent.\n"
    "\n"
    "JSON: {\"published\": {\"version\", \"sha256\", …} or null, \"must\": […], \"look\": […], \"fine\": […]}.");

static int
run_publish (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template_key,
      N_ ("What to begin from, where there is no guidance"), N_ ("T") },
    { "version", 0, 0, G_OPTION_ARG_FILENAME, &options.version,
      N_ ("What to call it; the next number when it is not said"), N_ ("V") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who publishes it"), N_ ("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!eh_cli_parse (verb, entries, _ (publish_description), words, 2, 2, &rest) ||
      !eh_cli_text (verb, "--template", &options.template_key) ||
      !eh_cli_text (verb, "--version", &options.version) ||
      !eh_cli_text (verb, "--by", &options.by))
    return EH_CLI_USAGE;
  file = g_file_new_for_commandline_arg (rest[1]);
  if (eh_job_document_format (file, &error) == NULL)
    return eh_cli_misuse (verb, "%s", error->message);
  return publish (rest[0], rest[1], &options);
}

const EhVerb eh_verb_publish = {
  "publish",
  "FILE OUT.odt|.docx|.pdf|.html|.epub|.md [--version V] [--by NAME] [--template T] [--json]",
  N_ ("send the guidance out, when it is safe to"),
  run_publish,
};

static int
list_published (GPtrArray *rows, gboolean json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (EhJsonOut) all = eh_json_out_new ();

  eh_json_out_begin_object (all, NULL);
  eh_json_out_begin_array (all, "published");
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *text = publication_text (rows->pdata[i]);

    add_publication (all, NULL, rows->pdata[i]);
    eh_cli_add_line (out, text);
  }
  eh_json_out_end_array (all);
  eh_json_out_end_object (all);
  if (json)
    return eh_cli_print_json (all);
  if (rows->len == 0)
    eh_cli_add_line (out, _ ("Nothing was published yet."));
  return eh_cli_print (out);
}

static int
verify (GPtrArray *rows, const char *path, gboolean json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhJsonOut) out = eh_json_out_new ();
  const EhPublication *found;
  int status = EH_CLI_DONE;

  if (!eh_job_publish_find (rows, file, &found, &error))
    return eh_cli_fail_with (error);
  eh_json_out_begin_object (out, NULL);
  if (found != NULL)
    add_publication (out, "published", found);
  else
    eh_json_out_null (out, "published");
  eh_json_out_end_object (out);
  if (json)
    status = eh_cli_print_json (out);
  if (found == NULL)
    return eh_cli_fail ("%s", _ ("This is no file that was published from this project, or it was "
                                 "changed since."));
  if (!json) {
    g_autoptr (GString) line = g_string_new (NULL);
    g_autofree char *text = publication_text (found);

    eh_cli_add_line (line, _ ("This is what was sent, to the byte:"));
    eh_cli_add_line (line, text);
    status = eh_cli_print (line);
  }
  return status;
}

static int
run_published (const EhVerb *verb, char **words)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (EhDataset) dataset = NULL;

  if (!eh_cli_parse (verb, entries,
                     _ ("With a document, says whether it is a file that was published; the status "
                        "is 1 when it is not."),
                     words, 1, 2, &rest))
    return EH_CLI_USAGE;
  dataset = eh_cli_load (rest[0]);
  if (dataset == NULL)
    return EH_CLI_COULD_NOT;
  return rest[1] != NULL ? verify (dataset->publications, rest[1], json)
                         : list_published (dataset->publications, json);
}

const EhVerb eh_verb_published = {
  "published",
  "FILE [DOCUMENT] [--json]",
  N_ ("what was sent out, and whether a file is what was sent"),
  run_published,
};
