/* What is left of an activity, from moments that the test chooses. */

#include "eh-session-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)

/* Some moment: the arithmetic must not lean on zero. */
#define T (1700000000 * SECOND)

static void
assert_face (const EhSessionClock *clock, gint64 now, const char *face)
{
  g_autofree char *shown = eh_session_clock_face (clock, now);

  g_assert_cmpstr (shown, ==, face);
}

static void
counts_down (void)
{
  EhSessionClock clock = { .planned = 20 * MINUTE };

  assert_face (&clock, T, "20:00");
  eh_session_clock_start (&clock, T);
  assert_face (&clock, T, "20:00");
  assert_face (&clock, T + 1, "20:00");
  assert_face (&clock, T + SECOND, "19:59");
  assert_face (&clock, T + 20 * MINUTE - 1, "00:01");
  assert_face (&clock, T + 20 * MINUTE, "00:00");
  g_assert_cmpint (eh_session_clock_left (&clock, T + 5 * MINUTE), ==, 15 * MINUTE);
}

static void
says_how_much_over (void)
{
  EhSessionClock clock = { .planned = MINUTE };

  eh_session_clock_start (&clock, T);
  g_assert_cmpint (eh_session_clock_left (&clock, T + 3 * MINUTE), ==, -2 * MINUTE);
  assert_face (&clock, T + 3 * MINUTE + SECOND / 2, "02:00");
  eh_session_clock_add (&clock, 5 * MINUTE);
  assert_face (&clock, T + 3 * MINUTE, "03:00");
}

static void
stands_while_paused (void)
{
  EhSessionClock clock = { .planned = 10 * MINUTE };

  eh_session_clock_start (&clock, T);
  eh_session_clock_pause (&clock, T + 4 * MINUTE);
  g_assert_false (eh_session_clock_is_running (&clock));
  g_assert_cmpint (eh_session_clock_next (&clock, T + 9 * MINUTE), ==, -1);
  assert_face (&clock, T + 90 * MINUTE, "06:00");
  eh_session_clock_pause (&clock, T + 91 * MINUTE);
  eh_session_clock_start (&clock, T + 100 * MINUTE);
  eh_session_clock_start (&clock, T + 101 * MINUTE);
  assert_face (&clock, T + 102 * MINUTE, "04:00");
}

/* The lid was closed for an hour: nothing ticked, and the hour has passed. */
static void
passes_while_asleep (void)
{
  EhSessionClock clock = { .planned = 30 * MINUTE };

  eh_session_clock_start (&clock, T);
  g_assert_cmpint (eh_session_clock_left (&clock, T + 60 * MINUTE), ==, -30 * MINUTE);
}

static void
takes_nothing_back (void)
{
  EhSessionClock clock = { .planned = 30 * MINUTE };

  eh_session_clock_start (&clock, T);
  eh_session_clock_pause (&clock, T + 10 * MINUTE);
  eh_session_clock_start (&clock, T + 10 * MINUTE);
  g_assert_cmpint (eh_session_clock_passed (&clock, T - 60 * MINUTE), ==, 10 * MINUTE);
}

static void
begins_again (void)
{
  EhSessionClock clock = { .planned = 30 * MINUTE };

  eh_session_clock_start (&clock, T);
  eh_session_clock_add (&clock, MINUTE);
  eh_session_clock_reset (&clock, T + 5 * MINUTE);
  g_assert_true (eh_session_clock_is_running (&clock));
  assert_face (&clock, T + 6 * MINUTE, "29:00");
  eh_session_clock_pause (&clock, T + 6 * MINUTE);
  eh_session_clock_reset (&clock, T + 7 * MINUTE);
  g_assert_false (eh_session_clock_is_running (&clock));
  assert_face (&clock, T + 8 * MINUTE, "30:00");
}

/* An activity of no fixed length is counted up. */
static void
counts_up (void)
{
  EhSessionClock clock = { 0 };

  assert_face (&clock, T, "00:00");
  eh_session_clock_start (&clock, T);
  assert_face (&clock, T + 75 * SECOND + 1, "01:15");
  assert_face (&clock, T + 125 * MINUTE, "125:00");
}

/* The face is looked at again when it changes, not before and not much later. */
static void
knows_when_to_look (void)
{
  EhSessionClock clock = { .planned = MINUTE };

  eh_session_clock_start (&clock, T);
  g_assert_cmpint (eh_session_clock_next (&clock, T), ==, SECOND);
  g_assert_cmpint (eh_session_clock_next (&clock, T + SECOND / 4), ==, 3 * SECOND / 4);
  eh_session_clock_pause (&clock, T + SECOND / 4);
  eh_session_clock_start (&clock, T + 9 * SECOND);
  g_assert_cmpint (eh_session_clock_next (&clock, T + 9 * SECOND), ==, 3 * SECOND / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-clock/counts-down", counts_down);
  g_test_add_func ("/session-clock/says-how-much-over", says_how_much_over);
  g_test_add_func ("/session-clock/stands-while-paused", stands_while_paused);
  g_test_add_func ("/session-clock/passes-while-asleep", passes_while_asleep);
  g_test_add_func ("/session-clock/takes-nothing-back", takes_nothing_back);
  g_test_add_func ("/session-clock/begins-again", begins_again);
  g_test_add_func ("/session-clock/counts-up", counts_up);
  g_test_add_func ("/session-clock/knows-when-to-look", knows_when_to_look);
  return g_test_run ();
}
