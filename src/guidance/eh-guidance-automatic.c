/* The parts of a guidance that fill themselves: who made it, how, what was contested, what was not
 * done, who is thanked, sources, and what each recommendation rests on. */

#include "config.h"

#include "eh-guidance-private.h"

#include "eh-doc-markup.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_who_made_this (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (self->dataset);
  guint threshold = eh_public_dataset_threshold (self->dataset);
  EhDocTable *table = eh_doc_table_new ();
  gboolean any = FALSE;

  eh_doc_table_add_column (table, _ ("Role group"), 2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("People"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < groups->len; i++) {
    const EhPublicGroup *group = groups->pdata[i];
    g_autofree char *count = eh_figure_to_count_text (group->people, threshold);

    if (group->people.state == EH_FIGURE_UNDEFINED)
      continue;
    any = any || group->people.state == EH_FIGURE_PROTECTED;
    eh_doc_table_add_cells (table, group->label, count, NULL);
  }
  if (eh_doc_table_n_rows (table) == 0) {
    eh_doc_table_free (table);
    return;
  }
  eh_doc_builder_table (self->builder, _ ("Who took part"), table);
  eh_guidance_add_protected_note (self, any);
}

static void
add_aim (EhGuidanceContext *self, const EhPublicWorkshop *workshop)
{
  EhDocText *text;

  if (eh_text_is_blank (workshop->aim))
    return;
  text = eh_doc_text_add (eh_doc_text_new (NULL), workshop->title, EH_DOC_STYLE_STRONG);
  eh_doc_text_add (text, "\n", EH_DOC_STYLE_NONE);
  eh_doc_text_add (text, workshop->aim, EH_DOC_STYLE_NONE);
  eh_doc_builder_item_text (self->builder, 0, text);
}

static void
add_how_we_worked (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);
  guint threshold = eh_public_dataset_threshold (self->dataset);
  EhDocTable *table;
  gboolean any = FALSE;
  gboolean dated = FALSE;
  gboolean placed = FALSE;

  if (workshops->len == 0)
    return;
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    dated = dated || !eh_text_is_blank (workshop->date);
    placed = placed || !eh_text_is_blank (workshop->place);
    add_aim (self, workshop);
  }
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("Workshop"), 2.2, EH_DOC_ALIGN_START);
  if (dated)
    eh_doc_table_add_column (table, _ ("Date"), 1.4, EH_DOC_ALIGN_START);
  if (placed)
    eh_doc_table_add_column (table, _ ("Place"), 1.8, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("People"), 1.1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];
    g_autofree char *date = eh_guidance_date_text (workshop->date);
    g_autofree char *people = eh_figure_to_count_text (workshop->people, threshold);

    any = any || workshop->people.state == EH_FIGURE_PROTECTED;
    eh_doc_table_add_row (table);
    eh_doc_table_add_cell (table, workshop->title);
    if (dated)
      eh_doc_table_add_cell (table, date);
    if (placed)
      eh_doc_table_add_cell (table, workshop->place);
    eh_doc_table_add_cell (table, people);
  }
  eh_doc_builder_table (self->builder, _ ("Our workshops"), table);
  eh_guidance_add_protected_note (self, any);
}

static void
add_view (EhGuidanceContext *self, const EhPublicInsight *insight)
{
  g_autofree char *credit = NULL;

  if (insight->text == NULL)
    return;
  if (eh_text_is_blank (insight->credit))
    credit = g_strdup (C_ ("credit", "a contributor"));
  else
    /* TRANSLATORS: who said something that stands here in other words than theirs */
    credit = insight->use == EH_TEXT_USE_GIST
                 ? g_strdup_printf (_ ("%s, in other words"), insight->credit)
                 : g_strdup (insight->credit);
  eh_doc_builder_field (self->builder, credit, insight->text);
}

/* Views for and against one recommendation, as many of the one as of the other where there are. */
void
eh_guidance_add_contested (EhGuidanceContext *self, guint number, GHashTable *told)
{
  const EhBlock *block = self->recommendations->pdata[number - 1];
  g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  /* TRANSLATORS: the number of a recommendation and its words */
  g_autofree char *words = eh_doc_markup_plain (block->text);
  g_autofree char *title = g_strdup_printf (_ ("Recommendation %s: %s"), digits, words);
  guint against = 0;

  for (guint i = 0; i < evidence->len; i++) {
    const EhPublicEvidence *row = evidence->pdata[i];

    if (row->stance == EH_STANCE_DISAGREES && row->insight->text != NULL)
      against++;
  }
  if (against == 0)
    return;
  eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_DISAGREEMENT, title, NULL);
  for (guint side = 0; side < 2; side++) {
    guint left = against;

    for (guint i = 0; i < evidence->len && left > 0; i++) {
      const EhPublicEvidence *row = evidence->pdata[i];
      EhStance stance = side == 0 ? EH_STANCE_SUPPORTS : EH_STANCE_DISAGREES;

      if (row->stance != stance || row->insight->text == NULL)
        continue;
      add_view (self, row->insight);
      g_hash_table_add (told, g_strdup (row->insight->ref));
      left--;
    }
  }
}

