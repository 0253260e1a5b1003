#include "eh-framework.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhFramework, id, EH_FIELD_ID),
  EH_FIELD_OF (EhFramework, key, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, source, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, position, EH_FIELD_REAL),
};

EH_DEFINE_ROW (EhFramework, eh_framework, "framework", fields)
