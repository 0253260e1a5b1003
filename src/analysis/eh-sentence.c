/* What a result says, in plain whole sentences. Counts come before ratios, the reference is named,
 * and nothing is said that is protected, undefined, or too small to bear a share. No verdicts: a
 * low share is a question. */

#include "eh-sentence-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on one person is most of what a group said. */
#define DOMINANT (1.0 / 3)

/* For the plural form: an amount that is not whole is never one. */
gulong
eh_sentence_plural (EhFigure figure)
{
  return fabs (figure.value - round (figure.value)) < 0.05 ? (gulong) round (figure.value) : 2;
}

/* Adds a sentence, where there is one, and takes it. */
void
eh_sentence_add (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

/* Makes a paragraph of sentences, and takes them. */
char *
eh_sentence_join (GPtrArray *sentences)
{
  /* TRANSLATORS: what stands between two sentences of a paragraph. */
  char *text = eh_text_join (sentences, C_ ("sentence", " "));

  g_ptr_array_set_free_func (sentences, g_free);
  g_ptr_array_unref (sentences);
  return text;
}

/* Makes a list of paragraphs, and takes them. */
char **
eh_sentence_to_strv (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (sentences, FALSE);
}

static char *
say_people (const EhBalance *balance, const EhBalanceGroup *group)
{
  g_autofree char *label = eh_text_isolate (group->label);
  g_autofree char *part = eh_figure_to_count_text (group->people, balance->threshold);
  g_autofree char *whole = eh_figure_to_count_text (balance->people, balance->threshold);
  gulong n = eh_sentence_plural (balance->people);

  if (!eh_figure_is_known (group->people))
    return NULL;
  if (!eh_figure_is_known (balance->people))
    /* TRANSLATORS: %1$s is a role group in the plural, %2$s a number. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s were %2$s person.",
                                         "%1$s were %2$s people.",
                                         eh_sentence_plural (group->people)),
                            label, part);
  if (balance->reference == EH_REFERENCE_RECORDED)
    /* TRANSLATORS: %1$s is a role group in the plural; the others are numbers. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s were %2$s of the %3$s person recorded.",
                                         "%1$s were %2$s of the %3$s people recorded.", n),
                            label, part, whole);
  /* TRANSLATORS: %1$s is a role group in the plural; the others are numbers. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s were %2$s of %3$s person.",
                                       "%1$s were %2$s of %3$s people.", n),
                          label, part, whole);
}

static char *
say_insights (const EhBalance *balance, const EhBalanceGroup *group)
{
  g_autofree char *part = eh_figure_to_count_text (group->insights, balance->threshold);
  g_autofree char *whole = eh_figure_to_count_text (balance->insights, balance->threshold);
  gulong n = eh_sentence_plural (balance->insights);

  if (group->insights.state == EH_FIGURE_PROTECTED)
    return g_strdup (_ ("How many insights they gave is not shown."));
  if (!eh_figure_is_known (group->insights) || !eh_figure_is_known (balance->insights) ||
      balance->insights.value <= 0)
    return NULL;
  /* What everybody gave together is what everybody gave. */
  if (group->may_say_shares && eh_figure_is_known (group->expected) &&
      group->room_share.value < 1) {
    if (balance->reference == EH_REFERENCE_RECORDED)
      /* TRANSLATORS: %1$s and %2$s are numbers, %3$.0f is about how many there would be if the
       * group had given as many as others for its size. */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "They gave %1$s of %2$s insight; about %3$.0f would match their number.",
                       "They gave %1$s of %2$s insights; about %3$.0f would match their number.",
                       n),
          part, whole, round (group->expected.value));
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "They gave %1$s of %2$s insight; about %3$.0f would match the room.",
                     "They gave %1$s of %2$s insights; about %3$.0f would match the room.", n),
        part, whole, round (group->expected.value));
  }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "They gave %1$s of %2$s insight.",
                                       "They gave %1$s of %2$s insights.", n),
                          part, whole);
}

