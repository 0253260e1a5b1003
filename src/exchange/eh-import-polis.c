/* A conversation held with Polis, as its open data has it: comments.csv (timestamp in milliseconds,
 * datetime, comment-id, author-id, agrees, disagrees, moderated, comment-body) and, beside it,
 * participants-votes.csv (a row a participant) and summary.csv (a name and a value a row).
 *
 * The conversation becomes a workshop, its statements insights in the order of time, its authors
 * people told by their number. Somebody who voted and wrote nothing took part, and is there with
 * nothing said: leaving them out would make the few who wrote look like everybody. What a moderator
 * rejected was not put to the vote and is not imported; the summary says how much that was. Who
 * agreed with what is not kept. */

#include "eh-import.h"

#include "config.h"
#include "eh-csv.h"
#include "eh-import-columns.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Where Polis puts the participant who set the conversation up. */
#define OWNER "0"

enum {
  BODY,
  AUTHOR,
  COMMENT_ID,
  TIMESTAMP,
  MODERATED,
  N_FIELDS
};

/* The formatter takes NC_ for the opening of a block. */
/* clang-format off */
static const EhImportField fields[N_FIELDS] = {
  [BODY] = { "comment-body", NC_ ("column", "Text"), { "text", "body" } },
  [AUTHOR] = { "author-id", NC_ ("column", "Person"), { "author", "pid" } },
  [COMMENT_ID] = { "comment-id", NC_ ("column", "Number"), { "tid" } },
  [TIMESTAMP] = { "timestamp", NC_ ("column", "Time"), { "created" } },
  [MODERATED] = { "moderated", NC_ ("column", "Moderated"), { "moderation", "mod" } },
};
/* clang-format on */

typedef struct {
  EhImportPlan *plan;
  const char *conversation; /* what tells this conversation from every other */
  GHashTable *people;       /* number → itself */
} Reader;

static char *
person_name (const char *number)
{
  /* TRANSLATORS: somebody of whom nothing is known but a number */
  return g_strdup_printf (_ ("Participant %s"), number);
}

static void
add_person (Reader *reader, guint line, const char *number)
{
  EhImportPerson *person;
  const char *workshops[] = { reader->plan->default_workshop, NULL };

  if (*number == '\0' || g_hash_table_contains (reader->people, number))
    return;
  g_hash_table_add (reader->people, g_strdup (number));
  person = eh_import_plan_add_person (reader->plan, line);
  g_free (person->name);
  person->name = person_name (number);
  person->workshops = g_strdupv ((GStrv) workshops);
}

/* The value of a row of summary.csv, which has no header. */
static char *
summary_value (GBytes *summary, const char *name)
{
  g_autoptr (EhCsv) csv = summary != NULL ? eh_csv_read (summary, NULL, NULL) : NULL;

  if (csv == NULL)
    return g_strdup ("");
  if (strcmp (eh_csv_header (csv, 0), name) == 0)
    return eh_text_clean_line (eh_csv_n_columns (csv) > 1 ? eh_csv_header (csv, 1) : "");
  for (guint row = 0; row < eh_csv_n_rows (csv); row++)
    if (strcmp (eh_csv_cell (csv, row, 0), name) == 0)
      return eh_text_clean_line (eh_csv_cell (csv, row, 1));
  return g_strdup ("");
}

static void
read_comment (Reader *reader, const EhCsv *csv, guint row, const int *columns)
{
  const char *author = eh_csv_cell (csv, row, columns[AUTHOR]);
  g_autofree char *number = eh_text_clean_line (author);
  g_autofree char *text = eh_text_clean (eh_csv_cell (csv, row, columns[BODY]));
  EhImportInsight *insight;
  guint line = eh_csv_line (csv, row);

  if (*text == '\0') {
    reader->plan->skipped++;
    eh_import_plan_warn (reader->plan, line, "%s", _ ("Left out: there is no text."));
    return;
  }
  insight = eh_import_plan_add_insight (reader->plan, line);
  g_free (insight->text);
  insight->text = g_steal_pointer (&text);
  insight->said_at = g_ascii_strtoll (eh_csv_cell (csv, row, columns[TIMESTAMP]), NULL, 10) / 1000;
  g_free (insight->origin);
  insight->origin = g_strdup_printf ("polis:%s#%s", reader->conversation,
                                     eh_csv_cell (csv, row, columns[COMMENT_ID]));
  if (*number != '\0') {
    insight->people = g_new0 (char *, 2);
    insight->people[0] = person_name (number);
  }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const EhImportInsight *first = *(EhImportInsight *const *) a;
  const EhImportInsight *second = *(EhImportInsight *const *) b;

  return (first->said_at > second->said_at) - (first->said_at < second->said_at);
}

static void
read_comments (Reader *reader, const EhCsv *csv, const EhImportColumns *matched)
{
  const int *columns = matched->of_field;
  EhImportPlan *plan = reader->plan;
  guint rejected = 0;

  for (guint row = 0; row < eh_csv_n_rows (csv); row++) {
    if (!eh_import_columns_fit (matched, csv, row, plan))
      continue;
    if (atoi (eh_csv_cell (csv, row, columns[MODERATED])) < 0)
      rejected++;
    else
      read_comment (reader, csv, row, columns);
  }
  g_ptr_array_sort (plan->insights, compare_times);
  plan->skipped += rejected;
  if (rejected > 0)
    eh_import_plan_note (
        plan,
        g_dngettext (GETTEXT_PACKAGE, "%u statement was rejected by a moderator and left out.",
                     "%u statements were rejected by a moderator and left out.", rejected),
        rejected);
}

