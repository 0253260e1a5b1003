#include "eh-category.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhCategory, id, EH_FIELD_ID),
  EH_FIELD_OF (EhCategory, framework_id, EH_FIELD_ID),
  EH_FIELD_OF (EhCategory, parent_id, EH_FIELD_ID),
  EH_FIELD_OF (EhCategory, key, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCategory, label, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCategory, plain, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCategory, definition, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCategory, ask, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCategory, slot, EH_FIELD_INT),
  EH_FIELD_OF (EhCategory, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhCategory, retired, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhCategory, eh_category, "category", fields)
