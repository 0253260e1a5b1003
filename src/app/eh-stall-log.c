/* For the benchmark: how long the main loop was away, which is how long the window did not answer.
 * With EVENHAND_STALLS set to a path, each turn of the loop that takes longer than half a frame is
 * a line of that file: when it ended in seconds of the monotonic clock, and how long it took in
 * milliseconds, by the clock and of the processor. */

#include "eh-stall-log.h"

#include <stdio.h>
#include <time.h>

#define HALF_A_FRAME_US 8000

typedef struct {
  GSource source;
  FILE *out;
  gint64 woken; /* when the turn began, 0 before the first */
  gint64 woken_cpu;
} EhStallLog;

static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Before all other sources, for none has a higher priority: the turn is over. */
static gboolean
prepare (GSource *source, int *timeout)
{
  EhStallLog *self = (EhStallLog *) source;
  gint64 now = g_get_monotonic_time ();

  *timeout = -1;
  if (self->woken != 0 && now - self->woken > HALF_A_FRAME_US) {
    fprintf (self->out, "%.6f %.3f %.3f\n", (double) now / G_USEC_PER_SEC,
             (double) (now - self->woken) / 1000, (double) (cpu_time () - self->woken_cpu) / 1000);
    fflush (self->out);
  }
  self->woken = 0;
  return FALSE;
}

static gboolean
check (GSource *source)
{
  EhStallLog *self = (EhStallLog *) source;

  self->woken = g_get_monotonic_time ();
  self->woken_cpu = cpu_time ();
  return FALSE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  fclose (((EhStallLog *) source)->out);
}

/**
 * eh_stall_log_start:
 *
 * Begins to write, if that is asked for.
 */
void
eh_stall_log_start (void)
{
  static GSourceFuncs funcs = { prepare, check, dispatch, finalize, NULL, NULL };
  const char *path = g_getenv ("EVENHAND_STALLS");
  FILE *out = path != NULL ? fopen (path, "w") : NULL;
  GSource *source;

  if (out == NULL)
    return;
  source = g_source_new (&funcs, sizeof (EhStallLog));
  ((EhStallLog *) source)->out = out;
  g_source_set_priority (source, G_MININT);
  g_source_attach (source, NULL);
  g_source_unref (source);
}
