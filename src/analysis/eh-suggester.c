/* Where an insight may belong, from the words of those that were placed already.
 *
 * Complement naive Bayes over which words an insight has, not how often (Rennie, Shih, Teevan and
 * Karger, "Tackling the poor assumptions of naive Bayes text classifiers", ICML 2003): a word
 * speaks for a category as far as it is commoner in it than everywhere else, with one added to
 * every count. Words that most insights have, whatever the language, say nothing and are left out,
 * and so are those that only hold a sentence together. */

#include "eh-suggester.h"

#include "eh-small-words.h"
#include "eh-stopping.h"
#include "eh-text.h"

#include <math.h>

/* Fewer insights than this teach nothing; a word counts from the second insight of a category. */
#define FEWEST_INSIGHTS 2
#define MAX_WORDS       3
/* A word of more than this part of all insights is left out, once there are enough to tell. */
#define COMMON_SHARE 0.25
#define COMMON_FROM  20
/* How far a suggestion must be from saying nothing, in natural logarithms. */
#define LEAST_WEIGHT 1.0

struct _EhSuggester {
  gatomicrefcount refs;
  GHashTable *words;    /* folded word -> (element-type guint) insights that have it, ascending */
  GArray *categories;   /* (element-type EhId) */
  GPtrArray *placed;    /* (element-type GArray of guint): categories of each insight */
  GArray *insight_ids;  /* (element-type EhId): of each insight */
  guint *n_in_category; /* insights */
};

typedef struct {
  char *shown;
  GArray *insights; /* not owned */
  double weight;
  guint n;     /* of the category's insights */
  guint total; /* of all, without the one that is asked about */
} Word;

static void
word_clear (Word *word)
{
  g_free (word->shown);
}

void
eh_suggestion_free (EhSuggestion *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->words);
  g_free (self);
}

/* Scripts that are written without spaces: two characters stand for a word. */
static gboolean
is_unspaced (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,     G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_THAI,    G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
    G_UNICODE_SCRIPT_MYANMAR,
  };
  GUnicodeScript script = g_unichar_get_script (c);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i] == script)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static void
take_word (GHashTable *found, const char *start, const char *end)
{
  g_autofree char *shown = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = eh_text_fold (shown);

  if (g_utf8_strlen (folded, -1) > 1 && !eh_is_small_word (folded) &&
      !g_hash_table_contains (found, folded))
    g_hash_table_insert (found, g_steal_pointer (&folded), g_steal_pointer (&shown));
}

static const char *
take_pairs (GHashTable *found, const char *p)
{
  while (*p != '\0' && is_of_word (g_utf8_get_char (p)) && is_unspaced (g_utf8_get_char (p))) {
    const char *next = g_utf8_next_char (p);

    if (*next != '\0' && is_unspaced (g_utf8_get_char (next)))
      take_word (found, p, g_utf8_next_char (next));
    p = next;
  }
  return p;
}

/* Folded words as keys, as they are written as values; each once. */
static GHashTable *
words_of (const char *text)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *p = text;

  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);
    const char *start = p;

    if (!is_of_word (c)) {
      p = g_utf8_next_char (p);
      continue;
    }
    if (is_unspaced (c)) {
      p = take_pairs (found, p);
      continue;
    }
    while (*p != '\0' && is_of_word (g_utf8_get_char (p)) && !is_unspaced (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    take_word (found, start, p);
  }
  return found;
}

static void
learn_words (EhSuggester *self, const char *text, guint insight)
{
  g_autoptr (GHashTable) found = words_of (text);
  GHashTableIter iter;
  gpointer folded;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &folded, NULL)) {
    GArray *insights = g_hash_table_lookup (self->words, folded);

    if (insights == NULL) {
      insights = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->words, g_strdup (folded), insights);
    }
    g_array_append_val (insights, insight);
  }
}

