/* Dates and times as people write them. Times without a zone are local, and the tests run in the
 * time zone that they set. */

#include "eh-when.h"

typedef struct {
  const char *text;
  const char *iso; /* in UTC; NULL where it is no time */
} Case;

static const Case cases[] = {
  { "2026-03-05", "2026-03-05T00:00:00Z" },
  { "2026-03-05 14:30", "2026-03-05T14:30:00Z" },
  { "2026-03-05T14:30:15", "2026-03-05T14:30:15Z" },
  { "2026-03-05T14:30:15.123Z", "2026-03-05T14:30:15Z" },
  { "2026-07-05T14:30:15", "2026-07-05T13:30:15Z" },
  { "2026-07-05T14:30:15Z", "2026-07-05T14:30:15Z" },
  { "2026-07-05T14:30+02:00", "2026-07-05T12:30:00Z" },
  { "5/12/2026 14:30", "2026-12-05T14:30:00Z" },
  { "05/12/26 2:30 pm", "2026-12-05T14:30:00Z" },
  { "5.12.2026, 9:05", "2026-12-05T09:05:00Z" },
  { "5th December 2026 at 12:00 am", "2026-12-05T00:00:00Z" },
  { "5-Dec-2026", "2026-12-05T00:00:00Z" },
  { "1658934589213", "2022-07-27T15:09:49Z" },
  { "31/02/2026", NULL },
  { "2026-13-01", NULL },
  { "5/12/2026 25:00", NULL },
  { "5/12/2026 and so on", NULL },
  { "soon", NULL },
  { "", NULL },
  { "12", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    EhWhen when;
    gboolean ok = eh_when_parse (cases[i].text, EH_DATE_ORDER_DAY_FIRST, &when);
    g_autoptr (GDateTime) moment = NULL;
    g_autofree char *iso = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (ok, ==, cases[i].iso != NULL);
    if (!ok)
      continue;
    moment = g_date_time_new_from_unix_utc (eh_when_to_unix (&when));
    iso = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
    g_assert_cmpstr (iso, ==, cases[i].iso);
  }
}

static void
test_time_alone (void)
{
  EhWhen when;

  g_assert_true (eh_when_parse ("9:05", EH_DATE_ORDER_DAY_FIRST, &when));
  g_assert_cmpint (when.year, ==, 0);
  g_assert_cmpint (when.hour * 60 + when.minute, ==, 545);
  g_assert_cmpint (eh_when_to_unix (&when), ==, 0);
}

static void
test_order (void)
{
  const char *american[] = { "7/27/26 19:06", "10/9/2026", "" };
  const char *british[] = { "27/7/26 19:06", "10/9/2026" };
  const char *unclear[] = { "1/2/2026", "2026-07-27" };
  EhWhen when;

  g_assert_cmpint (eh_when_guess_order (american, 3), ==, EH_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpint (eh_when_guess_order (british, 2), ==, EH_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (eh_when_guess_order (unclear, 2), ==, EH_DATE_ORDER_DAY_FIRST);
  g_assert_true (eh_when_parse ("10/9/2026", EH_DATE_ORDER_MONTH_FIRST, &when));
  g_assert_cmpint (when.month, ==, 10);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/parse", test_parse);
  g_test_add_func ("/when/time-alone", test_time_alone);
  g_test_add_func ("/when/order", test_order);
  return g_test_run ();
}
