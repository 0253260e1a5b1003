#include "eh-workshop.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhWorkshop, id, EH_FIELD_ID),
  EH_FIELD_OF (EhWorkshop, title, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, date, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, start_time, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, place, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, aim, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, notes, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, access_notes, EH_FIELD_TEXT),
  EH_FIELD_OF (EhWorkshop, position, EH_FIELD_REAL),
  EH_FIELD_OF (EhWorkshop, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhWorkshop, end_time, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhWorkshop, stage, eh_stage_of_work_vocabulary),
};

EH_DEFINE_ROW (EhWorkshop, eh_workshop, "workshop", fields)
