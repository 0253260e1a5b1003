#include "eh-promise.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhPromise, id, EH_FIELD_ID),
  EH_FIELD_OF (EhPromise, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPromise, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPromise, role_group_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPromise, text, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPromise, due, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhPromise, state, eh_promise_state_vocabulary),
  EH_FIELD_OF (EhPromise, kept_on, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPromise, reason, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPromise, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhPromise, eh_promise, "promise", fields)