static void
add_disagreements (EhGuidanceContext *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, NULL);

  for (guint i = 1; i <= self->recommendations->len; i++)
    eh_guidance_add_contested (self, i, told);
  for (guint i = 0; i < insights->len; i++) {
    const EhPublicInsight *insight = insights->pdata[i];

    if ((insight->kind == EH_INSIGHT_KIND_DISAGREEMENT ||
         insight->agreement == EH_AGREEMENT_CONTESTED) &&
        !insight->parked && !g_hash_table_contains (told, insight->ref))
      eh_guidance_add_words (self, insight);
  }
}

static void
add_not_done (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) parked = eh_public_dataset_parked (self->dataset, self->about_id);

  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];

    if (block->status != EH_BLOCK_STATUS_NOT_DONE)
      continue;
    eh_doc_builder_list (self->builder, FALSE);
    eh_doc_builder_item_text (self->builder, 0, eh_doc_markup_parse (block->text));
    eh_doc_builder_item (self->builder, 1, eh_guidance_reason (block));
  }
  if (parked->len == 0)
    return;
  eh_doc_builder_paragraph (self->builder,
                            _ ("These were said, and are beyond what this project could take up:"));
  for (guint i = 0; i < parked->len; i++) {
    const EhPublicParked *row = parked->pdata[i];

    eh_guidance_add_words (self, row->insight);
    eh_doc_builder_list (self->builder, FALSE);
    eh_guidance_add_labelled (self, _ ("Why not"), row->reason);
  }
}

static void
add_credits (EhGuidanceContext *self)
{
  g_autoptr (EhPublicCredits) credits = eh_public_dataset_credits (self->dataset);
  g_autofree char *names = g_strjoinv (", ", credits->names);
  g_autofree char *more = NULL;

  if (names[0] != '\0') {
    eh_doc_builder_paragraph (
        self->builder, _ ("Thank you to everyone who took part. In the order of the alphabet, "
                          "and named as each chose:"));
    eh_doc_builder_paragraph (self->builder, names);
  } else {
    eh_doc_builder_paragraph (self->builder, _ ("Thank you to everyone who took part."));
  }
  if (credits->unnamed.state == EH_FIGURE_PROTECTED) {
    more = g_strdup (_ ("And thank you to those who are not named here."));
  } else if (eh_figure_is_known (credits->unnamed) && credits->unnamed.value >= 1) {
    guint n = (guint) credits->unnamed.value;

    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "And thank you to %u person who is not named here.",
                                         "And thank you to %u people who are not named here.", n),
                            n);
  }
  eh_doc_builder_paragraph (self->builder, more);
}

static void
add_comment (EhGuidanceContext *self)
{
  const EhProject *project = eh_public_dataset_project (self->dataset);
  g_autofree char *contact = eh_text_isolate (project->contact);
  g_autofree char *text = NULL;

  if (!eh_text_is_blank (project->contact)) {
    /* TRANSLATORS: %s is an address, a telephone number or a name */
    text = g_strdup_printf (
        _ ("To comment, to put something right, or to have your words taken out, "
           "write to %s. You need not say why."),
        contact);
    eh_doc_builder_paragraph (self->builder, text);
    if (self->brief)
      return;
  }
  eh_doc_builder_paragraph (self->builder,
                            _ ("What has been printed or passed on cannot be called back. The next "
                               "version will leave it out."));
}

static void
add_contact (EhGuidanceContext *self)
{
  const EhProject *project = eh_public_dataset_project (self->dataset);

  eh_doc_builder_list (self->builder, FALSE);
  eh_guidance_add_labelled (self, _ ("Contact"), project->contact);
  eh_guidance_add_labelled (self, C_ ("project", "Host"), project->host);
}

/* Who made it: what a source is listed under. */
static const char *
source_by (const EhResource *row)
{
  if (!eh_text_is_blank (row->authors))
    return row->authors;
  return eh_text_is_blank (row->organisation) ? row->title : row->organisation;
}

