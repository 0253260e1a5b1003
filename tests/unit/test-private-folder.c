/* The folders for a moment's work: who may look into them, and that nothing stays behind. */

#include "eh-private-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static guint
count_folders (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_data_dir (), "evenhand", "private", NULL);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (parent, name, NULL);

    n += g_file_test (path, G_FILE_TEST_IS_DIR);
  }
  return n;
}

static void
test_goes (void)
{
  mode_t before = umask (0);
  g_autoptr (EhPrivateFolder) folder = eh_private_folder_new (NULL);
  g_autofree char *file = NULL;
  g_autofree char *dir = NULL;
  GStatBuf info;

  umask (before);
  g_assert_nonnull (folder);
  file = eh_private_folder_file (folder, "words");
  dir = g_path_get_dirname (file);
  g_assert_cmpint (g_stat (dir, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_set_contents (file, "Asha", -1, NULL));
  g_clear_pointer (&folder, eh_private_folder_free);
  g_assert_false (g_file_test (dir, G_FILE_TEST_EXISTS));
}

/* Another process is stopped with its folder full; its words go when the next one is made, and the
 * folder of one that still lives stays. */
static void
test_found_after_a_crash (void)
{
  g_autoptr (EhPrivateFolder) mine = eh_private_folder_new (NULL);
  g_autofree char *kept = eh_private_folder_file (mine, "words");
  pid_t child;
  int status;

  g_assert_true (g_file_set_contents (kept, "mine", -1, NULL));
  child = fork ();
  if (child == 0) {
    EhPrivateFolder *left = eh_private_folder_new (NULL);
    g_autofree char *file = eh_private_folder_file (left, "words");

    g_file_set_contents (file, "Asha", -1, NULL);
    raise (SIGKILL);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpuint (count_folders (), ==, 2);
  eh_private_folder_sweep ();
  g_assert_cmpuint (count_folders (), ==, 1);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/private-folder/goes", test_goes);
  g_test_add_func ("/private-folder/found-after-a-crash", test_found_after_a_crash);
  return g_test_run ();
}
