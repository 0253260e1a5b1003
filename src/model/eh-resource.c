#include "eh-resource.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhResource, id, EH_FIELD_ID),
  EH_FIELD_OF (EhResource, key, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, authors, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, year, EH_FIELD_INT),
  EH_FIELD_OF (EhResource, organisation, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, venue, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, url, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, doi, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, kind, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, summary, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, suggested_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, verified, EH_FIELD_BOOL),
  EH_FIELD_OF (EhResource, verified_note, EH_FIELD_TEXT),
  EH_FIELD_OF (EhResource, shipped, EH_FIELD_BOOL),
  EH_FIELD_OF (EhResource, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhResource, eh_resource, "resource", fields)
