#include "eh-mapping.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhMapping, id, EH_FIELD_ID),
  EH_FIELD_OF (EhMapping, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhMapping, category_id, EH_FIELD_ID),
  EH_FIELD_OF (EhMapping, coder, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhMapping, placed_by, eh_placed_by_vocabulary),
  EH_FIELD_OF (EhMapping, unsure, EH_FIELD_BOOL),
  EH_FIELD_OF (EhMapping, span_start, EH_FIELD_INT),
  EH_FIELD_OF (EhMapping, span_end, EH_FIELD_INT),
  EH_FIELD_OF (EhMapping, note, EH_FIELD_TEXT),
  EH_FIELD_OF (EhMapping, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhMapping, eh_mapping, "mapping", fields)

/**
 * eh_mapping_id:
 * @insight_id: what is placed
 * @category_id: where
 * @coder: by whom; "" for the team
 *
 * Returns: the id of that placement, the same on every laptop
 */
EhId
eh_mapping_id (EhId insight_id, EhId category_id, const char *coder)
{
  g_autofree char *scope = g_strconcat ("mapping/", coder, NULL);

  return eh_id_from_pair (scope, insight_id, category_id);
}
