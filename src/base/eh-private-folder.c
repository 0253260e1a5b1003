/* Folders for a moment's work. Each has a lock file that its process holds for as long as it lives:
 * one whose lock can be taken belongs to nobody any more, and is removed. Making, finding and
 * removing happen under one lock of the parent, so that a folder is never seen before it has its
 * own. */

#include "eh-private-folder.h"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK "lock"

struct _EhPrivateFolder {
  char *path;
  int lock;
};

static char *
parent_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "evenhand", "private", NULL);
}

static int
take_lock (const char *folder, int how)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 || flock (fd, how) == 0)
    return fd;
  close (fd);
  return -1;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
  g_rmdir (path);
}

/* The caller holds the parent's lock. */
static void
sweep (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (parent, name, NULL);
    int fd;

    if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      continue;
    fd = take_lock (path, LOCK_EX | LOCK_NB);
    if (fd < 0)
      continue;
    remove_folder (path);
    close (fd);
  }
}

static gboolean
make (EhPrivateFolder *self, const char *parent)
{
  g_autofree char *name = g_uuid_string_random ();

  self->path = g_build_filename (parent, name, NULL);
  if (g_mkdir (self->path, 0700) != 0)
    return FALSE;
  self->lock = take_lock (self->path, LOCK_EX | LOCK_NB);
  return self->lock >= 0;
}

/**
 * eh_private_folder_new:
 * @error: set to a #GIOErrorEnum with a sentence for people
 *
 * Returns: (transfer full) (nullable): an empty folder
 */
EhPrivateFolder *
eh_private_folder_new (GError **error)
{
  EhPrivateFolder *self = g_new0 (EhPrivateFolder, 1);
  g_autofree char *parent = parent_path ();
  gboolean made = FALSE;
  int fd = -1;

  self->lock = -1;
  if (g_mkdir_with_parents (parent, 0700) == 0)
    fd = take_lock (parent, LOCK_EX);
  if (fd >= 0) {
    sweep (parent);
    made = make (self, parent);
    close (fd);
  }
  if (made)
    return self;
  g_debug ("%s: %s", parent, g_strerror (errno));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("Evenhand could not make its working folder. Is there room on this "
                          "computer’s disk?"));
  eh_private_folder_free (self);
  return NULL;
}

/**
 * eh_private_folder_free:
 * @self: (nullable): a folder
 *
 * Removes it and all that is in it.
 */
void
eh_private_folder_free (EhPrivateFolder *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL)
    remove_folder (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/**
 * eh_private_folder_file:
 * @self: a folder
 * @name: a plain name
 *
 * Returns: (transfer full): the path of a file in it
 */
char *
eh_private_folder_file (EhPrivateFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * eh_private_folder_sweep:
 *
 * Removes what processes that were stopped left behind.
 */
void
eh_private_folder_sweep (void)
{
  g_autofree char *parent = parent_path ();
  int fd;

  if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
    return;
  fd = take_lock (parent, LOCK_EX);
  if (fd < 0)
    return;
  sweep (parent);
  close (fd);
}
