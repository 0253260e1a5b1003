/* What a flow says: how much of what was said stands behind the guidance, and what of the guidance
 * stands on nothing. */

#include "config.h"

#include "eh-sentence-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static char *
say_used (const EhFlow *flow)
{
  EhFigure unused = eh_flow_unused (flow);
  EhFigure total = flow->given->total;
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (!eh_figure_is_known (total) || !eh_figure_is_known (unused) || flow->n_recommendations == 0)
    return NULL;
  part = eh_figure_to_count_text (eh_figure_known (total.value - unused.value), flow->threshold);
  whole = eh_figure_to_count_text (total, flow->threshold);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s of %2$s insight is behind a recommendation.",
                                       "%1$s of %2$s insights are behind a recommendation.",
                                       eh_sentence_plural (total)),
                          part, whole);
}

static char *
say_unsorted (const EhFlow *flow)
{
  for (guint j = 0; j < flow->given->n_columns; j++) {
    const EhCrosstabLine *line = &flow->given->columns[j];
    g_autofree char *count = eh_figure_to_count_text (line->total, flow->threshold);

    if (line->kind == EH_LINE_UNSORTED && eh_figure_is_known (line->total) && line->total.value > 0)
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s insight is not sorted yet.",
                                           "%s insights are not sorted yet.",
                                           eh_sentence_plural (line->total)),
                              count);
  }
  return NULL;
}

/* The widest ribbon between a group and a category. */
static char *
say_widest (const EhFlow *flow)
{
  const EhCrosstab *given = flow->given;
  guint best = G_MAXUINT;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < given->n_rows * given->n_columns; i++) {
    const EhCrosstabLine *group = &given->rows[i / given->n_columns];
    const EhCrosstabLine *category = &given->columns[i % given->n_columns];

    if (group->kind == EH_LINE_PLAIN && group->slot >= 0 && category->kind == EH_LINE_PLAIN &&
        category->slot >= 0 && eh_figure_is_known (given->cells[i].count) &&
        given->cells[i].count.value > 0 &&
        (best == G_MAXUINT || given->cells[i].count.value > given->cells[best].count.value))
      best = i;
  }
  if (best == G_MAXUINT)
    return NULL;
  row = eh_text_isolate (given->rows[best / given->n_columns].label);
  column = eh_text_isolate (given->columns[best % given->n_columns].label);
  count = eh_figure_to_count_text (given->cells[best].count, flow->threshold);
  /* TRANSLATORS: %1$s is a role group, %2$s a category, %3$s a number of insights. */
  return g_strdup_printf (_ ("The widest ribbon runs from %1$s to %2$s: %3$s."), row, column,
                          count);
}

/**
 * eh_sentence_flow_headline:
 * @flow: a flow
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_flow_headline (const EhFlow *flow)
{
  GPtrArray *sentences;

  if (eh_figure_is_known (flow->given->total) && flow->given->total.value <= 0)
    return g_strdup (_ ("No insights are recorded yet."));
  sentences = g_ptr_array_new ();
  eh_sentence_add (sentences, say_used (flow));
  eh_sentence_add (sentences, eh_sentence_untraced (eh_figure_known (flow->n_untraced),
                                                    eh_figure_known (flow->n_recommendations),
                                                    flow->threshold));
  eh_sentence_add (sentences, say_widest (flow));
  if (flow->n_recommendations == 0)
    eh_sentence_add (sentences, g_strdup (_ ("No recommendation is written yet.")));
  if (sentences->len == 0)
    eh_sentence_add (sentences,
                     g_strdup (_ ("There are too few people to show any number apart.")));
  return eh_sentence_join (sentences);
}

/**
 * eh_sentence_flow_all:
 * @flow: a flow
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, what is not sorted, how it is
 *   counted, and what is withheld
 */
char **
eh_sentence_flow_all (const EhFlow *flow)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_flow_headline (flow));
  eh_sentence_add (paragraphs, say_unsorted (flow));
  eh_sentence_add (
      paragraphs, g_strdup (_ ("Each insight counts as one: those who gave it, the categories that "
                               "it is placed in and the recommendations that rest on it share "
                               "it.")));
  if (eh_crosstab_hides_something (flow->given) || eh_crosstab_hides_something (flow->used))
    eh_sentence_add (paragraphs, eh_figure_protected_note (flow->threshold));
  return eh_sentence_to_strv (paragraphs);
}
