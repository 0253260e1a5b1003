#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhSessionClock:
 * @planned: how long the activity shall take; 0 when that is not fixed
 * @extra: what was added to that meanwhile
 * @used: what had passed when it was stopped last
 * @since: when it was started last; 0 while it stands
 *
 * The clock of one activity that is going on. All are microseconds; moments are those of the
 * computer's clock, which goes on while the computer sleeps. Zeros are a clock that was never
 * started.
 */
typedef struct {
  gint64 planned;
  gint64 extra;
  gint64 used;
  gint64 since;
} EhSessionClock;

void eh_session_clock_start (EhSessionClock *self, gint64 now);
void eh_session_clock_pause (EhSessionClock *self, gint64 now);
void eh_session_clock_reset (EhSessionClock *self, gint64 now);
void eh_session_clock_add (EhSessionClock *self, gint64 more);
gboolean eh_session_clock_is_running (const EhSessionClock *self);
gint64 eh_session_clock_passed (const EhSessionClock *self, gint64 now);
gint64 eh_session_clock_left (const EhSessionClock *self, gint64 now);
gint64 eh_session_clock_next (const EhSessionClock *self, gint64 now);
char *eh_session_clock_face (const EhSessionClock *self, gint64 now);

G_END_DECLS
