/* Any bytes at all, as somebody else's copy that is merged into a sound project: it is sound after.
 */

#include "fault-project.h"
#include "fuzz-projects.h"
#include "fuzz.h"

static GBytes *ours;

static GBytes *
grown_apart (void)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (ours, &size);
  g_autofree char *path = fuzz_file ("ours", bytes, size);
  g_autofree char *other = g_build_filename (fuzz_folder (), "other", NULL);
  g_autoptr (EhStore) store = eh_store_open (path, NULL);
  char *their_bytes = NULL;
  gsize their_size;

  g_assert_true (fault_make_other (store, other, 7, NULL));
  g_assert_true (g_file_get_contents (other, &their_bytes, &their_size, NULL));
  return g_bytes_new_take (their_bytes, their_size);
}

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (ours == NULL)
    ours = fuzz_project_seed (TRUE);
  g_ptr_array_add (seeds, g_bytes_ref (ours));
  g_ptr_array_add (seeds, grown_apart ());
  g_ptr_array_add (seeds, fuzz_project_seed (FALSE));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree guint8 *bytes = fuzz_project_with_our_head (data, size);
  g_autofree char *other = fuzz_file ("theirs", bytes, size);
  g_autofree char *path = NULL;
  g_autoptr (EhStore) store = NULL;
  gsize our_size;

  if (ours == NULL)
    ours = fuzz_project_seed (TRUE);
  path = fuzz_file ("ours", g_bytes_get_data (ours, &our_size), g_bytes_get_size (ours));
  store = eh_store_open (path, NULL);
  g_assert_nonnull (store);
  fault_merge (store, other, NULL);
  fault_check_sound (eh_store_get_db (store));
  return 0;
}
