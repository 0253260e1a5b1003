#include "eh-guidance-version.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhGuidanceVersion, id, EH_FIELD_ID),
  EH_FIELD_OF (EhGuidanceVersion, guidance_id, EH_FIELD_ID),
  EH_FIELD_OF (EhGuidanceVersion, name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidanceVersion, author, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidanceVersion, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhGuidanceVersion, body, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhGuidanceVersion, eh_guidance_version, "guidance_version", fields)
