/* Parts of documents that set what people said beside what came of it: you said and we did, tips,
 * where views differ, and what matters to most. */

#include "config.h"

#include "eh-doc-markup.h"
#include "eh-guidance-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define WORDS_A_ROW 2
#define TIPS        10
#define FEW_LETTERS 170
/* What is left of a side of A4 under the title, and letters on a line of one of two columns. */
#define TIP_LINES     23
#define TIP_A_LINE    31
#define FEW_QUOTES    3
#define SUPPORTS(row) ((row)->stance != EH_STANCE_DISAGREES)

/* What people said that a recommendation rests on, as far as it may be told. */
static EhDocText *
said_cell (EhGuidanceContext *self, const EhBlock *block)
{
  g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
  EhDocText *cell = eh_doc_text_new (NULL);
  guint n = 0;
  guint behind = 0;

  for (guint i = 0; i < evidence->len; i++) {
    const EhPublicEvidence *row = evidence->pdata[i];

    if (!SUPPORTS (row))
      continue;
    behind++;
    if (row->insight->use == EH_TEXT_USE_NONE || n >= WORDS_A_ROW)
      continue;
    eh_guidance_add_said (cell, row->insight);
    n++;
  }
  if (n == 0)
    eh_doc_text_add (cell,
                     behind > 0 ? _ ("Said in the workshops, in words that may not be quoted here.")
                                : _ ("No insight has been noted behind this yet."),
                     EH_DOC_STYLE_EMPHASIS);
  return cell;
}

typedef enum {
  DID,
  NOT_YET,
  COULD_NOT,
} Outcome;

static Outcome
outcome_of (const EhBlock *block)
{
  if (block->status == EH_BLOCK_STATUS_DONE)
    return DID;
  return block->status == EH_BLOCK_STATUS_NOT_DONE ? COULD_NOT : NOT_YET;
}

static void
add_said (EhGuidanceContext *self, Outcome outcome, const char *header, const char *caption)
{
  EhDocTable *table = eh_doc_table_new ();
  gboolean unreasoned = FALSE;

  eh_doc_table_add_column (table, _ ("You said"), 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, header, 1, EH_DOC_ALIGN_START);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    EhDocText *did;

    if (outcome_of (block) != outcome)
      continue;
    did = eh_doc_markup_parse (block->text);
    if (outcome == COULD_NOT) {
      const char *reason = eh_guidance_reason (block);

      unreasoned = unreasoned || eh_text_is_blank (reason);
      eh_doc_text_add (did, "\n", EH_DOC_STYLE_NONE);
      eh_doc_text_add (did,
                       eh_text_is_blank (reason) ? _ ("No reason has been given yet.") : reason,
                       EH_DOC_STYLE_STRONG);
    } else if (outcome == NOT_YET) {
      eh_doc_text_add (did, "\n", EH_DOC_STYLE_NONE);
      eh_doc_text_add (did, eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status),
                       EH_DOC_STYLE_EMPHASIS);
    }
    eh_doc_table_add_row (table);
    eh_doc_table_add_cell_text (table, said_cell (self, block));
    eh_doc_table_add_cell_text (table, did);
  }
  if (eh_doc_table_n_rows (table) == 0) {
    eh_doc_table_free (table);
    return;
  }
  if (unreasoned && self->say_missing)
    eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_CAUTION, NULL,
                            _ ("Whoever said something that could not be done is owed a reason of "
                               "at least one sentence. Some have none yet."));
  eh_doc_builder_table (self->builder, caption, table);
}

static void
add_did (EhGuidanceContext *self)
{
  add_said (self, DID, _ ("We did"), _ ("What you said, and what we did"));
}

static void
add_not_yet (EhGuidanceContext *self)
{
  add_said (self, NOT_YET, _ ("Not yet"), _ ("What you said, and what we have still to do"));
}

/* What could not be done, and what was set aside, each with its reason. */
static void
add_could_not (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) parked = eh_public_dataset_parked (self->dataset, self->about_id);
  EhDocTable *table;

  add_said (self, COULD_NOT, _ ("Could not, because"),
            _ ("What you said, and what we could not do"));
  if (parked->len == 0)
    return;
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("You said"), 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Could not, because"), 1, EH_DOC_ALIGN_START);
  for (guint i = 0; i < parked->len; i++) {
    const EhPublicParked *row = parked->pdata[i];
    EhDocText *cell = eh_doc_text_new (NULL);

    eh_guidance_add_said (cell, row->insight);
    eh_doc_table_add_row (table);
    eh_doc_table_add_cell_text (table, cell);
    eh_doc_table_add_cell (
        table, eh_text_is_blank (row->reason) ? _ ("No reason has been given yet.") : row->reason);
  }
  eh_doc_builder_table (self->builder, _ ("What was set aside, and why"), table);
}

