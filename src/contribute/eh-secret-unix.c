/* Randomness from the system: GLib's own is not made for secrets. */

#include "eh-secret.h"

#include <sys/random.h>

/**
 * eh_secret_fill:
 * @bytes: (out) (array length=size): where to put them
 * @size: how many, up to 256
 *
 * Fills with random bytes. Without randomness there is no safe way to go on, so the program ends.
 */
void
eh_secret_fill (guint8 *bytes, gsize size)
{
  g_assert (size <= 256);
  if (getrandom (bytes, size, 0) != (ssize_t) size)
    g_error ("the system gives no random numbers");
}
