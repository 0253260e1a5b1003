#include "eh-turn.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhTurn, id, EH_FIELD_ID),          EH_FIELD_OF (EhTurn, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhTurn, activity_id, EH_FIELD_ID), EH_FIELD_OF (EhTurn, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhTurn, at, EH_FIELD_TIME),        EH_FIELD_OF (EhTurn, passed, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhTurn, eh_turn, "turn", fields)
