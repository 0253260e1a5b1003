#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhPromise:
 * @id: key
 * @workshop_id: where it was said, or none
 * @participant_id: to whom, or none
 * @role_group_id: to which group, or none
 * @text: what was promised
 * @due: ISO date by which, empty when none was said
 * @state: whether it was kept (EhPromiseState)
 * @kept_on: ISO date
 * @reason: why not, where it was not kept
 * @created_at: when recorded
 *
 * Something said to contributors, with a date. To one person, to a role group, or to everyone.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  EhId participant_id;
  EhId role_group_id;
  char *text;
  char *due;
  EhPromiseState state;
  char *kept_on;
  char *reason;
  gint64 created_at;
} EhPromise;

EH_DECLARE_ROW (EhPromise, eh_promise)

G_END_DECLS
