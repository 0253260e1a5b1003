/* The ways in which the places of a window change the project: each tells at once what goes wrong,
 * and what takes longer than a frame is done by a worker. */

#include "eh-workspace.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Rows that are written within a frame. */
#define FEW_ROWS 100

static gboolean
told (EhWorkspace *self, gboolean done, const GError *error)
{
  if (!done)
    eh_workspace_report_error (self, error);
  return done;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  gboolean done = eh_store_work_finish (EH_STORE (source), result, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A step to be undone, or done again. */
typedef struct {
  EhWorkspace *workspace;
  gboolean undo;
  char *label;
} Step;

static void
step_free (Step *self)
{
  g_object_unref (self->workspace);
  g_free (self->label);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
tell_step (const Step *self)
{
  g_autofree char *said = NULL;

  /* TRANSLATORS: %s is what was done, such as "Added an insight" */
  said = self->undo ? g_strdup_printf (_ ("Undone: %s"), self->label)
                    /* TRANSLATORS: %s is what was done, such as "Added an insight" */
                    : g_strdup_printf (_ ("Done again: %s"), self->label);
  eh_workspace_toast (self->workspace, said, FALSE);
}

static gboolean
step_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GPOINTER_TO_INT (data) ? eh_store_undo (store, error) : eh_store_redo (store, error);
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) taken = data;
  g_autoptr (GError) error = NULL;

  if (told (taken->workspace, eh_workspace_run_finish (EH_WORKSPACE (source), result, &error),
            error))
    tell_step (taken);
}

static void
step (EhWorkspace *self, gboolean undo)
{
  EhStore *store = eh_workspace_get_store (self);
  g_autoptr (Step) taken = NULL;
  g_autoptr (GError) error = NULL;
  const char *label;

  if (store == NULL)
    return;
  eh_workspace_flush (self);
  label = undo ? eh_store_get_undo_label (store) : eh_store_get_redo_label (store);
  if (label == NULL)
    return;
  taken = g_new0 (Step, 1);
  taken->workspace = g_object_ref (self);
  taken->undo = undo;
  taken->label = g_strdup (label);
  if (eh_history_next_rows (eh_workspace_get_db (self), !undo) > FEW_ROWS)
    eh_workspace_run_async (self, undo ? _ ("Undoing…") : _ ("Doing it again…"), step_work,
                            GINT_TO_POINTER (undo), NULL, stepped_cb, g_steal_pointer (&taken));
  else if (told (self, undo ? eh_store_undo (store, &error) : eh_store_redo (store, &error), error))
    tell_step (taken);
}

/**
 * eh_workspace_put:
 * @self: a workspace with a project
 * @type: what @row is
 * @row: a row with an id
 * @label: what a person reads on the undo button
 * @merge_key: (nullable): see eh_store_join()
 *
 * Adds or changes a row in one step. What goes wrong is reported.
 *
 * Returns: whether it is safe
 */
gboolean
eh_workspace_put (EhWorkspace *self,
                  const EhRowType *type,
                  gconstpointer row,
                  const char *label,
                  const char *merge_key)
{
  g_autoptr (GError) error = NULL;

  return told (
      self, eh_store_put_one (eh_workspace_get_store (self), type, row, label, merge_key, &error),
      error);
}

/**
 * eh_workspace_remove:
 * @self: a workspace with a project
 * @type: which table
 * @id: which row
 * @label: what a person reads on the undo button
 * @toast: (nullable): said with a button that brings the row back
 *
 * Removes a row in one step. What goes wrong is reported.
 *
 * Returns: whether it is gone
 */
gboolean
eh_workspace_remove (
    EhWorkspace *self, const EhRowType *type, EhId id, const char *label, const char *toast)
{
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self);
  /* Afterwards nobody knows any more that what it speaks of was a name. */
  shown = eh_workspace_hide_names (self, toast);
  if (!told (self, eh_store_remove_one (eh_workspace_get_store (self), type, id, label, &error),
             error))
    return FALSE;
  if (shown != NULL)
    eh_workspace_toast (self, shown, TRUE);
  return TRUE;
}

/**
 * eh_workspace_begin:
 * @self: a workspace with a project
 * @label: what a person reads on the undo button
 *
 * As eh_store_begin(); what goes wrong is reported.
 *
 * Returns: whether it has begun
 */
gboolean
eh_workspace_begin (EhWorkspace *self, const char *label)
{
  g_autoptr (GError) error = NULL;

  return told (self, eh_store_begin (eh_workspace_get_store (self), label, &error), error);
}

/**
 * eh_workspace_commit:
 * @self: a workspace with a project
 *
 * As eh_store_commit(); what goes wrong is reported, also what a put before it did not do.
 *
 * Returns: whether it is safe
 */
gboolean
eh_workspace_commit (EhWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  return told (self, eh_store_commit (eh_workspace_get_store (self), &error), error);
}

/**
 * eh_workspace_run_async:
 * @self: a workspace with a project
 * @what: what is done, in a few words: "Importing…"
 * @work: steps that may take longer than a frame; called in a worker
 * @data: for @work
 * @data_free: (nullable): frees @data when all is over
 * @callback: called when it is done or could not be; what went wrong was not reported
 * @user_data: for @callback
 *
 * As eh_store_work_async(). What is typed is written first. Meanwhile the window says what is done,
 * offers to give it up, and keeps what is typed.
 */
void
eh_workspace_run_async (EhWorkspace *self,
                        const char *what,
                        EhStoreWork work,
                        gpointer data,
                        GDestroyNotify data_free,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, eh_workspace_run_async);
  eh_workspace_flush (self);
  if (!eh_store_is_busy (eh_workspace_get_store (self)))
    eh_workspace_set_working (self, what, stop);
  eh_store_work_async (eh_workspace_get_store (self), work, data, data_free, stop, ran_cb, task);
}

/**
 * eh_workspace_run_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: set to what the work said
 *
 * Returns: whether it is done
 */
gboolean
eh_workspace_run_finish (EhWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * eh_workspace_undo:
 * @self: a workspace
 *
 * Takes the last step back and says so.
 */
void
eh_workspace_undo (EhWorkspace *self)
{
  step (self, TRUE);
}

/**
 * eh_workspace_redo:
 * @self: a workspace
 *
 * Does again what was undone last, and says so.
 */
void
eh_workspace_redo (EhWorkspace *self)
{
  step (self, FALSE);
}
