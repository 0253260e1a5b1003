/* evenhand withdraw: somebody takes back what they gave. What exactly changes is said before, and
 * it is done only when asked for. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-kept.h"
#include "eh-text.h"
#include "eh-withdrawal-words.h"

#include <glib/gi18n-lib.h>

/* As in the window, from the least to the most. */
static const char *const scope_names[] = { "contact", "name", "unpublished", "everything", NULL };
static const EhWithdrawal scopes[] = { EH_WITHDRAWAL_STOP_CONTACT, EH_WITHDRAWAL_REMOVE_NAME,
                                       EH_WITHDRAWAL_REMOVE_UNPUBLISHED, EH_WITHDRAWAL_REMOVE_ALL };

typedef struct {
  const char *path;
  const char *who;
  EhWithdrawal scope;
  char *keep;
  char *take;
  gboolean dry_run;
  gboolean json;
} Options;

static int
fail_with_several (GPtrArray *found, const char *who)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (ids, eh_id_to_string (((EhParticipant *) found->pdata[i])->id));
  all = eh_text_join (ids, ", ");
  /* TRANSLATORS: %1$s is a name, %2$s a list of ids */
  return eh_cli_fail (_ ("Several people are called “%1$s”. Say which, by its id: %2$s."), who,
                      all);
}

/* By name, pseudonym or id.
 * Returns: whether there is one, and one alone; if not, it has been said */
static gboolean
find_person (EhDb *db, const char *who, EhId *id)
{
  g_autoptr (GPtrArray) people = eh_reader_list (db, &eh_participant_row_type);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *wanted = eh_text_fold (who);

  *id = eh_id_from_string (who);
  for (guint i = 0; i < people->len; i++) {
    EhParticipant *person = people->pdata[i];
    g_autofree char *name = eh_text_fold (person->name);
    g_autofree char *pseudonym = eh_text_fold (person->pseudonym);

    if (*id != EH_ID_NONE && person->id == *id)
      return TRUE;
    if (*wanted != '\0' && (g_str_equal (name, wanted) || g_str_equal (pseudonym, wanted)))
      g_ptr_array_add (found, person);
  }
  *id = found->len == 1 ? ((EhParticipant *) found->pdata[0])->id : EH_ID_NONE;
  if (found->len > 1)
    fail_with_several (found, who);
  else if (found->len == 0)
    eh_cli_fail (_ ("There is nobody called “%s” in this project."), who);
  return found->len == 1;
}

/* @numbers: as the list counts them, from one on: "1,4". */
static gboolean
choose (EhWithdrawalPlan *plan, const char *numbers, gboolean take_out)
{
  g_auto (GStrv) all = g_strsplit (numbers != NULL ? numbers : "", ",", -1);

  for (guint i = 0; all[i] != NULL; i++) {
    guint64 n;

    if (!g_ascii_string_to_unsigned (g_strstrip (all[i]), 10, 1, plan->places->len, &n, NULL)) {
      eh_cli_fail (_ ("There is no passage with the number “%s”; --dry-run lists them."), all[i]);
      return FALSE;
    }
    ((EhWordsPlace *) plan->places->pdata[n - 1])->take_out = take_out;
  }
  return TRUE;
}

static EhWithdrawalPlan *
make_plan (EhDb *db, const Options *options)
{
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  EhId id;

  if (!find_person (db, options->who, &id))
    return NULL;
  plan = eh_withdrawal_plan_new (db, id, options->scope, &error);
  if (plan == NULL) {
    eh_cli_fail_with (error);
    return NULL;
  }
  return choose (plan, options->keep, FALSE) && choose (plan, options->take, TRUE)
             ? g_steal_pointer (&plan)
             : NULL;
}

static void
add_place_json (EhJsonOut *json, const EhWordsPlace *place, guint number)
{
  eh_json_out_begin_object (json, NULL);
  eh_json_out_int (json, "number", number);
  eh_json_out_id (json, "id", place->id);
  eh_json_out_text (json, "of", place->type->table);
  eh_json_out_text (json, "field", place->field->name);
  eh_json_out_text (json, "words", place->words);
  eh_json_out_bool (json, "others", place->others);
  eh_json_out_bool (json, "goes", place->goes && place->take_out);
  eh_json_out_bool (json, "taken_out", place->take_out);
  eh_json_out_end_object (json);
}

static void
add_mention_json (EhJsonOut *json, const EhMention *mention)
{
  eh_json_out_begin_object (json, NULL);
  eh_json_out_id (json, "id", mention->id);
  eh_json_out_text (json, "of", mention->type->table);
  eh_json_out_text (json, "field", mention->field->name);
  eh_json_out_text (json, "text", mention->text);
  eh_json_out_end_object (json);
}

