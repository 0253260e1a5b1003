/* evenhand letters: what became of what each person said, a file each. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-letters.h"
#include "eh-slips.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *format;
  char *person;
  char *language;
  char *slip;
  char *workshop;
  char *told;
  char *on;
  gint64 told_at;
  gboolean waiting;
  gboolean large;
  gboolean dry_run;
  gboolean json;
  EhLetterWishes wishes;
  int how;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->format);
  g_free (o->person);
  g_free (o->language);
  g_free (o->slip);
  g_free (o->workshop);
  g_free (o->told);
  g_free (o->on);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Noon of a day that is not to come. */
static gboolean
read_day (const char *text, gint64 *moment)
{
  g_autofree char *noon = g_strconcat (text, "T12:00:00", NULL);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = strlen (text) == 10 ? g_date_time_new_from_iso8601 (noon, here)
                                                  : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now (here);

  if (day == NULL || g_date_time_difference (day, now) > G_TIME_SPAN_DAY / 2)
    return FALSE;
  *moment = g_date_time_to_unix (day);
  return TRUE;
}

static gboolean
check_options (const EhVerb *verb, Options *o)
{
  char **const texts[] = { &o->format,   &o->person, &o->language, &o->slip,
                           &o->workshop, &o->told,   &o->on };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!eh_cli_text (verb, "letters", texts[i]))
      return FALSE;
  if (o->format != NULL) {
    o->wishes.writer = eh_doc_writer_by_id (o->format);
    if (o->wishes.writer == NULL) {
      eh_cli_misuse (verb, _ ("There is no format “%s” for letters."), o->format);
      return FALSE;
    }
  }
  if (o->told != NULL && !eh_vocabulary_find (&eh_told_how_vocabulary, o->told, &o->how)) {
    eh_cli_misuse (verb, _ ("“%s” is no way in which people are told."), o->told);
    return FALSE;
  }
  if (o->on != NULL && (o->told == NULL || !read_day (o->on, &o->told_at))) {
    eh_cli_misuse (verb, "%s",
                   _ ("--on is a day such as 2026-03-10 that has come, beside --told."));
    return FALSE;
  }
  if (o->slip != NULL && (o->person != NULL || o->told != NULL || o->waiting)) {
    eh_cli_misuse (verb, "%s",
                   _ ("A slip has no name: it is not told by --told, --person or --waiting."));
    return FALSE;
  }
  o->wishes.language = o->language;
  o->wishes.large = o->large;
  o->wishes.waiting = o->waiting;
  return TRUE;
}

/* By id, or by the whole name where only one person has it. */
static gboolean
find_person (EhDataset *dataset, Options *o)
{
  guint n = 0;

  if (o->person == NULL)
    return TRUE;
  for (guint i = 0; i < dataset->participants->len; i++) {
    const EhParticipant *person = dataset->participants->pdata[i];

    if (person->id != eh_id_from_string (o->person) && strcmp (person->name, o->person) != 0)
      continue;
    o->wishes.person_id = person->id;
    n++;
  }
  if (n == 1)
    return TRUE;
  if (n == 0)
    eh_cli_fail (_ ("There is nobody “%s” in this project."), o->person);
  else
    eh_cli_fail (_ ("More than one person is called “%s”: say the id."), o->person);
  return FALSE;
}

static GPtrArray *
plan_slip (EhDb *db, EhDataset *dataset, const Options *o)
{
  g_autoptr (EhSlip) slip = NULL;
  EhId workshop_id = EH_ID_NONE;
  GPtrArray *items;

  if (!eh_cli_find_workshop (dataset, o->workshop, &workshop_id))
    return NULL;
  if (workshop_id == EH_ID_NONE && dataset->workshops->len == 1)
    workshop_id = eh_row_id (dataset->workshops->pdata[0]);
  slip = eh_slips_find (db, workshop_id, o->slip);
  if (slip == NULL) {
    eh_cli_fail (workshop_id == EH_ID_NONE
                     ? _ ("There is no slip with the code “%s”; a number needs --workshop.")
                     : _ ("There is no slip “%s” of that workshop."),
                 o->slip);
    return NULL;
  }
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_letter_item_free);
  g_ptr_array_add (items, eh_job_letters_plan_slip (db, slip, &o->wishes));
  return items;
}

