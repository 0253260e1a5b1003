/* Parts of documents about how people work together: what it is for, how, what was agreed, promised
 * and is paid, and what changes hands. */

#include "config.h"

#include "eh-guidance-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
add_aim (EhGuidanceContext *self)
{
  const EhProject *project = eh_public_dataset_project (self->dataset);
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);

  eh_doc_builder_paragraph (self->builder, project->aim);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    eh_guidance_add_labelled (self, workshop->title, workshop->aim);
  }
}

/* How often people worked in which way; a break is none. */
static void
add_methods (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) activities = eh_public_dataset_activities (self->dataset,
                                                                   self->workshop_id);
  guint count[EH_METHOD_N_VALUES] = { 0 };
  EhDocTable *table = eh_doc_table_new ();
  guint n = 0;

  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];

    if (activity->method != EH_METHOD_BREAK)
      count[activity->method]++;
  }
  eh_doc_table_add_column (table, _ ("How people worked"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("How often"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < EH_METHOD_N_VALUES; i++) {
    g_autofree char *times = g_strdup_printf ("%u", count[i]);

    if (count[i] == 0)
      continue;
    eh_doc_table_add_cells (table, eh_vocabulary_label (&eh_method_vocabulary, (int) i), times,
                            NULL);
    n++;
  }
  if (n > 0)
    eh_doc_builder_table (self->builder, _ ("Ways of working"), table);
  else
    eh_doc_table_free (table);
}

typedef struct {
  const char *key;
  EhStageOfWork first;
  EhStageOfWork last;
} Phase;

/* The three parts of the work in which an agreement is made. What has no stage belongs to doing. */
static const Phase phases[] = {
  { "planning", EH_STAGE_OF_WORK_AGENDA, EH_STAGE_OF_WORK_DESIGN },
  { "doing", EH_STAGE_OF_WORK_DO, EH_STAGE_OF_WORK_SENSE },
  { "sharing", EH_STAGE_OF_WORK_WRITE, EH_STAGE_OF_WORK_AFTER },
  { "other", EH_STAGE_OF_WORK_NONE, EH_STAGE_OF_WORK_NONE },
};

static const Phase *
find_phase (const char *key)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (phases); i++)
    if (g_str_equal (phases[i].key, key))
      return &phases[i];
  return NULL;
}

static void
add_rules (EhGuidanceContext *self)
{
  const Phase *phase = find_phase (self->argument);
  g_autoptr (GPtrArray) rules = eh_public_dataset_rules (
      self->dataset, phase == NULL ? self->workshop_id : EH_ID_NONE);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < rules->len; i++) {
    const EhPublicRule *rule = rules->pdata[i];

    if (phase == NULL || (rule->stage >= phase->first && rule->stage <= phase->last))
      eh_doc_builder_item (self->builder, 0, rule->text);
  }
}

static void
add_unstaged_rules (EhGuidanceContext *self)
{
  self->argument = "other";
  add_rules (self);
}

static char *
state_text (const EhPublicPromise *promise)
{
  g_autofree char *kept = eh_guidance_date_text (promise->kept_on);
  const char *label = eh_vocabulary_label (&eh_promise_state_vocabulary, (int) promise->state);

  if (promise->state == EH_PROMISE_STATE_KEPT && !eh_text_is_blank (kept))
    /* TRANSLATORS: %s is the date on which a promise was kept. */
    return g_strdup_printf (_ ("Kept on %s"), kept);
  if (promise->state == EH_PROMISE_STATE_NOT_KEPT && !eh_text_is_blank (promise->reason)) {
    g_autofree char *reason = eh_text_isolate (promise->reason);

    /* TRANSLATORS: why a promise was not kept, as the team says it. */
    return g_strdup_printf (_ ("Not kept: %s"), reason);
  }
  return g_strdup (label);
}

/* Promises to everybody and to groups; "promises:open" for those alone that are still to be kept.
 */
