#pragma once

#include "eh-balance.h"

G_BEGIN_DECLS

/**
 * EhPerson:
 * @id: of the participant
 * @name: theirs
 * @group: which of the balance's groups
 * @insights: theirs, each of k contributors having 1/k
 * @turns: how often they were noted to take the floor
 */
typedef struct {
  EhId id;
  char *name;
  guint group;
  double insights;
  guint turns;
} EhPerson;

/**
 * EhPeople:
 * @balance: the groups that they are in
 * @has_turns: whether anybody's turns were noted
 * @people: (array length=n_people): everybody who came, silent ones included, by name
 * @n_people: how many
 *
 * What each person gave: for the facilitator's eyes alone. There is no public form of it, and it is
 * never exported. Immutable.
 */
typedef struct {
  EhBalance *balance;
  gboolean has_turns;
  EhPerson *people;
  guint n_people;
} EhPeople;

EhPeople *eh_people_alloc (EhBalance *balance, guint n_people);
EhPeople *eh_people_ref (EhPeople *self);
void eh_people_unref (EhPeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPeople, eh_people_unref)

G_END_DECLS
