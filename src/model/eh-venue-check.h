#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhVenueCheck:
 * @id: see eh_venue_check_id()
 * @workshop_id: the workshop
 * @item: key of an item of the list that ships: "lift"
 * @answer: whether it is there (EhVenueAnswer)
 * @note: "loop tested on 3 March, works in the front rows"
 *
 * What is known of one thing about the room of a workshop; id from workshop and item.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  char *item;
  EhVenueAnswer answer;
  char *note;
} EhVenueCheck;

EH_DECLARE_ROW (EhVenueCheck, eh_venue_check)

EhId eh_venue_check_id (EhId workshop_id, const char *item);

G_END_DECLS
