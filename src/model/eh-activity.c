#include "eh-activity.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhActivity, id, EH_FIELD_ID),
  EH_FIELD_OF (EhActivity, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhActivity, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhActivity, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhActivity, prompt, EH_FIELD_TEXT),
  EH_FIELD_OF (EhActivity, minutes, EH_FIELD_INT),
  EH_FIELD_OF_ENUM (EhActivity, method, eh_method_vocabulary),
  EH_FIELD_OF (EhActivity, materials, EH_FIELD_TEXT),
  EH_FIELD_OF (EhActivity, small_groups, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhActivity, eh_activity, "activity", fields)
