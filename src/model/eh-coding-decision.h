#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhCodingDecision:
 * @id: see eh_coding_decision_id()
 * @insight_id: what
 * @category_id: under which category coders differ
 * @decision: what was agreed (EhCodingOutcome)
 * @note: why
 * @created_at: when decided
 *
 * What became of a difference between coders; id from the pair.
 */
typedef struct {
  EhId id;
  EhId insight_id;
  EhId category_id;
  EhCodingOutcome decision;
  char *note;
  gint64 created_at;
} EhCodingDecision;

EH_DECLARE_ROW (EhCodingDecision, eh_coding_decision)

EhId eh_coding_decision_id (EhId insight_id, EhId category_id);

G_END_DECLS
