#pragma once

#include "eh-mentions.h"
#include "eh-store.h"
#include "eh-words-place.h"

G_BEGIN_DECLS

/**
 * EhWithdrawalPlan:
 * @participant_id: who withdraws
 * @scope: how far
 * @n_insights_erased: insights whose words are erased
 * @n_insights_unnamed: insights that stay, with their role group and without the name
 * @n_insights_shared: of those, insights that others gave too
 * @n_insights_published: of those, insights that published guidance rests on, which cannot be
 * called back
 * @n_blocks_flagged: blocks that lose an insight that they rest on or quote
 * @n_waiting_erased: what they sent that waits for a nod, whose words are erased
 * @n_access_needs: access needs that are erased
 * @n_payments: payments that are erased
 * @n_promises: promises to them that are erased
 * @mentions: (element-type EhMention): where their name stands in what others wrote, which stays
 * @n_versions: versions of the guidance that lose words
 * @erased: (element-type EhId): the insights whose words are erased
 * @past: (element-type EhId): insights of theirs that were removed before, and that the history
 * forgets
 * @places: (element-type EhWordsPlace): where their words stand in texts that stay, to be taken out
 * or not
 * @words: their words
 *
 * What a withdrawal changes, before it is done. Free with eh_withdrawal_plan_free().
 */
typedef struct {
  EhId participant_id;
  EhWithdrawal scope;
  guint n_insights_erased;
  guint n_insights_unnamed;
  guint n_insights_shared;
  guint n_insights_published;
  guint n_blocks_flagged;
  guint n_waiting_erased;
  guint n_access_needs;
  guint n_payments;
  guint n_promises;
  GPtrArray *mentions;
  guint n_versions;
  GArray *erased;
  GArray *past;
  GPtrArray *places;
  EhPassages *words;
} EhWithdrawalPlan;

EhWithdrawalPlan *
eh_withdrawal_plan_new (EhDb *db, EhId participant_id, EhWithdrawal scope, GError **error);
EhWithdrawalPlan *eh_withdrawal_plan_copy (const EhWithdrawalPlan *self);
void eh_withdrawal_plan_free (EhWithdrawalPlan *self);
gboolean eh_withdrawal_flag_blocks (EhStore *store, GArray *insight_ids, GError **error);
GArray *eh_withdrawal_plan_list_gone (const EhWithdrawalPlan *self);
gboolean eh_withdrawal_apply (EhStore *store, EhWithdrawalPlan *plan, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhWithdrawalPlan, eh_withdrawal_plan_free)

G_END_DECLS