static char *
say_guidance (const EhBalance *balance, const EhBalanceGroup *group)
{
  g_autofree char *whole = eh_figure_to_count_text (balance->recommendations, balance->threshold);

  if (!eh_figure_is_known (balance->recommendations) || balance->recommendations.value <= 0)
    return NULL;
  if (group->may_say_shares && eh_figure_is_known (group->carry_share)) {
    g_autofree char *share = eh_figure_to_percent_text (group->carry_share);

    /* TRANSLATORS: %s is a percentage. */
    return g_strdup_printf (_ ("Insights from them make up %s of the guidance."), share);
  }
  if (eh_figure_is_known (group->touch)) {
    EhFigure touched = eh_figure_known (
        round (group->touch.value * balance->recommendations.value));
    g_autofree char *part = eh_figure_to_count_text (touched, balance->threshold);

    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Something of theirs is behind %1$s of %2$s recommendation.",
                     "Something of theirs is behind %1$s of %2$s recommendations.",
                     eh_sentence_plural (balance->recommendations)),
        part, whole);
  }
  return NULL;
}

static char *
say_bounds (const EhBalance *balance, const EhBalanceGroup *group)
{
  g_autofree char *count = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!group->may_say_shares || !eh_figure_is_known (balance->unattributed) ||
      balance->unattributed.value <= 0 || !eh_figure_is_known (group->voice_low) ||
      !eh_figure_is_known (group->voice_high))
    return NULL;
  count = eh_figure_to_count_text (balance->unattributed, balance->threshold);
  low = eh_figure_to_percent_text (group->voice_low);
  high = eh_figure_to_percent_text (group->voice_high);
  /* TRANSLATORS: %1$s is a number, %2$s and %3$s are percentages. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%1$s insight has no name, so their share of insights could be anything from "
                   "%2$s to %3$s.",
                   "%1$s insights have no name, so their share of insights could be anything from "
                   "%2$s to %3$s.",
                   eh_sentence_plural (balance->unattributed)),
      count, low, high);
}

/* Where one person gave over a third of a group's insights: what its share would be without. For
 * the team alone: it is a count of one person. */
static char *
say_without_top (const EhBalanceGroup *group)
{
  g_autofree char *part = NULL;
  g_autofree char *without = NULL;

  if (!group->may_say_shares || !eh_figure_is_known (group->top_share) ||
      !eh_figure_is_known (group->without_top) || group->top_share.value <= DOMINANT)
    return NULL;
  part = eh_figure_to_percent_text (group->top_share);
  without = eh_figure_to_percent_text (group->without_top);
  /* TRANSLATORS: both are percentages. */
  return g_strdup_printf (
      _ ("One person gave %1$s of these; without that person their share of the "
         "insights would be %2$s."),
      part, without);
}

/**
 * eh_sentence_balance_group:
 * @balance: a balance
 * @group: one of its groups
 *
 * Returns: (transfer full): what the balance says of the group, a short paragraph; "" where there
 * is nothing to say
 */
char *
eh_sentence_balance_group (const EhBalance *balance, const EhBalanceGroup *group)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (group->people.state == EH_FIGURE_PROTECTED) {
    g_autofree char *label = eh_text_isolate (group->label);

    /* TRANSLATORS: %s is a role group in the plural. */
    eh_sentence_add (sentences,
                     g_strdup_printf (_ ("%s are not shown apart, so that no small number can be "
                                         "worked out."),
                                      label));
    return eh_sentence_join (sentences);
  }
  if (!eh_figure_is_known (group->people)) {
    g_autofree char *label = eh_text_isolate (group->label);
    g_autofree char *part = eh_figure_to_count_text (group->insights, balance->threshold);
    g_autofree char *whole = eh_figure_to_count_text (balance->insights, balance->threshold);

    if (eh_figure_is_known (group->insights) && group->insights.value > 0)
      /* TRANSLATORS: %1$s is a role group in the plural; the others are numbers. */
      eh_sentence_add (
          sentences,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s gave %2$s of %3$s insight.",
                                        "%1$s gave %2$s of %3$s insights.",
                                        eh_sentence_plural (balance->insights)),
                           label, part, whole));
    return eh_sentence_join (sentences);
  }
  eh_sentence_add (sentences, say_people (balance, group));
  eh_sentence_add (sentences, say_insights (balance, group));
  eh_sentence_add (sentences, say_without_top (group));
  eh_sentence_add (sentences, say_guidance (balance, group));
  eh_sentence_add (sentences, say_bounds (balance, group));
  return eh_sentence_join (sentences);
}

