/* Begins a guidance: what its template makes of the project, worked out in a worker. */

#include "eh-guidance-start.h"

#include "eh-guidance-edit.h"
#include "eh-guidance-template.h"
#include "eh-reader.h"
#include "eh-text.h"

typedef struct {
  char *path;
  gboolean blank;
  EhGuidance *guidance;
  GPtrArray *blocks;
} Beginning;

static void
beginning_free (Beginning *self)
{
  g_free (self->path);
  g_clear_pointer (&self->guidance, eh_guidance_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

/* Something to write into. */
static void
make_blank (Beginning *self)
{
  EhBlock *first = eh_block_new ();

  first->kind = EH_BLOCK_KIND_PARAGRAPH;
  eh_set_str (&self->guidance->template, "");
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_add (self->blocks, first);
}

static void
begin_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Beginning *beginning = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (beginning->path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) open = NULL;

  if (dataset == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_pointer (&db, eh_db_close);
  open = eh_disclosure_apply (dataset, NULL, NULL);
  beginning->guidance = eh_guidance_template_begin (open, "T1", g_get_real_time () / G_USEC_PER_SEC,
                                                    &beginning->blocks);
  if (beginning->blank)
    make_blank (beginning);
  g_task_return_boolean (task, TRUE);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  EhStore *store = eh_workspace_get_store (EH_WORKSPACE (source));
  const Beginning *beginning = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) &&
      (store == NULL || eh_guidance_start (store, beginning->guidance, beginning->blocks, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * eh_guidance_start_async:
 * @workspace: the workspace, with a project
 * @blank: whether to begin with an empty page instead of a full draft
 * @callback: called when the guidance is there
 * @user_data: for @callback
 */
void
eh_guidance_start_async (EhWorkspace *workspace,
                         gboolean blank,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *whole = g_task_new (workspace, NULL, callback, user_data);
  g_autoptr (GTask) task = g_task_new (workspace, NULL, begun_cb, whole);
  Beginning *beginning = g_new0 (Beginning, 1);

  beginning->path = g_strdup (eh_store_get_path (eh_workspace_get_store (workspace)));
  beginning->blank = blank;
  g_task_set_source_tag (task, eh_guidance_start_async);
  g_task_set_task_data (task, beginning, (GDestroyNotify) beginning_free);
  g_task_run_in_thread (task, begin_in_thread);
}

/**
 * eh_guidance_start_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is there
 */
gboolean
eh_guidance_start_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