static int
print_json (const EhWithdrawalPlan *plan)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_id (json, "person", plan->participant_id);
  eh_json_out_int (json, "insights_erased", plan->n_insights_erased);
  eh_json_out_int (json, "insights_erased_before", plan->past->len);
  eh_json_out_int (json, "insights_unnamed", plan->n_insights_unnamed);
  eh_json_out_int (json, "insights_shared", plan->n_insights_shared);
  eh_json_out_int (json, "insights_published", plan->n_insights_published);
  eh_json_out_int (json, "blocks_flagged", plan->n_blocks_flagged);
  eh_json_out_int (json, "versions", plan->n_versions);
  eh_json_out_int (json, "waiting_erased", plan->n_waiting_erased);
  eh_json_out_int (json, "access_needs", plan->n_access_needs);
  eh_json_out_int (json, "payments", plan->n_payments);
  eh_json_out_int (json, "promises", plan->n_promises);
  eh_json_out_begin_array (json, "places");
  for (guint i = 0; i < plan->places->len; i++)
    add_place_json (json, plan->places->pdata[i], i + 1);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "mentions");
  for (guint i = 0; plan->mentions != NULL && i < plan->mentions->len; i++)
    add_mention_json (json, plan->mentions->pdata[i]);
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static void
add_place_text (GString *out, const EhWordsPlace *place, guint number)
{
  g_autofree char *where = eh_withdrawal_words_where (place);
  const char *about = eh_withdrawal_words_about (place);
  g_autofree char *line = NULL;

  line = place->take_out
             /* TRANSLATORS: a number, where words stand, and the words */
             ? g_strdup_printf (_ ("%1$u. %2$s, taken out: %3$s"), number, where, place->words)
             /* TRANSLATORS: as before */
             : g_strdup_printf (_ ("%1$u. %2$s, left there: %3$s"), number, where, place->words);
  eh_cli_add_line (out, line);
  if (about != NULL)
    eh_cli_add_line (out, about);
}

static int
print_text (const EhWithdrawalPlan *plan, gboolean dry_run)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = eh_withdrawal_words_changes (plan);
  g_autofree char *mentions = eh_withdrawal_words_mentions (plan);
  g_autofree char *places = eh_withdrawal_words_places (plan);

  if (dry_run)
    eh_cli_add_line (out, _ ("Nothing was changed; this is what would be done."));
  for (guint i = 0; i < changes->len; i++)
    eh_cli_add_line (out, changes->pdata[i]);
  if (places != NULL)
    eh_cli_add_line (out, places);
  for (guint i = 0; i < plan->places->len; i++)
    add_place_text (out, plan->places->pdata[i], i + 1);
  if (mentions != NULL)
    eh_cli_add_line (out, mentions);
  for (guint i = 0; plan->mentions != NULL && i < plan->mentions->len; i++) {
    const EhMention *mention = plan->mentions->pdata[i];
    g_autofree char *line = eh_withdrawal_words_mention (mention, mention->text);

    eh_cli_add_line (out, line);
  }
  return eh_cli_print (out);
}

static int
rehearse (const Options *options)
{
  g_autoptr (EhDb) db = eh_cli_read (options->path);
  g_autoptr (EhWithdrawalPlan) plan = db != NULL ? make_plan (db, options) : NULL;

  if (plan == NULL)
    return EH_CLI_COULD_NOT;
  return options->json ? print_json (plan) : print_text (plan, TRUE);
}

static int
withdraw (const Options *options)
{
  g_autoptr (EhStore) store = eh_cli_open_to_write (options->path);
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL || (plan = make_plan (eh_store_get_db (store), options)) == NULL)
    return EH_CLI_COULD_NOT;
  if (!eh_withdrawal_apply (store, plan, &error))
    return eh_cli_fail_with (error);
  g_clear_object (&store);
  eh_cli_note_copies (options->path);
  return options->json ? print_json (plan) : print_text (plan, FALSE);
}

static int
run (const EhVerb *verb, char **words)
{
  g_autofree char *scope = NULL;
  g_autofree char *keep = NULL;
  g_autofree char *take = NULL;
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "scope", 's', 0, G_OPTION_ARG_STRING, &scope,
      N_ ("How far: no more contact; the name; words that are not published too; everything"),
      "contact|name|unpublished|everything" },
    { "keep", 'k', 0, G_OPTION_ARG_STRING, &keep,
      N_ ("Let these passages stand: numbers from the list, with commas"), N_ ("N,…") },
    { "take", 't', 0, G_OPTION_ARG_STRING, &take,
      N_ ("Take these passages out that would be left: numbers from the list"), N_ ("N,…") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Say what would be done, and change nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *description = _ (
      "PERSON is a name, a pseudonym or an id. But for --scope contact it cannot be undone: their\n"
      "words go from every text of the file, from its history and from its free pages. Passages\n"
      "of theirs that others copied are listed with a number; look at what --dry-run lists first.\n"
      "What was shared before cannot be called back, and copies on this computer are named.");
  g_auto (GStrv) rest = NULL;
  guint found = 0;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest))
    return EH_CLI_USAGE;
  if (scope == NULL)
    return eh_cli_misuse (verb, "%s", _ ("Say how far with --scope."));
  if (!eh_cli_text (verb, "PERSON", &rest[1]) || !eh_cli_find (verb, scope_names, scope, &found))
    return EH_CLI_USAGE;
  options.path = rest[0];
  options.who = rest[1];
  options.scope = scopes[found];
  options.keep = keep;
  options.take = take;
  return options.dry_run ? rehearse (&options) : withdraw (&options);
}

const EhVerb eh_verb_withdraw = {
  "withdraw",
  "FILE PERSON --scope contact|name|unpublished|everything [--keep N,…] [--take N,…] [--dry-run]"
  " [--json]",
  N_ ("take back what a person gave, as far as they wish"),
  run,
};
