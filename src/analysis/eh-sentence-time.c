/* What a timeline says: how much has a time, when most was said, and when nothing was. */

#include "config.h"

#include "eh-sentence-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static char *
say_timed (const EhTimeline *timeline)
{
  EhFigure total = timeline->counts->total;
  EhFigure untimed = eh_timeline_untimed (timeline);
  guint threshold = timeline->counts->threshold;
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *workshop = NULL;

  if (!eh_figure_is_known (total) || !eh_figure_is_known (untimed) || timeline->workshop == NULL)
    return NULL;
  part = eh_figure_to_count_text (eh_figure_known (total.value - untimed.value), threshold);
  whole = eh_figure_to_count_text (total, threshold);
  workshop = eh_text_isolate (timeline->workshop);
  /* TRANSLATORS: %1$s and %2$s are numbers, %3$s the title of a workshop. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%3$s: %1$s of %2$s insight has a time.",
                                       "%3$s: %1$s of %2$s insights have a time.",
                                       eh_sentence_plural (total)),
                          part, whole, workshop);
}

static char *
say_fullest (const EhTimeline *timeline)
{
  const EhCrosstab *counts = timeline->counts;
  guint best = G_MAXUINT;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *count = NULL;

  for (guint j = 0; j < timeline->n_stretches; j++)
    if (eh_figure_is_known (counts->columns[j].total) && counts->columns[j].total.value > 0 &&
        (best == G_MAXUINT || counts->columns[j].total.value > counts->columns[best].total.value))
      best = j;
  if (best == G_MAXUINT)
    return NULL;
  from = eh_timeline_clock (timeline, best);
  to = eh_timeline_clock (timeline, best + 1);
  count = eh_figure_to_count_text (counts->columns[best].total, counts->threshold);
  /* TRANSLATORS: two times of the day, and how many insights were said between them. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The fullest time was from %1$s to %2$s: %3$s insight.",
                                       "The fullest time was from %1$s to %2$s: %3$s insights.",
                                       eh_sentence_plural (counts->columns[best].total)),
                          from, to, count);
}

/* The longest time between two insights in which there was none. */
static char *
say_gap (const EhTimeline *timeline)
{
  const EhCrosstabLine *columns = timeline->counts->columns;
  guint begin = 0;
  guint best = 0;
  guint length = 0;
  gboolean before = FALSE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint j = 0; j < timeline->n_stretches; j++) {
    if (eh_figure_is_known (columns[j].total) && columns[j].total.value <= 0)
      continue;
    if (before && j - begin > length) {
      length = j - begin;
      best = begin;
    }
    before = TRUE;
    begin = j + 1;
  }
  if (length < 2)
    return NULL;
  from = eh_timeline_clock (timeline, best);
  to = eh_timeline_clock (timeline, best + length);
  /* TRANSLATORS: two times of the day. */
  return g_strdup_printf (_ ("From %1$s to %2$s nothing was recorded."), from, to);
}

/**
 * eh_sentence_timeline_headline:
 * @timeline: a timeline
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_timeline_headline (const EhTimeline *timeline)
{
  GPtrArray *sentences = g_ptr_array_new ();

  eh_sentence_add (sentences, say_timed (timeline));
  eh_sentence_add (sentences, say_fullest (timeline));
  eh_sentence_add (sentences, say_gap (timeline));
  if (sentences->len == 0)
    eh_sentence_add (sentences,
                     g_strdup (timeline->counts->audience == EH_AUDIENCE_TEAM
                                   ? _ ("Nothing has a time yet.")
                                   : _ ("There are too few people to show any number apart.")));
  return eh_sentence_join (sentences);
}

static char *
say_untimed (const EhTimeline *timeline)
{
  EhFigure untimed = eh_timeline_untimed (timeline);
  g_autofree char *count = eh_figure_to_count_text (untimed, timeline->counts->threshold);

  if (!eh_figure_is_known (untimed) || untimed.value <= 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s insight has no time, or one of another day, and is not drawn.",
                   "%s insights have no time, or one of another day, and are not drawn.",
                   eh_sentence_plural (untimed)),
      count);
}

/**
 * eh_sentence_timeline_all:
 * @timeline: a timeline
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, what is not drawn, and what is
 *   withheld
 */
char **
eh_sentence_timeline_all (const EhTimeline *timeline)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_timeline_headline (timeline));
  eh_sentence_add (paragraphs, say_untimed (timeline));
  if (eh_crosstab_hides_something (timeline->counts))
    eh_sentence_add (paragraphs, eh_figure_protected_note (timeline->counts->threshold));
  return eh_sentence_to_strv (paragraphs);
}
