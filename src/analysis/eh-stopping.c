/* Counting that nobody waits for any more. A worker that may be superseded pushes its cancellable
 * with g_cancellable_push_current(); loops over all insights ask now and then, and end early. What
 * they give then is not whole: the worker looks at its cancellable once more and throws it away. */

#include "eh-stopping.h"

#include <gio/gio.h>

/* Some tens of microseconds of counting. */
#define NOW_AND_THEN 1024

/**
 * eh_stopping:
 * @round: which round of a loop this is
 *
 * Returns: whether to end it here; asked of the thread's cancellable in one round of many
 */
gboolean
eh_stopping (guint round)
{
  return round % NOW_AND_THEN == 0 && g_cancellable_is_cancelled (g_cancellable_get_current ());
}
