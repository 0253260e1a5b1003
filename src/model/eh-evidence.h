#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhEvidence:
 * @id: eh_id_from_pair ("evidence", block, insight)
 * @block_id: the block
 * @insight_id: the insight
 * @stance: supports, shapes or disagrees (EhStance)
 * @note: how
 *
 * An insight that a block rests on; id from the pair.
 */
typedef struct {
  EhId id;
  EhId block_id;
  EhId insight_id;
  EhStance stance;
  char *note;
} EhEvidence;

EH_DECLARE_ROW (EhEvidence, eh_evidence)

G_END_DECLS
