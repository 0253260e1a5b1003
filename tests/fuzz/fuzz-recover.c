/* Any bytes at all, to be recovered from: what comes of it is a sound project, or nothing. */

#include "fuzz-projects.h"
#include "fuzz.h"

#include "eh-recovery.h"

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, fuzz_project_seed (TRUE));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree guint8 *bytes = fuzz_project_with_our_head (data, size);
  g_autofree char *path = fuzz_file ("damaged", bytes, size);
  g_autofree char *into = g_build_filename (fuzz_folder (), "recovered", NULL);
  g_autoptr (EhRecovery) recovery = NULL;

  fuzz_forget ("recovered");
  recovery = eh_recovery_run (path, NULL, into, NULL);
  if (recovery != NULL) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EhStore) store = NULL;

    store = eh_store_open (into, &error);
    g_assert_no_error (error);
  }
  return 0;
}