/* The shortest words of @insights of at most @most letters that were not used yet. */
static const EhPublicInsight *
choose_short (GPtrArray *insights, GHashTable *used, glong most)
{
  const EhPublicInsight *best = NULL;
  glong least = most;

  for (guint i = 0; i < insights->len; i++) {
    const EhPublicInsight *insight = insights->pdata[i];
    glong letters = g_utf8_strlen (insight->text, -1);

    if (insight->parked || letters > least || g_hash_table_contains (used, insight->ref))
      continue;
    best = insight;
    least = letters - 1;
  }
  return best;
}

/* What a row of tips is chosen from. */
typedef struct {
  GHashTable *answers; /* id of an insight to the first recommendation that rests on it */
  GHashTable *sayings; /* (element-type Sayings): by category */
  GHashTable *used;    /* (element-type utf8): what stands in a row already */
} Tips;

/* What was said about a category. */
typedef struct {
  GPtrArray *barriers;
  GPtrArray *enablers;
  GPtrArray *ideas;
} Sayings;

static void
sayings_free (gpointer data)
{
  Sayings *sayings = data;

  g_ptr_array_unref (sayings->barriers);
  g_ptr_array_unref (sayings->enablers);
  g_ptr_array_unref (sayings->ideas);
  g_free (sayings);
}

static GPtrArray *
insights_of (EhGuidanceContext *self, EhId category_id, EhInsightKind kind)
{
  const EhFilter filter = { .category_id = category_id, .by_kind = TRUE, .kind = (int) kind };

  return eh_public_dataset_insights (self->dataset, &filter);
}

static const Sayings *
sayings_of (EhGuidanceContext *self, Tips *tips, const EhCategory *category)
{
  Sayings *sayings = g_hash_table_lookup (tips->sayings, category);

  if (sayings != NULL)
    return sayings;
  sayings = g_new0 (Sayings, 1);
  sayings->barriers = insights_of (self, category->id, EH_INSIGHT_KIND_BARRIER);
  sayings->enablers = insights_of (self, category->id, EH_INSIGHT_KIND_ENABLER);
  sayings->ideas = insights_of (self, category->id, EH_INSIGHT_KIND_IDEA);
  g_hash_table_insert (tips->sayings, (gpointer) category, sayings);
  return sayings;
}

static GHashTable *
find_answers (EhGuidanceContext *self)
{
  GHashTable *answers = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);

  for (guint i = 0; i < self->recommendations->len; i++) {
    EhBlock *block = self->recommendations->pdata[i];
    g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);

    for (guint k = 0; block->status != EH_BLOCK_STATUS_NOT_DONE && k < evidence->len; k++) {
      const EhPublicEvidence *row = evidence->pdata[k];

      if (SUPPORTS (row) && !g_hash_table_contains (answers, &row->insight->id))
        g_hash_table_insert (answers, g_memdup2 (&row->insight->id, sizeof (EhId)), block);
    }
  }
  return answers;
}

static guint
lines_of (const EhDocText *text)
{
  g_autofree char *words = eh_doc_text_to_plain (text);

  return (guint) g_utf8_strlen (words, -1) / TIP_A_LINE + 1;
}

/* Lines of the rows so far: a row is as high as the higher of its cells. */
static guint
lines_so_far (const EhDocTable *table)
{
  guint lines = 0;

  for (guint r = 0; r < eh_doc_table_n_rows (table); r++)
    lines += MAX (lines_of (eh_doc_table_cell (table, r, 0)),
                  lines_of (eh_doc_table_cell (table, r, 1)));
  return lines;
}

static gboolean
has_room (const EhDocTable *table)
{
  return eh_doc_table_n_rows (table) < TIPS && lines_so_far (table) + 3 <= TIP_LINES;
}

