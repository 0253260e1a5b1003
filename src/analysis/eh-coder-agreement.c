/* How far coders agree: the coefficients. What they are taken of is in eh-coder-agreement-count.c.
 *
 * Values are nominal: whole numbers from 0 on, of which it matters only whether two are the same.
 * A table has a row for each coder and a column for each unit. */

#include "eh-coder-agreement.h"

/**
 * eh_coder_agreement_percent:
 * @values: (array): coder by coder the value of each unit, or %EH_CODER_AGREEMENT_MISSING
 * @n_coders: how many coders
 * @n_units: how many units
 *
 * Of all pairs of values that two coders gave to the same unit, those that are the same. With two
 * coders that is the percentage of units on which they agree.
 *
 * Returns: 0 to 1; undefined where no unit has two values
 */
EhFigure
eh_coder_agreement_percent (const int *values, guint n_coders, guint n_units)
{
  double same = 0;
  double pairs = 0;

  for (guint unit = 0; unit < n_units; unit++)
    for (guint i = 0; i < n_coders; i++)
      for (guint j = 0; j < i; j++) {
        int a = values[(gsize) i * n_units + unit];
        int b = values[(gsize) j * n_units + unit];

        if (a == EH_CODER_AGREEMENT_MISSING || b == EH_CODER_AGREEMENT_MISSING)
          continue;
        pairs++;
        same += a == b;
      }
  return eh_figure_ratio (eh_figure_known (same), eh_figure_known (pairs));
}

static int
largest (const int *values, gsize n)
{
  int most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, values[i]);
  return most;
}

/**
 * eh_coder_agreement_kappa:
 * @first: (array length=n_units): one coder's values, or %EH_CODER_AGREEMENT_MISSING
 * @second: (array length=n_units): the other's
 * @n_units: how many units
 *
 * Cohen's kappa, (p_o - p_c) / (1 - p_c): p_o is the share of units on which the two agree, p_c
 * what chance would give if each kept to their own habits. Units that one of them did not look at
 * are left out.
 *
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20 (1960), 37-46.
 *
 * Returns: up to 1, below 0 for less than chance; undefined where no unit has both, and where both
 *   only ever used one and the same value, because then nothing is known of telling apart
 */
EhFigure
eh_coder_agreement_kappa (const int *first, const int *second, guint n_units)
{
  int most = MAX (largest (first, n_units), largest (second, n_units));
  g_autofree double *rows = g_new0 (double, most + 1);
  g_autofree double *columns = g_new0 (double, most + 1);
  double same = 0;
  double chance = 0;
  double n = 0;

  for (guint i = 0; i < n_units; i++) {
    if (first[i] == EH_CODER_AGREEMENT_MISSING || second[i] == EH_CODER_AGREEMENT_MISSING)
      continue;
    rows[first[i]]++;
    columns[second[i]]++;
    same += first[i] == second[i];
    n++;
  }
  if (n <= 0)
    return eh_figure_undefined ();
  for (int value = 0; value <= most; value++)
    chance += rows[value] / n * columns[value] / n;
  if (chance > 1 - 1e-9)
    return eh_figure_undefined ();
  return eh_figure_known ((same / n - chance) / (1 - chance));
}

/**
 * eh_coder_agreement_alpha:
 * @values: (array): coder by coder the value of each unit, or %EH_CODER_AGREEMENT_MISSING
 * @n_coders: how many coders
 * @n_units: how many units
 *
 * Krippendorff's alpha for nominal values, any number of coders and missing values, from the
 * coincidences of values within units:
 *
 *   alpha = ((n - 1) sum o_cc - sum n_c (n_c - 1)) / (n (n - 1) - sum n_c (n_c - 1))
 *
 * where a unit with m values gives each pair of them 1 / (m - 1) to the coincidences o, n_c is how
 * often a value can be paired, and n is all of these.
 *
 * K. Krippendorff, "Computing Krippendorff's alpha-reliability" (University of Pennsylvania, 2011),
 * sections A to C.
 *
 * Returns: up to 1, below 0 for less than chance; undefined where nothing can be paired, and where
 *   there is only one value
 */
EhFigure
eh_coder_agreement_alpha (const int *values, guint n_coders, guint n_units)
{
  int most = largest (values, (gsize) n_coders * n_units);
  g_autofree double *pairable = g_new0 (double, most + 1);
  g_autofree guint *seen = g_new0 (guint, most + 1);
  double same = 0;
  double expected = 0;
  double n = 0;

  for (guint unit = 0; unit < n_units; unit++) {
    guint m = 0;

    for (int value = 0; value <= most; value++)
      seen[value] = 0;
    for (guint i = 0; i < n_coders; i++) {
      int value = values[(gsize) i * n_units + unit];

      if (value == EH_CODER_AGREEMENT_MISSING)
        continue;
      seen[value]++;
      m++;
    }
    if (m < 2)
      continue;
    for (int value = 0; value <= most; value++) {
      same += (double) seen[value] * (seen[value] - 1.0) / (m - 1);
      pairable[value] += seen[value];
    }
    n += m;
  }
  for (int value = 0; value <= most; value++)
    expected += pairable[value] * (pairable[value] - 1);
  if (n <= 1 || n * (n - 1) - expected < 1e-9)
    return eh_figure_undefined ();
  return eh_figure_known (((n - 1) * same - expected) / (n * (n - 1) - expected));
}

/**
 * eh_coder_agreement_alloc:
 * @n_categories: how many categories
 *
 * Returns: (transfer full): an agreement with every figure undefined, for whoever makes one
 */
EhCoderAgreement *
eh_coder_agreement_alloc (guint n_categories)
{
  EhCoderAgreement *self = g_atomic_rc_box_new0 (EhCoderAgreement);

  self->categories = g_new0 (EhCoderAgreementCategory, n_categories + 1);
  self->n_categories = n_categories;
  return self;
}

/**
 * eh_coder_agreement_ref:
 * @self: an agreement
 *
 * Returns: (transfer full): @self
 */
EhCoderAgreement *
eh_coder_agreement_ref (EhCoderAgreement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_coder_agreement_clear (gpointer data)
{
  EhCoderAgreement *self = data;

  for (guint i = 0; i < self->n_categories; i++) {
    g_free (self->categories[i].key);
    g_free (self->categories[i].label);
  }
  g_free (self->categories);
  g_strfreev (self->coders);
}

/**
 * eh_coder_agreement_unref:
 * @self: (transfer full): an agreement
 */
void
eh_coder_agreement_unref (EhCoderAgreement *self)
{
  g_atomic_rc_box_release_full (self, eh_coder_agreement_clear);
}
