#include "eh-received.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhReceived, id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, activity_id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, text, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhReceived, kind, eh_insight_kind_vocabulary),
  EH_FIELD_OF (EhReceived, role_group_id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, slip_id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, participant_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhReceived, credit, eh_credit_vocabulary),
  EH_FIELD_OF (EhReceived, language, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhReceived, capture, eh_capture_vocabulary),
  EH_FIELD_OF (EhReceived, edit_hash, EH_FIELD_TEXT),
  EH_FIELD_OF (EhReceived, nonce_hash, EH_FIELD_TEXT),
  EH_FIELD_OF (EhReceived, sent_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhReceived, changed_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhReceived, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhReceived, accepted_at, EH_FIELD_TIME),
  EH_FIELD_OF_ENUM (EhReceived, state, eh_received_state_vocabulary),
  EH_FIELD_OF (EhReceived, unsettled, EH_FIELD_BOOL),
  EH_FIELD_OF (EhReceived, reason, EH_FIELD_TEXT),
  EH_FIELD_OF (EhReceived, tell_reason, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhReceived, eh_received, "received", fields)
