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

static void
run_line (EhSuppress *line, guint n, const gboolean *forced, const gboolean *also, gboolean *hidden)
{
  for (guint i = 0; i < n; i++)
    if ((forced != NULL && forced[i]) || (also != NULL && also[i]))
      eh_suppress_force (line, i);
  eh_suppress_run (line);
  for (guint i = 0; i < n; i++)
    hidden[i] = eh_suppress_is_hidden (line, i);
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

/**
 * eh_balance_mask_new:
 * @voices: who said what
 * @tally: the counts
 * @threshold: fewest distinct people behind a number
 * @also: (nullable): what is withheld elsewhere in the project and so must be here
 *
 * Returns: (transfer full): what to withhold
 */
EhBalanceMask *
eh_balance_mask_new (const EhVoices *voices,
                     const EhTally *tally,
                     guint threshold,
                     const EhBalanceMask *also)
{
  EhBalanceMask *self = g_new0 (EhBalanceMask, 1);
  guint n = voices->n_groups;
  g_autoptr (EhSuppress) people = line_new (voices, tally, threshold, 1, amount_people, NULL);
  g_autoptr (EhSuppress) voice = line_new (voices, tally, threshold, 1, amount_given,
                                           tally->alone_given);
  g_autoptr (EhSuppress) carry = line_new (voices, tally, threshold, CARRY_UNIT, amount_carried,
                                           tally->alone_carried);
  g_autoptr (EhSuppress) silent = line_new (voices, tally, threshold, 1, amount_silent, NULL);

  self->n_groups = n;
  self->people = g_new0 (gboolean, n);
  self->voice = g_new0 (gboolean, n);
  self->carry = g_new0 (gboolean, n);
  self->silent = g_new0 (gboolean, n);
  self->taken_up = g_new0 (gboolean, n);
  run_line (people, n, NULL, also != NULL ? also->people : NULL, self->people);
  run_line (voice, n, self->people, also != NULL ? also->voice : NULL, self->voice);
  run_line (carry, n, self->voice, also != NULL ? also->carry : NULL, self->carry);
  run_line (silent, n, self->voice, also != NULL ? also->silent : NULL, self->silent);
  self->people_total = eh_suppress_is_hidden (people, n);
  self->voice_total = eh_suppress_is_hidden (voice, n);
  self->carry_total = eh_suppress_is_hidden (carry, n);
  self->silent_total = eh_suppress_is_hidden (silent, n) || self->voice_total;
  for (guint i = 0; i < n; i++) {
    self->silent[i] |= self->voice_total;
    self->taken_up[i] = self->carry[i] || few_not_taken_up (tally, threshold, i);
  }
  self->even = !self->people_total && !self->voice_total && eh_suppress_is_safe (voice, &n, 1);
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
  guint n = 0;

  for (guint i = 0; i < self->n_groups; i++)
    n += which[i] != 0;
  return n;
}
