/* evenhand merge: two copies of a project that grew apart become one. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-job-copy.h"
#include "eh-job-merge.h"
#include "eh-passphrase.h"
#include "eh-row-words.h"

#include <glib/gi18n-lib.h>

static void
add_conflict_json (EhJsonOut *json, const EhMergeConflict *conflict)
{
  eh_json_out_begin_object (json, NULL);
  eh_json_out_id (json, "id", conflict->id);
  eh_json_out_text (json, "of", conflict->type->table);
  eh_json_out_text (json, "label", conflict->row_label);
  if (conflict->field != NULL)
    eh_json_out_text (json, "field", conflict->field->name);
  else
    eh_json_out_null (json, "field");
  eh_json_out_text (json, "here", conflict->ours);
  eh_json_out_text (json, "there", conflict->theirs);
  eh_json_out_text (json, "taken", conflict->take_theirs ? "there" : "here");
  eh_json_out_text (json, "rule", conflict->rule_takes_theirs ? "there" : "here");
  eh_json_out_end_object (json);
}

/* What is to be taken where the two differ. */
typedef enum {
  PREFER_RULE,
  PREFER_HERE,
  PREFER_THERE,
} Prefer;

/* Returns: whether @word is one that is known */
static gboolean
read_prefer (const char *word, Prefer *prefer)
{
  static const char *const words[] = { "rule", "here", "there", NULL };

  *prefer = PREFER_RULE;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (word, words[i])) {
      *prefer = (Prefer) i;
      return TRUE;
    }
  return FALSE;
}

static EhMergePlan *
make_plan (EhDb *db, const char *other, Prefer prefer, GError **error)
{
  EhMergePlan *plan = eh_merge_plan_new (db, other, error);

  if (plan != NULL && prefer != PREFER_RULE)
    eh_job_merge_prefer (plan, prefer == PREFER_THERE);
  return plan;
}

static int
print_json (EhMergePlan *plan)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_bool (json, "related", plan->related);
  eh_json_out_int (json, "people", eh_merge_plan_count (plan, &eh_participant_row_type));
  eh_json_out_int (json, "insights", eh_merge_plan_count (plan, &eh_insight_row_type));
  eh_json_out_int (json, "workshops", eh_merge_plan_count (plan, &eh_workshop_row_type));
  eh_json_out_int (json, "added", plan->n_added);
  eh_json_out_int (json, "changed", plan->n_changed);
  eh_json_out_int (json, "removed", plan->n_removed);
  eh_json_out_int (json, "erased", plan->n_erased);
  eh_json_out_begin_array (json, "conflicts");
  for (guint i = 0; i < plan->conflicts->len; i++)
    add_conflict_json (json, plan->conflicts->pdata[i]);
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
add_conflict_text (GString *out, const EhMergeConflict *conflict)
{
  const char *what = conflict->field != NULL ? eh_row_words_field (conflict->type, conflict->field)
                                             : eh_row_words_thing (conflict->type);
  const char *here = *conflict->ours != '\0' ? conflict->ours : _ ("nothing");
  const char *there = *conflict->theirs != '\0' ? conflict->theirs : _ ("nothing");
  g_autofree char *line = NULL;

  line = conflict->take_theirs
             /* TRANSLATORS: what two copies say differently: which thing, which of its fields, what
              * this copy says, what the other says. The other one's is taken. */
             ? g_strdup_printf (_ ("%1$s, %2$s: here “%3$s”, there “%4$s”; taken from there."),
                                conflict->row_label, what, here, there)
             /* TRANSLATORS: as before; this one's is kept */
             : g_strdup_printf (_ ("%1$s, %2$s: here “%3$s”, there “%4$s”; kept as here."),
                                conflict->row_label, what, here, there);
  eh_cli_add_line (out, line);
}

