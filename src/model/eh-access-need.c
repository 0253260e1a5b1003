#include "eh-access-need.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhAccessNeed, id, EH_FIELD_ID),
  EH_FIELD_OF (EhAccessNeed, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhAccessNeed, kind, EH_FIELD_TEXT),
  EH_FIELD_OF (EhAccessNeed, detail, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhAccessNeed, status, eh_access_status_vocabulary),
  EH_FIELD_OF (EhAccessNeed, arranged_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhAccessNeed, delete_after, EH_FIELD_TEXT),
  EH_FIELD_OF (EhAccessNeed, lead_days, EH_FIELD_INT),
};

EH_DEFINE_ROW (EhAccessNeed, eh_access_need, "access_need", fields)
