/* evenhand print: what a workshop needs on paper, as a PDF. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-paper.h"
#include "eh-slips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_SLIPS 24

typedef struct {
  char *workshop;
  char *paper;
  int count;
  int first;
  int per_page;
  int points;
  guint size;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->workshop);
  g_free (options->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
describe (void)
{
  GString *out = g_string_new (_ ("What can be printed:"));

  for (EhPaperKind kind = 0; kind < EH_PAPER_N_KINDS; kind++)
    g_string_append_printf (out, "\n  %-10s  %s", eh_paper_kind_key (kind),
                            eh_paper_kind_label (kind));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static gboolean
check_options (const EhVerb *verb, Options *o, const char *key, EhPaperKind *kind)
{
  const char *sizes[EH_PAPER_N_SIZES + 1] = { NULL };

  for (EhPaperSize size = 0; size < EH_PAPER_N_SIZES; size++)
    sizes[size] = eh_paper_size_key (size);

  if (!eh_cli_text (verb, "--workshop", &o->workshop) || !eh_cli_text (verb, "--paper", &o->paper))
    return FALSE;
  if (!eh_paper_kind_from_key (key, kind)) {
    eh_cli_misuse (verb, _ ("There is nothing to print that is called “%s”."), key);
    return FALSE;
  }
  if (o->paper != NULL && !eh_cli_find (verb, sizes, o->paper, &o->size))
    return FALSE;
  if (o->count < 0 || o->count > 1000 || o->first < 1 || o->first > 1000 ||
      (o->points != 0 && (o->points < 10 || o->points > 30)) ||
      (o->per_page != 0 && o->per_page != 2 && o->per_page != 4 && o->per_page != 6)) {
    eh_cli_misuse (verb, "%s", _ ("A number is out of its range."));
    return FALSE;
  }
  return TRUE;
}

/* Without a name, the one workshop that is to come, or else the last one. */
static EhId
choose_workshop (EhDataset *dataset)
{
  return dataset->workshops->len > 0
             ? ((EhWorkshop *) dataset->workshops->pdata[dataset->workshops->len - 1])->id
             : EH_ID_NONE;
}

/* The project is changed only where slips have to be made. */
static GPtrArray *
find_slips (const char *path, EhId workshop_id, const Options *o)
{
  g_autoptr (EhDb) db = eh_cli_read (path);
  guint made = db != NULL ? eh_job_paper_slips_made (db, workshop_id) : 0;
  guint first = (guint) o->first;
  guint count = o->count > 0 ? (guint) o->count : made >= first ? made - first + 1 : USUAL_SLIPS;
  g_autoptr (EhStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *slips;

  if (db == NULL)
    return NULL;
  if (first + count - 1 <= made)
    return eh_job_paper_slips_there (db, workshop_id, first, count);
  g_clear_pointer (&db, eh_db_close);
  store = eh_cli_open_to_write (path);
  if (store == NULL)
    return NULL;
  slips = eh_job_paper_slips (store, workshop_id, first, count, &error);
  if (slips == NULL)
    eh_cli_fail_with (error);
  return slips;
}

static int
print (const char *path, EhPaperKind kind, const char *to, const Options *o)
{
  g_autoptr (EhDataset) dataset = eh_cli_load (path);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (to);
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (EhPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  EhPaperOptions options = {
    .size = (EhPaperSize) o->size,
    .per_page = (guint) o->per_page,
    .points = (guint) o->points,
    .blank = (guint) o->count,
  };
  EhId workshop_id;

  if (dataset == NULL || !eh_cli_find_workshop (dataset, o->workshop, &workshop_id))
    return EH_CLI_COULD_NOT;
  if (workshop_id == EH_ID_NONE)
    workshop_id = choose_workshop (dataset);
  if (kind == EH_PAPER_SLIPS) {
    if (workshop_id == EH_ID_NONE)
      return eh_cli_fail ("%s", _ ("Slips belong to a workshop, and this project has none yet."));
    slips = find_slips (path, workshop_id, o);
    if (slips == NULL)
      return EH_CLI_COULD_NOT;
  }
  paper = eh_paper_new (kind, dataset, workshop_id, slips, &options);
  if (!eh_job_paper_save (paper, file, &error))
    return eh_cli_fail_with (error);
  return EH_CLI_DONE;
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) o = { .first = 1 };
  const GOptionEntry entries[] = {
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &o.workshop, N_ ("For which workshop"), N_ ("W") },
    { "count", 0, 0, G_OPTION_ARG_INT, &o.count,
      N_ ("How many slips, or how many empty tents and rows"), N_ ("N") },
    { "first", 0, 0, G_OPTION_ARG_INT, &o.first, N_ ("Number of the first slip"), N_ ("N") },
    { "per-page", 0, 0, G_OPTION_ARG_INT, &o.per_page, N_ ("Slips on a page: 2, 4 or 6"),
      N_ ("N") },
    { "large", 0, 0, G_OPTION_ARG_INT, &o.points, N_ ("Size of the letters in points: 18 or 24"),
      N_ ("N") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &o.paper, N_ ("a4, a5 or letter"), N_ ("SIZE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = describe ();
  g_auto (GStrv) rest = NULL;
  EhPaperKind kind = EH_PAPER_SLIPS;

  if (!eh_cli_parse (verb, entries, description, words, 3, 3, &rest) ||
      !check_options (verb, &o, rest[1], &kind))
    return EH_CLI_USAGE;
  return print (rest[0], kind, rest[2], &o);
}

const EhVerb eh_verb_print = {
  "print",
  "FILE WHAT OUT.pdf [--workshop W] [--count N] [--large POINTS]",
  N_ ("make what a workshop needs on paper"),
  run,
};
