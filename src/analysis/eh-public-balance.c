/* The voice balance as it may leave the program: what the mask says is withheld, and the groups
 * that it hides are shown together where together they are enough, because the totals give that
 * anyway.
 *
 * Never public are the largest part that one person gave and the share without it: they are counts
 * of one person. A group that is withheld in the balance of the whole project is withheld in that
 * of every part of it. */

#include "config.h"
#include "eh-public-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static guint
index_of (const EhVoices *voices, const EhBalanceGroup *group)
{
  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *row = voices->groups->pdata[i];

    if (row != NULL && row->id == group->id)
      return i;
  }
  return voices->n_groups - 1;
}

static void
protect (EhFigure *figure)
{
  *figure = eh_figure_protected ();
}

static void
protect_voice (EhBalanceGroup *group)
{
  protect (&group->insights);
  protect (&group->voice_share);
  protect (&group->voice_ratio);
  protect (&group->expected);
  protect (&group->voice_low);
  protect (&group->voice_high);
  group->may_say_shares = FALSE;
}

static void
protect_carry (EhBalanceGroup *group)
{
  protect (&group->carried);
  protect (&group->carry_share);
  protect (&group->carry_ratio);
  protect (&group->touch);
}

static void
mask_group (EhBalanceGroup *group, const EhBalanceMask *mask, guint index, guint threshold)
{
  protect (&group->top_share);
  protect (&group->without_top);
  if (group->people.value < threshold)
    group->may_say_shares = FALSE;
  if (mask->people[index]) {
    protect (&group->people);
    protect (&group->room_share);
  }
  if (mask->voice[index])
    protect_voice (group);
  if (mask->carry[index])
    protect_carry (group);
  if (mask->silent[index])
    protect (&group->silent);
  if (mask->taken_up[index])
    protect (&group->taken_up);
  /* Without a total there is no share to be had of it. */
  if (mask->people_total) {
    protect (&group->room_share);
    protect (&group->expected);
    protect (&group->voice_ratio);
    protect (&group->carry_ratio);
  }
  if (mask->voice_total)
    protect_voice (group);
  if (mask->carry_total)
    protect_carry (group);
}

static void
mask_whole (EhBalance *self, const EhBalanceMask *mask)
{
  protect (&self->outside);
  if (mask->people_total)
    protect (&self->people);
  if (mask->silent_total)
    protect (&self->silent);
  if (mask->voice_total) {
    protect (&self->insights);
    protect (&self->unattributed_share);
    self->may_say_shares = FALSE;
  }
  if (mask->carry_total)
    protect (&self->carried_unattributed);
  if (!mask->even) {
    protect (&self->gini);
    protect (&self->gini_corrected);
  }
  /* Two digits: more of them would tell the counts that they are made of. */
  self->gini.value = round (self->gini.value * 100) / 100;
  self->gini_corrected.value = round (self->gini_corrected.value * 100) / 100;
}

/* The groups that may not be shown apart, added up. */
typedef struct {
  double people;
  double insights;
  double carried;
  double silent;
  double taken_up;
  guint64 bits;
  guint n_contributors;
  guint n_not_taken_up;
} Sum;

static Sum
add_up (const EhVoices *voices, const EhTally *tally, const gboolean *which)
{
  Sum sum = { 0 };

  for (guint i = 0; i < voices->n_persons; i++) {
    double given = 0;
    double not_taken_up = 0;

    for (guint j = 0; j < voices->n_groups; j++)
      if (which[j]) {
        given += tally->given[(gsize) i * tally->n_groups + j];
        not_taken_up += tally->not_taken_up[(gsize) i * tally->n_groups + j];
        sum.people += voices->room_group[i] == (int) j;
        sum.silent += voices->room_group[i] == (int) j && eh_tally_person (tally, i) <= 0;
      }
    sum.n_contributors += given > 0;
    sum.n_not_taken_up += not_taken_up > 0;
  }
  for (guint j = 0; j < voices->n_groups; j++)
    if (which[j]) {
      sum.insights += eh_tally_insights (tally, j);
      sum.carried += eh_tally_carried (tally, j);
      sum.taken_up += tally->taken_up[j];
      sum.bits |= j < 64 ? G_GUINT64_CONSTANT (1) << j : 0;
    }
  return sum;
}

static EhFigure
share_of (double part, EhFigure whole)
{
  return eh_figure_ratio (eh_figure_known (part), whole);
}

static gboolean
same (const gboolean *a, const gboolean *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!a[i] != !b[i])
      return FALSE;
  return TRUE;
}

