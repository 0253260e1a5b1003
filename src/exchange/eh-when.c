/* Dates and times as people and tools write them. ISO 8601 first; then day, month and year with
 * slashes, dots or hyphens; a month by its English name; a time of day alone; and the bare numbers
 * of seconds or milliseconds since 1970 that survey tools write. */

#include "eh-when.h"

#include <string.h>

/* A number of at most @max digits; -1 where there is none. */
static int
take_number (const char **p, int max)
{
  int value = 0;
  int n = 0;

  while (n < max && g_ascii_isdigit (**p)) {
    value = value * 10 + (**p - '0');
    (*p)++;
    n++;
  }
  return n > 0 ? value : -1;
}

static void
skip_blank (const char **p)
{
  while (**p == ' ' || **p == ',' || **p == '\t')
    (*p)++;
}

static gboolean
take_word (const char **p, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*p, word, length) != 0)
    return FALSE;
  *p += length;
  return TRUE;
}

static void
take_zone (const char **p, EhWhen *when)
{
  int sign;
  int hours;
  int minutes;

  if (take_word (p, "z") || take_word (p, "utc") || take_word (p, "gmt")) {
    when->has_zone = TRUE;
    return;
  }
  if (**p != '+' && **p != '-')
    return;
  sign = **p == '-' ? -1 : 1;
  (*p)++;
  hours = take_number (p, 2);
  if (**p == ':')
    (*p)++;
  minutes = take_number (p, 2);
  if (hours < 0)
    return;
  when->has_zone = TRUE;
  when->offset = sign * (hours * 3600 + MAX (minutes, 0) * 60);
}

static gboolean
take_time (const char **p, EhWhen *when)
{
  when->hour = take_number (p, 2);
  if (when->hour < 0 || (**p != ':' && **p != '.'))
    return FALSE;
  (*p)++;
  when->minute = take_number (p, 2);
  if (when->minute < 0)
    return FALSE;
  if (**p == ':') {
    (*p)++;
    when->second = take_number (p, 2);
    if (when->second < 0)
      return FALSE;
    if (**p == '.' || **p == ',') {
      (*p)++;
      while (g_ascii_isdigit (**p))
        (*p)++;
    }
  }
  skip_blank (p);
  if (take_word (p, "pm") || take_word (p, "p.m."))
    when->hour += when->hour < 12 ? 12 : 0;
  else if (take_word (p, "am") || take_word (p, "a.m."))
    when->hour -= when->hour == 12 ? 12 : 0;
  skip_blank (p);
  take_zone (p, when);
  when->has_time = TRUE;
  return when->hour < 24 && when->minute < 60 && when->second <= 60;
}

/* "March", "Mar", "mar." */
static int
take_month (const char **p)
{
  static const char *const months[] = { "january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december" };

  for (int i = 0; i < 12; i++) {
    gsize n = 0;

    while (months[i][n] != '\0' && g_ascii_tolower ((*p)[n]) == months[i][n])
      n++;
    if (n >= 3 && !g_ascii_isalpha ((*p)[n])) {
      *p += n;
      if (**p == '.')
        (*p)++;
      return i + 1;
    }
  }
  return -1;
}

static int
full_year (int year)
{
  return year >= 0 && year < 100 ? 2000 + year : year;
}

/* "5/12/2026", "5.12.26", "5 December 2026", "5th Dec 2026" */
static gboolean
take_short_date (const char **p, EhDateOrder order, EhWhen *when)
{
  int first = take_number (p, 2);
  int second;
  char separator;

  if (first < 0)
    return FALSE;
  if (!take_word (p, "st") && !take_word (p, "nd") && !take_word (p, "rd"))
    take_word (p, "th");
  separator = **p;
  if (separator != '/' && separator != '.' && separator != '-' && separator != ' ')
    return FALSE;
  (*p)++;
  if (g_ascii_isalpha (**p)) {
    second = take_month (p);
    order = EH_DATE_ORDER_DAY_FIRST;
  } else {
    second = separator != ' ' ? take_number (p, 2) : -1;
  }
  if (second < 0 || (**p != separator && **p != ' '))
    return FALSE;
  (*p)++;
  when->year = full_year (take_number (p, 4));
  when->day = order == EH_DATE_ORDER_DAY_FIRST ? first : second;
  when->month = order == EH_DATE_ORDER_DAY_FIRST ? second : first;
  return when->year > 0;
}

