/* Voice balance, counted. The measures and their names are of the co-production literature on
 * presence and influence: room share p, voice share q, carry share r, and their ratios, which are
 * the participation-to-prevalence ratio of clinical trials with the room as the reference. */

#include "config.h"
#include "eh-measures.h"
#include "eh-tally.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * eh_gini:
 * @values: (array length=n): not negative, the zeros among them
 * @n: how many
 * @corrected: (out) (optional): the same times n / (n - 1)
 *
 * Gini coefficient, the sum over i and j of |x_i - x_j| over 2 n times the sum of x, worked out in
 * n log n from the sorted values as the sum of (2 i - n - 1) x_i over n times the sum of x.
 *
 * Returns: 0 for equal to (n - 1) / n for one with all; -1 where it is undefined, for fewer than
 * two values or nothing but zeros
 */
double
eh_gini (const double *values, guint n, double *corrected)
{
  g_autofree double *sorted = g_memdup2 (values, sizeof (double) * n);
  double sum = 0;
  double weighted = 0;
  double gini;

  if (corrected != NULL)
    *corrected = -1;
  if (n < 2)
    return -1;
  qsort (sorted, n, sizeof (double), compare_doubles);
  for (guint i = 0; i < n; i++) {
    sum += sorted[i];
    weighted += (2.0 * (i + 1) - n - 1) * sorted[i];
  }
  if (sum <= 0)
    return -1;
  gini = weighted / (n * sum);
  if (corrected != NULL)
    *corrected = gini * n / (n - 1);
  return gini;
}

static void
count_evenness (EhBalance *self, const EhVoices *voices, const EhTally *tally)
{
  g_autofree double *values = g_new (double, voices->n_persons + 1);
  guint n = 0;
  guint silent = 0;
  double corrected;
  double gini;

  for (guint i = 0; i < voices->n_persons; i++) {
    if (voices->room_group[i] == EH_OUTSIDE)
      continue;
    values[n] = eh_tally_person (tally, i);
    silent += values[n] <= 0;
    n++;
  }
  gini = eh_gini (values, n, &corrected);
  self->people = eh_figure_known (n);
  self->silent = n > 0 ? eh_figure_known (silent) : eh_figure_undefined ();
  self->gini = gini < 0 ? eh_figure_undefined () : eh_figure_known (gini);
  self->gini_corrected = gini < 0 ? eh_figure_undefined () : eh_figure_known (corrected);
}

static guint
count_silent (const EhVoices *voices, const EhTally *tally, guint group)
{
  guint n = 0;

  for (guint i = 0; i < voices->n_persons; i++)
    n += voices->room_group[i] == (int) group && eh_tally_person (tally, i) <= 0;
  return n;
}

static void
name_group (EhBalanceGroup *group, const EhRoleGroup *row)
{
  if (row == NULL) {
    group->key = g_strdup ("none");
    group->label = g_strdup (eh_voices_no_group_label ());
    group->singular = g_strdup (_ ("person with no role group"));
    group->slot = -1;
    return;
  }
  group->id = row->id;
  group->key = g_strdup (row->key);
  group->label = g_strdup (row->label);
  group->singular = g_strdup (row->singular);
  group->slot = (int) row->slot;
}

static void
count_group (EhBalanceGroup *group, const EhVoices *voices, const EhTally *tally, guint index)
{
  name_group (group, voices->groups->pdata[index]);
  group->insights = eh_figure_known (eh_tally_insights (tally, index));
  group->carried = eh_figure_known (eh_tally_carried (tally, index));
  if (voices->reference != EH_REFERENCE_NONE) {
    group->people = eh_figure_known (eh_voices_people (voices, (int) index));
    group->silent = eh_figure_known (count_silent (voices, tally, index));
  }
  group->taken_up = eh_figure_ratio (eh_figure_known (tally->taken_up[index]), group->insights);
  group->touch = eh_figure_ratio (eh_figure_known (tally->touched[index]),
                                  eh_figure_known (tally->recommendations));
  group->top_share = eh_figure_ratio (eh_figure_known (eh_tally_largest (tally, index)),
                                      group->insights);
}