/* "Authors (year). Title. Publisher." with the title as a link. */
static EhDocText *
citation (const EhResource *row)
{
  EhDocText *text = eh_doc_text_new (NULL);
  const char *by = eh_text_is_blank (row->authors) ? row->organisation : row->authors;
  g_autofree char *address = eh_text_is_blank (row->url) && !eh_text_is_blank (row->doi)
                                 ? g_strconcat ("https://doi.org/", row->doi, NULL)
                                 : g_strdup (row->url);

  if (!eh_text_is_blank (by)) {
    g_autofree char *year = g_strdup_printf (" (%" G_GINT64_FORMAT ")", row->year);

    eh_doc_text_add (text, by, EH_DOC_STYLE_NONE);
    if (row->year > 0)
      eh_doc_text_add (text, year, EH_DOC_STYLE_NONE);
    eh_doc_text_add (text, ". ", EH_DOC_STYLE_NONE);
  }
  eh_doc_text_add_link (text, row->title, address);
  eh_doc_text_add (text, ".", EH_DOC_STYLE_NONE);
  if (!eh_text_is_blank (row->venue)) {
    g_autofree char *venue = g_strdup_printf (" %s.", row->venue);

    eh_doc_text_add (text, venue, EH_DOC_STYLE_NONE);
  }
  return text;
}

/* Adds what @markup cites to @cited. */
static void
add_cited (EhGuidanceContext *self, GHashTable *cited, const char *markup)
{
  g_autoptr (EhDocText) text = eh_doc_markup_parse (markup);

  for (guint i = 0; i < eh_doc_text_n_runs (text); i++) {
    const EhDocRun *run = eh_doc_text_run (text, i);
    const EhResource *row = run->kind == EH_DOC_RUN_CITATION
                                ? eh_guidance_resource (self, run->target)
                                : NULL;

    if (row != NULL)
      g_hash_table_add (cited, (gpointer) &row->id);
    for (guint k = 0; run->words != NULL && k < eh_doc_text_n_runs (run->words); k++) {
      const EhDocRun *inner = eh_doc_text_run (run->words, k);

      row = inner->kind == EH_DOC_RUN_CITATION ? eh_guidance_resource (self, inner->target) : NULL;
      if (row != NULL)
        g_hash_table_add (cited, (gpointer) &row->id);
    }
  }
}

/* By author and date, as readers look for them. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const EhResource *one = *(EhResource *const *) a, *other = *(EhResource *const *) b;
  int order = g_utf8_collate (source_by (one), source_by (other));

  if (order == 0)
    order = (one->year > other->year) - (one->year < other->year);
  return order != 0 ? order : g_utf8_collate (one->title, other->title);
}

static void
add_sources (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GHashTable) cited = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < self->blocks->len; i++) {
    EhBlock *block = self->blocks->pdata[i];

    if (block->resource_id != EH_ID_NONE)
      g_hash_table_add (cited, &block->resource_id);
    if (block->text != NULL && strstr (block->text, "[@") != NULL)
      add_cited (self, cited, block->text);
    if (block->detail != NULL && strstr (block->detail, "[@") != NULL)
      add_cited (self, cited, block->detail);
  }
  for (guint i = 0; i < self->resources->len; i++)
    if (g_hash_table_contains (cited, &((EhResource *) self->resources->pdata[i])->id))
      g_ptr_array_add (sources, self->resources->pdata[i]);
  g_ptr_array_sort (sources, compare_sources);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < sources->len; i++) {
    g_autofree char *alias = eh_guidance_source_alias (sources->pdata[i]);
    g_autofree char *id = g_strdup_printf ("source-%u", i + 1);

    eh_doc_builder_item_text (self->builder, 0, citation (sources->pdata[i]));
    eh_doc_builder_item_alias (self->builder, alias, id);
  }
}

static char *
refs_of (GPtrArray *evidence, EhStance stance)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++) {
    const EhPublicEvidence *row = evidence->pdata[i];

    if (row->stance == stance)
      g_ptr_array_add (refs, row->insight->ref);
  }
  return refs->len > 0 ? eh_text_join (refs, ", ") : g_strdup ("–");
}

static void
add_trace (EhGuidanceContext *self)
{
  EhDocTable *table;

  if (self->recommendations->len == 0)
    return;
  eh_doc_builder_paragraph (
      self->builder, _ ("Each code stands for one insight, and stays the same from one version "
                        "to the next. Whoever gave an insight can ask for its code."));
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("Recommendation"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Rests on"), 1.6, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Shaped by"), 1.3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Disagree"), 1.3, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
    g_autofree char *words = eh_doc_markup_plain (block->text);
    g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, words);
    g_autofree char *supports = refs_of (evidence, EH_STANCE_SUPPORTS);
    g_autofree char *shapes = refs_of (evidence, EH_STANCE_SHAPES);
    g_autofree char *disagrees = refs_of (evidence, EH_STANCE_DISAGREES);

    eh_doc_table_add_cells (table, name, supports, shapes, disagrees, NULL);
  }
  eh_doc_builder_table (self->builder, _ ("Recommendations and the insights behind them"), table);
}

/**
 * eh_guidance_add_audiences:
 *
 * Adds a table of who is to do what: a row for each recommendation under each of those whom it is
 * for, as they are named between semicolons.
 */