static void
fill_carry (EhBalanceGroup *group, const EhVoices *voices, const EhTally *tally, const Sum *sum)
{
  double carried = 0;
  guint touched = 0;

  for (guint i = 0; i < voices->n_groups; i++)
    carried += eh_tally_carried (tally, i);
  for (guint i = 0; i < tally->touches->len; i++)
    touched += (g_array_index (tally->touches, guint64, i) & sum->bits) != 0;
  group->carried = eh_figure_known (sum->carried);
  group->carry_share = share_of (sum->carried, eh_figure_known (carried));
  group->carry_ratio = eh_figure_ratio (group->carry_share, group->room_share);
  group->touch = share_of (touched, eh_figure_known (tally->recommendations));
}

static void
name_together (EhBalanceGroup *group,
               const EhBalance *self,
               const EhVoices *voices,
               gboolean *which)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < self->n_groups; i++)
    if (which[index_of (voices, &self->groups[i])])
      g_ptr_array_add (members, g_strdup (self->groups[i].label));
  group->key = g_strdup ("together");
  group->label = g_strdup (members->len == self->n_groups ? _ ("All groups together")
                                                          : _ ("Other groups together"));
  group->singular = g_strdup (_ ("contributor"));
  group->slot = -1;
  group->merged = TRUE;
  g_ptr_array_add (members, NULL);
  group->members = (char **) g_ptr_array_free (members, FALSE);
}

/* Adds a row for the groups that may not be shown apart, where together they are enough. */
static void
add_together (EhBalance *self,
              const EhVoices *voices,
              const EhTally *tally,
              const EhBalanceMask *mask)
{
  Sum sum = add_up (voices, tally, mask->voice);
  EhBalanceGroup *group = &self->groups[self->n_groups];
  EhFigure all = eh_figure_known (self->insights.value + self->unattributed.value);

  if (eh_balance_mask_count (mask, mask->voice) == 0 || mask->people_total || mask->voice_total ||
      sum.people < self->threshold ||
      (sum.insights > 0 && sum.n_contributors > 0 && sum.n_contributors < self->threshold))
    return;
  name_together (group, self, voices, mask->voice);
  group->people = eh_figure_known (sum.people);
  group->insights = eh_figure_known (sum.insights);
  group->room_share = share_of (sum.people, self->people);
  group->voice_share = share_of (sum.insights, self->insights);
  group->voice_ratio = eh_figure_ratio (group->voice_share, group->room_share);
  if (self->insights.value > 0)
    group->expected = eh_figure_known (group->room_share.value * self->insights.value);
  group->voice_low = share_of (sum.insights, all);
  group->voice_high = share_of (sum.insights + self->unattributed.value, all);
  group->may_say_shares = self->may_say_shares && sum.people >= EH_FEW_PEOPLE;
  if (mask->carry_total || !same (mask->carry, mask->voice, mask->n_groups))
    protect_carry (group);
  else
    fill_carry (group, voices, tally, &sum);
  if (same (mask->silent, mask->voice, mask->n_groups) && !mask->silent_total)
    group->silent = eh_figure_known (sum.silent);
  else
    protect (&group->silent);
  if (eh_figure_is_known (group->carried) &&
      (sum.n_not_taken_up == 0 || sum.n_not_taken_up >= self->threshold))
    group->taken_up = share_of (sum.taken_up, group->insights);
  else
    protect (&group->taken_up);
  protect (&group->top_share);
  protect (&group->without_top);
  self->n_groups++;
}

static void
clear_group (EhBalanceGroup *group)
{
  g_free (group->key);
  g_free (group->label);
  g_free (group->singular);
  g_strfreev (group->members);
  *group = (EhBalanceGroup){ 0 };
}

static void
keep_group (EhBalance *self, EhId role_group_id)
{
  guint n = 0;

  for (guint i = 0; i < self->n_groups; i++) {
    EhBalanceGroup group = self->groups[i];

    if (group.id != role_group_id) {
      clear_group (&self->groups[i]);
      continue;
    }
    self->groups[i] = (EhBalanceGroup){ 0 };
    self->groups[n++] = group;
  }
  self->n_groups = n;
}

/* ---- What of a part may be told beside the others ---- */

static void
slice_free (gpointer data)
{
  EhBalanceSlice *slice = data;

  g_clear_pointer (&slice->voices, eh_voices_free);
  g_clear_pointer (&slice->tally, eh_tally_free);
  g_free (slice);
}

static EhBalanceSlice *
slice_new (EhPublicDataset *self, const EhFilter *filter)
{
  EhBalanceSlice *slice = g_new0 (EhBalanceSlice, 1);

  slice->voices = eh_voices_new (self->dataset, filter);
  slice->tally = eh_tally_new (slice->voices);
  return slice;
}