static void
relate_group (EhBalanceGroup *group, const EhBalance *self, double carried)
{
  double all = self->insights.value + self->unattributed.value;
  double largest = group->top_share.value * group->insights.value;

  if (self->reference != EH_REFERENCE_NONE) {
    group->room_share = eh_figure_ratio (group->people, self->people);
    if (self->insights.value > 0)
      group->expected = eh_figure_known (group->room_share.value * self->insights.value);
  }
  group->voice_share = eh_figure_ratio (group->insights, self->insights);
  group->carry_share = eh_figure_ratio (group->carried, eh_figure_known (carried));
  group->voice_ratio = eh_figure_ratio (group->voice_share, group->room_share);
  group->carry_ratio = eh_figure_ratio (group->carry_share, group->room_share);
  group->voice_low = eh_figure_ratio (group->insights, eh_figure_known (all));
  group->voice_high = eh_figure_ratio (
      eh_figure_known (group->insights.value + self->unattributed.value), eh_figure_known (all));
  if (largest > 0)
    group->without_top = eh_figure_ratio (eh_figure_known (group->insights.value - largest),
                                          eh_figure_known (self->insights.value - largest));
  group->may_say_shares = self->may_say_shares && group->people.value >= EH_FEW_PEOPLE;
}

/* Whether a line for the group is of use: those on offer always, others where somebody is in them.
 */
static gboolean
worth_a_line (const EhVoices *voices, const EhTally *tally, guint index)
{
  const EhRoleGroup *row = voices->groups->pdata[index];

  if (voices->filter.role_group_id != EH_ID_NONE &&
      (row == NULL || row->id != voices->filter.role_group_id))
    return FALSE;
  if (row != NULL && !row->retired)
    return TRUE;
  return eh_tally_insights (tally, index) > 0 || eh_voices_people (voices, (int) index) > 0;
}

/**
 * eh_balance_count:
 * @voices: who said what
 * @tally: the counts
 *
 * Returns: (transfer full): the balance, for the team
 */
EhBalance *
eh_balance_count (const EhVoices *voices, const EhTally *tally)
{
  /* One more for a merged one, should it come to that. */
  EhBalance *self = eh_balance_alloc (voices->n_groups + 1);
  double insights = 0;
  double carried = 0;
  guint n = 0;

  for (guint i = 0; i < voices->n_groups; i++) {
    insights += eh_tally_insights (tally, i);
    carried += eh_tally_carried (tally, i);
  }
  self->audience = EH_AUDIENCE_TEAM;
  self->reference = voices->reference;
  self->threshold = (guint) voices->dataset->project->threshold;
  self->insights = eh_figure_known (insights);
  self->unattributed = eh_figure_known (tally->unattributed);
  self->unattributed_share = eh_figure_ratio (self->unattributed,
                                              eh_figure_known (insights + tally->unattributed));
  self->outside = eh_figure_known (voices->outside);
  self->recommendations = eh_figure_known (tally->recommendations);
  self->untraced = eh_figure_known (tally->untraced);
  self->carried_unattributed = eh_figure_known (tally->carried_unattributed);
  self->may_say_shares = insights >= EH_FEW_INSIGHTS;
  count_evenness (self, voices, tally);
  for (guint i = 0; i < voices->n_groups; i++) {
    if (!worth_a_line (voices, tally, i))
      continue;
    count_group (&self->groups[n], voices, tally, i);
    relate_group (&self->groups[n], self, carried);
    n++;
  }
  self->n_groups = n;
  return self;
}

/**
 * eh_balance_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at; %NULL for everything
 *
 * Returns: (transfer full): the voice balance, exact, for the team's own view
 */
EhBalance *
eh_balance_new (EhDataset *dataset, const EhFilter *filter)
{
  g_autoptr (EhVoices) voices = eh_voices_new (dataset, filter);
  g_autoptr (EhTally) tally = eh_tally_new (voices);

  return eh_balance_count (voices, tally);
}
