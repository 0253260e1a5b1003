#pragma once

#include "eh-activity.h"
#include "eh-workshop.h"

G_BEGIN_DECLS

/**
 * EhSchedule:
 * @minutes: what the activities take together
 * @planned: from the planned start to the planned end, in minutes; -1 when either is not fixed
 * @over: how many minutes the activities go beyond the planned end; negative when time is left, 0
 *   when @planned is not known
 *
 * How a run sheet fits into its workshop.
 */
typedef struct {
  gint64 minutes;
  gint64 planned;
  gint64 over;
} EhSchedule;

gint64 eh_schedule_minute_of (const char *time);
EhSchedule eh_schedule_of (const EhWorkshop *workshop, GPtrArray *activities);
char *eh_schedule_days_before (const char *date, gint64 days);
gint64 eh_schedule_days_between (const char *from, const char *to);
char *eh_schedule_today (void);

G_END_DECLS
