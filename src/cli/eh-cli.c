/* What every verb needs: its words, the project that they name, and a plain way to say what went
 * wrong. Results go to stdout; everything else goes to stderr, a line each. */

#include "eh-cli.h"

#include "config.h"
#include "eh-job-damaged.h"
#include "eh-job-project.h"
#include "eh-kept-words.h"
#include "eh-kept.h"
#include "eh-text.h"
#include "eh-working-copy.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What a file holds may be in a sentence: no sign of it may steer the terminal, and the signs that
 * set a name apart in the window have no place on one. */
static void
append_safely (GString *out, const char *sentence)
{
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);
  g_autofree char *line = eh_text_clean_line (valid);

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c < 0x2066 || c > 0x2069)
      g_string_append_unichar (out, c);
  }
}

static void
say (const char *sentence)
{
  g_autoptr (GString) out = g_string_new ("evenhand: ");

  append_safely (out, sentence);
  fprintf (stderr, "%s\n", out->str);
}

/**
 * eh_cli_add_line:
 * @out: where to add it
 * @sentence: a sentence, perhaps with words of the project in it
 *
 * Adds a line of a result for people.
 */
void
eh_cli_add_line (GString *out, const char *sentence)
{
  append_safely (out, sentence);
  g_string_append_c (out, '\n');
}

/**
 * eh_cli_add_finding:
 * @out: where to add it
 * @alike: how many there are of each kind
 * @kind: what was found
 * @message: a sentence about it
 * @words: the words that it is about; "" for none
 *
 * Adds a line of a list of findings, if it is among the first of its kind, and after the last of
 * these how many more there are.
 */
void
eh_cli_add_finding (
    GString *out, EhAlike *alike, const char *kind, const char *message, const char *words)
{
  g_autofree char *line = NULL;
  guint n_more;

  if (!eh_alike_next (alike, kind, &n_more))
    return;
  /* TRANSLATORS: a finding, and the words that it is about */
  line = *words != '\0' ? g_strdup_printf (_ ("%1$s (“%2$s”)"), message, words) : NULL;
  g_string_append (out, "  ");
  eh_cli_add_line (out, line != NULL ? line : message);
  if (n_more > 0) {
    g_autofree char *more = eh_alike_more_text (n_more);

    g_string_append_printf (out, "  %s\n", more);
  }
}

/**
 * eh_cli_fail:
 * @format: a whole sentence
 * @...: its parts
 *
 * Says why the verb could not do what was asked.
 *
 * Returns: %EH_CLI_COULD_NOT
 */
int
eh_cli_fail (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  say (sentence);
  return EH_CLI_COULD_NOT;
}

static char *
with_way_out (const GError *error)
{
  if (!g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED))
    return g_strdup (error->message);
  /* TRANSLATORS: %s is a sentence that says what is wrong; after the colon stands what to type */
  return g_strdup_printf (_ ("%s What can be read of it is saved by: evenhand recover FILE NEW"),
                          error->message);
}

/**
 * eh_cli_fail_with:
 * @error: why
 *
 * As eh_cli_fail(), with the sentence of an error, and the way out for a damaged project.
 *
 * Returns: %EH_CLI_COULD_NOT
 */
int
eh_cli_fail_with (const GError *error)
{
  g_autofree char *whole = with_way_out (error);

  say (whole);
  return EH_CLI_COULD_NOT;
}

/* "/home/…/2026-12-05 14.31.00 before import.evenhand (5 December 2026, 14:31 · 24 people)" */
static char *
backups_of (const char *path)
{
  g_autoptr (GPtrArray) backups = eh_job_damaged_list_backups (path, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < backups->len; i++) {
    const EhKept *kept = backups->pdata[i];
    g_autofree char *detail = eh_kept_words_detail (kept);

    /* TRANSLATORS: %1$s is the name of a file, %2$s when it is from and what is in it */
    g_ptr_array_add (words, g_strdup_printf (_ ("%1$s (%2$s)"), kept->path, detail));
  }
  return words->len > 0 ? eh_text_join (words, C_ ("list", ", ")) : NULL;
}

static char *
damaged_backups (const char *path, const GError *error)
{
  return g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED) ? backups_of (path) : NULL;
}

/**
 * eh_cli_fail_opening:
 * @path: a project that could not be opened
 * @error: why
 *
 * As eh_cli_fail_with(), and, of a damaged project, the backups that there are of it.
 *
 * Returns: %EH_CLI_COULD_NOT
 */
