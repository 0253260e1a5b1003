/* How far coders agree on where insights belong.
 *
 * An insight may be in several categories, so that each category is a question by itself: does this
 * insight belong here, yes or no? Over all categories, each insight under each of them is one such
 * unit. A coder has looked at an insight when they placed it somewhere in the framework; what they
 * then did not place in a category they answered no for. Insights that only one coder looked at
 * tell nothing. What a sub-category holds its top category holds too. */

#include "eh-coder-agreement-private.h"

#include "eh-measures.h"
#include "eh-stopping.h"

#include <string.h>

/* The table that coefficients are taken of. */
typedef struct {
  GPtrArray *coders; /* (element-type utf8) */
  GPtrArray *categories;
  GHashTable *line_of; /* category id to its place among the categories, and one more */
  guint *lines;        /* the same by the category's index; 0 for none of these */
  gboolean *inside;    /* whether a category is of the framework, by its index */
  GArray *insights;    /* (element-type guint): their indexes */
  int *values;         /* category by category: coder by coder the answers for each insight */
} Table;

/* How a coder is called: by name, else by the part in which the insight was placed. */
static const char *
coder_of (const EhMapping *mapping)
{
  if (mapping->coder != NULL && mapping->coder[0] != '\0')
    return mapping->coder;
  return eh_vocabulary_label (&eh_placed_by_vocabulary, mapping->placed_by);
}

static guint
index_of_coder (GPtrArray *coders, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (coders, name, g_str_equal, &index)) {
    g_ptr_array_add (coders, g_strdup (name));
    index = coders->len - 1;
  }
  return index;
}

static EhId
framework_of (EhDataset *dataset, const EhFilter *filter)
{
  EhCategory *parent = eh_dataset_category (dataset, filter->category_id);

  if (parent != NULL)
    return parent->framework_id;
  return eh_voices_lens (dataset, filter);
}

/* The categories that are asked about, and which of them each category below belongs to. */
static void
find_categories (Table *self, EhDataset *dataset, EhId framework_id, EhId parent_id)
{
  GPtrArray *rows = dataset->categories;

  for (guint i = 0; i < rows->len; i++) {
    EhCategory *row = rows->pdata[i];
    gpointer above = g_hash_table_lookup (self->line_of, &row->parent_id);

    if (row->framework_id != framework_id)
      continue;
    if (row->parent_id == parent_id && !row->retired) {
      g_ptr_array_add (self->categories, row);
      g_hash_table_insert (self->line_of, &row->id, GUINT_TO_POINTER (self->categories->len));
    } else if (above != NULL && row->parent_id != parent_id) {
      g_hash_table_insert (self->line_of, &row->id, above);
    }
  }
}

/* Whether two coders placed the insight somewhere in the framework. */
static gboolean
is_looked_at_twice (const Table *self, const EhDatasetLink *mappings, guint n)
{
  const char *first = NULL;

  for (guint i = 0; i < n; i++) {
    if (mappings[i].other == G_MAXUINT || !self->inside[mappings[i].other])
      continue;
    if (first != NULL && !g_str_equal (first, coder_of (mappings[i].row)))
      return TRUE;
    first = coder_of (mappings[i].row);
  }
  return FALSE;
}

static int *
value_at (const Table *self, guint category, guint coder, guint insight)
{
  return &self->values[((gsize) category * self->coders->len + coder) * self->insights->len +
                       insight];
}

/* First a no for all categories that are asked about, then a yes for those it was placed in. */
static void
fill_insight (Table *self, EhDataset *dataset, guint index)
{
  guint n;
  const EhDatasetLink *mappings = eh_dataset_mappings_at (
      dataset, g_array_index (self->insights, guint, index), &n);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++) {
      guint coder;
      guint line;

      if (mappings[i].other == G_MAXUINT || !self->inside[mappings[i].other])
        continue;
      coder = index_of_coder (self->coders, coder_of (mappings[i].row));
      line = self->lines[mappings[i].other];
      for (guint j = 0; pass == 0 && j < self->categories->len; j++)
        *value_at (self, j, coder, index) = 0;
      if (pass == 1 && line > 0)
        *value_at (self, line - 1, coder, index) = 1;
    }
}

static void
index_categories (Table *self, EhDataset *dataset, EhId framework_id)
{
  GPtrArray *rows = dataset->categories;

  self->lines = g_new0 (guint, rows->len + 1);
  self->inside = g_new0 (gboolean, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    EhCategory *row = rows->pdata[i];

    self->inside[i] = row->framework_id == framework_id;
    self->lines[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->line_of, &row->id));
  }
}

