#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhAttendance:
 * @id: eh_id_from_pair ("attendance", workshop, participant)
 * @workshop_id: the workshop
 * @participant_id: who
 * @status: came, in part, sent apologies (EhPresence)
 * @role_group_id: the hat worn that day, none for their own
 * @table_label: which table
 *
 * A participant at a workshop; id from the pair.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId participant_id;
  EhPresence status;
  EhId role_group_id;
  char *table_label;
} EhAttendance;

EH_DECLARE_ROW (EhAttendance, eh_attendance)

G_END_DECLS
