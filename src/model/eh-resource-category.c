#include "eh-resource-category.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhResourceCategory, id, EH_FIELD_ID),
  EH_FIELD_OF (EhResourceCategory, resource_id, EH_FIELD_ID),
  EH_FIELD_OF (EhResourceCategory, category_key, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhResourceCategory, eh_resource_category, "resource_category", fields)
