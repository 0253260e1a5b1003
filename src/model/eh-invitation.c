#include "eh-invitation.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhInvitation, id, EH_FIELD_ID),
  EH_FIELD_OF (EhInvitation, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhInvitation, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhInvitation, sent_on, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhInvitation, channel, eh_channel_vocabulary),
  EH_FIELD_OF_ENUM (EhInvitation, reply, eh_reply_vocabulary),
  EH_FIELD_OF (EhInvitation, asked_by, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhInvitation, eh_invitation, "invitation", fields)
