/* Letters into files: all of them or none. */

#include "eh-job-letters.h"

#include "config.h"
#include "eh-many.h"
#include "eh-private-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How much of the work it is to make letters; the rest is to put them in their place. */
#define MAKING 0.95

/* Letters while they are made. */
typedef struct {
  EhFeedbackIndex *index;
  EhLook *look; /* (nullable) */
  EhPrivateFolder *made;
  EhJobProgress progress;
  gpointer data;
} Making;

/* In any thread. */
static gboolean
make_one (gpointer data, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const EhLetterItem *item = data;
  Making *making = user_data;
  g_autofree char *path = eh_private_folder_file (making->made, item->file_name);
  g_autoptr (EhDoc) doc = eh_job_letters_doc (making->index, item, making->look);
  g_autoptr (GBytes) bytes = doc != NULL ? eh_doc_render (doc, item->writer, cancellable, error)
                                         : NULL;
  gsize size;
  const char *words;

  if (bytes == NULL)
    return FALSE;
  words = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, words, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                   error);
}

static void
progress_cb (double fraction, const char *text, gpointer data)
{
  Making *making = data;

  if (making->progress != NULL)
    making->progress (MAKING * fraction, text, making->data);
}

static gboolean
make_all (EhFeedbackIndex *index,
          GPtrArray *letters,
          EhPrivateFolder *made,
          EhJobProgress progress,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (EhLook) look = eh_job_letters_look (index);
  Making making = { index, look, made, progress, data };

  return eh_many_run (letters, make_one, &making, progress_cb, _ ("Making letters…"), &making,
                      cancellable, error);
}

/* What is new in its folder is moved there, where that is one step; else it is copied, and what
 * was there stays until the copy is whole. */
static gboolean
put (const char *from, GFile *to, gboolean is_new, GError **error)
{
  const char *path = g_file_peek_path (to);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (is_new && path != NULL && g_rename (from, path) == 0)
    return TRUE;
  return g_file_get_contents (from, &bytes, &size, error) &&
         g_file_replace_contents (to, bytes, size, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  NULL, error);
}

/* Once all are made they are put in their place; what is new there goes again when one cannot be.
 */
static gboolean
put_all (GPtrArray *letters,
         EhPrivateFolder *made,
         GFile *folder,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) already = NULL;

  if (!g_file_make_directory_with_parents (folder, NULL, &already) &&
      !g_error_matches (already, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&already));
    return FALSE;
  }
  for (guint i = 0; i < letters->len; i++) {
    const EhLetterItem *item = letters->pdata[i];
    g_autofree char *from = eh_private_folder_file (made, item->file_name);
    g_autoptr (GFile) to = g_file_get_child (folder, item->file_name);
    gboolean is_new = !g_file_query_exists (to, NULL);

    if (is_new)
      g_ptr_array_add (new, g_object_ref (to));
    if (!g_cancellable_set_error_if_cancelled (cancellable, error) && put (from, to, is_new, error))
      continue;
    for (guint j = 0; j < new->len; j++)
      g_file_delete (new->pdata[j], NULL, NULL);
    return FALSE;
  }
  return TRUE;
}

/**
 * eh_job_letters_write:
 * @index: a project
 * @items: (element-type EhLetterItem): letters; those without one are passed over
 * @folder: where to; it is made when it is not there
 * @progress: (nullable): told how far it is, in this thread
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: set to a #GIOError or a #GFileError
 *
 * Makes all letters, and then puts them in the folder, each readable by its owner alone.
 *
 * Returns: whether all are there; when not, no new one is
 */
gboolean
eh_job_letters_write (EhFeedbackIndex *index,
                      GPtrArray *items,
                      GFile *folder,
                      EhJobProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EhPrivateFolder) made = eh_private_folder_new (error);
  g_autoptr (GPtrArray) letters = g_ptr_array_new ();

  if (made == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (((EhLetterItem *) items->pdata[i])->writer != NULL)
      g_ptr_array_add (letters, items->pdata[i]);
  if (!make_all (index, letters, made, progress, data, cancellable, error) ||
      !put_all (letters, made, folder, cancellable, error))
    return FALSE;
  if (progress != NULL)
    progress (1, _ ("Making letters…"), data);
  return TRUE;
}

typedef struct {
  EhFeedbackIndex *index;
  GPtrArray *items;
  GFile *folder;
  EhJobProgress progress;
  gpointer data;
  GDestroyNotify destroy;
} Task;

static void
task_free (Task *task)
{
  if (task->destroy != NULL)
    task->destroy (task->data);
  eh_feedback_index_unref (task->index);
  g_ptr_array_unref (task->items);
  g_object_unref (task->folder);
  g_free (task);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;

  if (eh_job_letters_write (what->index, what->items, what->folder, what->progress, what->data,
                            cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_letters_write_async:
 * @index: a project
 * @items: (element-type EhLetterItem): letters, which do not change any more
 * @folder: where to
 * @progress: (nullable): told how far it is, in the worker
 * @data: for @progress
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_letters_write(), in a worker.
 */
void
eh_job_letters_write_async (EhFeedbackIndex *index,
                            GPtrArray *items,
                            GFile *folder,
                            EhJobProgress progress,
                            gpointer data,
                            GDestroyNotify destroy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->index = eh_feedback_index_ref (index);
  what->items = g_ptr_array_ref (items);
  what->folder = g_object_ref (folder);
  what->progress = progress;
  what->data = data;
  what->destroy = destroy;
  g_task_set_source_tag (task, eh_job_letters_write_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * eh_job_letters_write_finish:
 * @result: what the callback was given
 * @error: as for eh_job_letters_write()
 *
 * Returns: whether all are there
 */
gboolean
eh_job_letters_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
