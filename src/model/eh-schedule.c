/* Times of a run sheet, and days before and after: what a plan is checked against. Times are
 * "14:00" and dates ISO 8601, as they are stored. */

#include "eh-schedule.h"

#include <stdio.h>

#define DAY_MINUTES (24 * 60)

/**
 * eh_schedule_minute_of:
 * @time: "14:00", or ""
 *
 * Returns: the minute of the day; -1 if it is no time
 */
gint64
eh_schedule_minute_of (const char *time)
{
  int hour = 0, minute = 0;

  if (sscanf (time, "%d:%d", &hour, &minute) != 2)
    return -1;
  return hour * 60 + minute;
}

/**
 * eh_schedule_of:
 * @workshop: a workshop
 * @activities: (element-type EhActivity): its activities
 *
 * An end that is earlier than the start is on the next day.
 *
 * Returns: how the activities fit
 */
EhSchedule
eh_schedule_of (const EhWorkshop *workshop, GPtrArray *activities)
{
  EhSchedule self = { .planned = -1 };
  gint64 start = eh_schedule_minute_of (workshop->start_time);
  gint64 end = eh_schedule_minute_of (workshop->end_time);

  for (guint i = 0; i < activities->len; i++)
    self.minutes += ((EhActivity *) activities->pdata[i])->minutes;
  if (start < 0 || end < 0)
    return self;
  self.planned = end > start ? end - start : end + DAY_MINUTES - start;
  self.over = self.minutes - self.planned;
  return self;
}

static gboolean
parse_date (const char *text, GDate *date)
{
  int year = 0, month = 0, day = 0;

  g_date_clear (date, 1);
  if (sscanf (text, "%d-%d-%d", &year, &month, &day) != 3 || year < 1 || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * eh_schedule_days_before:
 * @date: a date, or ""
 * @days: how many days earlier
 *
 * Returns: (transfer full): the date; "" if @date is none
 */
char *
eh_schedule_days_before (const char *date, gint64 days)
{
  GDate day;

  if (!parse_date (date, &day) || days < 0 || days >= g_date_get_julian (&day))
    return g_strdup ("");
  g_date_subtract_days (&day, (guint) days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), (int) g_date_get_month (&day),
                          g_date_get_day (&day));
}

/**
 * eh_schedule_days_between:
 * @from: a date, or ""
 * @to: a date, or ""
 *
 * Returns: how many days after @from @to is, negative when before; %G_MININT64 when one of them is
 *   no date
 */
gint64
eh_schedule_days_between (const char *from, const char *to)
{
  GDate one;
  GDate other;

  if (!parse_date (from, &one) || !parse_date (to, &other))
    return G_MININT64;
  return g_date_days_between (&one, &other);
}

/**
 * eh_schedule_today:
 *
 * Returns: (transfer full): the date of today, where the program runs
 */
char *
eh_schedule_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}
