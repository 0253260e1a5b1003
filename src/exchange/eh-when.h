#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhDateOrder:
 * @EH_DATE_ORDER_DAY_FIRST: 5/12/2026 is in December
 * @EH_DATE_ORDER_MONTH_FIRST: 5/12/2026 is in May
 */
typedef enum {
  EH_DATE_ORDER_DAY_FIRST,
  EH_DATE_ORDER_MONTH_FIRST,
} EhDateOrder;

/**
 * EhWhen:
 * @year: 0 where only a time of day is given
 * @month: 1 to 12
 * @day: 1 to 31
 * @has_time: a time of day is given
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 * @has_zone: the offset is given; otherwise it is local time
 * @offset: seconds east of UTC
 *
 * A moment as it is written: perhaps without a date, perhaps without a time.
 */
typedef struct {
  int year;
  int month;
  int day;
  gboolean has_time;
  int hour;
  int minute;
  int second;
  gboolean has_zone;
  int offset;
} EhWhen;

gboolean eh_when_parse (const char *text, EhDateOrder order, EhWhen *when);
gint64 eh_when_to_unix (const EhWhen *when);
EhDateOrder eh_when_guess_order (const char *const *texts, gsize n_texts);

G_END_DECLS