static const char *
why_not (const EhLetterItem *item)
{
  static const char *const keys[] = {
    [EH_LETTER_DUE] = "told",
    [EH_LETTER_WITHDRAWN] = "withdrawn",
    [EH_LETTER_NO_CONTACT] = "no-contact",
    [EH_LETTER_NOT_TAKING_PART] = "not-taking-part",
  };

  return keys[item->due];
}

static void
add_item (EhJsonOut *json, EhFeedbackIndex *index, const EhLetterItem *item)
{
  g_autoptr (EhLetter) letter = item->writer != NULL ? eh_job_letters_letter (index, item) : NULL;

  eh_json_out_begin_object (json, NULL);
  if (item->person_id != EH_ID_NONE)
    eh_json_out_id (json, "person", item->person_id);
  eh_json_out_int (json, "number", item->number);
  eh_json_out_text (json, item->slip != NULL ? "code" : "name", item->name);
  if (letter == NULL) {
    eh_json_out_text (json, "why", why_not (item));
  } else {
    eh_json_out_text (json, "file", item->file_name);
    eh_json_out_text (json, "format", item->writer->id);
    eh_json_out_text (json, "language", eh_catalogue_get_language (letter->words));
    eh_json_out_bool (json, "large", item->large);
    eh_json_out_bool (json, "told_before", item->told);
  }
  eh_json_out_end_object (json);
}

static int
print_json (EhFeedbackIndex *index, GPtrArray *items, guint n_told)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();
  g_autoptr (GPtrArray) gaps = eh_feedback_index_without_reason (index);

  eh_json_out_begin_object (json, NULL);
  eh_json_out_begin_array (json, "letters");
  for (guint i = 0; i < items->len; i++)
    if (((EhLetterItem *) items->pdata[i])->writer != NULL)
      add_item (json, index, items->pdata[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "left_out");
  for (guint i = 0; i < items->len; i++)
    if (((EhLetterItem *) items->pdata[i])->writer == NULL)
      add_item (json, index, items->pdata[i]);
  eh_json_out_end_array (json);
  eh_json_out_int (json, "without_reason", gaps->len);
  eh_json_out_int (json, "told", n_told);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static guint
count (GPtrArray *items, EhLetterDue due)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++) {
    const EhLetterItem *item = items->pdata[i];

    n += item->writer == NULL && item->due == due;
  }
  return n;
}

static void
add_count (GString *out, const char *one, const char *many, guint n)
{
  g_autoptr (GString) line = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return;
  line = g_string_new (g_dngettext (GETTEXT_PACKAGE, one, many, n));
  g_string_replace (line, "%u", number, 1);
  eh_cli_add_line (out, line->str);
}

static int
print_text (EhFeedbackIndex *index, GPtrArray *items, const Options *o, guint n_told)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) gaps = eh_feedback_index_without_reason (index);
  guint left_out = 0;

  for (EhLetterDue due = 0; due < EH_LETTER_DUE_N_VALUES; due++)
    left_out += count (items, due);
  if (o->dry_run)
    add_count (out, NN_ ("%u letter would be made.", "%u letters would be made."),
               items->len - left_out);
  else
    add_count (out, NN_ ("%u letter was made.", "%u letters were made."), items->len - left_out);
  add_count (out,
             NN_ ("%u person has been told already, and nothing is new since.",
                  "%u people have been told already, and nothing is new since."),
             count (items, EH_LETTER_DUE));
  add_count (
      out, NN_ ("%u person has withdrawn and gets none.", "%u people have withdrawn and get none."),
      count (items, EH_LETTER_WITHDRAWN));
  add_count (
      out,
      NN_ ("%u person does not want to be written to.", "%u people do not want to be written to."),
      count (items, EH_LETTER_NO_CONTACT));
  add_count (out,
             NN_ ("%u person does not take part and gets none.",
                  "%u people do not take part and get none."),
             count (items, EH_LETTER_NOT_TAKING_PART));
  add_count (out,
             NN_ ("%u thing was not done or is set aside, and no reason is recorded.",
                  "%u things were not done or are set aside, and no reason is recorded."),
             gaps->len);
  add_count (out, NN_ ("%u person is noted as told.", "%u people are noted as told."), n_told);
  return eh_cli_print (out);
}