/* The categories of one insight in the framework, by their places in self->categories. */
static GArray *
categories_of (EhDataset *dataset, guint insight, GHashTable *places, const char *coder)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const EhDatasetLink *links = eh_dataset_mappings_at (dataset, insight, &n);

  for (guint i = 0; i < n; i++) {
    const EhMapping *mapping = links[i].row;
    gpointer place;
    gboolean there = FALSE;

    if ((coder != NULL && !g_str_equal (coder, mapping->coder)) ||
        !g_hash_table_lookup_extended (places, &mapping->category_id, NULL, &place))
      continue;
    for (guint j = 0; j < found->len; j++)
      there = there || g_array_index (found, guint, j) == GPOINTER_TO_UINT (place);
    if (!there) {
      guint at = GPOINTER_TO_UINT (place);

      g_array_append_val (found, at);
    }
  }
  return found;
}

static GHashTable *
list_categories (EhSuggester *self, EhDataset *dataset, EhId framework_id)
{
  GHashTable *places = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < dataset->categories->len; i++) {
    EhCategory *category = dataset->categories->pdata[i];

    if (category->framework_id != framework_id || category->retired)
      continue;
    g_hash_table_insert (places, &category->id, GUINT_TO_POINTER (self->categories->len));
    g_array_append_val (self->categories, category->id);
  }
  return places;
}

/**
 * eh_suggester_new:
 * @dataset: a frozen project
 * @framework_id: of whose categories
 * @coder: (nullable): learn from what this coder placed alone; %NULL from all
 *
 * Learns from what is placed. Takes some milliseconds for each thousand insights: for a worker.
 *
 * Returns: (transfer full): what can suggest; immutable, good in any thread
 */
EhSuggester *
eh_suggester_new (EhDataset *dataset, EhId framework_id, const char *coder)
{
  EhSuggester *self = g_new0 (EhSuggester, 1);
  g_autoptr (GHashTable) places = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self->categories = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->insight_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  places = list_categories (self, dataset, framework_id);
  self->n_in_category = g_new0 (guint, self->categories->len + 1);
  for (guint i = 0; i < dataset->insights->len && !eh_stopping (i); i++) {
    const EhInsight *insight = dataset->insights->pdata[i];
    GArray *placed = categories_of (dataset, i, places, coder);

    if (placed->len == 0) {
      g_array_unref (placed);
      continue;
    }
    for (guint j = 0; j < placed->len; j++)
      self->n_in_category[g_array_index (placed, guint, j)]++;
    learn_words (self, insight->text, self->placed->len);
    g_ptr_array_add (self->placed, placed);
    g_array_append_val (self->insight_ids, insight->id);
  }
  return self;
}

EhSuggester *
eh_suggester_ref (EhSuggester *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
eh_suggester_unref (EhSuggester *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->words);
  g_array_unref (self->categories);
  g_ptr_array_unref (self->placed);
  g_array_unref (self->insight_ids);
  g_free (self->n_in_category);
  g_free (self);
}

static gboolean
is_in (EhSuggester *self, guint insight, guint category, EhId except)
{
  const GArray *placed = self->placed->pdata[insight];

  if (g_array_index (self->insight_ids, EhId, insight) == except)
    return FALSE;
  for (guint i = 0; i < placed->len; i++)
    if (g_array_index (placed, guint, i) == category)
      return TRUE;
  return FALSE;
}

/* The words of a text that were learnt and that are not in most insights. */
static GArray *
known_words (EhSuggester *self, const char *text)
{
  GArray *known = g_array_new (FALSE, TRUE, sizeof (Word));
  g_autoptr (GHashTable) found = words_of (text);
  GHashTableIter iter;
  gpointer folded, shown;

  g_array_set_clear_func (known, (GDestroyNotify) word_clear);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &folded, &shown)) {
    Word word = { NULL, g_hash_table_lookup (self->words, folded), 0, 0, 0 };

    if (word.insights == NULL ||
        (self->placed->len >= COMMON_FROM && word.insights->len > COMMON_SHARE * self->placed->len))
      continue;
    word.shown = g_utf8_strdown (shown, -1);
    g_array_append_val (known, word);
  }
  return known;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *first = a;
  const Word *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return strcmp (first->shown, second->shown);
}

