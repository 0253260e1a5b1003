#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhContributor:
 * @id: eh_id_from_pair ("contributor", insight, participant)
 * @insight_id: what
 * @participant_id: who
 * @speaking_as: the role group whose hat they wore, none for their own
 *
 * A participant's part in an insight; id from the pair. Each of k contributors has 1/k of it.
 */
typedef struct {
  EhId id;
  EhId insight_id;
  EhId participant_id;
  EhId speaking_as;
} EhContributor;

EH_DECLARE_ROW (EhContributor, eh_contributor)

G_END_DECLS