static gboolean
take_iso_date (const char **p, EhWhen *when)
{
  when->year = take_number (p, 4);
  if (**p != '-' && **p != '/')
    return FALSE;
  (*p)++;
  when->month = take_number (p, 2);
  if (**p != '-' && **p != '/')
    return FALSE;
  (*p)++;
  when->day = take_number (p, 2);
  return TRUE;
}

/* Seconds have ten digits from 2001 to 2286, milliseconds thirteen. */
static gboolean
parse_epoch (const char *text, gsize length, EhWhen *when)
{
  g_autoptr (GDateTime) moment = NULL;
  gint64 value;

  if ((length != 10 && length != 13) || strspn (text, "0123456789") != length)
    return FALSE;
  value = g_ascii_strtoll (text, NULL, 10);
  moment = g_date_time_new_from_unix_utc (length == 13 ? value / 1000 : value);
  if (moment == NULL)
    return FALSE;
  g_date_time_get_ymd (moment, &when->year, &when->month, &when->day);
  when->hour = g_date_time_get_hour (moment);
  when->minute = g_date_time_get_minute (moment);
  when->second = g_date_time_get_second (moment);
  when->has_time = when->has_zone = TRUE;
  return TRUE;
}

static gsize
leading_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/**
 * eh_when_parse:
 * @text: a date, a time of day, or both
 * @order: what 5/12 means
 * @when: (out caller-allocates): the moment
 *
 * Returns: whether @text says a moment and nothing else; a day that its month does not have is none
 */
gboolean
eh_when_parse (const char *text, EhDateOrder order, EhWhen *when)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *p = copy;

  *when = (EhWhen){ 0 };
  if (parse_epoch (copy, strlen (copy), when))
    return TRUE;
  if (leading_digits (p) <= 2 && (p[leading_digits (p)] == ':'))
    return take_time (&p, when) && *p == '\0';
  if (leading_digits (p) == 4 ? !take_iso_date (&p, when) : !take_short_date (&p, order, when))
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) CLAMP (when->day, 0, 255), (GDateMonth) when->month,
                         (GDateYear) when->year))
    return FALSE;
  if (*p == 'T' || *p == 't')
    p++;
  skip_blank (&p);
  if (take_word (&p, "at "))
    skip_blank (&p);
  return *p == '\0' || (take_time (&p, when) && *p == '\0');
}

/**
 * eh_when_to_unix:
 * @when: a moment with a date
 *
 * Returns: seconds since 1970 in UTC, midnight where there is no time of day; 0 without a date
 */
gint64
eh_when_to_unix (const EhWhen *when)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (when->year == 0)
    return 0;
  zone = when->has_zone ? g_time_zone_new_offset (when->offset) : g_time_zone_new_local ();
  moment = g_date_time_new (zone, when->year, when->month, when->day, when->hour, when->minute,
                            MIN (when->second, 59));
  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

/**
 * eh_when_guess_order:
 * @texts: the dates of a file
 * @n_texts: how many
 *
 * A date whose second number is above 12 can only have the month first; one whose first number is,
 * the day. A file is written in one order.
 *
 * Returns: month first where some dates can only be read so and none only the other way; else day
 *   first, as in the United Kingdom
 */
EhDateOrder
eh_when_guess_order (const char *const *texts, gsize n_texts)
{
  gboolean month_first = FALSE;

  for (gsize i = 0; i < n_texts; i++) {
    const char *p = texts[i];
    int first;
    int second;

    while (*p == ' ')
      p++;
    first = leading_digits (p) <= 2 ? take_number (&p, 2) : -1;
    if (first < 0 || (*p != '/' && *p != '.' && *p != '-'))
      continue;
    p++;
    second = take_number (&p, 2);
    if (first > 12)
      return EH_DATE_ORDER_DAY_FIRST;
    if (second > 12)
      month_first = TRUE;
  }
  return month_first ? EH_DATE_ORDER_MONTH_FIRST : EH_DATE_ORDER_DAY_FIRST;
}
