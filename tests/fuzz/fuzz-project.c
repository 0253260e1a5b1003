/* Any bytes at all, opened as a project; one that is let in is used. */

#include "fuzz-projects.h"
#include "fuzz.h"

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, fuzz_project_seed (FALSE));
  g_ptr_array_add (seeds, fuzz_project_seed (TRUE));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree guint8 *bytes = fuzz_project_with_our_head (data, size);
  g_autofree char *path = fuzz_file ("project", bytes, size);
  g_autoptr (EhStore) store = eh_store_open (path, NULL);

  if (store != NULL)
    fuzz_project_use (store);
  return 0;
}
