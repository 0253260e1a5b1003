/* Dates and times as people write and read them. What is stored is "2026-12-05" and "14:00". */

#include "eh-when-text.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

static char *
iso_of (int year, int month, int day)
{
  if (year < 100)
    year += 2000;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Up to three numbers, whatever stands between them. Returns how many. */
static int
numbers_in (const char *text, int numbers[3], gboolean *has_letters)
{
  int n = 0;

  *has_letters = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c))
      *has_letters = TRUE;
    if (g_ascii_isdigit (*p) && n < 3 && (p == text || !g_ascii_isdigit (p[-1])))
      numbers[n++] = (int) strtol (p, NULL, 10);
  }
  return n;
}

/**
 * eh_when_parse_date:
 * @text: a date as people write it: "5 Dec 2026", "5/12/2026", "2026-12-05"; the day comes before
 * the month
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601; "" for an empty text; %NULL if it is
 * no date
 */
char *
eh_when_parse_date (const char *text)
{
  g_autofree char *clean = eh_text_clean_line (text);
  int numbers[3] = { 0 };
  gboolean has_letters = FALSE;
  int n = numbers_in (clean, numbers, &has_letters);
  GDate date;

  if (*clean == '\0')
    return g_strdup ("");
  if (n == 3 && !has_letters)
    return numbers[0] > 31 ? iso_of (numbers[0], numbers[1], numbers[2])
                           : iso_of (numbers[2], numbers[1], numbers[0]);
  g_date_clear (&date, 1);
  g_date_set_parse (&date, clean);
  if (n == 0 || !has_letters || !g_date_valid (&date))
    return NULL;
  return iso_of (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

static char *
formatted (const char *iso, const char *format)
{
  int year = 0, month = 0, day = 0;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup (iso);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return time != NULL ? g_date_time_format (time, format) : g_strdup (iso);
}

/**
 * eh_when_format_date:
 * @iso: a date in ISO 8601, or ""
 *
 * Returns: (transfer full): "Saturday 5 December 2026"
 */
char *
eh_when_format_date (const char *iso)
{
  /* TRANSLATORS: a date in full, in the words of g_date_time_format: Saturday 5 December 2026 */
  return formatted (iso, C_ ("date", "%A %-d %B %Y"));
}

/**
 * eh_when_format_date_short:
 * @iso: a date in ISO 8601, or ""
 *
 * Returns: (transfer full): "5 December 2026"
 */
char *
eh_when_format_date_short (const char *iso)
{
  /* TRANSLATORS: a date, in the words of g_date_time_format: 5 December 2026 */
  return formatted (iso, C_ ("date", "%-d %B %Y"));
}

/**
 * eh_when_parse_time:
 * @text: a time as people write it: "14:00", "14.00", "1400", "2pm", "9"
 *
 * Returns: (transfer full) (nullable): "14:00"; "" for an empty text; %NULL if it is no time
 */
char *
eh_when_parse_time (const char *text)
{
  g_autofree char *clean = eh_text_clean_line (text);
  g_autofree char *low = g_ascii_strdown (clean, -1);
  gboolean afternoon = strstr (low, "pm") != NULL;
  gboolean morning = strstr (low, "am") != NULL;
  int numbers[3] = { 0 };
  gboolean has_letters = FALSE;
  int n = numbers_in (low, numbers, &has_letters);

  if (*clean == '\0')
    return g_strdup ("");
  if (n == 0 || n > 2 || (has_letters && !afternoon && !morning))
    return NULL;
  if (n == 1 && numbers[0] > 23) {
    numbers[1] = numbers[0] % 100;
    numbers[0] /= 100;
  }
  if (afternoon && numbers[0] < 12)
    numbers[0] += 12;
  if (morning && numbers[0] == 12)
    numbers[0] = 0;
  if (numbers[0] > 23 || numbers[1] > 59)
    return NULL;
  return g_strdup_printf ("%02d:%02d", numbers[0], numbers[1]);
}

/**
 * eh_when_moment:
 * @moment: seconds since 1970
 *
 * Returns: (transfer full): the day and the time here: "5 December 2026, 14:31"; "" when there is
 * none
 */
char *
eh_when_moment (gint64 moment)
{
  g_autoptr (GDateTime) time = moment != 0 ? g_date_time_new_from_unix_local (moment) : NULL;

  /* TRANSLATORS: a date and a time, in the words of g_date_time_format: 5 December 2026, 14:31 */
  return time != NULL ? g_date_time_format (time, C_ ("date", "%-d %B %Y, %H:%M")) : g_strdup ("");
}

/**
 * eh_when_add_minutes:
 * @time: "14:00", or ""
 * @minutes: how much later
 *
 * Returns: (transfer full): "14:25"; "" if @time is; past midnight it begins again
 */
char *
eh_when_add_minutes (const char *time, gint64 minutes)
{
  int hour = 0, minute = 0;
  gint64 all;

  if (sscanf (time, "%d:%d", &hour, &minute) != 2)
    return g_strdup ("");
  all = (hour * 60 + minute + minutes) % (24 * 60);
  return g_strdup_printf ("%02d:%02d", (int) (all / 60), (int) (all % 60));
}

/**
 * eh_when_length:
 * @minutes: a length of time, not below 0
 *
 * Returns: (transfer full): the length in words: "1 hour 20 minutes"
 */
char *
eh_when_length (gint64 minutes)
{
  gint64 hours = minutes / 60;
  g_autofree char *hour_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", (gulong) hours), (int) hours);
  g_autofree char *minute_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) (minutes % 60)),
      (int) (minutes % 60));

  if (hours == 0)
    return g_steal_pointer (&minute_text);
  if (minutes % 60 == 0)
    return g_steal_pointer (&hour_text);
  /* TRANSLATORS: a length of time: "1 hour 20 minutes" */
  return g_strdup_printf (_ ("%1$s %2$s"), hour_text, minute_text);
}

/**
 * eh_when_clock_time:
 * @moment: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day here, "14:25"
 */
char *
eh_when_clock_time (gint64 moment)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (moment / G_USEC_PER_SEC);

  return g_date_time_format (at, "%H:%M");
}
