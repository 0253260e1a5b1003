/* Dates and times as people type them, and what is stored of them. */

#include "eh-when-text.h"

typedef struct {
  const char *typed;
  const char *stored; /* (nullable): it is no date, or no time */
} Case;

static void
dates (void)
{
  static const Case cases[] = {
    { "", "" },
    { "  ", "" },
    { "2026-12-05", "2026-12-05" },
    { "5/12/2026", "2026-12-05" },
    { "5.12.26", "2026-12-05" },
    { "05 12 2026", "2026-12-05" },
    { "5 December 2026", "2026-12-05" },
    { "5 Dec 2026", "2026-12-05" },
    { "Saturday 5 December 2026", "2026-12-05" },
    { "29/2/2028", "2028-02-29" },
    { "29/2/2027", NULL },
    { "31/11/2026", NULL },
    { "0/1/2026", NULL },
    { "soon", NULL },
    { "next Tuesday", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stored = eh_when_parse_date (cases[i].typed);

    g_test_message ("%s", cases[i].typed);
    g_assert_cmpstr (stored, ==, cases[i].stored);
  }
}

/* What is shown can be typed again. */
static void
date_there_and_back (void)
{
  for (int day = 1; day <= 28; day += 9)
    for (int month = 1; month <= 12; month++) {
      g_autofree char *iso = g_strdup_printf ("2027-%02d-%02d", month, day);
      g_autofree char *in_full = eh_when_format_date (iso);
      g_autofree char *shorter = eh_when_format_date_short (iso);
      g_autofree char *again = eh_when_parse_date (in_full);
      g_autofree char *too = eh_when_parse_date (shorter);

      g_assert_cmpstr (again, ==, iso);
      g_assert_cmpstr (too, ==, iso);
    }
}

static void
times (void)
{
  static const Case cases[] = {
    { "", "" },          { "14:00", "14:00" }, { "14.30", "14:30" }, { "1405", "14:05" },
    { "9", "09:00" },    { "9:5", "09:05" },   { "2pm", "14:00" },   { "2.15 pm", "14:15" },
    { "12am", "00:00" }, { "12 pm", "12:00" }, { "24:00", NULL },    { "9:60", NULL },
    { "noon", NULL },    { "1:2:3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stored = eh_when_parse_time (cases[i].typed);

    g_test_message ("%s", cases[i].typed);
    g_assert_cmpstr (stored, ==, cases[i].stored);
  }
}

static void
later (void)
{
  g_autofree char *ordinary = eh_when_add_minutes ("13:45", 90);
  g_autofree char *midnight = eh_when_add_minutes ("23:30", 45);
  g_autofree char *unknown = eh_when_add_minutes ("", 45);

  g_assert_cmpstr (ordinary, ==, "15:15");
  g_assert_cmpstr (midnight, ==, "00:15");
  g_assert_cmpstr (unknown, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when-text/dates", dates);
  g_test_add_func ("/when-text/there-and-back", date_there_and_back);
  g_test_add_func ("/when-text/times", times);
  g_test_add_func ("/when-text/later", later);
  return g_test_run ();
}
