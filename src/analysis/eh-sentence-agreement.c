/* What agreement between coders says, in counts first and with what the coefficients mean. */

#include "config.h"

#include "eh-sentence-private.h"

#include <glib/gi18n-lib.h>

static char *
say_coders (const EhCoderAgreement *agreement)
{
  g_autofree char *insights = eh_figure_to_count_text (agreement->whole.insights,
                                                       agreement->threshold);
  g_autofree char *coders = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u coder", "%u coders", agreement->n_coders),
      agreement->n_coders);

  if (!eh_figure_is_known (agreement->whole.insights))
    return NULL;
  /* TRANSLATORS: %1$s is a number, %2$s "2 coders". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s insight was placed by at least two of %2$s.",
                                       "%1$s insights were placed by at least two of %2$s.",
                                       eh_sentence_plural (agreement->whole.insights)),
                          insights, coders);
}

static char *
say_whole (const EhCoderAgreement *agreement)
{
  g_autofree char *percent = eh_figure_to_percent_text (agreement->whole.percent);
  g_autofree char *alpha = eh_figure_to_coefficient_text (agreement->whole.alpha);
  g_autofree char *kappa = eh_figure_to_coefficient_text (agreement->whole.kappa);

  if (!eh_figure_is_known (agreement->whole.percent))
    return NULL;
  if (!eh_figure_is_known (agreement->whole.alpha))
    /* TRANSLATORS: %s is a percentage. */
    return g_strdup_printf (_ ("Two coders agree on %s of what belongs where."), percent);
  if (eh_figure_is_known (agreement->whole.kappa))
    /* TRANSLATORS: a percentage and two numbers up to 1, coefficients of statistics. */
    return g_strdup_printf (_ ("They agree on %1$s of what belongs where; Krippendorff's alpha is "
                               "%2$s, Cohen's kappa %3$s."),
                            percent, alpha, kappa);
  /* TRANSLATORS: a percentage, and a number up to 1, a coefficient of statistics. */
  return g_strdup_printf (
      _ ("Two of them agree on %1$s of what belongs where; Krippendorff's alpha "
         "is %2$s."),
      percent, alpha);
}

/**
 * eh_sentence_agreement_headline:
 * @agreement: an agreement
 *
 * Returns: (transfer full): the paragraph to stand under the chart
 */
char *
eh_sentence_agreement_headline (const EhCoderAgreement *agreement)
{
  GPtrArray *sentences;

  if (eh_figure_is_known (agreement->whole.insights) && agreement->whole.insights.value <= 0)
    return g_strdup (_ ("No insight has been placed by two coders yet."));
  sentences = g_ptr_array_new ();
  eh_sentence_add (sentences, say_coders (agreement));
  eh_sentence_add (sentences, say_whole (agreement));
  if (sentences->len == 0)
    eh_sentence_add (sentences,
                     g_strdup (_ ("There are too few people to show any number apart.")));
  return eh_sentence_join (sentences);
}

static char *
say_rare (const EhCoderAgreement *agreement)
{
  guint n = 0;

  for (guint i = 0; i < agreement->n_categories; i++)
    n += agreement->categories[i].ratio.rare;
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "In %u category nearly nothing was placed, or nearly everything: there alpha and "
          "kappa can be low although coders hardly ever differ.",
          "In %u categories nearly nothing was placed, or nearly everything: there alpha "
          "and kappa can be low although coders hardly ever differ.",
          n),
      n);
}

/**
 * eh_sentence_agreement_limits:
 * @agreement: an agreement
 *
 * Returns: (transfer full) (array zero-terminated=1): what the numbers are, and what not to read
 * into them
 */
char **
eh_sentence_agreement_limits (const EhCoderAgreement *agreement)
{
  GPtrArray *notes = g_ptr_array_new ();

  eh_sentence_add (notes, g_strdup (_ ("Each category is a yes or a no for each insight that two "
                                       "coders looked at. Alpha and kappa take off what chance "
                                       "alone would give: 1 is full agreement, 0 is chance.")));
  eh_sentence_add (notes, say_rare (agreement));
  eh_sentence_add (notes,
                   g_strdup (_ ("To differ is no mistake: it can show what a category means to "
                                "different people.")));
  return eh_sentence_to_strv (notes);
}

/**
 * eh_sentence_agreement_all:
 * @agreement: an agreement
 *
 * Returns: (transfer full) (array zero-terminated=1): the headline, and its limits
 */
char **
eh_sentence_agreement_all (const EhCoderAgreement *agreement)
{
  g_auto (GStrv) limits = eh_sentence_agreement_limits (agreement);
  GPtrArray *paragraphs = g_ptr_array_new ();

  eh_sentence_add (paragraphs, eh_sentence_agreement_headline (agreement));
  for (guint i = 0; limits[i] != NULL; i++)
    eh_sentence_add (paragraphs, g_strdup (limits[i]));
  return eh_sentence_to_strv (paragraphs);
}
