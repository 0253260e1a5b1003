/* A user's file as a window has it open: a working copy whose store takes every change at once, and
 * the file itself, which gets a snapshot shortly after each change and at the end. One save is
 * under way at a time; a save that fails is tried again, and nothing is given up meanwhile. */

#include "eh-working-copy.h"

#include "config.h"
#include "eh-db.h"
#include "eh-elsewhere.h"
#include "eh-queue.h"
#include "eh-store-work.h"
#include "eh-work-folder.h"

#include <glib/gi18n-lib.h>

/* Quiet after the last change before it is written out, and the longest that one waits. */
#define QUIET_MS        700
#define LONGEST_WAIT_US (5 * G_USEC_PER_SEC)
#define RETRY_SECONDS   15

/* Saves that fail without telling whether the file was replaced, before the oldest is forgotten. */
#define MOST_KNOWN 8

struct _EhWorkingCopy {
  GObject parent_instance;

  GFile *file;
  EhWorkFolder *folder;
  EhStore *store;
  char *news;

  EhSaveState state;
  char *problem;
  char *known;     /* the generations that the file may hold, as far as we put them there */
  char *attempted; /* the one that is being put there */
  char *asked;     /* (nullable): the one of somebody else about which there are questions */
  gboolean saving;
  gboolean dirty;
  gint64 dirty_since;
  guint timer;
  GTask *closing;
};

enum {
  PROP_SAVE_STATE = 1,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhWorkingCopy, eh_working_copy, G_TYPE_OBJECT)

static void
eh_working_copy_finalize (GObject *object)
{
  EhWorkingCopy *self = EH_WORKING_COPY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->folder, eh_work_folder_free);
  g_clear_object (&self->file);
  g_free (self->news);
  g_free (self->problem);
  g_free (self->known);
  g_free (self->attempted);
  g_free (self->asked);
  G_OBJECT_CLASS (eh_working_copy_parent_class)->finalize (object);
}

static void
eh_working_copy_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhWorkingCopy *self = EH_WORKING_COPY (object);

  switch (id) {
  case PROP_SAVE_STATE:
    g_value_set_int (value, (int) self->state);
    break;
  case PROP_PROBLEM:
    g_value_set_string (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_working_copy_class_init (EhWorkingCopyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = eh_working_copy_finalize;
  object_class->get_property = eh_working_copy_get_property;
  /**
   * EhWorkingCopy:save-state: a #EhSaveState
   */
  props[PROP_SAVE_STATE] = g_param_spec_int ("save-state", NULL, NULL, EH_SAVE_STATE_SAVED,
                                             EH_SAVE_STATE_FAILED, EH_SAVE_STATE_SAVED,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EhWorkingCopy:problem: (nullable): why the user's file could not be written
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eh_working_copy_init (EhWorkingCopy *self)
{
  self->known = g_strdup ("");
  self->attempted = g_strdup ("");
}

static void
set_state (EhWorkingCopy *self, EhSaveState state, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) != 0) {
    g_free (self->problem);
    self->problem = g_strdup (problem);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  }
  if (self->state != state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_STATE]);
  }
}

static void save_now (EhWorkingCopy *self);

static gboolean
timer_cb (gpointer data)
{
  EhWorkingCopy *self = data;

  self->timer = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
restart_timer (EhWorkingCopy *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, timer_cb, self);
}

/**
 * eh_working_copy_save_soon:
 * @self: a working copy
 *
 * Writes the user's file after a moment of quiet. Done by itself after every change.
 */
void
eh_working_copy_save_soon (EhWorkingCopy *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->dirty)
    self->dirty_since = now;
  self->dirty = TRUE;
  if (self->state == EH_SAVE_STATE_SAVED)
    set_state (self, EH_SAVE_STATE_WAITING, NULL);
  if (self->saving)
    return;
  restart_timer (self, now - self->dirty_since > LONGEST_WAIT_US ? 0 : QUIET_MS);
}

/* The folder, the generations that the file may hold, and the one that was found there: all that a
 * save in a worker needs. */
typedef struct {
  EhWorkFolder *folder;
  char *known;
  char *found;
} Publication;

