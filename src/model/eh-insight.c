#include "eh-insight.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhInsight, id, EH_FIELD_ID),
  EH_FIELD_OF (EhInsight, text, EH_FIELD_TEXT),
  EH_FIELD_OF (EhInsight, gist, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhInsight, kind, eh_insight_kind_vocabulary),
  EH_FIELD_OF_ENUM (EhInsight, level, eh_insight_level_vocabulary),
  EH_FIELD_OF_ENUM (EhInsight, agreement, eh_agreement_vocabulary),
  EH_FIELD_OF (EhInsight, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhInsight, activity_id, EH_FIELD_ID),
  EH_FIELD_OF (EhInsight, role_group_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhInsight, capture, eh_capture_vocabulary),
  EH_FIELD_OF_ENUM (EhInsight, checked, eh_checked_vocabulary),
  EH_FIELD_OF (EhInsight, parked, EH_FIELD_BOOL),
  EH_FIELD_OF (EhInsight, parked_reason, EH_FIELD_TEXT),
  EH_FIELD_OF (EhInsight, said_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhInsight, origin, EH_FIELD_TEXT),
  EH_FIELD_OF (EhInsight, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhInsight, eh_insight, "insight", fields)
