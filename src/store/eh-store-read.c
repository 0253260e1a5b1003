/* Reading what takes longer than a frame: a worker opens a connection of its own, and the window
 * goes on. */

#include "eh-store-read.h"

typedef struct {
  char *path;
  EhStoreRead read;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Reading;

static void
reading_free (Reading *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self->path);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (self->path, cancellable, &error);
  gpointer result = db != NULL ? self->read (db, self->data, &error) : NULL;

  /* Whoever is told finds the file let go of. */
  g_clear_pointer (&db, eh_db_close);
  if (error == NULL) {
    g_task_return_pointer (task, result, self->result_free);
    return;
  }
  if (result != NULL && self->result_free != NULL)
    self->result_free (result);
  g_task_return_error (task, error);
}

/**
 * eh_store_read_async:
 * @path: of a store: eh_store_get_path()
 * @read: reads it; called in a worker
 * @data: for @read
 * @data_free: (nullable): frees @data when all is over
 * @result_free: (nullable): frees what @read gives, where nobody takes it
 * @cancellable: (nullable): stops the query that is under way
 * @callback: called when it is read or could not be, with %NULL as the source
 * @user_data: for @callback
 *
 * What is read is the project of that moment: whoever shows it reads it anew when that changes.
 */
void
eh_store_read_async (const char *path,
                     EhStoreRead read,
                     gpointer data,
                     GDestroyNotify data_free,
                     GDestroyNotify result_free,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *self = g_new (Reading, 1);

  *self = (Reading){ g_strdup (path), read, data, data_free, result_free };
  g_task_set_source_tag (task, eh_store_read_async);
  g_task_set_task_data (task, self, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * eh_store_read_finish:
 * @result: what the callback was given
 * @error: set to what went wrong, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read
 */
gpointer
eh_store_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
