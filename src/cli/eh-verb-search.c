/* evenhand search: insights that hold some words, or were given by somebody of that name. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-insight-list.h"

#include <glib/gi18n-lib.h>

static int
print_found (EhDb *db, const char *words, guint limit, gboolean json)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (EhDataset) found = NULL;

  query->words = g_strdup (words);
  ids = eh_insight_query_ids (db, query, limit, &error);
  if (ids == NULL)
    return eh_cli_fail_with (error);
  found = eh_insight_list_dataset (db, ids);
  return eh_insight_list_print (found, json);
}

static int
run (const EhVerb *verb, char **words)
{
  int limit = G_MININT;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many, the newest"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (EhDb) db = NULL;

  if (!eh_cli_parse (verb, entries, NULL, words, 2, G_MAXUINT, &rest))
    return EH_CLI_USAGE;
  if (limit < 1 && limit != G_MININT)
    return eh_cli_misuse (verb, "%s", _ ("--limit must be a number from 1."));
  wanted = g_strjoinv (" ", rest + 1);
  if (!eh_cli_text (verb, "FILE", &wanted))
    return EH_CLI_USAGE;
  db = eh_cli_read (rest[0]);
  return db != NULL ? print_found (db, wanted, (guint) MAX (limit, 0), json) : EH_CLI_COULD_NOT;
}

const EhVerb eh_verb_search = {
  "search",
  "FILE WORDS [--limit N] [--json]",
  N_ ("find insights by their words or by who gave them"),
  run,
};
