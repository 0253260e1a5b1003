/* What stands for a figure where it cannot be seen: the sentence that a chart says by itself, and
 * whether words that somebody wrote say more than that there is a picture. */

#include "eh-figure-words.h"

#include "eh-sentence.h"
#include "eh-text.h"

#include <string.h>

/* "Chart of voices" names a picture; what it shows takes a sentence. */
#define LEAST_WORDS 4

static char *
balance_words (EhPublicDataset *gate, const EhFilter *filter)
{
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (gate, filter);

  return eh_sentence_balance_headline (balance);
}

static char *
map_words (EhPublicDataset *gate, const EhFilter *filter)
{
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (gate, rows, columns, filter);

  return eh_sentence_crosstab_headline (map);
}

static char *
flow_words (EhPublicDataset *gate, const EhFilter *filter)
{
  g_autoptr (EhFlow) flow = eh_public_dataset_flow (gate, filter);

  return eh_sentence_flow_headline (flow);
}

static char *
stages_words (EhPublicDataset *gate, const EhFilter *filter)
{
  g_autoptr (EhStageMap) stages = eh_public_dataset_stage_map (gate);

  return eh_sentence_stage_map_headline (stages);
}

static char *
hours_words (EhPublicDataset *gate, const EhFilter *filter)
{
  g_autoptr (EhHours) hours = eh_public_dataset_hours (gate, filter);

  return eh_sentence_hours_headline (hours);
}

static const struct {
  const char *source;
  char *(*words) (EhPublicDataset *gate, const EhFilter *filter);
} charts[] = {
  { "balance", balance_words }, { "map", map_words },     { "flow", flow_words },
  { "stages", stages_words },   { "hours", hours_words },
};

/**
 * eh_figure_words_of_chart:
 * @gate: what may be told
 * @source: "balance", "map", "flow", "stages" or "hours"
 * @guidance_id: whose recommendations count; none for the newest guidance that has any
 *
 * Returns: (transfer full): the sentence that the chart says by itself; "" where there is no such
 *   chart, or too little is recorded for it
 */
char *
eh_figure_words_of_chart (EhPublicDataset *gate, const char *source, EhId guidance_id)
{
  const EhFilter filter = { .guidance_id = guidance_id };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].source, source)) {
      char *words = charts[i].words (gate, &filter);

      return words != NULL ? words : g_strdup ("");
    }
  return g_strdup ("");
}

static gboolean
is_file_name (const char *words)
{
  static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".svg", ".pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (words, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * eh_figure_words_say_something:
 * @words: what somebody wrote for whoever cannot see a figure, as plain words
 * @caption: what is printed under it, as plain words
 *
 * Returns: whether they tell what it shows: neither too few to do so, nor the name of a file, nor
 *   what is printed under it once more
 */
gboolean
eh_figure_words_say_something (const char *words, const char *caption)
{
  g_autofree char *folded = g_strstrip (eh_text_fold (words));
  g_autofree char *under = g_strstrip (eh_text_fold (caption));
  g_auto (GStrv) each = eh_text_words (words);

  return g_strv_length (each) >= LEAST_WORDS && !is_file_name (folded) &&
         !g_str_equal (folded, under);
}
