#include "eh-coding-decision.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhCodingDecision, id, EH_FIELD_ID),
  EH_FIELD_OF (EhCodingDecision, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhCodingDecision, category_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhCodingDecision, decision, eh_coding_outcome_vocabulary),
  EH_FIELD_OF (EhCodingDecision, note, EH_FIELD_TEXT),
  EH_FIELD_OF (EhCodingDecision, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhCodingDecision, eh_coding_decision, "coding_decision", fields)

/**
 * eh_coding_decision_id:
 * @insight_id: an insight
 * @category_id: a category under which coders differ
 *
 * Returns: the id of what was decided, the same on every laptop
 */
EhId
eh_coding_decision_id (EhId insight_id, EhId category_id)
{
  return eh_id_from_pair ("coding_decision", insight_id, category_id);
}
