#include "eh-rate.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhRate, id, EH_FIELD_ID),
  EH_FIELD_OF (EhRate, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhRate, activity, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhRate, unit, eh_rate_unit_vocabulary),
  EH_FIELD_OF (EhRate, amount, EH_FIELD_INT),
};

EH_DEFINE_ROW (EhRate, eh_rate, "rate", fields)