/* A group that is on offer and that nobody is in. */
static gboolean
is_empty (const EhBalanceGroup *group)
{
  return eh_figure_is_known (group->people) && group->people.value <= 0 &&
         eh_figure_is_known (group->insights) && group->insights.value <= 0;
}

static gboolean
nothing_recorded (const EhBalance *balance)
{
  return eh_figure_is_known (balance->insights) && balance->insights.value <= 0 &&
         eh_figure_is_known (balance->unattributed) && balance->unattributed.value <= 0;
}

/**
 * eh_sentence_balance_headline:
 * @balance: a balance
 *
 * Returns: (transfer full): the paragraph to stand under the chart: what it says of the first group
 *   of which enough is recorded to say shares, else of the first of which anything is. The order is
 *   the project's, not one of size: no group is singled out for its numbers.
 */
char *
eh_sentence_balance_headline (const EhBalance *balance)
{
  const EhBalanceGroup *best = NULL;

  if (nothing_recorded (balance))
    return g_strdup (_ ("No insights are recorded yet."));
  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *group = &balance->groups[i];

    if (!eh_figure_is_known (group->insights) || is_empty (group))
      continue;
    if (best == NULL || (group->may_say_shares && !best->may_say_shares))
      best = group;
  }
  if (best == NULL)
    return g_strdup (_ ("There are too few people to show any group apart."));
  return eh_sentence_balance_group (balance, best);
}

static char *
say_reference (const EhBalance *balance)
{
  switch (balance->reference) {
  case EH_REFERENCE_ROOM:
    return g_strdup (_ ("The comparison is with the people who came, not with the wider "
                        "community."));
  case EH_REFERENCE_RECORDED:
    return g_strdup (_ ("No attendance is recorded, so the comparison is with everyone recorded "
                        "here."));
  case EH_REFERENCE_NONE:
  default:
    return g_strdup (_ ("Who came is not recorded, so nothing can be compared with the room."));
  }
}

/* How many recommendations rest on no insight; nothing where none does. */
char *
eh_sentence_untraced (EhFigure untraced, EhFigure recommendations, guint threshold)
{
  g_autofree char *part = eh_figure_to_count_text (untraced, threshold);
  g_autofree char *whole = eh_figure_to_count_text (recommendations, threshold);

  if (!eh_figure_is_known (untraced) || untraced.value <= 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s of %2$s recommendation rests on no insight.",
                                       "%1$s of %2$s recommendations rest on no insight.",
                                       eh_sentence_plural (recommendations)),
                          part, whole);
}

/* How many of those who came gave nothing; nothing where nobody did not. */
char *
eh_sentence_silent (const EhBalance *balance)
{
  g_autofree char *part = eh_figure_to_count_text (balance->silent, balance->threshold);
  g_autofree char *whole = eh_figure_to_count_text (balance->people, balance->threshold);

  if (!eh_figure_is_known (balance->silent) || balance->silent.value <= 0 ||
      !eh_figure_is_known (balance->people) || nothing_recorded (balance))
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Of %2$s person, %1$s gave no insight that was recorded.",
                                       "Of %2$s people, %1$s gave no insight that was recorded.",
                                       eh_sentence_plural (balance->people)),
                          part, whole);
}

