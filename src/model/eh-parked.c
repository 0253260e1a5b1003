#include "eh-parked.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhParked, id, EH_FIELD_ID),
  EH_FIELD_OF (EhParked, guidance_id, EH_FIELD_ID),
  EH_FIELD_OF (EhParked, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhParked, reason, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParked, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhParked, eh_parked, "parked", fields)
