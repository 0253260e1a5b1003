#include "eh-ground-rule.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhGroundRule, id, EH_FIELD_ID),
  EH_FIELD_OF (EhGroundRule, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhGroundRule, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhGroundRule, text, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGroundRule, agreed_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhGroundRule, agreed_on, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhGroundRule, eh_ground_rule, "ground_rule", fields)