void
eh_guidance_add_audiences (EhGuidanceContext *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  EhDocTable *table = eh_doc_table_new ();

  for (guint i = 0; i < self->recommendations->len; i++) {
    g_auto (GStrv) parts = g_strsplit (((EhBlock *) self->recommendations->pdata[i])->audience, ";",
                                       -1);

    for (guint k = 0; parts[k] != NULL; k++) {
      g_autofree char *name = eh_text_clean_line (parts[k]);

      if (name[0] != '\0' && g_hash_table_add (seen, eh_text_fold (name)))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  }
  eh_doc_table_add_column (table, _ ("For whom"), 1.2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("What to do"), 2.6, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("When"), 1.2, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint n = 0; n < names->len; n++) {
    g_autofree char *wanted = eh_text_fold (names->pdata[n]);

    for (guint i = 0; i < self->recommendations->len; i++) {
      const EhBlock *block = self->recommendations->pdata[i];
      g_autofree char *audience = eh_text_fold (block->audience);
      g_autofree char *words = eh_doc_markup_plain (block->text);
      g_autofree char *what = g_strdup_printf ("%u. %s", i + 1, words);

      if (strstr (audience, wanted) != NULL)
        eh_doc_table_add_cells (table, names->pdata[n], what, block->stage, NULL);
    }
  }
  if (names->len > 0)
    eh_doc_builder_table (self->builder, _ ("Who can do what"), table);
  else
    eh_doc_table_free (table);
}

/* Where there are words, and none may be told, that is said. */
static void
add_words (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, NULL);
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (self->dataset, NULL);

  if (insights->len == 0 && (balance->insights.value > 0 || balance->unattributed.value > 0 ||
                             balance->insights.state == EH_FIGURE_PROTECTED))
    eh_doc_builder_paragraph (
        self->builder, _ ("People’s words are recorded, and none of them may be quoted here: "
                          "those who said them have not been asked, or would rather not."));
}

/* The words that the team explains. */
static void
add_terms (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) terms = eh_public_dataset_glossary (self->dataset);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < terms->len; i++) {
    const EhTerm *term = terms->pdata[i];

    eh_guidance_add_labelled (self, term->word, term->meaning);
  }
}

/* The same; before there are any, those of the chapters. */
static void
add_glossary (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);
  guint before = eh_doc_builder_n_blocks (self->builder);

  add_terms (self);
  if (eh_doc_builder_added_since (self->builder, before))
    return;
  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];

    if (category->parent_id == EH_ID_NONE)
      eh_guidance_add_labelled (self, category->label,
                                eh_text_is_blank (category->definition) ? category->plain
                                                                        : category->definition);
  }
}

/* What was done to the project and when, day by day; nobody is named. */
static void
add_changes (EhGuidanceContext *self)
{
  EhDocTable *table;

  if (self->changes == NULL || self->changes->len == 0)
    return;
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("Date"), 1.2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("What was done"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Times"), 0.8, EH_DOC_ALIGN_END);
  for (guint i = 0; i < self->changes->len; i++) {
    const EhGuidanceChange *change = self->changes->pdata[i];
    g_autofree char *date = eh_guidance_date_text (change->date);
    g_autofree char *times = g_strdup_printf ("%u", change->n);

    eh_doc_table_add_cells (table, date, change->label, times, NULL);
  }
  eh_doc_builder_table (self->builder, _ ("What was changed, and when"), table);
}

const EhGuidancePart eh_guidance_parts_automatic[] = {
  { "who-made-this", N_ ("Nothing has been recorded about who took part."), add_who_made_this },
  { "how-we-worked", N_ ("No workshop has been recorded."), add_how_we_worked },
  { "glossary", NULL, add_glossary },
  { "terms", NULL, add_terms },
  { "disagreements", N_ ("Nothing has been recorded about where people disagreed."),
    add_disagreements },
  { "not-done", N_ ("Nothing has been recorded about what could not be done."), add_not_done },
  { "audiences", N_ ("No recommendation says yet for whom it is."), eh_guidance_add_audiences },
  { "credits", NULL, add_credits },
  { "comment", NULL, add_comment },
  { "contact", N_ ("Nothing has been recorded about whom to write to."), add_contact },
  { "sources", NULL, add_sources },
  { "trace", N_ ("No recommendation has been written yet."), add_trace },
  { "changes", N_ ("No change has been recorded."), add_changes },
  { "words", NULL, add_words },
  { NULL, NULL, NULL },
};