static void
table_init (Table *self, const EhVoices *voices)
{
  EhDataset *dataset = voices->dataset;
  EhId framework_id = framework_of (dataset, &voices->filter);
  gsize n_values;

  self->coders = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new ();
  self->insights = g_array_new (FALSE, FALSE, sizeof (guint));
  self->line_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  find_categories (self, dataset, framework_id, voices->filter.category_id);
  index_categories (self, dataset, framework_id);
  for (guint i = 0; i < voices->voices->len && !eh_stopping (i); i++) {
    guint index = g_array_index (voices->voices, EhVoice, i).index;
    guint n;
    const EhDatasetLink *mappings = eh_dataset_mappings_at (dataset, index, &n);

    if (!is_looked_at_twice (self, mappings, n))
      continue;
    g_array_append_val (self->insights, index);
    for (guint j = 0; j < n; j++)
      if (mappings[j].other != G_MAXUINT && self->inside[mappings[j].other])
        index_of_coder (self->coders, coder_of (mappings[j].row));
  }
  n_values = (gsize) self->categories->len * self->coders->len * self->insights->len;
  self->values = g_new (int, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    self->values[i] = EH_CODER_AGREEMENT_MISSING;
  for (guint i = 0; i < self->insights->len && !eh_stopping (i); i++)
    fill_insight (self, dataset, i);
}

static void
table_clear (Table *self)
{
  g_ptr_array_unref (self->coders);
  g_ptr_array_unref (self->categories);
  g_array_unref (self->insights);
  g_hash_table_unref (self->line_of);
  g_free (self->lines);
  g_free (self->inside);
  g_free (self->values);
}

static void
fill_ratio (EhCoderAgreementRatio *ratio, const int *values, guint n_coders, guint n_units)
{
  double yes = 0;
  double all = 0;

  for (gsize i = 0; i < (gsize) n_coders * n_units; i++) {
    yes += values[i] == 1;
    all += values[i] != EH_CODER_AGREEMENT_MISSING;
  }
  ratio->placed = eh_figure_ratio (eh_figure_known (yes), eh_figure_known (all));
  ratio->percent = eh_coder_agreement_percent (values, n_coders, n_units);
  ratio->alpha = eh_coder_agreement_alpha (values, n_coders, n_units);
  if (n_coders == 2)
    ratio->kappa = eh_coder_agreement_kappa (values, values + n_units, n_units);
  ratio->rare = eh_figure_is_known (ratio->placed) &&
                (ratio->placed.value < EH_CODER_AGREEMENT_RARE ||
                 ratio->placed.value > 1 - EH_CODER_AGREEMENT_RARE);
}

/* Coder by coder all categories one after the other: every insight under each is a unit. */
static void
fill_whole (EhCoderAgreementRatio *whole, const Table *table)
{
  guint n_coders = table->coders->len;
  guint n_units = table->categories->len * table->insights->len;
  g_autofree int *values = g_new (int, (gsize) n_coders *n_units + 1);
  gsize at = 0;

  for (guint coder = 0; coder < n_coders; coder++)
    for (guint i = 0; i < table->categories->len; i++)
      for (guint j = 0; j < table->insights->len; j++)
        values[at++] = *value_at (table, i, coder, j);
  fill_ratio (whole, values, n_coders, n_units);
  whole->insights = eh_figure_known (table->insights->len);
}

/**
 * eh_coder_agreement_count:
 * @voices: who said what: insights that count nowhere are left out
 *
 * Returns: (transfer full): the agreement, exact, for the team
 */
EhCoderAgreement *
eh_coder_agreement_count (const EhVoices *voices)
{
  EhDataset *dataset = voices->dataset;
  EhCoderAgreement *self;
  Table table = { 0 };

  table_init (&table, voices);
  self = eh_coder_agreement_alloc (table.categories->len);
  self->audience = EH_AUDIENCE_TEAM;
  self->threshold = (guint) dataset->project->threshold;
  self->n_coders = table.coders->len;
  /* Each takes as long as all the insights. */
  for (guint i = 0; i < table.categories->len && !eh_stopping (0); i++) {
    const EhCategory *row = table.categories->pdata[i];
    const EhCategory *top = eh_dataset_top_category (dataset, row->id);
    EhCoderAgreementCategory *category = &self->categories[i];

    category->id = row->id;
    category->key = g_strdup (row->key);
    category->label = g_strdup (row->label);
    category->slot = (int) (top != NULL ? top->slot : row->slot);
    fill_ratio (&category->ratio, value_at (&table, i, 0, 0), table.coders->len,
                table.insights->len);
    category->ratio.insights = eh_figure_known (table.insights->len);
  }
  if (!eh_stopping (0))
    fill_whole (&self->whole, &table);
  g_ptr_array_add (table.coders, NULL);
  self->coders = g_strdupv ((char **) table.coders->pdata);
  table_clear (&table);
  return self;
}

/**
 * eh_coder_agreement_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at; with a category, how far coders agree about its children
 *
 * Returns: (transfer full): the agreement, exact, for the team's own view
 */
EhCoderAgreement *
eh_coder_agreement_new (EhDataset *dataset, const EhFilter *filter)
{
  EhFilter wide = filter != NULL ? *filter : (EhFilter){ 0 };
  g_autoptr (EhVoices) voices = NULL;

  /* A category names which are asked about, not which insights. */
  wide.role_group_id = EH_ID_NONE;
  voices = eh_voices_new (dataset, &wide);
  return eh_coder_agreement_count (voices);
}
