/* The project that a window has open: its working copy, and what is said of where the changes are.
 */

#include "eh-session.h"

#include "eh-working-copy.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSession {
  GObject parent_instance;

  EhWorkspace *workspace;
  EhWorkingCopy *copy;
  GSettings *settings;
  gboolean complained; /* the problem that is shown is that the file could not be written */
};

G_DEFINE_FINAL_TYPE (EhSession, eh_session, G_TYPE_OBJECT)

/* The name that the history keeps beside each change: one that somebody gave, or none. */
static void
set_author (EhSession *self)
{
  EhStore *store = self->copy != NULL ? eh_working_copy_get_store (self->copy) : NULL;
  g_autofree char *name = g_settings_get_string (self->settings, "contributor-name");

  if (store != NULL)
    eh_store_set_author (store, g_strstrip (name));
}

static void
eh_session_dispose (GObject *object)
{
  EhSession *self = EH_SESSION (object);

  g_clear_object (&self->copy);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_session_parent_class)->dispose (object);
}

static void
eh_session_class_init (EhSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_session_dispose;
}

static void
eh_session_init (EhSession *self)
{
  self->settings = g_settings_new (EH_APP_ID);
  g_signal_connect_object (self->settings, "changed::contributor-name", G_CALLBACK (set_author),
                           self, G_CONNECT_SWAPPED);
}

/**
 * eh_session_new:
 * @workspace: what is told of the project
 *
 * Returns: (transfer full): a session with nothing open
 */