/* Those whose statements were rejected took part too. */
static void
read_authors (Reader *reader, const EhCsv *csv, const int *columns)
{
  for (guint row = 0; row < eh_csv_n_rows (csv); row++) {
    g_autofree char *number = eh_text_clean_line (eh_csv_cell (csv, row, columns[AUTHOR]));

    add_person (reader, eh_csv_line (csv, row), number);
  }
}

/* Polis numbers its participants from 1 where whoever set the conversation up does not vote. */
static void
note_owner (Reader *reader)
{
  g_autofree char *name = person_name (OWNER);
  guint n = 0;

  for (guint i = 0; i < reader->plan->insights->len; i++) {
    EhImportInsight *insight = reader->plan->insights->pdata[i];

    if (insight->people != NULL && strcmp (insight->people[0], name) == 0)
      n++;
  }
  if (n > 0)
    eh_import_plan_note (
        reader->plan,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u statement is by participant 0, who did not vote: likely whoever set the "
                     "conversation up.",
                     "%u statements are by participant 0, who did not vote: likely whoever set the "
                     "conversation up.",
                     n),
        n);
}

static void
read_voters (Reader *reader, GBytes *votes)
{
  g_autoptr (GError) error = NULL;
  guint line = 0;
  g_autoptr (EhCsv) csv = eh_csv_read (votes, &line, &error);
  guint n_authors = g_hash_table_size (reader->people);
  gboolean owner_voted = FALSE;
  guint n_silent;

  if (csv == NULL) {
    eh_import_plan_fail (reader->plan, line, "participants-votes.csv: %s", error->message);
    return;
  }
  if (strcmp (eh_csv_header (csv, 0), "participant") != 0) {
    eh_import_plan_fail (reader->plan, 1, "%s",
                         _ ("participants-votes.csv does not begin with a column of "
                            "participants."));
    return;
  }
  for (guint row = 0; row < eh_csv_n_rows (csv); row++) {
    g_autofree char *number = eh_text_clean_line (eh_csv_cell (csv, row, 0));

    add_person (reader, 0, number);
    owner_voted = owner_voted || strcmp (number, OWNER) == 0;
  }
  n_silent = g_hash_table_size (reader->people) - n_authors;
  if (n_silent > 0)
    eh_import_plan_note (
        reader->plan,
        g_dngettext (GETTEXT_PACKAGE, "%u person voted and wrote nothing; they took part.",
                     "%u people voted and wrote nothing; they took part.", n_silent),
        n_silent);
  if (!owner_voted)
    note_owner (reader);
  eh_import_plan_note (reader->plan, "%s", _ ("Who agreed with which statement is not kept."));
}

static char *
first_day (const EhImportPlan *plan)
{
  g_autoptr (GDateTime) moment = NULL;

  for (guint i = 0; i < plan->insights->len; i++) {
    EhImportInsight *insight = plan->insights->pdata[i];

    if (insight->said_at <= 0)
      continue;
    moment = g_date_time_new_from_unix_local (insight->said_at);
    return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
  }
  return g_strdup ("");
}

static void
name_workshop (EhImportPlan *plan, GBytes *summary, const EhImportOptions *options)
{
  g_autofree char *topic = summary_value (summary, "topic");
  const char *title = options->workshop;

  if (eh_text_is_blank (title))
    title = topic;
  if (eh_text_is_blank (title))
    title = options->file_name;
  if (eh_text_is_blank (title))
    title = _ ("Polis conversation");
  eh_set_str (&plan->default_workshop, title);
}

/**
 * eh_import_polis:
 * @comments: comments.csv
 * @votes: (nullable): participants-votes.csv
 * @summary: (nullable): summary.csv
 * @options: what was asked; the file name is the conversation's where @summary has no address
 *
 * Returns: (transfer full): what it would add
 */
EhImportPlan *
eh_import_polis (GBytes *comments, GBytes *votes, GBytes *summary, const EhImportOptions *options)
{
  EhImportPlan *plan = eh_import_plan_new ();
  g_autoptr (EhCsv) csv = eh_import_open_csv (comments, plan);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *address = summary_value (summary, "url");
  g_auto (EhImportColumns) columns = { NULL };
  Reader reader = { plan, address, people };

  if (*address == '\0')
    reader.conversation = options->file_name != NULL ? options->file_name : "";
  plan->numbered = TRUE;
  eh_set_str (&plan->default_group,
              eh_text_is_blank (options->group) ? _ ("Participants") : options->group);
  name_workshop (plan, summary, options);
  if (csv == NULL)
    return plan;
  eh_import_columns_match (&columns, csv, fields, N_FIELDS, options, plan);
  if (columns.of_field[BODY] < 0 || columns.of_field[AUTHOR] < 0 ||
      columns.of_field[COMMENT_ID] < 0)
    eh_import_plan_fail (plan, 1, "%s",
                         _ ("This is not a table of comments from Polis: it needs the columns "
                            "comment-id, author-id and comment-body."));
  if (plan->errors->len > 0)
    return plan;
  read_comments (&reader, csv, &columns);
  g_free (plan->workshop_date);
  plan->workshop_date = first_day (plan);
  read_authors (&reader, csv, columns.of_field);
  if (votes != NULL)
    read_voters (&reader, votes);
  return plan;
}
