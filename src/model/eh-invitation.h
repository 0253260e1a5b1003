#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhInvitation:
 * @id: eh_id_from_pair ("invitation", workshop, participant)
 * @workshop_id: to which workshop
 * @participant_id: who is asked
 * @sent_on: ISO date, empty when it has not gone yet
 * @channel: by which way (EhChannel)
 * @reply: what they answered (EhReply)
 * @asked_by: who asks them, as the team calls itself
 *
 * An invitation of a participant to a workshop; id from the pair.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId participant_id;
  char *sent_on;
  EhChannel channel;
  EhReply reply;
  char *asked_by;
} EhInvitation;

EH_DECLARE_ROW (EhInvitation, eh_invitation)

G_END_DECLS
