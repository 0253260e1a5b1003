/* Parts of reports on involvement: what came of it, how far it shaped the work, what went well and
 * what did not, and the checklist of GRIPP2 (Staniszewska and others 2017, short form). */

#include "config.h"

#include "eh-doc-markup.h"
#include "eh-guidance-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* Each recommendation, where it stands, and on how many insights it rests. */
static void
add_results (EhGuidanceContext *self)
{
  EhDocTable *table;

  if (self->recommendations->len == 0)
    return;
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("What came of it"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Where it stands"), 1.3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Insights behind it"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    g_autoptr (EhPublicReach) reach = eh_public_dataset_reach (self->dataset, block->id);
    g_autofree char *insights = g_strdup_printf ("%u", reach->n_insights);
    const char *reason = eh_guidance_reason (block);
    EhDocText *name = eh_doc_markup_parse (block->text);

    if (block->status == EH_BLOCK_STATUS_NOT_DONE && !eh_text_is_blank (reason)) {
      eh_doc_text_add (name, "\n", EH_DOC_STYLE_NONE);
      eh_doc_text_add (name, reason, EH_DOC_STYLE_EMPHASIS);
    }
    eh_doc_table_add_row (table);
    eh_doc_table_add_cell_text (table, name);
    eh_doc_table_add_cell (table,
                           eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status));
    eh_doc_table_add_cell (table, insights);
  }
  eh_doc_builder_table (self->builder, _ ("Recommendations, and where they stand"), table);
}

/* How far people's insights reached the guidance, in sentences. */
static void
add_influence (EhGuidanceContext *self)
{
  const EhFilter filter = { .guidance_id = self->about_id };
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (self->dataset, &filter);
  g_auto (GStrv) sentences = NULL;

  if (balance->reference == EH_REFERENCE_NONE || self->recommendations->len == 0)
    return;
  sentences = eh_sentence_balance_all (balance);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; sentences[i] != NULL; i++)
    eh_doc_builder_item (self->builder, 0, sentences[i]);
}

/* Promises that were kept and that were not, as what is recorded of how it went. */
static void
add_reflections (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) promises = eh_public_dataset_promises (self->dataset, EH_ID_NONE);

  for (guint side = 0; side < 2; side++) {
    EhPromiseState state = side == 0 ? EH_PROMISE_STATE_KEPT : EH_PROMISE_STATE_NOT_KEPT;
    guint n = 0;

    for (guint i = 0; i < promises->len; i++) {
      const EhPublicPromise *promise = promises->pdata[i];

      if (promise->state != state)
        continue;
      if (n++ == 0) {
        eh_doc_builder_paragraph (self->builder, side == 0 ? _ ("What was promised and kept:")
                                                           : _ ("What was promised and not kept:"));
        eh_doc_builder_list (self->builder, FALSE);
      }
      eh_doc_builder_item (self->builder, 0, promise->text);
      if (side == 1)
        eh_doc_builder_item (self->builder, 1, promise->reason);
    }
  }
}

static gboolean
has_negative (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) promises = eh_public_dataset_promises (self->dataset, EH_ID_NONE);
  g_autoptr (GPtrArray) parked = eh_public_dataset_parked (self->dataset, self->about_id);

  for (guint i = 0; i < promises->len; i++)
    if (((EhPublicPromise *) promises->pdata[i])->state == EH_PROMISE_STATE_NOT_KEPT)
      return TRUE;
  for (guint i = 0; i < self->recommendations->len; i++)
    if (((EhBlock *) self->recommendations->pdata[i])->status == EH_BLOCK_STATUS_NOT_DONE)
      return TRUE;
  return parked->len > 0;
}

/* A report without anything that went badly is rarely an honest one, and GRIPP2 asks for both. */
static void
add_negatives (EhGuidanceContext *self)
{
  if (!has_negative (self))
    eh_doc_builder_callout (
        self->builder, EH_DOC_CALLOUT_CAUTION, _ ("Nothing that went badly is recorded"),
        _ ("GRIPP2 asks for negative effects too: what could not be done, promises that were not "
           "kept, what people found hard. Ask those who took part before this is sent."));
}

