#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhGroundRule:
 * @id: key
 * @workshop_id: where it was agreed
 * @position: order in the agreement
 * @text: the line
 * @agreed_by: keys of the role groups that agreed, separated by spaces
 * @agreed_on: ISO date, empty when it is not agreed yet
 *
 * One line of what the people of a workshop agreed about working together.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  double position;
  char *text;
  char *agreed_by;
  char *agreed_on;
} EhGroundRule;

EH_DECLARE_ROW (EhGroundRule, eh_ground_rule)

G_END_DECLS
