/* Copies of a project in another place, protected by a passphrase or not, and the way back. */

#include "eh-job-copy.h"

#include "eh-reader.h"
#include "eh-snapshot.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".evenhand"

void
eh_unlocked_free (EhUnlocked *self)
{
  if (self == NULL)
    return;
  eh_private_folder_free (self->folder);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * eh_job_copy_entry_name:
 * @title: what the team calls the project
 *
 * Returns: (transfer full): a name for the file inside an archive, that every system can unpack
 */
char *
eh_job_copy_entry_name (const char *title)
{
  g_autofree char *line = eh_text_clean_line (title);
  g_autofree char *brief = eh_text_shorten (line, 60);

  g_strdelimit (brief, "/\\:*?\"<>|", '-');
  if (eh_text_is_blank (brief) || *brief == '.')
    eh_set_str (&brief, _ ("Project"));
  return g_strconcat (brief, SUFFIX, NULL);
}

/* What the archive says of itself, or what its own file is called. */
static char *
project_name (const char *archive, const char *entry_name)
{
  g_autofree char *base = g_path_get_basename (archive);
  g_autofree char *stem = NULL;
  gsize length;

  if (entry_name != NULL && g_str_has_suffix (entry_name, SUFFIX) && *entry_name != '.')
    return g_strdup (entry_name);
  length = strlen (base);
  stem = length > 4 && g_ascii_strcasecmp (base + length - 4, ".zip") == 0
             ? g_strndup (base, length - 4)
             : g_strdup (base);
  return g_str_has_suffix (stem, SUFFIX) ? g_steal_pointer (&stem)
                                         : g_strconcat (stem, SUFFIX, NULL);
}

/* Reads every page of what came out of an archive: from here on it is a project like any other. */
static gboolean
is_project (const char *path, GError **error)
{
  g_autoptr (EhDb) db = eh_reader_open_file (path, NULL, error);

  return db != NULL;
}

/**
 * eh_job_unlock:
 * @archive: a ZIP archive
 * @passphrase: (nullable): what opens it, where it is protected
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: set to a #EhProtectedError, a #EhStoreError or %G_IO_ERROR_CANCELLED
 *
 * Takes a project out of a protected copy, to where its owner alone can read it, and checks it.
 *
 * Returns: (transfer full) (nullable): the project; it is gone when this is freed
 */
EhUnlocked *
eh_job_unlock (const char *archive,
               const char *passphrase,
               EhProtectedProgress progress,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (EhUnlocked) self = g_new0 (EhUnlocked, 1);
  g_autofree char *own_name = project_name (archive, NULL);
  g_autofree char *entry_name = NULL;

  self->folder = eh_private_folder_new (error);
  if (self->folder == NULL)
    return NULL;
  /* Errors name the file: as its owner knows it. */
  self->path = eh_private_folder_file (self->folder, own_name);
  if (!eh_protected_copy_extract (archive, self->path, passphrase, &entry_name, progress, data,
                                  cancellable, error) ||
      !is_project (self->path, error))
    return NULL;
  self->name = project_name (archive, entry_name);
  return g_steal_pointer (&self);
}

/**
 * eh_job_place:
 * @from: a project in a private folder
 * @to: where it shall be
 * @replace: whether what is there may be replaced
 * @error: set to a #EhStoreError
 *
 * Gives a project its place, as a whole or not at all. A new file can be read by its owner alone;
 * one that is replaced keeps who may read it.
 *
 * Returns: whether it is there
 */
gboolean
eh_job_place (const char *from, GFile *to, gboolean replace, GError **error)
{
  g_autofree char *name = g_file_get_basename (to);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (source, NULL, &io_error);
  g_autoptr (GFileOutputStream) out = NULL;
  const GOutputStreamSpliceFlags flags = G_OUTPUT_STREAM_SPLICE_NONE;

  if (in != NULL)
    out = replace ? g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &io_error)
                  : g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, &io_error);
  if (out != NULL &&
      g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in), flags, NULL, &io_error) >=
          0 &&
      g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &io_error))
    return TRUE;
  if (out != NULL && !replace) {
    g_file_delete (to, NULL, NULL);
  } else if (out != NULL) {
    g_autoptr (GCancellable) discard = g_cancellable_new ();

    /* Closing a stream of g_file_replace() with a cancelled cancellable leaves the old file. */
    g_cancellable_cancel (discard);
    g_output_stream_close (G_OUTPUT_STREAM (out), discard, NULL);
  }
  eh_store_error_set_from_io (error, io_error, name);
  return FALSE;
}

static char *
title_of (EhDb *db)
{
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);

  return g_strdup (project != NULL ? project->title : "");
}

/**
 * eh_job_copy:
 * @path: a project
 * @to: where to put a copy; nothing must be there
 * @passphrase: (nullable): what protects the copy; it is then an archive that holds the project
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: set to a #EhStoreError, a #EhProtectedError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is there
 */
gboolean
eh_job_copy (const char *path,
             GFile *to,
             const char *passphrase,
             EhProtectedProgress progress,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (EhDb) db = eh_reader_open_file (path, cancellable, error);
  g_autoptr (EhPrivateFolder) folder = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *title = NULL;
  g_autofree char *entry_name = NULL;

  if (db == NULL)
    return FALSE;
  title = title_of (db);
  g_clear_pointer (&db, eh_db_close);
  if (g_file_query_exists (to, NULL)) {
    g_autofree char *shown = g_file_get_basename (to);
    g_autoptr (GError) exists = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "");

    eh_store_error_set_from_io (error, exists, shown);
    return FALSE;
  }
  folder = eh_private_folder_new (error);
  if (folder == NULL)
    return FALSE;
  plain = eh_private_folder_file (folder, "copy.db");
  if (!eh_snapshot_write_of_file (path, plain, error))
    return FALSE;
  if (passphrase == NULL)
    return eh_job_place (plain, to, FALSE, error);
  entry_name = eh_job_copy_entry_name (title);
  return eh_protected_copy_write (plain, to, entry_name, passphrase, progress, data, cancellable,
                                  error);
}
