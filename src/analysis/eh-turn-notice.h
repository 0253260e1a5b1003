#pragma once

#include "eh-attendance.h"

G_BEGIN_DECLS

/**
 * EH_TURN_LEAST:
 *
 * A table of fewer people than this is left alone: they see for themselves who has not spoken.
 */
#define EH_TURN_LEAST 3

/**
 * EhTurnNotice:
 * @table: which table; "" for those who sit at none
 * @silent: how many there have not spoken yet
 * @here: how many sit there
 *
 * Something to see to, by table and never by name.
 */
typedef struct {
  char *table;
  guint silent;
  guint here;
} EhTurnNotice;

/**
 * EhTurnRule:
 * @passed: how long the activity has gone, in microseconds
 * @after: notices come after that, in microseconds; see eh_turn_notice_after()
 * @small_groups: each table talks by itself
 * @least_silent: fewer silent people than that are not spoken of; where the room reads along, a
 *   single one would be pointed at
 *
 * When there is something to say.
 */
typedef struct {
  gint64 passed;
  gint64 after;
  gboolean small_groups;
  guint least_silent;
} EhTurnRule;

gboolean eh_attendance_is_here (const EhAttendance *self);
gint64 eh_turn_notice_after (gint64 minutes);
GPtrArray *eh_turn_notices (GPtrArray *attendances, GHashTable *turns, const EhTurnRule *rule);

G_END_DECLS
