/* A folder in memory for the targets whose input is a file; gone when the program ends well. */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/**
 * fuzz_folder:
 *
 * Returns: (transfer none): the folder
 */
const char *
fuzz_folder (void)
{
  if (folder == NULL) {
    const char *top = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

    folder = g_strdup_printf ("%s/eh-fuzz-XXXXXX", top);
    g_assert_nonnull (g_mkdtemp (folder));
    atexit (remove_folder);
  }
  return folder;
}

/**
 * fuzz_forget:
 * @name: of a file in the folder
 *
 * Removes it, and what SQLite may have put beside it.
 */
void
fuzz_forget (const char *name)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *path = g_strdup_printf ("%s/%s%s", fuzz_folder (), name, tails[i]);

    g_unlink (path);
  }
}

/**
 * fuzz_file:
 * @name: of a file in the folder; what was there is replaced
 * @data: its bytes
 * @size: how many
 *
 * Returns: (transfer full): its path
 */
char *
fuzz_file (const char *name, const guint8 *data, gsize size)
{
  char *path = g_build_filename (fuzz_folder (), name, NULL);

  fuzz_forget (name);
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}
