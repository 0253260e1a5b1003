#include "eh-team-template.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhTeamTemplate, id, EH_FIELD_ID),
  EH_FIELD_OF (EhTeamTemplate, name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTeamTemplate, base, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTeamTemplate, structure, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTeamTemplate, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhTeamTemplate, eh_team_template, "team_template", fields)