/**
 * eh_sentence_balance_all:
 * @balance: a balance
 *
 * Returns: (transfer full) (array zero-terminated=1): everything that the balance says, a paragraph
 *   a group, then what holds for the whole: for a description read aloud
 */
char **
eh_sentence_balance_all (const EhBalance *balance)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  if (nothing_recorded (balance))
    eh_sentence_add (paragraphs, g_strdup (_ ("No insights are recorded yet.")));
  for (guint i = 0; i < balance->n_groups; i++) {
    char *text;

    if (is_empty (&balance->groups[i]))
      continue;
    text = eh_sentence_balance_group (balance, &balance->groups[i]);
    if (text[0] != '\0')
      eh_sentence_add (paragraphs, text);
    else
      g_free (text);
  }
  eh_sentence_add (paragraphs, eh_sentence_silent (balance));
  eh_sentence_add (paragraphs, eh_sentence_untraced (balance->untraced, balance->recommendations,
                                                     balance->threshold));
  eh_sentence_add (paragraphs, say_reference (balance));
  return eh_sentence_to_strv (paragraphs);
}

/* Whether a line is something of its own: what only stands for others is large for that alone. */
static gboolean
is_single (const EhCrosstabLine *line)
{
  return line->kind == EH_LINE_PLAIN && !g_str_equal (line->key, "together");
}

static char *
say_largest (const EhCrosstab *crosstab)
{
  guint best = G_MAXUINT;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autofree char *part = NULL;

  for (guint i = 0; i < crosstab->n_rows * crosstab->n_columns; i++) {
    EhFigure count = crosstab->cells[i].count;

    if (is_single (&crosstab->rows[i / crosstab->n_columns]) &&
        is_single (&crosstab->columns[i % crosstab->n_columns]) && eh_figure_is_known (count) &&
        count.value > 0 && (best == G_MAXUINT || count.value > crosstab->cells[best].count.value))
      best = i;
  }
  if (best == G_MAXUINT)
    return NULL;
  row = eh_text_isolate (crosstab->rows[best / crosstab->n_columns].label);
  column = eh_text_isolate (crosstab->columns[best % crosstab->n_columns].label);
  part = eh_figure_to_count_text (crosstab->cells[best].count, crosstab->threshold);
  /* TRANSLATORS: %1$s is a row of a table, %2$s a column, %3$s a number. */
  return g_strdup_printf (_ ("The largest number is where %1$s and %2$s meet: %3$s."), row, column,
                          part);
}

static char *
say_total (const EhCrosstab *crosstab)
{
  g_autofree char *whole = eh_figure_to_count_text (crosstab->total, crosstab->threshold);
  gulong n = eh_sentence_plural (crosstab->total);

  if (!eh_figure_is_known (crosstab->total))
    return NULL;
  if (crosstab->unit == EH_UNIT_INSIGHTS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The table counts %s insight.",
                                         "The table counts %s insights.", n),
                            whole);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The table counts %s placement: an insight counts once "
                                       "under each category that it is placed in.",
                                       "The table counts %s placements: an insight counts once "
                                       "under each category that it is placed in.",
                                       n),
                          whole);
}

/* Between two frameworks the totals count placements, so that of insights nothing is said. */
static char *
say_unsorted_lines (const EhCrosstab *crosstab, const EhCrosstabLine *lines, guint n_lines)
{
  if (crosstab->row_axis.kind == crosstab->column_axis.kind)
    return NULL;
  for (guint i = 0; i < n_lines; i++) {
    g_autofree char *count = eh_figure_to_count_text (lines[i].total, crosstab->threshold);

    if (lines[i].kind == EH_LINE_UNSORTED && eh_figure_is_known (lines[i].total) &&
        lines[i].total.value > 0)
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s insight is not sorted yet.",
                                           "%s insights are not sorted yet.",
                                           eh_sentence_plural (lines[i].total)),
                              count);
  }
  return NULL;
}

