/* What of a voice balance must be withheld. People, insights and carried recommendations are a line
 * of groups with a total each (eh-suppress.c). What hides a group's people hides its insights, and
 * what hides these hides what it carried, because each is read beside the others. */

#include "eh-balance-mask.h"

#include "eh-suppress.h"

/* Recommendations are few and shared out: what is carried is counted in parts of one. */
#define CARRY_UNIT 0.05

typedef double (*Amount) (const EhVoices *voices, const EhTally *tally, guint person, guint group);

static double
amount_people (const EhVoices *voices, const EhTally *tally, guint person, guint group)
{
  return voices->room_group[person] == (int) group;
}

static double
amount_given (const EhVoices *voices, const EhTally *tally, guint person, guint group)
{
  return tally->given[(gsize) person * tally->n_groups + group];
}

static double
amount_carried (const EhVoices *voices, const EhTally *tally, guint person, guint group)
{
  return tally->carried[(gsize) person * tally->n_groups + group];
}

static double
amount_silent (const EhVoices *voices, const EhTally *tally, guint person, guint group)
{
  return voices->room_group[person] == (int) group && eh_tally_person (tally, person) <= 0;
}

/* A line of groups: element i is group i, the last the total. */
static EhSuppress *
line_new (const EhVoices *voices,
          const EhTally *tally,
          guint threshold,
          double unit,
          Amount amount,
          const double *alone)
{
  EhSuppress *line = eh_suppress_new (threshold, unit, 2);
  g_autofree guint *elements = g_new (guint, voices->n_groups);

  for (guint i = 0; i < voices->n_groups; i++) {
    elements[i] = eh_suppress_add (line, 0, 1);
    eh_suppress_set_crowd (line, i, eh_voices_people (voices, (int) i));
    for (guint j = 0; j < voices->n_persons; j++)
      eh_suppress_put (line, i, j, amount (voices, tally, j, i));
    if (alone != NULL)
      eh_suppress_put_crowd (line, i, i, alone[i]);
  }
  eh_suppress_add_line (line, elements, voices->n_groups, eh_suppress_add (line, 1, 0));
  return line;
}

/* Runs a line on which at least what @hidden names is withheld, and adds to that what must be, too.
 * Returns whether the total must be. */
static gboolean
run_line (const EhVoices *voices,
          const EhTally *tally,
          guint threshold,
          double unit,
          Amount amount,
          const double *alone,
          gboolean *hidden)
{
  g_autoptr (EhSuppress) line = line_new (voices, tally, threshold, unit, amount, alone);

  for (guint i = 0; i < voices->n_groups; i++)
    if (hidden[i])
      eh_suppress_force (line, i);
  eh_suppress_run (line);
  for (guint i = 0; i < voices->n_groups; i++)
    hidden[i] = eh_suppress_is_hidden (line, i);
  return eh_suppress_is_hidden (line, voices->n_groups);
}

/* Adds what @with withholds. */
static void
join_with (gboolean *hidden, const gboolean *with, guint n)
{
  for (guint i = 0; with != NULL && i < n; i++)
    hidden[i] |= with[i];
}

static guint
count (const gboolean *which, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += which[i] != 0;
  return sum;
}

/* The lines of all slices of the project that may be told beside this one: what one withholds the
 * others must. All of a round start from the same, so that all come to the same. */
static gboolean
run_lines (const EhVoices *voices,
           const EhTally *tally,
           GPtrArray *slices,
           guint threshold,
           gboolean carried,
           gboolean *hidden)
{
  const EhBalanceSlice own = { (EhVoices *) voices, (EhTally *) tally };
  double unit = carried ? CARRY_UNIT : 1;
  Amount amount = carried ? amount_carried : amount_given;
  guint n = voices->n_groups;
  gboolean total = FALSE;
  guint before;

  do {
    g_autofree gboolean *known = g_memdup2 (hidden, sizeof (gboolean) * n);

    before = count (hidden, n);
    for (guint i = 0; i < (slices != NULL ? slices->len : 1); i++) {
      const EhBalanceSlice *slice = slices != NULL ? slices->pdata[i] : &own;
      g_autofree gboolean *here = g_memdup2 (known, sizeof (gboolean) * n);

      total |= run_line (slice->voices, slice->tally, threshold, unit, amount,
                         carried ? slice->tally->alone_carried : slice->tally->alone_given, here);
      join_with (hidden, here, n);
    }
  } while (count (hidden, n) > before);
  return total;
}