static void
publication_free (Publication *self)
{
  eh_work_folder_free (self->folder);
  g_free (self->known);
  g_free (self->found);
  g_free (self);
}

static void
publish_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Publication *job = data;
  g_autoptr (GError) error = NULL;

  if (eh_work_folder_publish (job->folder, job->known, &job->found, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* After a save that failed, perhaps at the very last: the file holds what it held, or the new one.
 */
static void
may_hold (EhWorkingCopy *self, const char *held, const char *put)
{
  g_auto (GStrv) list = g_strsplit (held, " ", -1);
  g_autoptr (GString) known = g_string_new (list[0] != NULL ? list[0] : "");
  guint n = g_strv_length (list);

  for (guint i = n >= MOST_KNOWN ? 2 : 1; i < n; i++)
    g_string_append_printf (known, " %s", list[i]);
  if (!g_strv_contains ((const char *const *) list, put))
    g_string_append_printf (known, " %s", put);
  g_free (self->known);
  self->known = g_string_free (g_steal_pointer (&known), FALSE);
}

static void finish_closing (EhWorkingCopy *self, GError *error);

static void
save_failed (EhWorkingCopy *self, GError *error)
{
  self->saving = FALSE;
  self->dirty = TRUE;
  set_state (self, EH_SAVE_STATE_FAILED, error->message);
  if (self->closing != NULL)
    finish_closing (self, error);
  else
    restart_timer (self, RETRY_SECONDS * 1000);
}

/* What somebody else has saved, on its way in. */
typedef struct {
  EhWorkFolder *folder;
  EhElsewhere *theirs;
} Arrival;

static void
arrival_free (Arrival *self)
{
  eh_work_folder_free (self->folder);
  eh_elsewhere_free (self->theirs);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;

  arrival->theirs = eh_elsewhere_read (arrival->folder, &error);
  if (arrival->theirs != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask (EhWorkingCopy *self, const EhElsewhere *theirs)
{
  g_autofree char *name = g_path_get_basename (self->folder->target);
  g_autoptr (GError) error = NULL;

  g_free (self->asked);
  self->asked = g_strdup (theirs->generation);
  g_set_error (&error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT,
               _ ("Somebody else has saved “%s” meanwhile, and the same things were changed here "
                  "and there. Both are kept until you say what holds."),
               name);
  save_failed (self, error);
}

static gboolean
bring_in_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return eh_elsewhere_bring_in (((Arrival *) data)->theirs, store, error);
}

typedef struct {
  EhWorkingCopy *copy;
  Arrival *arrival;
} Bringing;

/* From here on the user's file holds nothing that is not in the work here, so that it is ours to
 * replace. */
static void
brought_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Bringing *bringing = data;
  g_autoptr (EhWorkingCopy) self = bringing->copy;
  Arrival *arrival = bringing->arrival;
  g_autoptr (GError) error = NULL;
  gboolean done = eh_store_work_finish (EH_STORE (source), result, &error);

  if (done && arrival->theirs->n_questions > 0) {
    ask (self, arrival->theirs);
  } else if (done) {
    g_clear_pointer (&self->asked, g_free);
    g_free (self->known);
    self->known = g_strdup (arrival->theirs->generation);
    self->saving = FALSE;
    self->dirty = TRUE;
    save_now (self);
  } else if (g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE)) {
    self->saving = FALSE;
    self->dirty = TRUE;
    restart_timer (self, QUIET_MS);
  } else {
    save_failed (self, error);
  }
  arrival_free (arrival);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWorkingCopy) self = data;
  Arrival *arrival = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Bringing *bringing;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    save_failed (self, error);
    return;
  }
  if (arrival->theirs->n_questions > 0) {
    ask (self, arrival->theirs);
    return;
  }
  bringing = g_new0 (Bringing, 1);
  bringing->arrival = g_new0 (Arrival, 1);
  bringing->arrival->theirs = g_steal_pointer (&arrival->theirs);
  bringing->copy = g_object_ref (self);
  eh_store_work_async (self->store, bring_in_work, bringing->arrival, NULL, NULL, brought_in_cb,
                       bringing);
}

