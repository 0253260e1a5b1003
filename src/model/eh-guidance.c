#include "eh-guidance.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhGuidance, id, EH_FIELD_ID),
  EH_FIELD_OF (EhGuidance, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, subtitle, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, template, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhGuidance, status, eh_guidance_status_vocabulary),
  EH_FIELD_OF (EhGuidance, version, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, language, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, licence, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, review_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGuidance, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhGuidance, eh_guidance, "guidance", fields)