/* The cell furthest above what the totals would give, where enough stands behind it to say so. */
static char *
say_emphasis (const EhCrosstab *crosstab)
{
  guint best = G_MAXUINT;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autofree char *count = NULL;
  g_autofree char *ratio = NULL;

  for (guint i = 0; crosstab->may_say_ratios && i < crosstab->n_rows * crosstab->n_columns; i++) {
    const EhCrosstabCell *cell = &crosstab->cells[i];

    if (eh_figure_is_known (cell->emphasis) && cell->emphasis.value > 1 &&
        cell->count.value >= EH_FEW_PEOPLE &&
        (best == G_MAXUINT || cell->emphasis.value > crosstab->cells[best].emphasis.value))
      best = i;
  }
  if (best == G_MAXUINT)
    return NULL;
  row = eh_text_isolate (crosstab->rows[best / crosstab->n_columns].label);
  column = eh_text_isolate (crosstab->columns[best % crosstab->n_columns].label);
  count = eh_figure_to_count_text (crosstab->cells[best].count, crosstab->threshold);
  ratio = eh_figure_to_ratio_text (crosstab->cells[best].emphasis);
  /* TRANSLATORS: %1$s is a row of a table, %2$s a column, %3$s a number, %4$s a ratio like 1.5×. */
  return g_strdup_printf (
      _ ("%1$s and %2$s stand out together: %3$s, which is %4$s what the totals "
         "alone would give."),
      row, column, count, ratio);
}

/**
 * eh_sentence_crosstab_headline:
 * @crosstab: a crosstab
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_crosstab_headline (const EhCrosstab *crosstab)
{
  GPtrArray *sentences;

  if (eh_figure_is_known (crosstab->total) && crosstab->total.value <= 0)
    return g_strdup (_ ("There are no insights to show here yet."));
  sentences = g_ptr_array_new_with_free_func (g_free);
  eh_sentence_add (sentences, say_largest (crosstab));
  eh_sentence_add (sentences, say_emphasis (crosstab));
  eh_sentence_add (sentences,
                   say_unsorted_lines (crosstab, crosstab->columns, crosstab->n_columns));
  eh_sentence_add (sentences, say_unsorted_lines (crosstab, crosstab->rows, crosstab->n_rows));
  if (sentences->len == 0)
    eh_sentence_add (sentences,
                     g_strdup (crosstab->audience == EH_AUDIENCE_TEAM
                                   ? _ ("No insight is sorted both ways yet.")
                                   : _ ("There are too few people to show any number apart.")));
  return eh_sentence_join (sentences);
}

/**
 * eh_sentence_crosstab_all:
 * @crosstab: a crosstab
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, what is counted, and what is
 *   withheld
 */
char **
eh_sentence_crosstab_all (const EhCrosstab *crosstab)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_crosstab_headline (crosstab));
  eh_sentence_add (paragraphs, say_total (crosstab));
  if (eh_crosstab_hides_something (crosstab))
    eh_sentence_add (paragraphs, eh_figure_protected_note (crosstab->threshold));
  return eh_sentence_to_strv (paragraphs);
}

/**
 * eh_sentence_caveats:
 *
 * Returns: (transfer full) (array zero-terminated=1): what to print with any measure of voice
 */
char **
eh_sentence_caveats (void)
{
  GPtrArray *caveats = g_ptr_array_new ();

  eh_sentence_add (caveats,
                   g_strdup (_ ("Notes are not speech: much that is said is never written down.")));
  eh_sentence_add (
      caveats,
      g_strdup (_ ("Counting is not weight: one rich story counts the same as one line.")));
  eh_sentence_add (caveats, g_strdup (_ ("Whoever took the notes chose what to write.")));
  eh_sentence_add (
      caveats, g_strdup (_ ("The room is not the community: those who came stand for nobody but "
                            "themselves.")));
  return eh_sentence_to_strv (caveats);
}
