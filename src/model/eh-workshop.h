#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhWorkshop:
 * @id: key
 * @title: "Workshop 2"
 * @date: ISO date, empty when not fixed
 * @start_time: "14:00", empty when not fixed
 * @place: room and town, or "online"
 * @aim: what it is for, in plain words
 * @notes: free notes of the facilitator; never exported
 * @access_notes: the way in, the loop, the quiet room
 * @position: order where dates do not tell
 * @created_at: when recorded
 * @end_time: when it shall end: "16:00", empty when not fixed
 * @stage: how far the work was when people were let in (EhStageOfWork)
 *
 * One meeting.
 */
typedef struct {
  EhId id;
  char *title;
  char *date;
  char *start_time;
  char *place;
  char *aim;
  char *notes;
  char *access_notes;
  double position;
  gint64 created_at;
  char *end_time;
  EhStageOfWork stage;
} EhWorkshop;

EH_DECLARE_ROW (EhWorkshop, eh_workshop)

G_END_DECLS
