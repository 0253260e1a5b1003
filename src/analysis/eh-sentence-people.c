/* What is said of people: who gave nothing that was recorded, and at which stage of the work each
 * group was let in. */

#include "config.h"

#include "eh-sentence-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static char *
say_silent_of (const EhBalance *balance, const EhBalanceGroup *group)
{
  g_autofree char *label = eh_text_isolate (group->label);
  g_autofree char *part = eh_figure_to_count_text (group->silent, balance->threshold);
  g_autofree char *whole = eh_figure_to_count_text (group->people, balance->threshold);

  if (!eh_figure_is_known (group->silent) || !eh_figure_is_known (group->people) ||
      group->people.value <= 0)
    return NULL;
  /* TRANSLATORS: %1$s is a role group in the plural, the others are numbers of people. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s: %2$s of %3$s person gave no insight.",
                                       "%1$s: %2$s of %3$s people gave no insight.",
                                       eh_sentence_plural (group->people)),
                          label, part, whole);
}

/**
 * eh_sentence_people_headline:
 * @people: what each person gave
 *
 * Returns: (transfer full): the paragraph to stand under the chart: of groups, never of one person
 */
char *
eh_sentence_people_headline (const EhPeople *people)
{
  GPtrArray *sentences;

  if (people->n_people == 0)
    return g_strdup (_ ("Nobody is recorded yet."));
  sentences = g_ptr_array_new ();
  eh_sentence_add (sentences, eh_sentence_silent (people->balance));
  if (sentences->len == 0)
    eh_sentence_add (sentences,
                     g_strdup (_ ("Everybody who came gave at least one insight that was "
                                  "recorded.")));
  return eh_sentence_join (sentences);
}

/**
 * eh_sentence_people_all:
 * @people: what each person gave
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, and the same of each group
 */
char **
eh_sentence_people_all (const EhPeople *people)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_people_headline (people));
  for (guint i = 0; i < people->balance->n_groups; i++)
    eh_sentence_add (paragraphs, say_silent_of (people->balance, &people->balance->groups[i]));
  eh_sentence_add (paragraphs,
                   g_strdup (_ ("To be quiet can be a choice, and the notes may have missed "
                                "somebody. This is for you who run the workshop; it is never "
                                "exported.")));
  return eh_sentence_to_strv (paragraphs);
}

/* The first stage at which somebody of a group was there. */
static char *
say_first_stage (const EhStageMap *map, guint row)
{
  const EhCrosstab *people = map->people;

  for (guint j = 0; j < people->n_columns; j++) {
    EhFigure count = eh_crosstab_cell (people, row, j)->count;
    g_autofree char *group = NULL;
    g_autofree char *stage = NULL;

    if (count.state == EH_FIGURE_PROTECTED)
      return NULL;
    if (count.value <= 0)
      continue;
    group = eh_text_isolate (people->rows[row].label);
    stage = eh_text_isolate (people->columns[j].label);
    /* TRANSLATORS: %1$s is a role group in the plural, %2$s a stage of the work such as "Planning
     * it". */
    return g_strdup_printf (_ ("%1$s were first there at this stage: %2$s."), group, stage);
  }
  return NULL;
}

static char *
say_nothing_at (const EhStageMap *map)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint j = 0; j < map->people->n_columns; j++)
    if (map->people->columns[j].kind == EH_LINE_UNNAMED)
      g_ptr_array_add (missing, map->people->columns[j].label);
  if (missing->len == 0)
    return NULL;
  list = eh_text_join (missing, C_ ("list", ", "));
  /* TRANSLATORS: %s is a list of stages of the work. */
  return g_strdup_printf (_ ("No workshop is recorded at: %s."), list);
}

static char *
say_unsaid (const EhStageMap *map)
{
  if (map->n_unsaid == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of %u workshop it is not said at which stage it was.",
                   "Of %u workshops it is not said at which stage they were.", map->n_unsaid),
      map->n_unsaid);
}

/**
 * eh_sentence_stage_map_headline:
 * @map: a stage map
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_stage_map_headline (const EhStageMap *map)
{
  GPtrArray *sentences = g_ptr_array_new ();
  gboolean said = FALSE;

  for (guint i = 0; i < map->people->n_rows && !said; i++) {
    char *first = say_first_stage (map, i);

    said = first != NULL;
    eh_sentence_add (sentences, first);
  }
  eh_sentence_add (sentences, say_nothing_at (map));
  eh_sentence_add (sentences, say_unsaid (map));
  return eh_sentence_join (sentences);
}

/**
 * eh_sentence_stage_map_all:
 * @map: a stage map
 *
 * Returns: (transfer full) (array zero-terminated=1): of each group when it was first there, where
 *   there was no workshop, and what is withheld
 */
char **
eh_sentence_stage_map_all (const EhStageMap *map)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  for (guint i = 0; i < map->people->n_rows; i++)
    eh_sentence_add (paragraphs, say_first_stage (map, i));
  eh_sentence_add (paragraphs, say_nothing_at (map));
  eh_sentence_add (paragraphs, say_unsaid (map));
  if (eh_crosstab_hides_something (map->people))
    eh_sentence_add (paragraphs, eh_figure_protected_note (map->people->threshold));
  return eh_sentence_to_strv (paragraphs);
}