static int
print_text (EhMergePlan *plan, gboolean dry_run)
{
  g_autofree char *summary = eh_job_merge_summary (plan);
  g_auto (GStrv) lines = g_strsplit (summary, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  if (dry_run)
    eh_cli_add_line (out, _ ("Nothing was changed; this is what would be done."));
  for (guint i = 0; lines[i] != NULL; i++)
    eh_cli_add_line (out, lines[i]);
  for (guint i = 0; i < plan->conflicts->len; i++)
    add_conflict_text (out, plan->conflicts->pdata[i]);
  return eh_cli_print (out);
}

/* Opened once to say what is wrong with it, or that a window still has something for it. */
static gboolean
can_read (const char *path)
{
  g_autoptr (EhDb) db = eh_cli_read (path);

  return db != NULL;
}

/* Where the other copy can be read: itself, or what was taken out of an archive. NULL when it has
 * been said why it cannot. */
static const char *
path_of_other (const char *other, const char *passphrase_file, EhUnlocked **unlocked)
{
  g_autoptr (GError) error = NULL;
  char *passphrase = NULL;

  if (!eh_protected_copy_is_archive (other))
    return can_read (other) ? other : NULL;
  if (passphrase_file != NULL && (passphrase = eh_passphrase_read (passphrase_file)) == NULL)
    return NULL;
  *unlocked = eh_job_unlock (other, passphrase, NULL, NULL, NULL, &error);
  eh_passphrase_free (passphrase);
  if (*unlocked != NULL)
    return (*unlocked)->path;
  eh_cli_fail_with (error);
  return NULL;
}

static int
rehearse (
    const char *path, const char *other, const char *passphrase_file, Prefer prefer, gboolean json)
{
  g_autoptr (EhDb) db = eh_cli_read (path);
  g_autoptr (EhUnlocked) unlocked = NULL;
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const char *other_path;

  if (db == NULL || (other_path = path_of_other (other, passphrase_file, &unlocked)) == NULL)
    return EH_CLI_COULD_NOT;
  plan = make_plan (db, other_path, prefer, &error);
  if (plan == NULL)
    return eh_cli_fail_with (error);
  return json ? print_json (plan) : print_text (plan, TRUE);
}

/* A second merge of the same changes nothing, and would push a backup out that is worth more. */
static gboolean
back_up (EhStore *store, EhMergePlan *plan, GError **error)
{
  return eh_merge_plan_is_empty (plan) ||
         eh_backup_make (eh_store_get_db (store), EH_BACKUP_REASON_MERGE, error);
}

static int
merge (
    const char *path, const char *other, const char *passphrase_file, Prefer prefer, gboolean json)
{
  g_autoptr (EhUnlocked) unlocked = NULL;
  const char *other_path;
  g_autoptr (EhStore) store = eh_cli_open_to_write (path);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (store == NULL || (other_path = path_of_other (other, passphrase_file, &unlocked)) == NULL)
    return EH_CLI_COULD_NOT;
  label = eh_job_merge_label (other);
  plan = make_plan (eh_store_get_db (store), other_path, prefer, &error);
  if (plan == NULL || !back_up (store, plan, &error) ||
      !eh_merge_apply (store, plan, label, &error))
    return eh_cli_fail_with (error);
  g_clear_object (&store);
  if (plan->n_erased > 0)
    eh_cli_note_copies (path);
  return json ? print_json (plan) : print_text (plan, FALSE);
}

static int
run (const EhVerb *verb, char **words)
{
  gboolean dry_run = FALSE;
  gboolean json = FALSE;
  g_autofree char *passphrase_file = NULL;
  g_autofree char *word = NULL;
  Prefer prefer;
  const GOptionEntry entries[] = {
    { "prefer", 'p', 0, G_OPTION_ARG_STRING, &word,
      N_ ("Where both changed the same, take what FILE has, what OTHER has, or what the rule says"),
      "here|there|rule" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Say what would be done, and change nothing"), NULL },
    { EH_PASSPHRASE_OPTION, 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file,
      N_ ("What opens OTHER, a protected copy: the first line of F; “-” reads it from stdin"),
      N_ ("F") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *description = _ (
      "What OTHER has and FILE has not comes into FILE; OTHER is not changed. What both changed\n"
      "differently is listed: one of the two is taken, by a rule that gives the same on every\n"
      "computer, and of two consents the one that allows less. It is one step of the history.\n"
      "To choose, look at what --dry-run lists, merge with --prefer here or --prefer there, and\n"
      "set right in the window what should be otherwise: each is a change like any other.");
  g_auto (GStrv) rest = NULL;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest))
    return EH_CLI_USAGE;
  if (!read_prefer (word, &prefer))
    return eh_cli_misuse (verb, _ ("“%s” is none of here, there and rule."), word);
  return dry_run ? rehearse (rest[0], rest[1], passphrase_file, prefer, json)
                 : merge (rest[0], rest[1], passphrase_file, prefer, json);
}

const EhVerb eh_verb_merge = {
  "merge",
  "FILE OTHER [--dry-run] [--prefer here|there|rule] [--passphrase-file F] [--json]",
  N_ ("bring another copy of a project into this one"),
  run,
};
