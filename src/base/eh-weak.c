/* What a task knows of whoever began it. A task never holds a widget or a model itself: the worker
 * may be the last to let go of its task, and these must not end in a worker. */

#include "eh-weak.h"

/**
 * eh_weak_new:
 * @object: (type GObject): an object
 *
 * Returns: (transfer full): a way to it, which does not keep it; g_weak_ref_get() gives it or %NULL
 */
GWeakRef *
eh_weak_new (gpointer object)
{
  GWeakRef *self = g_new0 (GWeakRef, 1);

  g_weak_ref_init (self, object);
  return self;
}

/**
 * eh_weak_free:
 * @self: (transfer full): a way to an object
 */
void
eh_weak_free (GWeakRef *self)
{
  g_weak_ref_clear (self);
  g_free (self);
}
