#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhActivity:
 * @id: key
 * @workshop_id: the workshop
 * @position: order in the run sheet
 * @title: "Round 1: what happened?"
 * @prompt: the question put to the room
 * @minutes: length; 0 when not fixed
 * @method: how people work (EhMethod)
 * @materials: what is needed
 * @small_groups: in small groups
 *
 * One item of a workshop's run sheet.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  double position;
  char *title;
  char *prompt;
  gint64 minutes;
  EhMethod method;
  char *materials;
  gboolean small_groups;
} EhActivity;

EH_DECLARE_ROW (EhActivity, eh_activity)

G_END_DECLS
