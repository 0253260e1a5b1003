#include "eh-look.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhLook, id, EH_FIELD_ID),         EH_FIELD_OF (EhLook, accent, EH_FIELD_TEXT),
  EH_FIELD_OF (EhLook, accent_2, EH_FIELD_TEXT), EH_FIELD_OF (EhLook, logo, EH_FIELD_TEXT),
  EH_FIELD_OF (EhLook, logo_alt, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhLook, eh_look, "look", fields)
