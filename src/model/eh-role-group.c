#include "eh-role-group.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhRoleGroup, id, EH_FIELD_ID),
  EH_FIELD_OF (EhRoleGroup, key, EH_FIELD_TEXT),
  EH_FIELD_OF (EhRoleGroup, label, EH_FIELD_TEXT),
  EH_FIELD_OF (EhRoleGroup, singular, EH_FIELD_TEXT),
  EH_FIELD_OF (EhRoleGroup, slot, EH_FIELD_INT),
  EH_FIELD_OF (EhRoleGroup, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhRoleGroup, in_voice, EH_FIELD_BOOL),
  EH_FIELD_OF (EhRoleGroup, retired, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhRoleGroup, eh_role_group, "role_group", fields)