/* Somebody else has saved the file: their changes become part of the work here. */
static void
look_elsewhere (EhWorkingCopy *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->folder = eh_work_folder_new (self->folder->target);
  g_task_set_source_tag (task, look_elsewhere);
  g_task_set_task_data (task, arrival, (GDestroyNotify) arrival_free);
  self->saving = TRUE;
  g_task_run_in_thread (task, read_in_thread);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWorkingCopy) self = data;
  Publication *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  self->saving = FALSE;
  if (ok) {
    g_free (self->known);
    self->known = g_strdup (self->attempted);
    set_state (self, self->dirty ? EH_SAVE_STATE_WAITING : EH_SAVE_STATE_SAVED, NULL);
    if (self->dirty)
      restart_timer (self, self->closing != NULL ? 0 : QUIET_MS);
    else if (self->closing != NULL)
      finish_closing (self, NULL);
    return;
  }
  if (!g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT)) {
    may_hold (self, job->found != NULL ? job->found : self->known, self->attempted);
  } else if (job->found != NULL) {
    if (g_strcmp0 (job->found, self->asked) != 0) {
      look_elsewhere (self);
      return;
    }
    /* The question that is asked already. */
    g_clear_error (&error);
    error = g_error_new_literal (EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT, self->problem);
  }
  save_failed (self, error);
}

/* The snapshot must carry the generation that it will have in the user's file, and the working copy
 * must know both, so that a crash at any moment leaves it clear whose file it is. */
static gboolean
write_generation (EhWorkingCopy *self, GError **error)
{
  EhDb *db = eh_store_get_db (self->store);
  g_autofree char *next = g_uuid_string_random ();
  EhStmt s = eh_db_prepare (
      db, "UPDATE copy SET generation = ?, confirmed = ?, saved_at = unixepoch () WHERE id = 1");

  eh_stmt_bind_text (&s, next);
  eh_stmt_bind_text (&s, self->known);
  if (!eh_stmt_run (&s, error))
    return FALSE;
  g_free (self->attempted);
  self->attempted = g_steal_pointer (&next);
  return TRUE;
}

static void
save_now (EhWorkingCopy *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Publication *job;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->saving || !self->dirty)
    return;
  /* A change is being made at this very moment: after it. */
  if (eh_store_in_transaction (self->store) || eh_store_is_busy (self->store)) {
    restart_timer (self, QUIET_MS);
    return;
  }
  job = g_new0 (Publication, 1);
  job->folder = eh_work_folder_new (self->folder->target);
  job->known = g_strdup (self->known);
  /* Not the task's source: its last reference may be dropped in the worker. */
  task = g_task_new (NULL, NULL, published_cb, g_object_ref (self));
  g_task_set_source_tag (task, save_now);
  g_task_set_task_data (task, job, (GDestroyNotify) publication_free);
  self->saving = TRUE;
  self->dirty = FALSE;
  if (write_generation (self, &error))
    g_task_run_in_thread (task, publish_in_thread);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
store_changed_cb (EhStore *store, GArray *changes, EhWorkingCopy *self)
{
  eh_working_copy_save_soon (self);
}

static void
store_received_cb (EhStore *store, EhWorkingCopy *self)
{
  eh_working_copy_save_soon (self);
}

/* What was changed or taken back from a phone in the moment before a crash. */
static void
settle_queue (EhStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n_changed, n_taken_back;

  if (!eh_queue_settle (store, &n_changed, &n_taken_back, &error))
    g_debug ("what was sent is settled later: %s", error->message);
}

/* What opening in a worker brings back. */
typedef struct {
  EhWorkFolder *folder;
  gboolean picked_up;
  char *set_aside;
  GCancellable *stop; /* when somebody has waited long enough, or the program has */
  GSource *limit;
  GCancellable *asked; /* (nullable): the caller's */
  gulong forwarder;
} Opening;

static void
opening_free (Opening *self)
{
  g_cancellable_disconnect (self->asked, self->forwarder);
  g_clear_object (&self->asked);
  g_source_destroy (self->limit);
  g_source_unref (self->limit);
  g_object_unref (self->stop);
  eh_work_folder_free (self->folder);
  g_free (self->set_aside);
  g_free (self);
}

