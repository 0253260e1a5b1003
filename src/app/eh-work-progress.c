/* A number that one thread writes and another reads. */

#include "eh-work-progress.h"

#define WHOLE 10000

struct _EhWorkProgress {
  int done; /* of WHOLE */
};

/**
 * eh_work_progress_new:
 *
 * Returns: (transfer full): nothing done yet
 */
EhWorkProgress *
eh_work_progress_new (void)
{
  return g_atomic_rc_box_new0 (EhWorkProgress);
}

/**
 * eh_work_progress_ref:
 * @self: a progress
 *
 * Returns: (transfer full): @self
 */
EhWorkProgress *
eh_work_progress_ref (EhWorkProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * eh_work_progress_unref:
 * @self: (transfer full): a progress
 */
void
eh_work_progress_unref (EhWorkProgress *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * eh_work_progress_note:
 * @fraction: how far, 0 to 1
 * @progress: a #EhWorkProgress
 *
 * May be called in any thread.
 */
void
eh_work_progress_note (double fraction, gpointer progress)
{
  g_atomic_int_set (&((EhWorkProgress *) progress)->done, (int) (fraction * WHOLE));
}

/**
 * eh_work_progress_get:
 * @self: a progress
 *
 * Returns: how far, 0 to 1
 */
double
eh_work_progress_get (EhWorkProgress *self)
{
  return (double) g_atomic_int_get (&self->done) / WHOLE;
}
