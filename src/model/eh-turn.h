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
 * @passed: they let it pass in a round, and said nothing
 *
 * Somebody took the floor or let their turn pass: a tap, and nothing of what was said.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId activity_id;
  EhId participant_id;
  gint64 at;
  gboolean passed;
} EhTurn;

EH_DECLARE_ROW (EhTurn, eh_turn)

G_END_DECLS