static gboolean
note_told (
    const char *path, EhFeedbackIndex *index, GPtrArray *items, const Options *o, guint *n_told)
{
  g_autoptr (GPtrArray) rows = eh_job_letters_tolds (index, items, (EhToldHow) o->how);
  g_autoptr (EhStore) store = eh_cli_open_to_write (path);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    ((EhTold *) rows->pdata[i])->told_at = o->told_at;
  *n_told = rows->len;
  if (eh_tolds_mark (store, rows, &error))
    return TRUE;
  eh_cli_fail_with (error);
  return FALSE;
}

static int
make (const char *path, const char *to, Options *o)
{
  g_autoptr (EhDb) db = eh_cli_read (path);
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (to);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhFeedbackIndex) index = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_told = 0;

  if (db == NULL)
    return EH_CLI_COULD_NOT;
  dataset = eh_reader_load_dataset (db, &error);
  if (dataset == NULL)
    return eh_cli_fail_with (error);
  if (!find_person (dataset, o))
    return EH_CLI_COULD_NOT;
  index = eh_feedback_index_new (dataset);
  items = o->slip != NULL ? plan_slip (db, dataset, o) : eh_job_letters_plan (index, &o->wishes);
  g_clear_pointer (&db, eh_db_close);
  if (items == NULL)
    return EH_CLI_COULD_NOT;
  if (!o->dry_run &&
      !eh_job_letters_write (index, items, folder, eh_cli_progress, NULL, NULL, &error))
    return eh_cli_fail_with (error);
  if (!o->dry_run && o->told != NULL && !note_told (path, index, items, o, &n_told))
    return EH_CLI_COULD_NOT;
  return o->json ? print_json (index, items, n_told) : print_text (index, items, o, n_told);
}

static char *
describe (void)
{
  GString *out = g_string_new (_ (
      "Each letter holds one person’s own words and what became of them, and is made as that\n"
      "person asked. Whoever has withdrawn or does not want to be written to gets none. The files\n"
      "can be read by you alone, and nobody is noted as told unless --told says how:\n "));

  for (guint i = 0; i < eh_told_how_vocabulary.n_words; i++)
    g_string_append_printf (out, " %s", eh_told_how_vocabulary.words[i].key);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &o.format,
      N_ ("odt, docx, html or pdf for all, instead of what each asked for"), N_ ("FORMAT") },
    { "person", 'p', 0, G_OPTION_ARG_FILENAME, &o.person, N_ ("Only to them, by id or name"),
      N_ ("ID") },
    { "language", 'l', 0, G_OPTION_ARG_FILENAME, &o.language,
      N_ ("For all, instead of what each asked for: cy"), N_ ("L") },
    { "large", 0, 0, G_OPTION_ARG_NONE, &o.large, N_ ("All in large print"), NULL },
    { "waiting", 0, 0, G_OPTION_ARG_NONE, &o.waiting,
      N_ ("Only to those who wait for news: not told yet, or not since"), NULL },
    { "slip", 0, 0, G_OPTION_ARG_FILENAME, &o.slip,
      N_ ("Only what came from a slip of paper, for whoever holds it"), N_ ("NUMBER") },
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &o.workshop, N_ ("Of which workshop the slip is"),
      N_ ("W") },
    { "told", 0, 0, G_OPTION_ARG_FILENAME, &o.told, N_ ("Note that they were told, and how"),
      N_ ("HOW") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &o.on, N_ ("On which day they were told, if not today"),
      N_ ("DATE") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &o.dry_run, N_ ("Make nothing, say what would be"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &o.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = describe ();
  g_auto (GStrv) rest = NULL;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest) || !check_options (verb, &o))
    return EH_CLI_USAGE;
  return make (rest[0], rest[1], &o);
}

const EhVerb eh_verb_letters = {
  "letters",
  "FILE FOLDER [--format F] [--person ID] [--language L] [--told HOW] [--dry-run] [--json]",
  N_ ("tell each person what became of what they said"),
  run,
};