/* What of the insights of @filter is in none of the slices from @first on. */
static void
add_rest (EhPublicDataset *self, GPtrArray *slices, guint first, const EhFilter *filter)
{
  EhBalanceSlice *rest = slice_new (self, filter);

  for (guint i = first; i < slices->len; i++) {
    EhTally *less = eh_tally_new_rest (rest->tally, ((EhBalanceSlice *) slices->pdata[i])->tally);

    eh_tally_free (rest->tally);
    rest->tally = less;
  }
  g_ptr_array_add (slices, rest);
}

/* What is asked for, and what of the same is outside of its category. */
static void
add_slice (EhPublicDataset *self, GPtrArray *slices, const EhFilter *filter, EhPublicFacets facets)
{
  EhFilter wider = eh_public_without (filter, EH_PUBLIC_BY_CATEGORY);

  g_ptr_array_add (slices, slice_new (self, filter));
  if (facets & EH_PUBLIC_BY_CATEGORY)
    add_rest (self, slices, slices->len - 1, &wider);
}

/* The parts that whoever has this one may have, too: every workshop, every kind, inside of a
 * category and outside, and what is left. */
static GPtrArray *
slices_of (EhPublicDataset *self, const EhFilter *filter, EhPublicFacets facets)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func (slice_free);
  GPtrArray *workshops = self->dataset->workshops;
  guint n_workshops = facets & EH_PUBLIC_BY_WORKSHOP ? workshops->len : 1;
  int n_kinds = facets & EH_PUBLIC_BY_KIND ? EH_INSIGHT_KIND_N_VALUES : 1;
  EhFilter all = { .guidance_id = filter->guidance_id };

  for (guint i = 0; i < n_workshops; i++)
    for (int kind = 0; kind < n_kinds; kind++) {
      EhFilter each = *filter;

      if (facets & EH_PUBLIC_BY_WORKSHOP)
        each.workshop_id = ((EhWorkshop *) workshops->pdata[i])->id;
      if (facets & EH_PUBLIC_BY_KIND)
        each.kind = kind;
      add_slice (self, slices, &each, facets);
    }
  add_rest (self, slices, 0, &all);
  return slices;
}

static EhBalanceMask *
mask_for (EhPublicDataset *self, const EhFilter *filter)
{
  const EhFilter everything = { 0 };
  EhPublicFacets facets = eh_public_facets (filter, &everything);
  g_autoptr (GPtrArray) wider = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_balance_mask_free);
  g_autoptr (GPtrArray) slices = facets != 0 ? slices_of (self, filter, facets) : NULL;
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, filter);
  g_autoptr (EhTally) tally = eh_tally_new (voices);

  g_ptr_array_add (wider, self->mask);
  for (EhPublicFacets facet = EH_PUBLIC_BY_WORKSHOP; facet <= EH_PUBLIC_BY_CATEGORY; facet <<= 1)
    if ((facets & facet) != 0 && facets != facet) {
      EhFilter without = eh_public_without (filter, facet);

      g_ptr_array_add (owned, mask_for (self, &without));
      g_ptr_array_add (wider, owned->pdata[owned->len - 1]);
    }
  return eh_balance_mask_new (voices, tally, self->threshold, wider, slices);
}

/**
 * eh_public_dataset_balance:
 * @self: what may leave the program
 * @filter: (nullable): what to look at; a role group leaves its row alone, and the totals of all
 *
 * Of a part nothing is told that beside the whole and the other parts would give somebody away.
 *
 * Returns: (transfer full): the voice balance; the last group, where it is merged, stands for those
 *   that may not be shown apart
 */
EhBalance *
eh_public_dataset_balance (EhPublicDataset *self, const EhFilter *filter)
{
  EhFilter wide = { 0 };
  g_autoptr (EhVoices) voices = NULL;
  g_autoptr (EhTally) tally = NULL;
  g_autoptr (EhBalanceMask) mask = NULL;
  EhBalance *balance;

  if (filter != NULL)
    wide = *filter;
  /* Group by group, what one result withholds another would give away. */
  wide.role_group_id = EH_ID_NONE;
  voices = eh_voices_new (self->dataset, &wide);
  tally = eh_tally_new (voices);
  mask = mask_for (self, &wide);
  balance = eh_balance_count (voices, tally);
  balance->audience = EH_AUDIENCE_PUBLIC;
  balance->threshold = self->threshold;
  add_together (balance, voices, tally, mask);
  for (guint i = 0; i < balance->n_groups; i++)
    if (!balance->groups[i].merged)
      mask_group (&balance->groups[i], mask, index_of (voices, &balance->groups[i]),
                  self->threshold);
  mask_whole (balance, mask);
  if (filter != NULL && filter->role_group_id != EH_ID_NONE)
    keep_group (balance, filter->role_group_id);
  return balance;
}
