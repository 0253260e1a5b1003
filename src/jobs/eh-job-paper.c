/* What is printed for a workshop: the slips that stand on it are recorded first, so that their
 * numbers are known when they are typed up, and the file is its owner's alone to read. */

#include "eh-job-paper.h"

#include "config.h"
#include "eh-reader.h"
#include "eh-slips.h"

#include <glib/gi18n-lib.h>

/* More than this is a slip of the finger. */
#define MOST_SLIPS 1000

/**
 * eh_job_paper_slips_made:
 * @db: a project
 * @workshop_id: a workshop
 *
 * Returns: how many slips there are for it; they are numbered from 1
 */
guint
eh_job_paper_slips_made (EhDb *db, EhId workshop_id)
{
  g_autoptr (GPtrArray) all = eh_slips_list (db, workshop_id);

  return all->len;
}

static GPtrArray *
pick (GPtrArray *all, guint first, guint count)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_slip_free);

  for (guint i = 0; i < all->len; i++) {
    const EhSlip *slip = all->pdata[i];

    if (slip->number >= first && slip->number < (gint64) first + count)
      g_ptr_array_add (out, eh_slip_copy (slip));
  }
  return out;
}

/**
 * eh_job_paper_slips_there:
 * @db: a project
 * @workshop_id: a workshop
 * @first: number of the first
 * @count: how many
 *
 * Returns: (transfer full) (element-type EhSlip): those of them that there are
 */
GPtrArray *
eh_job_paper_slips_there (EhDb *db, EhId workshop_id, guint first, guint count)
{
  g_autoptr (GPtrArray) all = eh_slips_list (db, workshop_id);

  return pick (all, first, count);
}

/**
 * eh_job_paper_slips:
 * @store: a project
 * @workshop_id: a workshop
 * @first: number of the first, 1 or more
 * @count: how many
 * @error: set to %G_IO_ERROR_INVALID_ARGUMENT for more than can be meant, or a #EhStoreError
 *
 * Makes the slips that are not there yet. Those that are keep number and code, so that a page can
 * be printed again.
 *
 * Returns: (transfer full) (element-type EhSlip): the slips
 */
GPtrArray *
eh_job_paper_slips (EhStore *store, EhId workshop_id, guint first, guint count, GError **error)
{
  g_autoptr (GPtrArray) all = eh_slips_list (eh_store_get_db (store), workshop_id);
  gint64 last = (gint64) first + count - 1;
  gint64 have = 0;

  if (first < 1 || count < 1 || last > MOST_SLIPS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 g_dngettext (GETTEXT_PACKAGE, "A workshop can have %u slip at most.",
                              "A workshop can have %u slips at most.", MOST_SLIPS),
                 MOST_SLIPS);
    return NULL;
  }
  for (guint i = 0; i < all->len; i++)
    have = MAX (have, ((EhSlip *) all->pdata[i])->number);
  if (last > have) {
    g_autoptr (GPtrArray) made = eh_slips_make (store, workshop_id, (guint) (last - have), error);

    if (made == NULL)
      return NULL;
  }
  return eh_job_paper_slips_there (eh_store_get_db (store), workshop_id, first, count);
}

/**
 * eh_job_paper_save:
 * @paper: what to print
 * @file: where to; what was there is replaced at the end, and stays when anything fails
 * @error: set to a #GIOError
 *
 * Writes a PDF that its owner alone can read, for most of what is printed holds names or codes.
 *
 * Returns: whether it is written
 */
gboolean
eh_job_paper_save (const EhPaper *paper, GFile *file, GError **error)
{
  g_autoptr (GBytes) pdf = eh_paper_to_pdf (paper, error);
  gsize size;
  const char *data;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  NULL, error);
}

/* What the worker gets, copied, and needs nothing else of anybody. */
typedef struct {
  EhDataset *dataset; /* (nullable): it is read from the project */
  char *project_path;
  EhPaperOrder order;
  GFile *file; /* (nullable): where it is written */
} Task;

static void
task_free (Task *task)
{
  g_clear_pointer (&task->dataset, eh_dataset_unref);
  g_clear_pointer (&task->order.slips, g_ptr_array_unref);
  g_clear_object (&task->file);
  g_free (task->project_path);
  g_free (task);
}

static EhPaper *
make (Task *what, GCancellable *cancellable, GError **error)
{
  if (what->dataset == NULL) {
    g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, error);

    what->dataset = db != NULL ? eh_reader_load_dataset (db, error) : NULL;
  }
  if (what->dataset == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return eh_paper_new (what->order.kind, what->dataset, what->order.workshop_id, what->order.slips,
                       &what->order.options);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EhPaper *paper = make (data, cancellable, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) eh_paper_free);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  GError *error = NULL;
  g_autoptr (EhPaper) paper = make (what, cancellable, &error);

  if (paper != NULL && eh_job_paper_save (paper, what->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
copy_slip (gconstpointer slip, gpointer unused)
{
  return eh_slip_copy (slip);
}

static void
begin (GTask *task,
       EhDataset *dataset,
       const char *project_path,
       const EhPaperOrder *order,
       GFile *file,
       GTaskThreadFunc func)
{
  Task *what = g_new0 (Task, 1);

  what->dataset = dataset != NULL ? eh_dataset_ref (dataset) : NULL;
  what->project_path = g_strdup (project_path);
  what->order = *order;
  if (order->slips != NULL) {
    what->order.slips = g_ptr_array_copy (order->slips, copy_slip, NULL);
    g_ptr_array_set_free_func (what->order.slips, (GDestroyNotify) eh_slip_free);
  }
  what->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, func);
}

/**
 * eh_job_paper_make_async:
 * @dataset: (nullable): the project, frozen; %NULL to read it
 * @project_path: the project or its working copy (eh_store_get_path())
 * @order: what to make
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Lays pages out in a worker: hundreds of slips take longer than a frame.
 */
void
eh_job_paper_make_async (EhDataset *dataset,
                         const char *project_path,
                         const EhPaperOrder *order,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_job_paper_make_async);
  begin (task, dataset, project_path, order, NULL, make_in_thread);
}

/**
 * eh_job_paper_make_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages; from now on this thread's
 */
EhPaper *
eh_job_paper_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_job_paper_save_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @order: what to make
 * @file: where to; see eh_job_paper_save()
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Makes pages of the project as it is now, and writes them as a PDF.
 */
void
eh_job_paper_save_async (const char *project_path,
                         const EhPaperOrder *order,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_job_paper_save_async);
  begin (task, NULL, project_path, order, file, save_in_thread);
}

/**
 * eh_job_paper_save_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError or a #GIOError
 *
 * Returns: whether it is written
 */
gboolean
eh_job_paper_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
