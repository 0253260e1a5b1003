#pragma once

/* Private to analysis: insights and recommendations by person and group; see eh-tally.c. */

#include "eh-balance.h"
#include "eh-voices.h"

G_BEGIN_DECLS

/**
 * EhTally:
 * @n_persons: rows of the two tables by person
 * @n_groups: their columns
 * @given: insights, by person and group
 * @carried: recommendations, by person and group
 * @alone_given: insights of a group alone
 * @alone_carried: recommendations that rest on these
 * @taken_up: insights of a group that a recommendation rests on
 * @touched: recommendations that rest on something of a group
 * @touches: (element-type guint64): for each recommendation, a bit for each of the first 64 groups
 *   that it rests on something of
 * @unattributed: insights with no name
 * @recommendations: in force
 * @untraced: of these, resting on no insight
 * @carried_unattributed: credit that goes to insights with no name
 * @not_taken_up: by person and group: insights that no recommendation rests on
 */
typedef struct {
  guint n_persons;
  guint n_groups;
  double *given;
  double *carried;
  double *not_taken_up;
  double *alone_given;
  double *alone_carried;
  double *taken_up;
  guint *touched;
  GArray *touches;
  guint unattributed;
  guint recommendations;
  guint untraced;
  double carried_unattributed;
} EhTally;

EhTally *eh_tally_new (const EhVoices *voices);
EhTally *eh_tally_new_rest (const EhTally *whole, const EhTally *part);
void eh_tally_free (EhTally *self);
EhId eh_tally_guidance (const EhVoices *voices);
gboolean eh_tally_is_in_force (const EhBlock *block, EhId guidance_id);
double eh_tally_insights (const EhTally *self, guint group);
double eh_tally_carried (const EhTally *self, guint group);
double eh_tally_person (const EhTally *self, guint person);
double eh_tally_largest (const EhTally *self, guint group);

EhBalance *eh_balance_count (const EhVoices *voices, const EhTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhTally, eh_tally_free)

G_END_DECLS
