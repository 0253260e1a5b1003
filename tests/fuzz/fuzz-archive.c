/* Any bytes at all, as a copy that a passphrase protects. */

#include "fuzz.h"

#include "eh-protected-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "correct horse battery"

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *plain = fuzz_file ("plain", (const guint8 *) "SQLite format 3, or so", 22);
  g_autofree char *archive = g_build_filename (fuzz_folder (), "seed.zip", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (archive);
  char *bytes = NULL;
  gsize size;

  if (eh_protected_copy_write (plain, file, "p.evenhand", PASSPHRASE, NULL, NULL, NULL, NULL) &&
      g_file_get_contents (archive, &bytes, &size, NULL))
    g_ptr_array_add (seeds, g_bytes_new_take (bytes, size));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *path = fuzz_file ("archive.zip", data, size);
  g_autofree char *to = g_build_filename (fuzz_folder (), "out", NULL);
  g_autofree char *name = NULL;
  gboolean encrypted = FALSE;

  fuzz_forget ("out");
  if (!eh_protected_copy_is_archive (path) ||
      !eh_protected_copy_is_encrypted (path, &encrypted, NULL))
    return 0;
  eh_protected_copy_extract (path, to, encrypted ? PASSPHRASE : NULL, &name, NULL, NULL, NULL,
                             NULL);
  return 0;
}
