#pragma once

#include "eh-audience.h"
#include "eh-figure.h"

G_BEGIN_DECLS

/**
 * EhBalanceGroup:
 * @id: of the role group; 0 for people without one and for groups shown together
 * @key: of the role group; "none" and "together" for these two
 * @label: in the plural
 * @singular: for one of them
 * @slot: colour and pattern; -1 for these two
 * @merged: stands for several groups that may not be shown apart
 * @members: (nullable) (array zero-terminated=1): labels of the groups that a merged one stands for
 * @people: how many of the reference are in it
 * @insights: theirs, each of k contributors having 1/k
 * @carried: recommendations that rest on their insights, each recommendation being 1 in all
 * @room_share: people of all people, 0 to 1
 * @voice_share: insights of all attributed insights, 0 to 1
 * @carry_share: carried of all that is carried by a group, 0 to 1
 * @voice_ratio: voice share to room share; 1 is in line with the room
 * @carry_ratio: carry share to room share
 * @expected: insights that would match the room
 * @silent: people of the reference with no recorded insight
 * @voice_low: the voice share if no unattributed insight were theirs
 * @voice_high: the voice share if all were
 * @taken_up: their insights that a recommendation rests on, of all theirs, 0 to 1
 * @touch: recommendations with something of theirs, of all; over the groups it may pass 1
 * @top_share: the largest part of the group's insights that one person gave, 0 to 1; never public
 * @without_top: the group's voice share without that person; never public
 * @may_say_shares: there are enough people and insights to say shares and ratios of it
 */
typedef struct {
  EhId id;
  char *key;
  char *label;
  char *singular;
  int slot;
  gboolean merged;
  char **members;
  EhFigure people;
  EhFigure insights;
  EhFigure carried;
  EhFigure room_share;
  EhFigure voice_share;
  EhFigure carry_share;
  EhFigure voice_ratio;
  EhFigure carry_ratio;
  EhFigure expected;
  EhFigure silent;
  EhFigure voice_low;
  EhFigure voice_high;
  EhFigure taken_up;
  EhFigure touch;
  EhFigure top_share;
  EhFigure without_top;
  gboolean may_say_shares;
} EhBalanceGroup;

/**
 * EhBalance:
 * @audience: for whom it was made
 * @reference: with whom shares compare
 * @threshold: fewest people behind a number that is shared
 * @people: in the reference
 * @insights: attributed to a person or a group; insights in all are these and the unattributed
 * @unattributed: insights with neither
 * @unattributed_share: of all insights, 0 to 1
 * @outside: insights of facilitators alone, which count nowhere
 * @recommendations: in force
 * @untraced: of these, those that rest on no insight
 * @carried_unattributed: recommendations' credit that goes to unattributed insights
 * @silent: people of the reference with no recorded insight
 * @gini: over all people of the reference, silent ones included; 0 equal, near 1 one person
 * @gini_corrected: the same times n / (n - 1), so that 1 is reached
 * @may_say_shares: there are enough insights to say shares and ratios at all
 * @groups: (array length=n_groups): by position; the known rows add up to the whole, because a
 *   merged row, the last where there is one, stands for those that are protected
 * @n_groups: how many
 *
 * Voice balance: from the room to the insights to the guidance. Immutable.
 */
typedef struct {
  EhAudience audience;
  EhReference reference;
  guint threshold;
  EhFigure people;
  EhFigure insights;
  EhFigure unattributed;
  EhFigure unattributed_share;
  EhFigure outside;
  EhFigure recommendations;
  EhFigure untraced;
  EhFigure carried_unattributed;
  EhFigure silent;
  EhFigure gini;
  EhFigure gini_corrected;
  gboolean may_say_shares;
  EhBalanceGroup *groups;
  guint n_groups;
} EhBalance;

EhBalance *eh_balance_alloc (guint n_groups);
EhBalance *eh_balance_ref (EhBalance *self);
void eh_balance_unref (EhBalance *self);
const EhBalanceGroup *eh_balance_find (const EhBalance *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhBalance, eh_balance_unref)

G_END_DECLS