/* What was not taken up is what is left of a group's insights, so it must stand on enough people
 * too. */
static gboolean
few_not_taken_up (const EhTally *tally, guint threshold, guint group)
{
  guint n = 0;

  for (guint i = 0; i < tally->n_persons; i++)
    n += tally->not_taken_up[(gsize) i * tally->n_groups + group] > 0;
  return n > 0 && n < threshold;
}

/* Whether how evenly all insights are spread stands on enough people. */
static gboolean
is_even_safe (const EhTally *tally, guint threshold)
{
  double sum = 0;
  double top = 0;
  guint people = 0;

  for (guint i = 0; i < tally->n_persons; i++) {
    double given = eh_tally_person (tally, i);

    sum += given;
    top = MAX (top, given);
    people += given > 0;
  }
  return people >= threshold && top <= sum / 2;
}

static void
join_wider (EhBalanceMask *self, GPtrArray *wider)
{
  for (guint i = 0; wider != NULL && i < wider->len; i++) {
    const EhBalanceMask *mask = wider->pdata[i];

    join_with (self->people, mask->people, self->n_groups);
    join_with (self->voice, mask->voice, self->n_groups);
    join_with (self->carry, mask->carry, self->n_groups);
    join_with (self->silent, mask->silent, self->n_groups);
  }
}

/**
 * eh_balance_mask_new:
 * @voices: who said what
 * @tally: the counts
 * @threshold: fewest distinct people behind a number
 * @wider: (nullable) (element-type EhBalanceMask): what is withheld of what this is a part of, and
 *   so must be here
 * @slices: (nullable) (element-type EhBalanceSlice): the parts that may be told beside this one,
 *   which is among them
 *
 * Returns: (transfer full): what to withhold
 */
EhBalanceMask *
eh_balance_mask_new (const EhVoices *voices,
                     const EhTally *tally,
                     guint threshold,
                     GPtrArray *wider,
                     GPtrArray *slices)
{
  EhBalanceMask *self = g_new0 (EhBalanceMask, 1);
  guint n = voices->n_groups;

  self->n_groups = n;
  self->people = g_new0 (gboolean, n);
  self->voice = g_new0 (gboolean, n);
  self->carry = g_new0 (gboolean, n);
  self->silent = g_new0 (gboolean, n);
  self->taken_up = g_new0 (gboolean, n);
  join_wider (self, wider);
  self->people_total = run_line (voices, tally, threshold, 1, amount_people, NULL, self->people);
  join_with (self->voice, self->people, n);
  self->voice_total = run_lines (voices, tally, slices, threshold, FALSE, self->voice);
  join_with (self->carry, self->voice, n);
  self->carry_total = run_lines (voices, tally, slices, threshold, TRUE, self->carry);
  join_with (self->silent, self->voice, n);
  self->silent_total = run_line (voices, tally, threshold, 1, amount_silent, NULL, self->silent);
  self->silent_total |= self->voice_total;
  for (guint i = 0; i < n; i++) {
    self->silent[i] |= self->voice_total;
    self->taken_up[i] = self->carry[i] || few_not_taken_up (tally, threshold, i);
  }
  self->even = !self->people_total && !self->voice_total && is_even_safe (tally, threshold);
  return self;
}

/**
 * eh_balance_mask_free:
 * @self: (transfer full): what to withhold
 */
void
eh_balance_mask_free (EhBalanceMask *self)
{
  g_free (self->people);
  g_free (self->voice);
  g_free (self->carry);
  g_free (self->silent);
  g_free (self->taken_up);
  g_free (self);
}

/**
 * eh_balance_mask_count:
 * @self: what to withhold
 * @which: one of its lists
 *
 * Returns: of how many groups
 */
guint
eh_balance_mask_count (const EhBalanceMask *self, const gboolean *which)
{
  return count (which, self->n_groups);
}
