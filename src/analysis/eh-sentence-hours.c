/* What is said of time and money by role group. */

#include "config.h"

#include "eh-sentence-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static char *
hours_text (EhFigure hours, guint threshold)
{
  g_autofree char *text = eh_figure_to_count_text (hours, threshold);

  /* Fewer people, not fewer hours. */
  if (hours.state == EH_FIGURE_PROTECTED)
    return g_strdup (C_ ("figure", "not shown"));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", eh_sentence_plural (hours)), text);
}

/**
 * eh_sentence_money:
 * @amount: in hundredths of the currency
 * @currency: ISO 4217, or empty
 * @threshold: fewest people behind a number that is shared, for "fewer than 5"
 *
 * Returns: (transfer full): "GBP 120.00"
 */
char *
eh_sentence_money (EhFigure amount, const char *currency, guint threshold)
{
  if (!eh_figure_is_known (amount))
    return eh_figure_to_count_text (amount, threshold);
  if (currency[0] == '\0')
    return g_strdup_printf ("%.2f", amount.value / 100);
  /* TRANSLATORS: a currency, as "GBP", and an amount. */
  return g_strdup_printf (C_ ("money", "%s %.2f"), currency, amount.value / 100);
}

/* Paid, still to be paid, without pay, of the columns' totals or of one row. */
static char *
say_parts (const EhCrosstab *hours, int row)
{
  g_autofree char *paid = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *unpaid = NULL;
  char **parts[] = { &paid, &waiting, &unpaid };

  for (guint j = 0; j < G_N_ELEMENTS (parts); j++) {
    EhFigure figure = row < 0 ? hours->columns[j].total
                              : eh_crosstab_cell (hours, (guint) row, j)->count;

    *parts[j] = hours_text (figure, hours->threshold);
  }
  /* TRANSLATORS: each is a number of hours, "12 hours", or "not shown". */
  return g_strdup_printf (_ ("Paid: %1$s. Still to be paid: %2$s. Without pay: %3$s."), paid,
                          waiting, unpaid);
}

/**
 * eh_sentence_hours_group:
 * @hours: time and money
 * @row: a role group
 *
 * Returns: (transfer full): hours, money and days of the group
 */
char *
eh_sentence_hours_group (const EhHours *hours, guint row)
{
  GPtrArray *sentences = g_ptr_array_new ();
  EhFigure pay = eh_crosstab_cell (hours->money, row, 0)->count;
  EhFigure expenses = eh_crosstab_cell (hours->money, row, 1)->count;

  eh_sentence_add (sentences, say_parts (hours->hours, (int) row));
  if (eh_figure_is_known (pay) && eh_figure_is_known (expenses) && pay.value + expenses.value > 0) {
    g_autofree char *paid = eh_sentence_money (pay, hours->currency, hours->hours->threshold);
    g_autofree char *spent = eh_sentence_money (expenses, hours->currency, hours->hours->threshold);

    /* TRANSLATORS: both are amounts of money. */
    eh_sentence_add (sentences, g_strdup_printf (_ ("Pay %1$s, expenses %2$s."), paid, spent));
  }
  if (eh_figure_is_known (hours->days[row])) {
    g_autofree char *days = eh_figure_to_count_text (hours->days[row], hours->hours->threshold);

    eh_sentence_add (
        sentences,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day from claim to payment, on average.",
                                      "%s days from claim to payment, on average.",
                                      eh_sentence_plural (hours->days[row])),
                         days));
  }
  return eh_sentence_join (sentences);
}

/**
 * eh_sentence_hours_headline:
 * @hours: time and money
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_hours_headline (const EhHours *hours)
{
  g_autofree char *total = hours_text (hours->hours->total, hours->hours->threshold);
  g_autofree char *parts = say_parts (hours->hours, -1);

  if (!eh_figure_is_known (hours->hours->total))
    return g_strdup (_ ("There are too few people to show any number apart."));
  if (hours->hours->total.value <= 0)
    return g_strdup (_ ("No hours are recorded yet."));
  /* TRANSLATORS: "52 hours", and sentences that say how much of them is paid. */
  return g_strdup_printf (_ ("Recorded in all: %1$s. %2$s"), total, parts);
}

/**
 * eh_sentence_hours_limits:
 * @hours: time and money
 *
 * Returns: (transfer full) (array zero-terminated=1): what is counted, what is not, and what is
 *   withheld
 */
char **
eh_sentence_hours_limits (const EhHours *hours)
{
  GPtrArray *notes = g_ptr_array_new ();

  eh_sentence_add (notes, g_strdup (_ ("Filled is paid, striped is still to be paid, outlined is "
                                       "without pay: nothing was offered, or they wanted none.")));
  eh_sentence_add (notes,
                   g_strdup (_ ("Only what was recorded as a payment is counted: people give "
                                "time that nobody writes down.")));
  if (eh_crosstab_hides_something (hours->hours))
    eh_sentence_add (notes, eh_figure_protected_note (hours->hours->threshold));
  return eh_sentence_to_strv (notes);
}

/**
 * eh_sentence_hours_all:
 * @hours: time and money
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, each group, and the limits
 */
char **
eh_sentence_hours_all (const EhHours *hours)
{
  g_auto (GStrv) limits = eh_sentence_hours_limits (hours);
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_hours_headline (hours));
  for (guint i = 0; i < hours->hours->n_rows; i++) {
    g_autofree char *name = eh_text_isolate (hours->hours->rows[i].label);
    g_autofree char *group = eh_sentence_hours_group (hours, i);

    if (hours->hours->rows[i].total.state == EH_FIGURE_PROTECTED ||
        hours->hours->rows[i].total.value > 0)
      /* TRANSLATORS: a role group, and sentences about it. */
      eh_sentence_add (paragraphs, g_strdup_printf (C_ ("sentence", "%1$s: %2$s"), name, group));
  }
  for (guint i = 0; limits[i] != NULL; i++)
    eh_sentence_add (paragraphs, g_strdup (limits[i]));
  return eh_sentence_to_strv (paragraphs);
}