EhSession *
eh_session_new (EhWorkspace *workspace)
{
  EhSession *self = g_object_new (EH_TYPE_SESSION, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

static void
ask (EhSession *self, const char *problem)
{
  /* Twice, so that who has closed or answered one question is asked the next. */
  eh_workspace_set_problem (self->workspace, NULL);
  eh_workspace_set_problem (self->workspace, problem);
  self->complained = TRUE;
}

/* Whoever reads that a file cannot be written asks first whether anything is lost. */
static void
complain (EhSession *self, const char *problem)
{
  /* TRANSLATORS: %s is a sentence that says why the file could not be written */
  g_autofree char *text = g_strdup_printf (
      _ ("%s What you enter is safe on this computer, and goes into the file as soon as it can."),
      problem);

  eh_workspace_set_problem (self->workspace, text);
  self->complained = TRUE;
}

static void
state_changed_cb (EhWorkingCopy *copy, GParamSpec *pspec, EhSession *self)
{
  const char *problem = eh_working_copy_get_problem (copy);

  switch (eh_working_copy_get_save_state (copy)) {
  case EH_SAVE_STATE_WAITING:
    eh_workspace_set_save_state (self->workspace, _ ("Saving…"));
    break;
  case EH_SAVE_STATE_FAILED:
    eh_workspace_set_save_state (self->workspace, _ ("Not in your file yet"));
    if (problem != NULL && eh_working_copy_has_question (copy))
      ask (self, problem);
    else if (problem != NULL)
      complain (self, problem);
    break;
  case EH_SAVE_STATE_SAVED:
  default:
    eh_workspace_set_save_state (self->workspace, _ ("Saved"));
    if (self->complained)
      eh_workspace_set_problem (self->workspace, NULL);
    self->complained = FALSE;
    break;
  }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EhSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  EhWorkingCopy *copy = eh_working_copy_open_finish (result, &error);

  if (copy == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  self->copy = copy;
  g_signal_connect_object (copy, "notify", G_CALLBACK (state_changed_cb), self, 0);
  set_author (self);
  eh_workspace_set_store (self->workspace, eh_working_copy_get_store (copy));
  state_changed_cb (copy, NULL, self);
  g_task_return_boolean (task, TRUE);
}

/**
 * eh_session_open_async:
 * @self: a session with nothing open
 * @file: a user's project
 * @cancellable: (nullable): to give up
 * @callback: called when the workspace has its store, or it could not be opened
 * @user_data: for @callback
 *
 * Opens a project off the main thread.
 */
void
eh_session_open_async (EhSession *self,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (self->copy == NULL);
  eh_working_copy_open_async (file, cancellable, opened_cb, task);
}

/**
 * eh_session_open_finish:
 * @self: a session
 * @result: of eh_session_open_async()
 * @error: set to a #EhStoreError whose message says what to do
 *
 * Returns: whether it is open
 */
gboolean
eh_session_open_finish (EhSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * eh_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the user's file
 */
GFile *
eh_session_get_file (EhSession *self)
{
  return self->copy != NULL ? eh_working_copy_get_file (self->copy) : NULL;
}

/**
 * eh_session_has_question:
 * @self: a session
 *
 * Returns: whether somebody else has saved the file and both changed the same things, so that the
 * two must be looked at side by side
 */
gboolean
eh_session_has_question (EhSession *self)
{
  return self->copy != NULL && eh_working_copy_has_question (self->copy);
}

/**
 * eh_session_look_again:
 * @self: a session
 *
 * Goes on saving after a question may have been answered.
 */
void
eh_session_look_again (EhSession *self)
{
  if (self->copy != NULL)
    eh_working_copy_look_again (self->copy);
}

/**
 * eh_session_get_news:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what a person should know about how the file was opened:
 * that work was picked up again, that two versions were brought together
 */
const char *
eh_session_get_news (EhSession *self)
{
  return self->copy != NULL ? eh_working_copy_get_news (self->copy) : NULL;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EhSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean closed = eh_working_copy_close_finish (EH_WORKING_COPY (source), result, &error);

  g_signal_handlers_disconnect_by_data (self->copy, self);
  eh_workspace_set_store (self->workspace, NULL);
  g_clear_object (&self->copy);
  if (closed)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_session_close_async:
 * @self: a session
 * @callback: called when the user's file holds everything, or could not be written
 * @user_data: for @callback
 *
 * Closes the project. Pages must be gone: the workspace has no store afterwards.
 */
void
eh_session_close_async (EhSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  if (self->copy == NULL) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  eh_working_copy_close_async (self->copy, closed_cb, task);
}

/**
 * eh_session_close_finish:
 * @self: a session
 * @result: of eh_session_close_async()
 * @error: set to a #EhStoreError
 *
 * Returns: whether the user's file holds everything; if not, the changes wait on this computer and
 * are picked up when the file is opened next
 */
gboolean
eh_session_close_finish (EhSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * eh_session_save_a_copy_async:
 * @self: a session with an open project
 * @file: where to put the copy; what is there is replaced
 * @callback: called when it is there, or could not be written
 * @user_data: for @callback
 */
void
eh_session_save_a_copy_async (EhSession *self,
                              GFile *file,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (self->copy != NULL);
  eh_working_copy_save_a_copy_async (self->copy, file, NULL, callback, user_data);
}

/**
 * eh_session_save_a_copy_finish:
 * @self: a session
 * @result: of eh_session_save_a_copy_async()
 * @error: set to a #EhStoreError
 *
 * Returns: whether the copy is there
 */
gboolean
eh_session_save_a_copy_finish (EhSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
protected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (eh_working_copy_save_protected_finish (EH_WORKING_COPY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_session_save_protected_async:
 * @self: a session with an open project
 * @file: where to put the copy; what is there is replaced
 * @entry_name: what the project is called inside the archive
 * @passphrase: what protects it
 * @progress: (nullable): told how far it is, in a worker
 * @progress_data: for @progress
 * @progress_free: (nullable): frees @progress_data when the work is over
 * @cancellable: (nullable): to give up
 * @callback: called when it is there, or could not be written
 * @user_data: for @callback
 *
 * As eh_session_save_a_copy_async(), in an archive that a passphrase protects.
 */
void
eh_session_save_protected_async (EhSession *self,
                                 GFile *file,
                                 const char *entry_name,
                                 const char *passphrase,
                                 EhProtectedProgress progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_free,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (self->copy != NULL);
  eh_working_copy_save_protected_async (self->copy, file, entry_name, passphrase, progress,
                                        progress_data, progress_free, cancellable, protected_cb,
                                        task);
}

/**
 * eh_session_save_protected_finish:
 * @self: a session
 * @result: of eh_session_save_protected_async()
 * @error: set to a #EhStoreError, #EhProtectedError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the copy is there
 */
gboolean
eh_session_save_protected_finish (EhSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
