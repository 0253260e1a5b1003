/* How much of an activity is left. It counts no ticks: what has passed is the difference of two
 * moments, so that a computer that slept, or a window that was busy, comes back to the right time.
 */

#include "eh-session-clock.h"

/**
 * eh_session_clock_start:
 * @self: a clock
 * @now: the moment
 *
 * Begins, or goes on. One that is going stays as it is.
 */
void
eh_session_clock_start (EhSessionClock *self, gint64 now)
{
  if (self->since == 0)
    self->since = now;
}

/**
 * eh_session_clock_pause:
 * @self: a clock
 * @now: the moment
 *
 * Stands still, and keeps what has passed.
 */
void
eh_session_clock_pause (EhSessionClock *self, gint64 now)
{
  self->used = eh_session_clock_passed (self, now);
  self->since = 0;
}

/**
 * eh_session_clock_reset:
 * @self: a clock
 * @now: the moment
 *
 * Begins again with all of the planned time and nothing more; one that was going goes on.
 */
void
eh_session_clock_reset (EhSessionClock *self, gint64 now)
{
  self->used = 0;
  self->extra = 0;
  if (self->since != 0)
    self->since = now;
}

/**
 * eh_session_clock_add:
 * @self: a clock
 * @more: how much longer it shall take
 */
void
eh_session_clock_add (EhSessionClock *self, gint64 more)
{
  self->extra += more;
}

/**
 * eh_session_clock_is_running:
 * @self: a clock
 *
 * Returns: whether time passes
 */
gboolean
eh_session_clock_is_running (const EhSessionClock *self)
{
  return self->since != 0;
}

/**
 * eh_session_clock_passed:
 * @self: a clock
 * @now: the moment
 *
 * Returns: what has passed; a computer whose clock was put back meanwhile takes nothing away
 */
gint64
eh_session_clock_passed (const EhSessionClock *self, gint64 now)
{
  return self->used + (self->since != 0 ? MAX (now - self->since, 0) : 0);
}

/**
 * eh_session_clock_left:
 * @self: a clock
 * @now: the moment
 *
 * Returns: what is left; below 0, how much it is over
 */
gint64
eh_session_clock_left (const EhSessionClock *self, gint64 now)
{
  return self->planned + self->extra - eh_session_clock_passed (self, now);
}

/* In whole seconds, as a person counts them: what is left is rounded up, so that 20:00 stands for a
 * whole second and 00:00 comes when it is over; what has passed is rounded down. */
static gint64
shown_seconds (const EhSessionClock *self, gint64 now)
{
  gint64 left = eh_session_clock_left (self, now);

  if (self->planned + self->extra <= 0)
    return eh_session_clock_passed (self, now) / G_USEC_PER_SEC;
  return left >= 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : -left / G_USEC_PER_SEC;
}

/**
 * eh_session_clock_next:
 * @self: a clock
 * @now: the moment
 *
 * Returns: in how many microseconds its face changes; -1 while it stands
 */
gint64
eh_session_clock_next (const EhSessionClock *self, gint64 now)
{
  gint64 into = eh_session_clock_passed (self, now) % G_USEC_PER_SEC;

  if (self->since == 0)
    return -1;
  return G_USEC_PER_SEC - into;
}

/**
 * eh_session_clock_face:
 * @self: a clock
 * @now: the moment
 *
 * Returns: (transfer full): minutes and seconds that are left, or by how much it is over, or, where
 *   no time is planned, those that have passed: "07:30"
 */
char *
eh_session_clock_face (const EhSessionClock *self, gint64 now)
{
  gint64 seconds = shown_seconds (self, now);

  return g_strdup_printf ("%02d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}