/* The five things to report, with room for the page of the paper on which each stands. */
static void
add_gripp2_table (EhGuidanceContext *self)
{
  static const struct {
    const char *section;
    const char *item;
  } rows[] = {
    { N_ ("1. Aim"), N_ ("What involving people in the study was for") },
    { N_ ("2. Methods"), N_ ("How people were involved, described clearly") },
    { N_ ("3. Results"), N_ ("What came of it, good and bad") },
    { N_ ("4. Discussion"),
      N_ ("How far it shaped the study as a whole, with positive and negative effects") },
    { N_ ("5. Reflections"),
      N_ ("What went well and what did not, so that others can learn from it") },
  };
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_table_add_column (table, _ ("Section"), 1.2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("What to report"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Reported on page"), 1.2, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    eh_doc_table_add_cells (table, _ (rows[i].section), _ (rows[i].item), "", NULL);
  eh_doc_builder_table (self->builder, _ ("GRIPP2 short form"), table);
  eh_doc_builder_paragraph (
      self->builder,
      _ ("GRIPP2: Staniszewska S, Brett J, Simera I, and others (2017). GRIPP2 reporting checklists: "
         "tools to improve reporting of patient and public involvement in research. BMJ 358:j3453. "
         "The wording here is ours."));
}

/* Time and money, in all and of each group of which anything may be told. */
static void
add_hours (EhGuidanceContext *self)
{
  g_autoptr (EhHours) hours = eh_public_dataset_hours (self->dataset, NULL);
  const EhCrosstab *table = hours->hours;
  g_autofree char *headline = NULL;

  if (table->n_rows == 0 || (eh_figure_is_known (table->total) && table->total.value <= 0))
    return;
  headline = eh_sentence_hours_headline (hours);
  eh_doc_builder_paragraph (self->builder, headline);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < table->n_rows; i++) {
    g_autofree char *sentence = eh_sentence_hours_group (hours, i);
    gboolean known = FALSE;

    for (guint j = 0; j < table->n_columns; j++)
      known = known || eh_figure_is_known (eh_crosstab_cell (table, i, j)->count);
    if (known)
      eh_guidance_add_labelled (self, table->rows[i].label, sentence);
  }
  eh_doc_builder_paragraph (self->builder,
                            _ ("Only what was recorded as a payment is counted: people give time "
                               "that nobody writes down."));
}

/* The five names of 4Pi (NSUN, National Involvement Partnership 2013), in a sentence each of ours.
 */
static void
add_fourpi (EhGuidanceContext *self)
{
  static const struct {
    const char *key;
    const char *text;
  } parts[] = {
    { "principles", N_ ("Which values guide the work, and what people agreed on.") },
    { "purpose", N_ ("Why people are involved, said so that it can be checked later.") },
    { "presence", N_ ("Who is involved, and how early they were let in.") },
    { "process", N_ ("How it is planned and done, so that people can give their best.") },
    { "impact", N_ ("What difference it makes, meant or not.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (self->argument, parts[i].key) == 0)
      eh_doc_builder_paragraph (self->builder, _ (parts[i].text));
}

const EhGuidancePart eh_guidance_parts_result[] = {
  { "results", N_ ("No recommendation has been written yet."), add_results },
  { "influence", N_ ("Nothing has been recorded from which to say how far people shaped the work."),
    add_influence },
  { "reflections", N_ ("Nothing has been recorded about what went well and what did not."),
    add_reflections },
  { "negatives", NULL, add_negatives },
  { "gripp2-table", NULL, add_gripp2_table },
  { "hours", N_ ("No time and no payment has been recorded."), add_hours },
  { "fourpi", NULL, add_fourpi },
  { NULL, NULL, NULL },
};