static gboolean
limit_cb (gpointer stop)
{
  g_cancellable_cancel (stop);
  return G_SOURCE_REMOVE;
}

static void
forward_cb (GCancellable *asked, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

static Opening *
opening_new (const char *path, GCancellable *cancellable)
{
  Opening *self = g_new0 (Opening, 1);

  self->folder = eh_work_folder_new (path);
  self->stop = g_cancellable_new ();
  self->limit = g_timeout_source_new_seconds (EH_WORKING_COPY_LONGEST_OPENING);
  g_source_set_callback (self->limit, limit_cb, g_object_ref (self->stop), g_object_unref);
  g_source_attach (self->limit, g_main_context_get_thread_default ());
  g_set_object (&self->asked, cancellable);
  if (cancellable != NULL)
    self->forwarder = g_cancellable_connect (cancellable, G_CALLBACK (forward_cb),
                                             g_object_ref (self->stop), g_object_unref);
  return self;
}

/* Every connection that is made meanwhile stops with it. */
static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  gboolean filled;

  g_cancellable_push_current (opening->stop);
  filled = eh_work_folder_fill (opening->folder, &opening->picked_up, &opening->set_aside, &error);
  g_cancellable_pop_current (opening->stop);
  if (filled)
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           !g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (
        task, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
        _ ("Looking this file over takes far longer than for any project, so it was not opened."));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_working_copy_open_async:
 * @file: a user's project
 * @cancellable: (nullable): stops it
 * @callback: called when it is open, or cannot be
 * @user_data: for @callback
 *
 * Opens a project for a window. The file is checked in a worker and not changed.
 */
void
eh_working_copy_open_async (GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  g_autofree char *path = g_file_get_path (file);
  Opening *opening;
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, eh_working_copy_open_async);
  if (path == NULL) {
    g_task_return_new_error (
        task, EH_STORE_ERROR, EH_STORE_ERROR_UNREACHABLE,
        _ ("That place cannot be opened from here. Copy the file to this computer first."));
    return;
  }
  opening = opening_new (path, cancellable);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (!eh_work_folder_lock (opening->folder, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, open_in_thread);
}

static char *
news_of (const Opening *opening, const EhWorkFolder *folder)
{
  g_autofree char *name = NULL;

  if (folder->upgraded)
    return g_strdup (
        _ ("This file was made by an earlier Evenhand, and has been brought up to date. "
           "As it was, it is kept: see Backups in the menu."));
  if (folder->mended)
    return g_strdup (_ ("Part of this file was damaged: an index, by which things are found. It "
                        "has been made anew, and nothing was lost. Is its disk all right?"));
  if (opening->picked_up)
    return g_strdup (_ ("Evenhand did not close properly last time. Your work is all here."));
  if (opening->set_aside == NULL)
    return NULL;
  name = g_path_get_basename (opening->set_aside);
  return g_strdup_printf (
      _ ("Evenhand did not close properly last time, and the file has been changed since. "
         "Your work from then is beside it, as “%s”."),
      name);
}

static char *
generation_now (EhStore *store, const char *sql)
{
  EhStmt s = eh_db_prepare (eh_store_get_db (store), sql);
  char *generation = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");

  eh_stmt_finish (&s, NULL);
  return generation;
}

/**
 * eh_working_copy_open_finish:
 * @result: the result
 * @error: set to a #EhStoreError whose message says what to do
 *
 * Returns: (transfer full) (nullable): the project, open
 */
EhWorkingCopy *
eh_working_copy_open_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (EhWorkingCopy) self = NULL;

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  self = g_object_new (EH_TYPE_WORKING_COPY, NULL);
  self->folder = g_steal_pointer (&opening->folder);
  self->file = g_file_new_for_path (self->folder->target);
  self->news = news_of (opening, self->folder);
  self->store = eh_store_open_working_copy (self->folder->database, error);
  if (self->store == NULL)
    return NULL;
  g_free (self->attempted);
  self->attempted = generation_now (self->store, "SELECT generation FROM copy");
  g_free (self->known);
  self->known = opening->picked_up ? generation_now (self->store, "SELECT confirmed FROM copy")
                                   : g_strdup (self->attempted);
  if (opening->picked_up)
    may_hold (self, self->known, self->attempted);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->store, "received", G_CALLBACK (store_received_cb), self,
                           G_CONNECT_DEFAULT);
  settle_queue (self->store);
  if (opening->picked_up)
    eh_working_copy_save_soon (self);
  return g_steal_pointer (&self);
}

