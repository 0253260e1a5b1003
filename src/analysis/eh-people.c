/* What each person gave, silent ones included. Never public: the gate has no form of it. */

#include "eh-people.h"

#include "eh-measures.h"
#include "eh-tally.h"

/**
 * eh_people_alloc:
 * @balance: (transfer full): the groups
 * @n_people: how many people
 *
 * Returns: (transfer full): people with nothing in them, for whoever makes one
 */
EhPeople *
eh_people_alloc (EhBalance *balance, guint n_people)
{
  EhPeople *self = g_atomic_rc_box_new0 (EhPeople);

  self->balance = balance;
  self->people = g_new0 (EhPerson, n_people + 1);
  self->n_people = n_people;
  return self;
}

/**
 * eh_people_ref:
 * @self: people
 *
 * Returns: (transfer full): @self
 */
EhPeople *
eh_people_ref (EhPeople *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_people_clear (gpointer data)
{
  EhPeople *self = data;

  for (guint i = 0; i < self->n_people; i++)
    g_free (self->people[i].name);
  g_free (self->people);
  eh_balance_unref (self->balance);
}

/**
 * eh_people_unref:
 * @self: (transfer full): people
 */
void
eh_people_unref (EhPeople *self)
{
  g_atomic_rc_box_release_full (self, eh_people_clear);
}

/* How often each participant took the floor, by id. */
static GHashTable *
count_turns (EhDataset *dataset, EhId workshop_id)
{
  GHashTable *turns = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < dataset->turns->len; i++) {
    EhTurn *turn = dataset->turns->pdata[i];
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (turns, &turn->participant_id));

    if (!turn->passed && (workshop_id == EH_ID_NONE || turn->workshop_id == workshop_id))
      g_hash_table_insert (turns, &turn->participant_id, GUINT_TO_POINTER (n + 1));
  }
  return turns;
}

/* Where the balance has a group: it leaves out those that nobody is in. */
static guint
group_in (const EhBalance *balance, const EhVoices *voices, guint group)
{
  const EhRoleGroup *row = voices->groups->pdata[group];

  for (guint i = 0; i < balance->n_groups; i++)
    if (balance->groups[i].id == (row != NULL ? row->id : EH_ID_NONE))
      return i;
  return balance->n_groups;
}

/**
 * eh_people_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at; %NULL for everything
 *
 * Returns: (transfer full): everybody who came and what they gave, for the team's own view
 */
EhPeople *
eh_people_new (EhDataset *dataset, const EhFilter *filter)
{
  g_autoptr (EhVoices) voices = eh_voices_new (dataset, filter);
  g_autoptr (EhTally) tally = eh_tally_new (voices);
  g_autoptr (GHashTable) turns = count_turns (dataset, voices->filter.workshop_id);
  EhPeople *self = eh_people_alloc (eh_balance_count (voices, tally), voices->n_persons);

  self->n_people = 0;
  for (guint i = 0; i < voices->n_persons; i++) {
    const EhParticipant *row = dataset->participants->pdata[i];
    EhPerson *person = &self->people[self->n_people];

    if (voices->room_group[i] == EH_OUTSIDE)
      continue;
    person->group = group_in (self->balance, voices, (guint) voices->room_group[i]);
    if (person->group == self->balance->n_groups)
      continue;
    person->id = row->id;
    person->name = g_strdup (row->name);
    person->insights = eh_tally_person (tally, i);
    person->turns = GPOINTER_TO_UINT (g_hash_table_lookup (turns, &row->id));
    self->has_turns |= person->turns > 0;
    self->n_people++;
  }
  return self;
}