int
eh_cli_fail_opening (const char *path, const GError *error)
{
  g_autofree char *sentence = with_way_out (error);
  g_autofree char *backups = damaged_backups (path, error);
  g_autofree char *whole = NULL;

  if (backups != NULL)
    /* TRANSLATORS: %1$s ends with what to type, %2$s is a list of files */
    whole = g_strdup_printf (_ ("%1$s; there are backups: %2$s"), sentence, backups);
  say (whole != NULL ? whole : sentence);
  return EH_CLI_COULD_NOT;
}

/**
 * eh_cli_fail_recovering:
 * @path: a project of which nothing could be recovered
 * @error: why
 *
 * As eh_cli_fail_opening(), but for the way out, which was just tried.
 *
 * Returns: %EH_CLI_COULD_NOT
 */
int
eh_cli_fail_recovering (const char *path, const GError *error)
{
  g_autofree char *backups = damaged_backups (path, error);
  g_autofree char *whole = NULL;

  if (backups != NULL)
    /* TRANSLATORS: %1$s is a sentence that says what is wrong, %2$s a list of files */
    whole = g_strdup_printf (_ ("%1$s There are backups: %2$s"), error->message, backups);
  say (whole != NULL ? whole : error->message);
  return EH_CLI_COULD_NOT;
}

/**
 * eh_cli_misuse:
 * @verb: (nullable): the verb
 * @format: a whole sentence
 * @...: its parts
 *
 * Says what is wrong with how the command was written, and where to read how it should be.
 *
 * Returns: %EH_CLI_USAGE
 */
int
eh_cli_misuse (const EhVerb *verb, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *help = verb != NULL ? g_strdup_printf ("evenhand %s --help", verb->name)
                                       : g_strdup ("evenhand --help");
  g_autofree char *whole = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  /* TRANSLATORS: the first %s is a sentence that says what is wrong, the second a command to type
   */
  whole = g_strdup_printf (_ ("%s Try “%s”."), sentence, help);
  say (whole);
  return EH_CLI_USAGE;
}

/**
 * eh_cli_note:
 * @format: a whole sentence
 * @...: its parts
 *
 * Says something beside the result.
 */
void
eh_cli_note (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  say (sentence);
}

/**
 * eh_cli_parse:
 * @verb: the verb
 * @entries: its options
 * @description: (nullable): what help says below them
 * @words: (array zero-terminated=1): the verb and what follows it
 * @min: fewest words that are no option
 * @max: most of them
 * @rest: (out): those words
 *
 * Reads the options; `--help` prints help and ends the program.
 *
 * Returns: whether all is in order; if not, it has been said and the status is %EH_CLI_USAGE
 */
gboolean
eh_cli_parse (const EhVerb *verb,
              const GOptionEntry *entries,
              const char *description,
              char **words,
              guint min,
              guint max,
              GStrv *rest)
{
  g_autoptr (GOptionContext) context = g_option_context_new (verb->synopsis);
  g_autofree char *program = g_strdup_printf ("evenhand %s", verb->name);
  g_auto (GStrv) left = g_strdupv (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean dashes = FALSE;
  guint n = 0;

  g_set_prgname (program);
  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, verb->summary));
  if (description != NULL)
    g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &left, &error)) {
    eh_cli_misuse (verb, "%s.", error->message);
    return FALSE;
  }
  for (guint i = 1; left[i] != NULL; i++) {
    /* GLib leaves the dashes in place where what follows them looks like an option. */
    if (!dashes && g_str_equal (left[i], "--")) {
      dashes = TRUE;
      continue;
    }
    g_strv_builder_add (builder, left[i]);
    n++;
  }
  *rest = g_strv_builder_end (builder);
  if (n < min || n > max) {
    g_clear_pointer (rest, g_strfreev);
    eh_cli_misuse (verb,
                   n < min ? _ ("Something is missing after “evenhand %s”.")
                           : _ ("There is more than belongs after “evenhand %s”."),
                   verb->name);
    return FALSE;
  }
  return TRUE;
}

/**
 * eh_cli_text:
 * @verb: the verb
 * @what: the option, for the sentence
 * @text: (inout) (nullable): words as they were typed, in whatever encoding; made UTF-8
 *
 * Options that take words are read as file names are, because GLib refuses what the locale cannot
 * tell, and a script's locale is often none.
 *
 * Returns: whether it is text; if not, it has been said
 */