/**
 * eh_working_copy_get_store:
 * @self: a working copy
 *
 * Returns: (transfer none): what takes its changes
 */
EhStore *
eh_working_copy_get_store (EhWorkingCopy *self)
{
  return self->store;
}

/**
 * eh_working_copy_get_file:
 * @self: a working copy
 *
 * Returns: (transfer none): the user's file
 */
GFile *
eh_working_copy_get_file (EhWorkingCopy *self)
{
  return self->file;
}

/**
 * eh_working_copy_get_save_state:
 * @self: a working copy
 *
 * Returns: how far the user's file has followed
 */
EhSaveState
eh_working_copy_get_save_state (EhWorkingCopy *self)
{
  return self->state;
}

/**
 * eh_working_copy_get_problem:
 * @self: a working copy
 *
 * Returns: (nullable) (transfer none): why the user's file could not be written
 */
const char *
eh_working_copy_get_problem (EhWorkingCopy *self)
{
  return self->problem;
}

/**
 * eh_working_copy_has_question:
 * @self: a working copy
 *
 * Returns: whether somebody else has saved the file, and both changed the same things, so that
 * somebody must choose (see eh-merge.h) before the file can be written
 */
gboolean
eh_working_copy_has_question (EhWorkingCopy *self)
{
  return self->asked != NULL;
}

/**
 * eh_working_copy_look_again:
 * @self: a working copy
 *
 * Looks whether there are still questions, after somebody may have answered them.
 */
void
eh_working_copy_look_again (EhWorkingCopy *self)
{
  if (self->asked == NULL)
    return;
  g_clear_pointer (&self->asked, g_free);
  self->dirty = TRUE;
  if (!self->saving)
    restart_timer (self, 0);
}

/**
 * eh_working_copy_get_news:
 * @self: a working copy
 *
 * Returns: (nullable) (transfer none): what a person should know about how it was opened
 */
const char *
eh_working_copy_get_news (EhWorkingCopy *self)
{
  return self->news;
}

static void
finish_closing (EhWorkingCopy *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->closing);

  if (error != NULL) {
    g_task_return_error (task, g_error_copy (error));
    return;
  }
  g_clear_handle_id (&self->timer, g_source_remove);
  eh_store_close (self->store);
  eh_work_folder_clear (self->folder);
  g_task_return_boolean (task, TRUE);
}

/**
 * eh_working_copy_close_async:
 * @self: a working copy
 * @callback: called when everything is in the user's file, or could not be put there
 * @user_data: for @callback
 *
 * Writes what is left to write, and removes the working copy. When the user's file cannot be
 * written, the working copy stays, and is picked up when the file is opened next.
 */
void
eh_working_copy_close_async (EhWorkingCopy *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (self->closing == NULL);
  self->closing = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->closing, eh_working_copy_close_async);
  if (eh_store_is_busy (self->store))
    self->dirty = TRUE;
  if (self->dirty && !self->saving)
    save_now (self);
  else if (!self->saving)
    finish_closing (self, NULL);
}

/**
 * eh_working_copy_close_finish:
 * @self: a working copy
 * @result: the result
 * @error: set to a #EhStoreError
 *
 * Returns: whether the user's file holds everything and the working copy is gone
 */
gboolean
eh_working_copy_close_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * eh_working_copy_state_of:
 * @path: a user's project
 *
 * Returns: whether a window on this computer has it open, or left work behind
 */
EhWorkState
eh_working_copy_state_of (const char *path)
{
  g_autoptr (EhWorkFolder) folder = eh_work_folder_new (path);

  if (eh_work_folder_is_held (folder))
    return EH_WORK_STATE_OPEN;
  return g_file_test (folder->database, G_FILE_TEST_EXISTS) ? EH_WORK_STATE_LEFT_OVER
                                                            : EH_WORK_STATE_NONE;
}
