#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhReceived:
 * @id: key
 * @workshop_id: where it was sent, or none; the workshop may have been removed since
 * @activity_id: in which activity, or none; may have been removed since
 * @text: the words as they were sent last; empty when they were taken back
 * @kind: what they say it is (EhInsightKind)
 * @role_group_id: the group that they chose, or none
 * @slip_id: the slip whose code they typed, or none
 * @participant_id: who, when a kiosk knew it; none for a phone, which knows a slip at most
 * @credit: how they wish to be named; "ask" when they did not say (EhCredit)
 * @language: BCP 47 tag of the page on which they wrote
 * @capture: phone, or typed at a kiosk (EhCapture)
 * @edit_hash: tells the phone that may change it (SHA-256 of its key); empty for a kiosk
 * @nonce_hash: tells a resend from something new (SHA-256); empty for a kiosk
 * @sent_at: when it arrived
 * @changed_at: when its words last changed
 * @insight_id: the insight that it becomes when it is accepted; decided when it arrives
 * @accepted_at: when it was last accepted, 0 for never; it is accepted while the insight is there
 * @state: waiting, refused or taken back (EhReceivedState)
 * @unsettled: changed or taken back since the insight was made, which does not know yet
 * @reason: why it was refused, in the facilitator's words
 * @tell_reason: whether whoever sent it may read the reason
 *
 * What somebody sent from a phone or a kiosk. On disk before it is acknowledged, and no part of the
 * project until it is accepted: not in a dataset, not in the index, not in the history.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId activity_id;
  char *text;
  EhInsightKind kind;
  EhId role_group_id;
  EhId slip_id;
  EhId participant_id;
  EhCredit credit;
  char *language;
  EhCapture capture;
  char *edit_hash;
  char *nonce_hash;
  gint64 sent_at;
  gint64 changed_at;
  EhId insight_id;
  gint64 accepted_at;
  EhReceivedState state;
  gboolean unsettled;
  char *reason;
  gboolean tell_reason;
} EhReceived;

EH_DECLARE_ROW (EhReceived, eh_received)

G_END_DECLS
