/* The one writer of a project. It lives on the main thread: SQLite's session extension records its
 * own connection alone, so a change made on another would be missing from the history and from what
 * is told to the window. Readers in other threads open their own connection (eh-reader.h).
 *
 * Every change stands between eh_store_begin() and eh_store_commit(): one transaction, one step of
 * the history, one "changed" signal. Any failure in between takes all of it back. */

#include "eh-store.h"

#include "config.h"
#include "eh-changeset.h"
#include "eh-db.h"
#include "eh-erasing.h"
#include "eh-first-rows.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-store-private.h"
#include "eh-upgrade.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

struct _EhStore {
  GObject parent_instance;

  EhDb *db;
  char *path;
  char *author;

  EhRecorder *recorder; /* while a transaction is open */
  char *label;
  char *merge_key;
  char *guid;                   /* of the step that the transaction becomes */
  const EhRedaction *redaction; /* (nullable): words that the transaction takes out */
  gboolean failed;              /* something in the open transaction went wrong */
  gboolean direct;              /* the user's own file, not a working copy of it */
  gboolean busy;                /* a worker takes steps, see eh-store-work.h */

  char *undo_label;
  char *redo_label;
};

enum {
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  PROP_BUSY,
  N_PROPS
};
enum {
  CHANGED,
  RECEIVED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhStore, eh_store, G_TYPE_OBJECT)

static void
eh_store_finalize (GObject *object)
{
  EhStore *self = EH_STORE (object);

  if (self->recorder != NULL)
    eh_store_abort (self);
  g_clear_pointer (&self->db, eh_db_close);
  g_free (self->path);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (eh_store_parent_class)->finalize (object);
}

static void
eh_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhStore *self = EH_STORE (object);

  switch (id) {
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->undo_label);
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->redo_label);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_store_class_init (EhStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = eh_store_finalize;
  object_class->get_property = eh_store_get_property;

  /**
   * EhStore:undo-label: (nullable): what can be undone, as a person reads it; %NULL for nothing
   */
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EhStore:redo-label: (nullable): what can be done again; %NULL for nothing
   */
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EhStore:busy: whether a worker takes steps (eh-store-work.h), so that none can begin here
   */
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EhStore::changed:
   * @changes: (element-type EhChange): what a transaction, undo or redo has done; safe on disk
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ARRAY);
  /**
   * EhStore::received: what waits for a nod (eh-queue.h) has changed, which no step of the history
   * tells
   */
  signals[RECEIVED] = g_signal_new ("received", EH_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
eh_store_init (EhStore *self)
{
  self->author = g_strdup ("");
}

static void
refresh_labels (EhStore *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  eh_history_next (self->db, FALSE, &undo);
  eh_history_next (self->db, TRUE, &redo);
  if (g_strcmp0 (undo, self->undo_label) != 0) {
    g_free (self->undo_label);
    self->undo_label = g_steal_pointer (&undo);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  }
  if (g_strcmp0 (redo, self->redo_label) != 0) {
    g_free (self->redo_label);
    self->redo_label = g_steal_pointer (&redo);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  }
}

static EhStore *
store_for (EhDb *db, const char *path)
{
  EhStore *self = g_object_new (EH_TYPE_STORE, NULL);

  self->db = db;
  self->path = g_strdup (path);
  refresh_labels (self);
  return self;
}

/**
 * eh_store_create:
 * @path: where to make the file; nothing must be there
 * @title: what the team calls the project
 * @error: set to a #EhStoreError
 *
 * Makes a project with a title and nothing else, readable by its owner only. Its history begins
 * with what is done next; see eh_store_forget_history().
 *
 * Returns: (transfer full) (nullable): the store of the new file
 */
EhStore *
eh_store_create (const char *path, const char *title, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL,
                                                        &io_error);
  g_autoptr (EhDb) db = NULL;

  if (stream == NULL || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &io_error)) {
    eh_store_error_set_from_io (error, io_error, name);
    return NULL;
  }
  db = eh_db_open (path, EH_DB_CREATOR, error);
  if (db == NULL || !eh_db_exec (db, "BEGIN IMMEDIATE", error) || !eh_schema_create (db, error) ||
      !eh_first_rows_put_project (db, title, error) || !eh_first_rows_put_copy (db, error) ||
      !eh_db_exec (db, "COMMIT", error)) {
    g_clear_pointer (&db, eh_db_close);
    g_file_delete (file, NULL, NULL);
    return NULL;
  }
  return store_for (g_steal_pointer (&db), path);
}

