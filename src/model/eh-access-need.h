#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhAccessNeed:
 * @id: key
 * @participant_id: whose
 * @kind: what: "large print", "BSL interpreter"
 * @detail: more about it
 * @status: how far it has been arranged (EhAccessStatus)
 * @arranged_by: who sees to it
 * @delete_after: ISO date
 * @lead_days: how many days before a workshop it must be booked; 0 when it needs none
 *
 * Something that a participant needs in order to take part. Sensitive: no part of a dataset, and
 * deleted by its date.
 */
typedef struct {
  EhId id;
  EhId participant_id;
  char *kind;
  char *detail;
  EhAccessStatus status;
  char *arranged_by;
  char *delete_after;
  gint64 lead_days;
} EhAccessNeed;

EH_DECLARE_ROW (EhAccessNeed, eh_access_need)

G_END_DECLS