/* A row of tips about one category: something in the way, and what helps against it. */
static gboolean
add_tip (
    EhGuidanceContext *self, EhDocTable *table, const EhCategory *category, Tips *tips, glong most)
{
  const Sayings *sayings = sayings_of (self, tips, category);
  const EhPublicInsight *barrier = choose_short (sayings->barriers, tips->used, most);
  const EhPublicInsight *help = NULL;
  const EhBlock *answer = NULL;
  EhDocText *left;
  EhDocText *right;

  if (barrier == NULL)
    return FALSE;
  answer = g_hash_table_lookup (tips->answers, &barrier->id);
  if (answer != NULL && g_hash_table_contains (tips->used, answer->text))
    answer = NULL;
  if (answer == NULL)
    help = choose_short (sayings->enablers, tips->used, most);
  if (answer == NULL && help == NULL)
    help = choose_short (sayings->ideas, tips->used, most);
  if (answer == NULL && help == NULL)
    return FALSE;
  left = eh_doc_text_new (NULL);
  right = eh_doc_text_new (NULL);
  eh_guidance_add_said (left, barrier);
  g_hash_table_add (tips->used, g_strdup (barrier->ref));
  if (answer != NULL) {
    g_autofree char *words = eh_doc_markup_plain (answer->text);

    eh_doc_text_add (right, words, EH_DOC_STYLE_STRONG);
    g_hash_table_add (tips->used, g_strdup (answer->text));
  } else {
    eh_guidance_add_said (right, help);
    g_hash_table_add (tips->used, g_strdup (help->ref));
  }
  eh_doc_table_add_row (table);
  eh_doc_table_add_cell_text (table, left);
  eh_doc_table_add_cell_text (table, right);
  return TRUE;
}

/* Short ones first, so that many fit on a side; of each category one. What stands deep in the tree
 * is about one thing, so what stands at the top takes what is left. */
static void
choose_tips (EhGuidanceContext *self, EhDocTable *table, Tips *tips)
{
  static const glong most[] = { 70, 95, 125, 125 };
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint pass = 0; pass < G_N_ELEMENTS (most); pass++) {
    gboolean top = pass + 1 == G_N_ELEMENTS (most);

    for (guint i = 0; i < categories->len; i++) {
      EhCategory *category = categories->pdata[i];

      if ((category->parent_id == EH_ID_NONE) == top && !g_hash_table_contains (done, category) &&
          has_room (table) && add_tip (self, table, category, tips, most[pass]))
        g_hash_table_add (done, category);
    }
  }
}

static void
add_tips (EhGuidanceContext *self)
{
  g_autoptr (GHashTable) answers = find_answers (self);
  g_autoptr (GHashTable) sayings = g_hash_table_new_full (NULL, NULL, NULL, sayings_free);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tips tips = { answers, sayings, used };
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_table_add_column (table, _ ("This gets in the way"), 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("This helps"), 1, EH_DOC_ALIGN_START);
  choose_tips (self, table, &tips);
  if (eh_doc_table_n_rows (table) > 0)
    eh_doc_builder_table (self->builder, _ ("What gets in the way, and what helps"), table);
  else
    eh_doc_table_free (table);
}

static void
count_views (GPtrArray *evidence, guint *views_for, guint *views_against)
{
  *views_for = *views_against = 0;
  for (guint i = 0; i < evidence->len; i++) {
    if (SUPPORTS ((EhPublicEvidence *) evidence->pdata[i]))
      (*views_for)++;
    else
      (*views_against)++;
  }
}

/* Each recommendation with which somebody disagrees, with where it stands. */
static void
add_register (EhGuidanceContext *self)
{
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_table_add_column (table, _ ("Recommendation"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Insights for it"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_column (table, _ ("Insights against it"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_column (table, _ ("Where it stands"), 1.3, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
    g_autofree char *words = eh_doc_markup_plain (block->text);
    g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, words);
    g_autofree char *digits_for = NULL;
    g_autofree char *digits_against = NULL;
    guint views_for;
    guint views_against;

    count_views (evidence, &views_for, &views_against);
    if (views_against == 0)
      continue;
    digits_for = g_strdup_printf ("%u", views_for);
    digits_against = g_strdup_printf ("%u", views_against);
    eh_doc_table_add_cells (table, name, digits_for, digits_against,
                            eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status),
                            NULL);
  }
  if (eh_doc_table_n_rows (table) > 0)
    eh_doc_builder_table (self->builder, _ ("Recommendations with which somebody disagrees"),
                          table);
  else
    eh_doc_table_free (table);
}

typedef struct {
  const EhBlock *block;
  guint number;
  EhPublicReach *reach;
} Ranked;

static void
ranked_clear (gpointer data)
{
  eh_public_reach_free (((Ranked *) data)->reach);
}

/* More groups first, then more people; what may not be told apart keeps the order of the guidance.
 */