/* How much each word speaks for a category, and all of them together. */
static double
weigh (EhSuggester *self, GArray *words, const guint *counts, guint category)
{
  guint n_categories = self->categories->len;
  guint inside = self->n_in_category[category];
  guint outside = self->placed->len - inside;
  double sum = 0;

  for (guint i = 0; i < words->len; i++) {
    Word *word = &g_array_index (words, Word, i);
    guint n = counts[i * n_categories + category];
    guint elsewhere = word->total - n;

    word->n = n;
    word->weight = log ((n + 1.0) / (inside + 2.0)) - log ((elsewhere + 1.0) / (outside + 2.0));
    sum += n > 0 ? word->weight : 0;
  }
  return sum;
}

static guint *
count_all (EhSuggester *self, GArray *words, EhId except)
{
  guint n_categories = self->categories->len;
  guint *counts = g_new0 (guint, (gsize) words->len * n_categories + 1);

  for (guint i = 0; i < words->len; i++) {
    Word *word = &g_array_index (words, Word, i);

    for (guint j = 0; j < word->insights->len; j++) {
      guint insight = g_array_index (word->insights, guint, j);
      const GArray *placed = self->placed->pdata[insight];

      if (g_array_index (self->insight_ids, EhId, insight) == except)
        continue;
      word->total++;
      for (guint k = 0; k < placed->len; k++)
        counts[i * n_categories + g_array_index (placed, guint, k)]++;
    }
  }
  return counts;
}

/* The strongest words, and how many insights of the category have one of them. */
static EhSuggestion *
explain (EhSuggester *self, GArray *words, guint category, EhId except)
{
  g_autoptr (GHashTable) insights = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  EhSuggestion *suggestion;

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len && shown->len < MAX_WORDS; i++) {
    const Word *word = &g_array_index (words, Word, i);

    if (word->n < FEWEST_INSIGHTS || word->weight <= 0)
      continue;
    g_ptr_array_add (shown, g_strdup (word->shown));
    for (guint j = 0; j < word->insights->len; j++) {
      guint insight = g_array_index (word->insights, guint, j);

      if (is_in (self, insight, category, except))
        g_hash_table_add (insights, GUINT_TO_POINTER (insight + 1));
    }
  }
  if (shown->len == 0)
    return NULL;
  g_ptr_array_add (shown, NULL);
  suggestion = g_new0 (EhSuggestion, 1);
  suggestion->category_id = g_array_index (self->categories, EhId, category);
  suggestion->n_insights = g_hash_table_size (insights);
  suggestion->words = (char **) g_ptr_array_steal (shown, NULL);
  return suggestion;
}

typedef struct {
  guint category;
  double weight;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *first = a;
  const Rank *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->category < second->category ? -1 : 1;
}

/**
 * eh_suggester_suggest:
 * @self: what has learnt
 * @text: the words of an insight
 * @insight_id: that insight, whose own placement teaches nothing about itself; or none
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type EhSuggestion): where it may belong, the likeliest first;
 *   nothing where the words do not tell
 */
GPtrArray *
eh_suggester_suggest (EhSuggester *self, const char *text, EhId insight_id, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_suggestion_free);
  g_autoptr (GArray) words = known_words (self, text);
  g_autofree guint *counts = count_all (self, words, insight_id);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < self->categories->len; i++) {
    Rank rank = { i, 0 };

    if (self->n_in_category[i] < FEWEST_INSIGHTS)
      continue;
    rank.weight = weigh (self, words, counts, i);
    if (rank.weight >= LEAST_WEIGHT)
      g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len && found->len < limit; i++) {
    const Rank *rank = &g_array_index (ranks, Rank, i);
    g_autoptr (GArray) own = g_array_copy (words);
    EhSuggestion *suggestion;

    g_array_set_clear_func (own, NULL);
    weigh (self, own, counts, rank->category);
    suggestion = explain (self, own, rank->category, insight_id);
    if (suggestion != NULL)
      g_ptr_array_add (found, suggestion);
  }
  return found;
}
