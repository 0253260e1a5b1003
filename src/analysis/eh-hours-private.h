#pragma once

/* Private to analysis: how time and money are counted, for the team and for others. */

#include "eh-hours.h"
#include "eh-placements.h"

G_BEGIN_DECLS

EhPlacements *eh_hours_place (const EhVoices *voices);
EhPlacements *eh_hours_place_money (const EhVoices *voices);
EhHours *eh_hours_count (const EhVoices *voices,
                         const EhPlacements *hours,
                         const EhPlacements *money,
                         guint *n_settled_people);

G_END_DECLS
