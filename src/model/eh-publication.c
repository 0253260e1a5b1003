#include "eh-publication.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhPublication, id, EH_FIELD_ID),
  EH_FIELD_OF (EhPublication, guidance_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPublication, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, template, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, version, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, format, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, file_name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, digest, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, content, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, size, EH_FIELD_INT),
  EH_FIELD_OF (EhPublication, figures, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, accepted, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, published_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPublication, published_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhPublication, eh_publication, "publication", fields)
