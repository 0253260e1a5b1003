#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhSlip:
 * @id: eh_id_from_pair ("slip", workshop, number)
 * @workshop_id: the workshop that it was printed for
 * @number: 1, 2, 3 …; printed large, for whoever types up what was written by hand
 * @code: short, without look-alikes, unique in the project; typed into a phone, it ties what is
 * sent to the person who holds the slip
 * @participant_id: who has it, or none
 * @created_at: when made
 *
 * A numbered slip of paper of a workshop; id from the pair.
 */
typedef struct {
  EhId id;
  EhId workshop_id;
  gint64 number;
  char *code;
  EhId participant_id;
  gint64 created_at;
} EhSlip;

EH_DECLARE_ROW (EhSlip, eh_slip)

#define EH_SLIP_CODE_LENGTH 5

char *eh_slip_make_code (const char *project_guid, EhId slip_id, guint attempt);
char *eh_slip_read_code (const char *typed);
char *eh_slip_origin (const EhSlip *slip);

G_END_DECLS