static int
compare_reach (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->reach->groups->len != y->reach->groups->len)
    return x->reach->groups->len < y->reach->groups->len ? 1 : -1;
  if (x->reach->people.value < y->reach->people.value)
    return 1;
  if (x->reach->people.value > y->reach->people.value)
    return -1;
  return (x->number > y->number) - (x->number < y->number);
}

static GArray *
find_reach (EhGuidanceContext *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Ranked));

  g_array_set_clear_func (rows, ranked_clear);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    Ranked row = { block, i + 1, eh_public_dataset_reach (self->dataset, block->id) };

    if (block->status == EH_BLOCK_STATUS_NOT_DONE)
      ranked_clear (&row);
    else
      g_array_append_val (rows, row);
  }
  g_array_sort (rows, compare_reach);
  return rows;
}

static void
add_priorities (EhGuidanceContext *self)
{
  guint threshold = eh_public_dataset_threshold (self->dataset);
  g_autoptr (GArray) rows = find_reach (self);
  EhDocTable *table;
  gboolean any = FALSE;

  if (rows->len == 0)
    return;
  eh_doc_builder_paragraph (
      self->builder,
      _ ("Nobody has put these in an order yet, so none of them has a rank. They stand by how many "
         "role groups raised them, then by how many people did; where that may not be told, in the "
         "order of the guidance. To be raised often is not the same as to matter most."));
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("Recommendation"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Raised by"), 1.8, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("People"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < rows->len; i++) {
    const Ranked *row = &g_array_index (rows, Ranked, i);
    g_autofree char *words = eh_doc_markup_plain (row->block->text);
    g_autofree char *groups = eh_text_join (row->reach->groups, "; ");
    g_autofree char *people = eh_figure_to_count_text (row->reach->people, threshold);

    any = any || row->reach->people.state == EH_FIGURE_PROTECTED;
    if (row->reach->n_insights == 0)
      eh_doc_table_add_cells (table, words, _ ("No insight has been noted behind this yet."), "–",
                              NULL);
    else
      eh_doc_table_add_cells (
          table, words, row->reach->groups->len > 0 ? groups : _ ("Not told apart"), people, NULL);
  }
  eh_doc_builder_table (self->builder, _ ("What was raised, and how widely"), table);
  eh_guidance_add_protected_note (self, any);
}

/* How much was said about what: the fallback of a list of priorities before anything is drafted. */
static void
add_topics (EhGuidanceContext *self)
{
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (self->dataset, rows, columns, NULL);
  EhDocTable *table = eh_doc_table_new ();
  gboolean any = FALSE;

  eh_doc_table_add_column (table, _ ("What it is about"), 3, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("Insights"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < map->n_columns; i++) {
    const EhCrosstabLine *line = &map->columns[i];
    g_autofree char *count = eh_figure_to_count_text (line->total, map->threshold);

    if (line->total.state == EH_FIGURE_UNDEFINED ||
        (eh_figure_is_known (line->total) && line->total.value <= 0))
      continue;
    any = any || line->total.state == EH_FIGURE_PROTECTED;
    eh_doc_table_add_cells (table, line->label, count, NULL);
  }
  if (eh_doc_table_n_rows (table) == 0) {
    eh_doc_table_free (table);
    return;
  }
  eh_doc_builder_table (self->builder, _ ("How much was said about what"), table);
  eh_guidance_add_protected_note (self, any);
}

/* A few of the words, of as many people as possible. */
static void
add_few_quotes (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, NULL);
  g_autoptr (GHashTable) credits = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < insights->len && n < FEW_QUOTES; i++) {
    const EhPublicInsight *insight = insights->pdata[insights->len - 1 - i];

    if (insight->parked || g_utf8_strlen (insight->text, -1) > FEW_LETTERS ||
        !g_hash_table_add (credits, insight->credit))
      continue;
    eh_guidance_add_words (self, insight);
    n++;
  }
}

const EhGuidancePart eh_guidance_parts_said[] = {
  { "said-did", N_ ("Nothing has been recorded as done yet."), add_did },
  { "said-not-yet", N_ ("Nothing waits to be done."), add_not_yet },
  { "said-could-not", N_ ("Nothing has been recorded about what could not be done."),
    add_could_not },
  { "tips", N_ ("Too few insights are sorted and may be quoted for a page of tips."), add_tips },
  { "register", N_ ("No recommendation has been recorded with which somebody disagrees."),
    add_register },
  { "priorities", N_ ("No recommendation has been written yet."), add_priorities },
  { "topics", N_ ("No insight has been sorted yet."), add_topics },
  { "few-quotes", N_ ("No words may be quoted yet."), add_few_quotes },
  { NULL, NULL, NULL },
};