static void
add_promises (EhGuidanceContext *self)
{
  gboolean open = g_strcmp0 (self->argument, "open") == 0;
  g_autoptr (GPtrArray) promises = eh_public_dataset_promises (self->dataset, self->workshop_id);
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_table_add_column (table, _ ("What was promised"), 2.4, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("To whom"), 1.3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("By when"), 1.2, EH_DOC_ALIGN_START);
  if (!open)
    eh_doc_table_add_column (table, _ ("What became of it"), 1.8, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < promises->len; i++) {
    const EhPublicPromise *promise = promises->pdata[i];
    g_autofree char *due = eh_guidance_date_text (promise->due);
    g_autofree char *state = state_text (promise);

    if (!open || promise->state == EH_PROMISE_STATE_OPEN)
      eh_doc_table_add_cells (table, promise->text,
                              promise->to != NULL ? promise->to : C_ ("promise", "Everyone"), due,
                              state, NULL);
  }
  if (eh_doc_table_n_rows (table) > 0)
    eh_doc_builder_table (self->builder, open ? _ ("Promises still to be kept") : _ ("Promises"),
                          table);
  else
    eh_doc_table_free (table);
}

/* The same as lines of a list, for where there is little room. */
static void
add_promised (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) promises = eh_public_dataset_promises (self->dataset, self->workshop_id);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < promises->len; i++) {
    const EhPublicPromise *promise = promises->pdata[i];
    g_autoptr (GPtrArray) about = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *due = eh_guidance_date_text (promise->due);
    g_autofree char *list = NULL;
    g_autofree char *rest = NULL;
    EhDocText *line = eh_doc_text_new (promise->text);

    g_ptr_array_add (about,
                     g_strdup (promise->to != NULL ? promise->to : C_ ("promise", "Everyone")));
    if (!eh_text_is_blank (due))
      /* TRANSLATORS: %s is the date by which a promise is to be kept */
      g_ptr_array_add (about, g_strdup_printf (C_ ("promise", "by %s"), due));
    g_ptr_array_add (about, state_text (promise));
    list = eh_text_join (about, "; ");
    rest = g_strdup_printf (" (%s)", list);
    eh_doc_text_add (line, rest, EH_DOC_STYLE_EMPHASIS);
    eh_doc_builder_item_text (self->builder, 0, line);
  }
}

static void
add_rates (EhGuidanceContext *self)
{
  const EhProject *project = eh_public_dataset_project (self->dataset);
  g_autoptr (GPtrArray) rates = eh_public_dataset_rates (self->dataset);
  EhDocTable *table;

  if (rates->len == 0)
    return;
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("For what"), 2.6, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Per"), 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("We pay"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < rates->len; i++) {
    const EhRate *rate = rates->pdata[i];
    g_autofree char *amount = eh_sentence_money (eh_figure_known ((double) rate->amount),
                                                 project->currency, 0);

    eh_doc_table_add_cells (table, rate->activity,
                            eh_vocabulary_label (&eh_rate_unit_vocabulary, (int) rate->unit),
                            amount, NULL);
  }
  eh_doc_builder_table (self->builder, _ ("What we pay"), table);
}

static void
add_access (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    if (self->workshop_id == EH_ID_NONE)
      eh_guidance_add_labelled (self, workshop->title, workshop->access_notes);
    else if (self->workshop_id == workshop->id)
      eh_doc_builder_paragraph (self->builder, workshop->access_notes);
  }
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0';
  return n;
}

/* The same room for everybody is asked for, not cut to: whose words are too many is told. */
#define BIOGRAPHY_WORDS 60

static void
add_biographies (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) rows = eh_public_dataset_biographies (self->dataset);
  gboolean too_long = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    const EhPublicBiography *row = rows->pdata[i];

    eh_doc_builder_heading (self->builder, 2, row->name, NULL);
    eh_doc_builder_paragraph (self->builder, row->text);
    too_long = too_long || count_words (row->text) > BIOGRAPHY_WORDS;
  }
  if (too_long && self->say_missing)
    eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_CAUTION, NULL,
                            _ ("Some of these are longer than sixty words. Everyone has the same "
                               "room: ask those people to shorten theirs."));
}

const EhGuidancePart eh_guidance_parts_work[] = {
  { "aim", N_ ("Nothing has been recorded about what the work is for."), add_aim },
  { "methods", N_ ("Nothing has been recorded about how people worked."), add_methods },
  { "rules", N_ ("Nothing has been recorded about what people agreed about working together."),
    add_rules },
  { "rules-unstaged", NULL, add_unstaged_rules },
  { "promises", N_ ("No promise has been recorded."), add_promises },
  { "promised", N_ ("No promise has been recorded."), add_promised },
  { "rates", N_ ("Nothing has been recorded about what is paid."), add_rates },
  { "access", N_ ("Nothing has been recorded about the way in and what the room has."),
    add_access },
  { "biographies",
    N_ ("Nobody has written a biography, agreed to take part and chosen to be named."),
    add_biographies },
  { NULL, NULL, NULL },
};
