#include "eh-venue-check.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhVenueCheck, id, EH_FIELD_ID),
  EH_FIELD_OF (EhVenueCheck, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhVenueCheck, item, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhVenueCheck, answer, eh_venue_answer_vocabulary),
  EH_FIELD_OF (EhVenueCheck, note, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhVenueCheck, eh_venue_check, "venue_check", fields)

/**
 * eh_venue_check_id:
 * @workshop_id: a workshop
 * @item: key of an item of the checklist
 *
 * Returns: the same id on every laptop, so that two who answer one item do not make two answers
 */
EhId
eh_venue_check_id (EhId workshop_id, const char *item)
{
  return eh_id_from_pair ("venue_check", workshop_id, eh_id_from_key ("venue item", item));
}