/* A window elsewhere that has this file open, on another computer perhaps, must see that somebody
 * has changed it. */
static gboolean
renew_generation (EhDb *db, GError **error)
{
  g_autofree char *generation = g_uuid_string_random ();
  EhStmt s = eh_db_prepare (db, "UPDATE copy SET generation = ?, saved_at = unixepoch ()");

  eh_stmt_bind_text (&s, generation);
  return eh_stmt_run (&s, error);
}

/**
 * eh_store_open:
 * @path: a project
 * @error: set to a #EhStoreError
 *
 * Opens the user's file itself, for the command line, to change it; one of an earlier format
 * becomes one of the current format, after a backup. To read a file see eh_reader_open_file().
 *
 * Returns: (transfer full) (nullable): the store of that file
 */
EhStore *
eh_store_open (const char *path, GError **error)
{
  g_autoptr (EhDb) db = NULL;
  gboolean upgraded = FALSE;
  EhStore *self;

  if (!eh_schema_check_header (path, error))
    return NULL;
  db = eh_db_open (path, access (path, W_OK) == 0 ? EH_DB_WRITER : EH_DB_READER, error);
  if (db == NULL || !eh_upgrade_with_backup (db, &upgraded, error) ||
      (upgraded && !renew_generation (db, error)))
    return NULL;
  self = store_for (g_steal_pointer (&db), path);
  self->direct = TRUE;
  return self;
}

/**
 * eh_store_open_working_copy:
 * @path: a working copy, which was checked when it was made (see eh-working-copy.h)
 * @error: set to a #EhStoreError
 *
 * As eh_store_open(), and readers in other threads may read while this store writes.
 *
 * Returns: (transfer full) (nullable): the store of that copy
 */
EhStore *
eh_store_open_working_copy (const char *path, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_WRITER, error);

  if (db == NULL)
    return NULL;
  eh_db_trust_schema (db);
  if (!eh_db_use_wal (db, error))
    return NULL;
  return store_for (g_steal_pointer (&db), path);
}

/**
 * eh_store_close:
 * @self: a store
 *
 * Closes its connection now, whoever still holds a reference; nothing else may be called after.
 */
void
eh_store_close (EhStore *self)
{
  if (self->recorder != NULL)
    eh_store_abort (self);
  g_clear_pointer (&self->db, eh_db_close);
}

/**
 * eh_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the file, for eh_reader_open() in a worker
 */
const char *
eh_store_get_path (EhStore *self)
{
  return self->path;
}

/**
 * eh_store_get_db:
 * @self: a store
 *
 * Returns: (transfer none): its connection, for reading on the main thread with eh-reader.h
 */
EhDb *
eh_store_get_db (EhStore *self)
{
  return self->db;
}

/**
 * eh_store_set_author:
 * @self: a store
 * @author: (nullable): who works with it, if they say
 *
 * What is done from here on is recorded under that name.
 */
void
eh_store_set_author (EhStore *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author != NULL ? author : "");
}

/**
 * eh_store_get_author:
 * @self: a store
 *
 * Returns: (transfer none): who works with it; "" when they do not say
 */
const char *
eh_store_get_author (EhStore *self)
{
  return self->author;
}

