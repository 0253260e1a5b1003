#include "eh-store-error.h"

#include "config.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (eh - store - error - quark, eh_store_error)

/**
 * eh_store_error_set_from_io:
 * @error: where to set it
 * @io_error: what GIO said
 * @display_name: the file, as its owner knows it
 *
 * Sets a #EhStoreError with a sentence that says what to do.
 */
void
eh_store_error_set_from_io (GError **error, const GError *io_error, const char *display_name)
{
  g_debug ("%s: %s", display_name, io_error->message);
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”. It may have been moved or renamed."), display_name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_READ_ONLY,
                 _ ("You may not change “%s” or its folder. Choose another place for it."),
                 display_name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (
        error, EH_STORE_ERROR, EH_STORE_ERROR_FULL,
        _ ("The disk is full, so “%s” could not be written. Free some space and try again."),
        display_name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_EXISTS,
                 _ ("“%s” is there already. Choose another name."), display_name);
  else
    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_UNREACHABLE,
                 _ ("“%s” could not be reached. Is its disk or network folder still there?"),
                 display_name);
}