gboolean
eh_cli_text (const EhVerb *verb, const char *what, char **text)
{
  char *converted;

  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;
  converted = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (converted == NULL) {
    eh_cli_misuse (verb, _ ("What follows %s is not text."), what);
    return FALSE;
  }
  g_free (*text);
  *text = converted;
  return TRUE;
}

/**
 * eh_cli_find:
 * @verb: the verb
 * @names: (array zero-terminated=1): what may be said
 * @text: what was said
 * @found: (out): its place in @names
 *
 * Returns: whether it is one of them; if not, it has been said
 */
gboolean
eh_cli_find (const EhVerb *verb, const char *const *names, const char *text, guint *found)
{
  g_autofree char *all = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], text)) {
      *found = i;
      return TRUE;
    }
  }
  all = g_strjoinv (", ", (char **) names);
  /* TRANSLATORS: the first %s is what was typed, the second a list of what could be */
  eh_cli_misuse (verb, _ ("“%s” is none of: %s."), text, all);
  return FALSE;
}

/**
 * eh_cli_read:
 * @path: a project
 *
 * Returns: (transfer full) (nullable): a connection that reads; %NULL when it has been said why not
 */
EhDb *
eh_cli_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  EhDb *db = eh_job_read_project (path, NULL, &error);

  if (db == NULL) {
    eh_cli_fail_opening (path, error);
    return NULL;
  }
  switch (eh_working_copy_state_of (path)) {
  case EH_WORK_STATE_OPEN:
    eh_cli_note ("%s", _ ("A window has this project open; what was done there in the last moments "
                          "may be missing here."));
    break;
  case EH_WORK_STATE_LEFT_OVER:
    eh_cli_note ("%s", _ ("A window stopped before it could save this project; open it once to "
                          "pick up what is missing here."));
    break;
  case EH_WORK_STATE_NONE:
  default:
    break;
  }
  return db;
}

/**
 * eh_cli_load:
 * @path: a project
 *
 * Returns: (transfer full) (nullable): all of it; %NULL when it has been said why not
 */
EhDataset *
eh_cli_load (const char *path)
{
  g_autoptr (EhDb) db = eh_cli_read (path);
  g_autoptr (GError) error = NULL;
  EhDataset *dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;

  if (db != NULL && dataset == NULL)
    eh_cli_fail_with (error);
  return dataset;
}

/**
 * eh_cli_open_to_write:
 * @path: a project
 *
 * Returns: (transfer full) (nullable): its store; %NULL when it has been said why not
 */
EhStore *
eh_cli_open_to_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  EhStore *store;

  /* First of all: opening a file of an earlier format changes it. */
  switch (eh_working_copy_state_of (path)) {
  case EH_WORK_STATE_OPEN:
    eh_cli_fail ("%s", _ ("A window has this project open. Close it there first, or do this in the "
                          "window."));
    return NULL;
  case EH_WORK_STATE_LEFT_OVER:
    eh_cli_fail ("%s", _ ("A window stopped before it could save this project. Open it once, so "
                          "that nothing is lost, then close it and try again."));
    return NULL;
  case EH_WORK_STATE_NONE:
  default:
    store = eh_store_open (path, &error);
    if (store == NULL)
      eh_cli_fail_opening (path, error);
    return store;
  }
}

/**
 * eh_cli_find_workshop:
 * @dataset: a project
 * @text: (nullable): the id or the title of a workshop
 * @id: (out): its key; %EH_ID_NONE where @text is %NULL
 *
 * Returns: whether there is such a workshop; if not, it has been said
 */
gboolean
eh_cli_find_workshop (EhDataset *dataset, const char *text, EhId *id)
{
  g_autofree char *wanted = eh_text_fold (text);
  EhId wanted_id = eh_id_from_string (text);

  *id = EH_ID_NONE;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < dataset->workshops->len && *id == EH_ID_NONE; i++) {
    EhWorkshop *workshop = dataset->workshops->pdata[i];
    g_autofree char *title = eh_text_fold (workshop->title);

    if (g_str_equal (title, wanted))
      *id = workshop->id;
  }
  if (*id == EH_ID_NONE && wanted_id != EH_ID_NONE &&
      eh_dataset_workshop (dataset, wanted_id) != NULL)
    *id = wanted_id;
  if (*id == EH_ID_NONE)
    eh_cli_fail (_ ("There is no workshop called “%s” in this project."), text);
  return *id != EH_ID_NONE;
}

