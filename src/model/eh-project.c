#include "eh-project.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhProject, id, EH_FIELD_ID),
  EH_FIELD_OF (EhProject, guid, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, subtitle, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, aim, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, host, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, contact, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhProject, involvement, eh_involvement_vocabulary),
  EH_FIELD_OF (EhProject, ethics_ref, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, language, EH_FIELD_TEXT),
  EH_FIELD_OF (EhProject, threshold, EH_FIELD_INT),
  EH_FIELD_OF (EhProject, framework_id, EH_FIELD_ID),
  EH_FIELD_OF (EhProject, sample, EH_FIELD_BOOL),
  EH_FIELD_OF (EhProject, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhProject, currency, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhProject, eh_project, "project", fields)
