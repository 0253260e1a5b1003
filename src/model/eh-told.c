#include "eh-told.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhTold, id, EH_FIELD_ID),
  EH_FIELD_OF (EhTold, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhTold, guidance_id, EH_FIELD_ID),
  EH_FIELD_OF (EhTold, told_at, EH_FIELD_TIME),
  EH_FIELD_OF_ENUM (EhTold, how, eh_told_how_vocabulary),
  EH_FIELD_OF (EhTold, language, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhTold, format, eh_letter_format_vocabulary),
  EH_FIELD_OF (EhTold, digest, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTold, note, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhTold, eh_told, "told", fields)
