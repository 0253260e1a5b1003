#include "eh-evidence.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhEvidence, id, EH_FIELD_ID),
  EH_FIELD_OF (EhEvidence, block_id, EH_FIELD_ID),
  EH_FIELD_OF (EhEvidence, insight_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhEvidence, stance, eh_stance_vocabulary),
  EH_FIELD_OF (EhEvidence, note, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhEvidence, eh_evidence, "evidence", fields)