/* Of eh-store-private.h: begins or ends the time in which a worker takes steps. */
void
eh_store_set_busy (EhStore *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* Of eh-store-private.h: tells of steps that a worker has taken. */
void
eh_store_follow (EhStore *self, GArray *changes, gboolean received)
{
  refresh_labels (self);
  if (eh_store_ends_in_erasing (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (changes->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, changes);
  if (received)
    g_signal_emit (self, signals[RECEIVED], 0);
}

/**
 * eh_store_is_busy:
 * @self: a store
 *
 * Returns: whether a worker takes steps, so that none can begin here
 */
gboolean
eh_store_is_busy (EhStore *self)
{
  return self->busy;
}

/**
 * eh_store_busy_sentence:
 *
 * Returns: why nothing can begin while a store is busy
 */
const char *
eh_store_busy_sentence (void)
{
  return _ ("Evenhand is still doing what you asked for last. Try again in a moment.");
}

static gboolean
is_free (EhStore *self, GError **error)
{
  if (self->busy)
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE, eh_store_busy_sentence ());
  return !self->busy;
}

/**
 * eh_store_in_transaction:
 * @self: a store
 *
 * Returns: whether it is between eh_store_begin() and its end
 */
gboolean
eh_store_in_transaction (EhStore *self)
{
  return self->recorder != NULL;
}

/**
 * eh_store_begin:
 * @self: a store
 * @label: what a person reads in the history and on the undo button: "Added an insight"
 * @error: set to a #EhStoreError
 *
 * Begins a change. End it with eh_store_commit() or eh_store_abort().
 *
 * Returns: whether it has begun
 */
gboolean
eh_store_begin (EhStore *self, const char *label, GError **error)
{
  g_return_val_if_fail (self->recorder == NULL, FALSE);
  if (!is_free (self, error))
    return FALSE;
  if (sqlite3_db_readonly (eh_db_handle (self->db), "main"))
    return eh_db_set_error (self->db, SQLITE_READONLY, "begin", error);
  if (!eh_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->recorder = eh_recorder_new (self->db, error);
  if (self->recorder == NULL) {
    eh_db_exec (self->db, "ROLLBACK", NULL);
    return FALSE;
  }
  self->label = g_strdup (label);
  self->merge_key = g_strdup ("");
  self->guid = g_uuid_string_random ();
  self->failed = FALSE;
  return TRUE;
}

/**
 * eh_store_get_step_guid:
 * @self: a store, between begin and commit
 *
 * Returns: (transfer none): what the step will be known by in every copy, if it changes anything
 */
const char *
eh_store_get_step_guid (EhStore *self)
{
  g_return_val_if_fail (self->recorder != NULL, NULL);
  return self->guid;
}

/**
 * eh_store_join:
 * @self: a store, between begin and commit
 * @merge_key: such as "insight 12 text": steps that follow one another closely and have the same
 * key are one step of the history, so that typing in a field is undone at once
 */
void
eh_store_join (EhStore *self, const char *merge_key)
{
  g_return_if_fail (self->recorder != NULL);
  g_free (self->merge_key);
  self->merge_key = g_strdup (merge_key);
}

/**
 * eh_store_put:
 * @self: a store, between begin and commit
 * @type: what @row is
 * @row: a row with an id
 * @error: set to a #EhStoreError
 *
 * Adds the row, or changes the one with its id.
 *
 * Returns: whether it is there; after %FALSE the commit fails too
 */
gboolean
eh_store_put (EhStore *self, const EhRowType *type, gconstpointer row, GError **error)
{
  g_return_val_if_fail (self->recorder != NULL, FALSE);
  if (eh_row_store_put (self->db, type, row, error))
    return TRUE;
  self->failed = TRUE;
  return FALSE;
}

/**
 * eh_store_remove:
 * @self: a store, between begin and commit
 * @type: which table
 * @id: which row
 * @error: set to a #EhStoreError
 *
 * Removes the row and what means nothing without it; what can stand alone lets go of it.
 *
 * Returns: whether it is gone; after %FALSE the commit fails too
 */
gboolean
eh_store_remove (EhStore *self, const EhRowType *type, EhId id, GError **error)
{
  g_return_val_if_fail (self->recorder != NULL, FALSE);
  if (eh_removal_run (self->db, type, id, error))
    return TRUE;
  self->failed = TRUE;
  return FALSE;
}

/**
 * eh_store_set_redaction:
 * @self: a store, between begin and commit
 * @redaction: (transfer none): words that were taken out of the rows; lives until the end
 *
 * Has eh_store_commit_erasing() take them out of the history too.
 */
void
eh_store_set_redaction (EhStore *self, const EhRedaction *redaction)
{
  g_return_if_fail (self->recorder != NULL);
  self->redaction = redaction;
}

static void
end_transaction (EhStore *self)
{
  g_clear_pointer (&self->recorder, eh_recorder_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->guid, g_free);
  self->redaction = NULL;
}

/**
 * eh_store_abort:
 * @self: a store, between begin and commit
 *
 * Takes everything back.
 */
void
eh_store_abort (EhStore *self)
{
  g_return_if_fail (self->recorder != NULL);
  eh_db_exec (self->db, "ROLLBACK", NULL);
  end_transaction (self);
}

/* An erasing that reached nothing but the history is a step as well: nothing before it can be
 * undone. */
static gboolean
record (EhStore *self, GBytes *bytes, guint n_rows, gboolean erasing, GError **error)
{
  return eh_history_record (self->db, self->guid, self->label, self->merge_key, self->author, bytes,
                            n_rows, erasing, error);
}

static gboolean
record_and_commit (
    EhStore *self, gboolean erasing, const char *name, GArray **changes, GError **error)
{
  g_autoptr (GBytes) bytes = eh_recorder_finish (self->recorder, self->db, error);
  gboolean reached = FALSE;

  if (bytes == NULL)
    return FALSE;
  *changes = eh_changeset_list (bytes, FALSE);
  if ((*changes)->len > 0 && !record (self, bytes, (*changes)->len, erasing, error))
    return FALSE;
  if (erasing && !eh_erasing_run (self->db, *changes, name, self->redaction, &reached, error))
    return FALSE;
  if (reached && (*changes)->len == 0 && !record (self, bytes, 0, TRUE, error))
    return FALSE;
  if (self->direct && !renew_generation (self->db, error))
    return FALSE;
  return eh_db_exec (self->db, "COMMIT", error);
}

static gboolean
commit (EhStore *self, gboolean erasing, const char *name, GError **error)
{
  g_autoptr (GArray) changes = NULL;

  if (self->failed) {
    eh_store_abort (self);
    return eh_db_set_error (self->db, SQLITE_ERROR, "commit after a failure", error);
  }
  if (!record_and_commit (self, erasing, name, &changes, error)) {
    eh_store_abort (self);
    return FALSE;
  }
  end_transaction (self);
  if (erasing) {
    g_autoptr (GError) ignored = NULL;

    /* A full disk may forbid it now; the next snapshot leaves free pages behind in any case. */
    if (!eh_erasing_settle (self->db, &ignored))
      g_debug ("free pages are cleared later: %s", ignored->message);
  }
  refresh_labels (self);
  /* Why nothing can be undone may be another reason than before. */
  if (erasing)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (changes->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, changes);
  return TRUE;
}

/**
 * eh_store_commit:
 * @self: a store, between begin and commit
 * @error: set to a #EhStoreError
 *
 * Makes the change safe on disk, and tells of it. On failure everything since eh_store_begin() is
 * taken back.
 *
 * Returns: whether it is safe
 */
gboolean
eh_store_commit (EhStore *self, GError **error)
{
  g_return_val_if_fail (self->recorder != NULL, FALSE);
  return commit (self, FALSE, NULL, error);
}

/**
 * eh_store_commit_erasing:
 * @self: a store, between begin and commit
 * @name: (nullable): a person's name that is erased from the labels of the history too
 * @error: set to a #EhStoreError
 *
 * As eh_store_commit(), and erases for good what was removed: from the history, from the index and
 * from the free pages of the file. Neither this step nor anything before it can be undone.
 *
 * Returns: whether it is done; on failure nothing has changed
 */
gboolean
eh_store_commit_erasing (EhStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (self->recorder != NULL, FALSE);
  return commit (self, TRUE, name, error);
}

/**
 * eh_store_put_one:
 * @self: a store
 * @type: what @row is
 * @row: a row with an id
 * @label: what a person reads
 * @merge_key: (nullable): see eh_store_join()
 * @error: set to a #EhStoreError
 *
 * A change of one row.
 *
 * Returns: whether it is safe
 */
gboolean
eh_store_put_one (EhStore *self,
                  const EhRowType *type,
                  gconstpointer row,
                  const char *label,
                  const char *merge_key,
                  GError **error)
{
  if (!eh_store_begin (self, label, error))
    return FALSE;
  if (merge_key != NULL)
    eh_store_join (self, merge_key);
  if (!eh_store_put (self, type, row, error)) {
    eh_store_abort (self);
    return FALSE;
  }
  return eh_store_commit (self, error);
}

/**
 * eh_store_remove_one:
 * @self: a store
 * @type: which table
 * @id: which row
 * @label: what a person reads
 * @error: set to a #EhStoreError
 *
 * A removal of one row and what goes with it.
 *
 * Returns: whether it is gone
 */
gboolean
eh_store_remove_one (
    EhStore *self, const EhRowType *type, EhId id, const char *label, GError **error)
{
  if (!eh_store_begin (self, label, error))
    return FALSE;
  if (!eh_store_remove (self, type, id, error)) {
    eh_store_abort (self);
    return FALSE;
  }
  return eh_store_commit (self, error);
}

static gboolean
step_through (EhStore *self, gboolean redo, GArray **changes, GError **error)
{
  gint64 seq = eh_history_next (self->db, redo, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (seq == 0) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_FAILED,
                         redo ? _ ("There is nothing to do again.")
                              : _ ("There is nothing to undo."));
    return FALSE;
  }
  bytes = eh_history_changes (self->db, seq, error);
  if (bytes == NULL || !eh_changeset_apply (self->db, bytes, !redo, error) ||
      !eh_history_mark (self->db, seq, redo ? "done" : "undone", error))
    return FALSE;
  *changes = eh_changeset_list (bytes, !redo);
  return eh_db_exec (self->db, "COMMIT", error);
}

static gboolean
walk (EhStore *self, gboolean redo, GError **error)
{
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (self->recorder == NULL, FALSE);
  if (!is_free (self, error) || !eh_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!step_through (self, redo, &changes, error)) {
    eh_db_exec (self->db, "ROLLBACK", NULL);
    return FALSE;
  }
  refresh_labels (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
  return TRUE;
}

/**
 * eh_store_undo:
 * @self: a store
 * @error: set to a #EhStoreError
 *
 * Takes back the last step that is not yet undone, however long ago and in whichever window.
 *
 * Returns: whether it is taken back
 */
gboolean
eh_store_undo (EhStore *self, GError **error)
{
  return walk (self, FALSE, error);
}

/**
 * eh_store_redo:
 * @self: a store
 * @error: set to a #EhStoreError
 *
 * Does the first undone step again.
 *
 * Returns: whether it is done
 */
gboolean
eh_store_redo (EhStore *self, GError **error)
{
  return walk (self, TRUE, error);
}

/**
 * eh_store_get_undo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what can be undone
 */
const char *
eh_store_get_undo_label (EhStore *self)
{
  return self->undo_label;
}

/**
 * eh_store_get_redo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what can be done again
 */
const char *
eh_store_get_redo_label (EhStore *self)
{
  return self->redo_label;
}

/**
 * eh_store_tell_received:
 * @self: a store
 *
 * Emits #EhStore::received, after something was sent, refused or taken back.
 */
void
eh_store_tell_received (EhStore *self)
{
  g_signal_emit (self, signals[RECEIVED], 0);
}

/**
 * eh_store_forget_history:
 * @self: a store of a project that was just made
 *
 * What a new project is furnished with is not something that a person would undo.
 */
void
eh_store_forget_history (EhStore *self)
{
  g_return_if_fail (self->recorder == NULL);
  eh_db_exec (self->db, "DELETE FROM history", NULL);
  refresh_labels (self);
}

/* The file that comes in says of itself what this copy says: whose it is did not change. */
static gboolean
keep_copy_row (EhDb *from, EhDb *to, GError **error)
{
  EhStmt s = eh_db_prepare (from, "SELECT generation, confirmed, saved_at FROM copy");
  EhStmt into;

  if (!eh_stmt_step (&s))
    return eh_stmt_finish (&s, error);
  into = eh_db_prepare (to, "UPDATE copy SET generation = ?, confirmed = ?, saved_at = ?");
  eh_stmt_bind_text (&into, eh_stmt_text (&s, 0));
  eh_stmt_bind_text (&into, eh_stmt_text (&s, 1));
  eh_stmt_bind_int (&into, eh_stmt_int (&s, 2));
  return eh_stmt_run (&into, error) & eh_stmt_finish (&s, error);
}

/**
 * eh_store_restore:
 * @self: a store, outside a transaction
 * @path: a project that takes this one's place, history and all (see eh-restore.h)
 * @changes: (element-type EhChange): what becomes of which rows, for whoever shows them
 * @error: set to a #EhStoreError
 *
 * It cannot be undone; whoever calls this has made a backup before.
 *
 * Returns: whether it is done; on failure nothing has changed
 */
gboolean
eh_store_restore (EhStore *self, const char *path, GArray *changes, GError **error)
{
  g_autoptr (EhDb) from = eh_db_open (path, EH_DB_WRITER, error);

  g_return_val_if_fail (self->recorder == NULL, FALSE);
  if (!is_free (self, error) || from == NULL || !eh_schema_check (from, error) ||
      !keep_copy_row (self->db, from, error) || !eh_db_copy_into (from, self->db, error))
    return FALSE;
  if (self->direct)
    renew_generation (self->db, NULL);
  refresh_labels (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
  return TRUE;
}

/**
 * eh_store_ends_in_erasing:
 * @self: a store
 *
 * Returns: whether nothing can be undone because the last thing done is an erasing
 */
gboolean
eh_store_ends_in_erasing (EhStore *self)
{
  return eh_history_ends_in_erasing (self->db);
}