/**
 * eh_cli_note_copies:
 * @path: a project in which something was erased
 *
 * Tells of the copies on this computer that still hold it, if there are any; the backup from before
 * a merge is one of them.
 */
void
eh_cli_note_copies (const char *path)
{
  const EhKeptQuery query = { path, path, NULL, NULL };
  g_autoptr (GPtrArray) kept = eh_kept_list (&query, NULL, NULL);
  g_autofree char *folder = NULL;
  guint n = 0;

  for (guint i = 0; kept != NULL && i < kept->len; i++) {
    const EhKept *copy = kept->pdata[i];

    if (!copy->holds)
      continue;
    n++;
    if (folder == NULL)
      folder = g_path_get_dirname (copy->path);
  }
  if (n > 0)
    /* TRANSLATORS: %u counts copies; %s is the folder where the first of them is */
    eh_cli_note (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u copy on this computer still holds what was erased; evenhand check "
                     "names it. It is in %s",
                     "%u copies on this computer still hold what was erased; evenhand "
                     "check names them. Look first in %s",
                     n),
        n, folder);
}

/**
 * eh_cli_describe_axes:
 *
 * Returns: (transfer full): what the axes of the map can be, for help
 */
char *
eh_cli_describe_axes (void)
{
  GString *out = g_string_new (_ ("An axis of the map is one of:"));

  for (EhAxisKind kind = 0; kind < EH_AXIS_N_VALUES; kind++)
    g_string_append_printf (out, "\n  %-12s  %s", eh_axis_kind_key (kind),
                            eh_axis_kind_label (kind));
  g_string_append_printf (out, "\n  %-12s  %s", "category:F", _ ("Categories of the framework F"));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/**
 * eh_cli_find_axis:
 * @verb: the verb
 * @key: (nullable): what was said
 * @kind: (inout): the axis; left as it is where nothing was said
 *
 * Returns: whether it is one; if not, it has been said
 */
gboolean
eh_cli_find_axis (const EhVerb *verb, const char *key, EhAxisKind *kind)
{
  if (key == NULL || eh_axis_kind_from_key (key, kind))
    return TRUE;
  eh_cli_misuse (verb, _ ("“%s” cannot be an axis of the map."), key);
  return FALSE;
}

/**
 * eh_cli_print:
 * @text: a result, in UTF-8 whatever the locale
 *
 * Returns: the exit status: a result that cannot be written is a failure
 */
int
eh_cli_print (const GString *text)
{
  if (fwrite (text->str, 1, text->len, stdout) == text->len && fflush (stdout) == 0)
    return EH_CLI_DONE;
  return eh_cli_fail (_ ("The result could not be written: %s"), g_strerror (errno));
}

/**
 * eh_cli_print_json:
 * @json: a writer whose objects and arrays are all ended
 *
 * Returns: the exit status
 */
int
eh_cli_print_json (EhJsonOut *json)
{
  return eh_cli_print (eh_json_out_finish (json));
}

/**
 * eh_cli_progress:
 * @fraction: how far
 * @text: what is being done
 * @data: nothing
 *
 * An #EhJobProgress: a line that counts, on a terminal alone.
 */
void
eh_cli_progress (double fraction, const char *text, gpointer data)
{
  if (!isatty (STDERR_FILENO))
    return;
  if (fraction >= 1.0)
    fputs ("\r\033[K", stderr);
  else if (fraction < 0.0)
    fprintf (stderr, "\r\033[K%s", text);
  else
    fprintf (stderr, "\r\033[K%s %3.0f%%", text, fraction * 100.0);
  fflush (stderr);
}

/**
 * eh_cli_begin:
 * @language: (nullable): a language for this run, as BCP 47 or as a locale writes it
 *
 * Takes the user's language, or the one that is asked for.
 */
void
eh_cli_begin (const char *language)
{
  const char *folder = g_getenv ("EVENHAND_LOCALE_DIR");

  if (language != NULL) {
    g_autofree char *locale = g_strdelimit (g_strdup (language), "-", '_');
    const char *now;

    g_setenv ("LANGUAGE", locale, TRUE);
    setlocale (LC_ALL, "");
    /* In the locale "C" nothing is translated, whatever LANGUAGE says. */
    now = setlocale (LC_MESSAGES, NULL);
    if (now == NULL || g_str_equal (now, "C") || g_str_equal (now, "POSIX"))
      setlocale (LC_MESSAGES, "C.UTF-8");
  } else {
    setlocale (LC_ALL, "");
  }
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : EH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
