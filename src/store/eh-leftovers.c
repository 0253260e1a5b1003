/* What a window that was killed in the middle of saving leaves behind: snapshots that nobody will
 * read, in the working folder, and the half-written file that was about to take the place of the
 * user's. Both hold what people said, and would pile up. */

#include "eh-leftovers.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* What g_file_replace() calls the file that it writes beside the one that it will replace. */
#define BESIDE ".goutputstream-"

/* Less than the head of a database tells nothing about whose it is. */
#define LEAST 100

/* Seconds after which an empty one is nobody's any more. */
#define EMPTY_FOR 600

/* Whether a file is a beginning of the snapshot: then it is our copy of it, and nobody else's. */
static gboolean
is_beginning_of (const char *path, GMappedFile *snapshot)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize size = file != NULL ? g_mapped_file_get_length (file) : 0;

  return size >= LEAST && size <= g_mapped_file_get_length (snapshot) &&
         memcmp (g_mapped_file_get_contents (file), g_mapped_file_get_contents (snapshot), size) ==
             0;
}

/* Whether it is empty, and has been for so long that no program is about to write into it: what a
 * save leaves that was killed before its first byte. */
static gboolean
is_empty_and_old (const char *path)
{
  GStatBuf at;

  return g_stat (path, &at) == 0 && S_ISREG (at.st_mode) && at.st_size == 0 &&
         at.st_mtime + EMPTY_FOR < g_get_real_time () / G_USEC_PER_SEC;
}

/* The snapshots that are left, of saves and of copies, each of which somebody's file may begin. */
static GPtrArray *
map_snapshots (const char *folder, const char *snapshot)
{
  GPtrArray *mapped = g_ptr_array_new_with_free_func ((GDestroyNotify) g_mapped_file_unref);
  g_autofree char *prefix = g_path_get_basename (snapshot);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GMappedFile *file = g_str_has_prefix (name, prefix) ? g_mapped_file_new (path, FALSE, NULL)
                                                        : NULL;

    if (file != NULL)
      g_ptr_array_add (mapped, file);
  }
  return mapped;
}

static gboolean
is_beginning_of_any (const char *path, GPtrArray *snapshots)
{
  for (guint i = 0; i < snapshots->len; i++)
    if (is_beginning_of (path, snapshots->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
sweep_beside (const char *target, GPtrArray *snapshots)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GDir) dir = snapshots->len > 0 ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_str_has_prefix (name, BESIDE) &&
        (is_beginning_of_any (path, snapshots) || is_empty_and_old (path)))
      g_unlink (path);
  }
}

static void
sweep_snapshots (const char *folder, const char *snapshot)
{
  g_autofree char *prefix = g_path_get_basename (snapshot);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_str_has_prefix (name, prefix))
      g_unlink (path);
  }
}

/**
 * eh_leftovers_sweep:
 * @folder: a working folder that is locked, and in which no save is under way
 * @snapshot: the path of its snapshot; others begin with the same name
 * @target: the user's file
 *
 * Removes what saves that were cut short have left, and nothing else.
 */
void
eh_leftovers_sweep (const char *folder, const char *snapshot, const char *target)
{
  g_autoptr (GPtrArray) snapshots = map_snapshots (folder, snapshot);

  sweep_beside (target, snapshots);
  sweep_snapshots (folder, snapshot);
}
