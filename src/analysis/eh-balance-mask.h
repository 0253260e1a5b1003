#pragma once

/* Private to analysis: what of a voice balance must be withheld; see eh-balance-mask.c. */

#include "eh-tally.h"

G_BEGIN_DECLS

/**
 * EhBalanceSlice:
 * @voices: who could have said it
 * @tally: what they said
 *
 * A part of the project of which a balance may be told.
 */
typedef struct {
  EhVoices *voices;
  EhTally *tally;
} EhBalanceSlice;

/**
 * EhBalanceMask:
 * @people: by role group: how many people it has is withheld
 * @voice: and how many insights; wherever @people is
 * @carry: and how many recommendations rest on it; wherever @voice is
 * @silent: and how many gave nothing; wherever @voice is
 * @taken_up: and how much of what it gave was taken up; wherever @carry is
 * @people_total: how many people there are is withheld
 * @voice_total: how many insights are attributed
 * @carry_total: how many recommendations rest on insights
 * @silent_total: how many gave nothing
 * @even: how evenly insights are spread over people may be told
 */
typedef struct {
  guint n_groups;
  gboolean *people;
  gboolean *voice;
  gboolean *carry;
  gboolean *silent;
  gboolean *taken_up;
  gboolean people_total;
  gboolean voice_total;
  gboolean carry_total;
  gboolean silent_total;
  gboolean even;
} EhBalanceMask;

EhBalanceMask *eh_balance_mask_new (const EhVoices *voices,
                                    const EhTally *tally,
                                    guint threshold,
                                    GPtrArray *wider,
                                    GPtrArray *slices);
void eh_balance_mask_free (EhBalanceMask *self);
guint eh_balance_mask_count (const EhBalanceMask *self, const gboolean *which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhBalanceMask, eh_balance_mask_free)

G_END_DECLS
