#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhTurn:
 * @id: key
 * @workshop_id: in which workshop
 * @activity_id: in which activity, or none
 * @participant_id: who
 * @at: when
 *
 * Somebody took the floor: a tap, and nothing of what was said.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId activity_id;
  EhId participant_id;
  gint64 at;
} EhTurn;

EH_DECLARE_ROW (EhTurn, eh_turn)

G_END_DECLS
