/* The lowest storey of the store: a connection with its cache of statements, and a statement whose
 * first error sticks, so that a mapper reads like a list of columns. */

#include "eh-db.h"

#include "eh-query-log.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 2000

/* Of a text or of a step of the history, in bytes: far more than any project has, and far less than
 * would fill the memory. */
#define LONGEST_VALUE (256 * 1024 * 1024)

struct _EhDb {
  sqlite3 *handle;
  GHashTable *statements; /* (element-type utf8 sqlite3_stmt) owned */
  GHashTable *texts;      /* (element-type pointer utf8) owned */
  GThread *owner;
  char *name;
  GCancellable *cancellable;
  gulong interrupter;
  FILE *log; /* (nullable) */
};

static const char *
sentence_for (int code)
{
  switch (code) {
  case EH_STORE_ERROR_IN_USE:
    return _ ("Another window or program is using this project just now. Try again in a moment.");
  case EH_STORE_ERROR_FULL:
    return _ ("The disk is full. Nothing was lost; free some space and try again.");
  case EH_STORE_ERROR_READ_ONLY:
    return _ ("This file may not be changed. Save a copy in a folder of your own.");
  case EH_STORE_ERROR_DAMAGED:
    return _ ("This file is damaged: part of it is missing or has been changed by something else.");
  case EH_STORE_ERROR_NOT_OURS:
    return _ ("This is not an Evenhand project.");
  case EH_STORE_ERROR_UNREACHABLE:
    return _ ("The file could not be reached. Is its disk or network folder still there?");
  case EH_STORE_ERROR_CONSTRAINT:
    return _ ("That change contradicts what the project holds, so nothing was changed.");
  default:
    return _ ("The change could not be made, so nothing was changed.");
  }
}

static int
code_for (int rc)
{
  switch (rc & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return EH_STORE_ERROR_IN_USE;
  case SQLITE_FULL:
    return EH_STORE_ERROR_FULL;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return EH_STORE_ERROR_READ_ONLY;
  case SQLITE_CORRUPT:
    return EH_STORE_ERROR_DAMAGED;
  case SQLITE_NOTADB:
    return EH_STORE_ERROR_NOT_OURS;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
    return EH_STORE_ERROR_UNREACHABLE;
  case SQLITE_CONSTRAINT:
    return EH_STORE_ERROR_CONSTRAINT;
  default:
    return EH_STORE_ERROR_FAILED;
  }
}

/**
 * eh_db_set_error:
 * @self: a connection
 * @rc: what SQLite answered
 * @what: the SQL or the step, for the debug log
 * @error: where to set a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE
 */
gboolean
eh_db_set_error (EhDb *self, int rc, const char *what, GError **error)
{
  int code = code_for (rc);

  if ((rc & 0xff) == SQLITE_INTERRUPT) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
    return FALSE;
  }
  g_debug ("%s: %s: %s (%s)", self->name, what, sqlite3_errstr (rc), sqlite3_errmsg (self->handle));
  g_set_error_literal (error, EH_STORE_ERROR, code, sentence_for (code));
  return FALSE;
}

/* SQLite calls this every few thousand steps of a long query. */
static int
progress_cb (void *data)
{
  EhDb *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Looking a file over is one step to SQLite, in which nobody is asked but by this. In the thread
 * that cancels. */
static void
interrupt_cb (GCancellable *cancellable, gpointer handle)
{
  sqlite3_interrupt (handle);
}

/**
 * eh_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): when cancelled, the running statement stops with %G_IO_ERROR_CANCELLED
 */
void
eh_db_set_cancellable (EhDb *self, GCancellable *cancellable)
{
  g_cancellable_disconnect (self->cancellable, self->interrupter);
  self->interrupter = 0;
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? 4000 : 0,
                            cancellable != NULL ? progress_cb : NULL, self);
  if (cancellable != NULL)
    self->interrupter = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), self->handle,
                                               NULL);
}

/* What is read back is what holds: a pragma that SQLite does not know is silently passed over. */
static gboolean
set_pragmas (EhDb *self, EhDbMode mode, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  if (mode == EH_DB_SALVAGE) {
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
    return eh_db_exec (self, "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY", error);
  }
  if (!eh_db_exec (
          self,
          "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
          " PRAGMA mmap_size = 0",
          error))
    return FALSE;
  if (mode == EH_DB_READER || mode == EH_DB_SNAPSHOT)
    return eh_db_exec (self, "PRAGMA query_only = ON", error);
  if (!eh_db_exec (self, "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL", error))
    return FALSE;
  if (eh_db_value (self, "PRAGMA foreign_keys", 0) != 1 ||
      eh_db_value (self, "PRAGMA synchronous", 0) < 2)
    return eh_db_set_error (self, SQLITE_ERROR, "pragmas did not take", error);
  return TRUE;
}

/**
 * eh_db_open:
 * @path: the file
 * @mode: what for
 * @error: set to a #EhStoreError
 *
 * A cancellable that the thread has pushed (g_cancellable_push_current()) stops what the connection
 * does.
 *
 * Returns: (transfer full) (nullable): a connection of the calling thread
 */
EhDb *
eh_db_open (const char *path, EhDbMode mode, GError **error)
{
  g_autoptr (EhDb) self = g_new0 (EhDb, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int rc;

  flags |= mode == EH_DB_READER || mode == EH_DB_SNAPSHOT ? SQLITE_OPEN_READONLY
                                                          : SQLITE_OPEN_READWRITE;
  if (mode == EH_DB_CREATOR)
    flags |= SQLITE_OPEN_CREATE;
  self->owner = g_thread_self ();
  self->name = g_path_get_basename (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) sqlite3_finalize);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->log = eh_query_log_open ();
  if (mode == EH_DB_SNAPSHOT) {
    g_autofree char *canonical = g_canonicalize_filename (path, NULL);
    g_autofree char *escaped = g_uri_escape_string (canonical, "/", FALSE);
    g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);

    rc = sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_URI, NULL);
  } else {
    rc = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  }
  if (rc != SQLITE_OK) {
    eh_db_set_error (self, rc, "open", error);
    return NULL;
  }
  if (!set_pragmas (self, mode, error))
    return NULL;
  if (g_cancellable_get_current () != NULL)
    eh_db_set_cancellable (self, g_cancellable_get_current ());
  return g_steal_pointer (&self);
}

/**
 * eh_db_close:
 * @self: (nullable) (transfer full): a connection; the last one to a file in WAL mode folds the log
 *   into the file
 */
void
eh_db_close (EhDb *self)
{
  if (self == NULL)
    return;
  g_cancellable_disconnect (self->cancellable, self->interrupter);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->texts);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement was left open on %s", self->name);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->log, fclose);
  g_free (self->name);
  g_free (self);
}

/**
 * eh_db_copy_into:
 * @self: a connection
 * @to: a writer, outside a transaction; what it held is replaced, at once or not at all
 * @error: set to a #EhStoreError
 *
 * Returns: whether @to holds what @self does
 */
gboolean
eh_db_copy_into (EhDb *self, EhDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (eh_db_handle (to), "main", eh_db_handle (self),
                                                "main");
  int rc = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (to->handle);

  sqlite3_backup_finish (backup);
  return rc == SQLITE_DONE || eh_db_set_error (to, rc, "backup", error);
}

/**
 * eh_db_copy_in_memory:
 * @self: a connection whose schema is known to be ours
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): a connection of the calling thread to a copy of its own
 */
EhDb *
eh_db_copy_in_memory (EhDb *self, GError **error)
{
  g_autoptr (EhDb) copy = eh_db_open (":memory:", EH_DB_CREATOR, error);

  if (copy == NULL || !eh_db_copy_into (self, copy, error))
    return NULL;
  eh_db_trust_schema (copy);
  return g_steal_pointer (&copy);
}

/**
 * eh_db_vacuum_into:
 * @self: a connection, outside a transaction
 * @path: a file that is not there, or empty
 * @error: set to a #EhStoreError
 *
 * Writes everything at this moment into one file, without what was deleted.
 *
 * Returns: whether it is there
 */
gboolean
eh_db_vacuum_into (EhDb *self, const char *path, GError **error)
{
  EhStmt s = eh_db_prepare (self, "VACUUM INTO ?");

  eh_stmt_bind_text (&s, path);
  return eh_stmt_run (&s, error);
}

/**
 * eh_db_name:
 * @self: a connection
 *
 * Returns: (transfer none): the file's name, without its folder
 */
const char *
eh_db_name (EhDb *self)
{
  return self->name;
}

/**
 * eh_db_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own handle, for the session extension
 */
sqlite3 *
eh_db_handle (EhDb *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->handle;
}

/**
 * eh_db_exec:
 * @self: a connection
 * @sql: one or several statements without parameters or results
 * @error: set to a #EhStoreError
 *
 * Returns: whether all of them were done
 */
gboolean
eh_db_exec (EhDb *self, const char *sql, GError **error)
{
  int rc;

  g_assert (self->owner == g_thread_self ());
  rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return rc == SQLITE_OK || eh_db_set_error (self, rc, sql, error);
}

/**
 * eh_db_value:
 * @self: a connection
 * @sql: a query of one number
 * @fallback: what to give when there is no row or the query fails
 *
 * Returns: the number
 */
gint64
eh_db_value (EhDb *self, const char *sql, gint64 fallback)
{
  EhStmt s = eh_db_prepare (self, sql);
  gint64 value = eh_stmt_step (&s) ? eh_stmt_int (&s, 0) : fallback;

  return eh_stmt_finish (&s, NULL) ? value : fallback;
}

/**
 * eh_db_trust_schema:
 * @self: a connection to a file whose schema is known to be ours, to the letter
 *
 * Lets the triggers that feed the full-text index run: SQLite before 3.41 takes that index for
 * unsafe in a trigger unless the schema is trusted.
 */
void
eh_db_trust_schema (EhDb *self)
{
  sqlite3_db_config (eh_db_handle (self), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
}

/**
 * eh_db_use_wal:
 * @self: a writer of a working copy
 * @error: set to a #EhStoreError
 *
 * Lets readers in other threads go on while this connection writes.
 *
 * Returns: whether the mode took
 */
gboolean
eh_db_use_wal (EhDb *self, GError **error)
{
  EhStmt s = eh_db_prepare (self, "PRAGMA journal_mode = WAL");
  gboolean took = eh_stmt_step (&s) && g_strcmp0 (eh_stmt_text (&s, 0), "wal") == 0;

  if (!eh_stmt_finish (&s, error))
    return FALSE;
  return took || eh_db_set_error (self, SQLITE_CANTOPEN, "WAL did not take", error);
}

/**
 * eh_db_text:
 * @self: a connection
 * @key: what the text is about
 * @write: writes it
 *
 * Returns: (transfer none): what @write gave for @key the first time
 */
const char *
eh_db_text (EhDb *self, gconstpointer key, char *(*write) (gconstpointer key))
{
  char *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL) {
    text = write (key);
    g_hash_table_insert (self->texts, (gpointer) key, text);
  }
  return text;
}

/**
 * eh_db_prepare:
 * @self: a connection
 * @sql: one statement; its text is also the key of the cache, so values are bound, never written in
 *
 * Returns: the statement, to be ended with eh_stmt_finish(); a mistake shows there
 */
EhStmt
eh_db_prepare (EhDb *self, const char *sql)
{
  EhStmt s = { self, NULL, SQLITE_OK, 1, FALSE };

  g_assert (self->owner == g_thread_self ());
  s.stmt = g_hash_table_lookup (self->statements, sql);
  /* A query within the loop over itself gets a statement of its own. */
  s.owned = s.stmt != NULL && sqlite3_stmt_busy (s.stmt);
  if (s.stmt == NULL || s.owned) {
    s.rc = sqlite3_prepare_v3 (self->handle, sql, -1, s.owned ? 0 : SQLITE_PREPARE_PERSISTENT,
                               &s.stmt, NULL);
    if (s.rc == SQLITE_OK && !s.owned)
      g_hash_table_insert (self->statements, g_strdup (sql), s.stmt);
  }
  return s;
}

/**
 * eh_stmt_bind_int:
 * @s: a statement
 * @value: for its next parameter
 *
 * Binds the next parameter, from the first on; eh_stmt_bind_real() and eh_stmt_bind_null() do the
 * same for theirs. A mistake shows in eh_stmt_finish().
 */
void
eh_stmt_bind_int (EhStmt *s, gint64 value)
{
  if (s->rc == SQLITE_OK)
    s->rc = sqlite3_bind_int64 (s->stmt, s->next++, value);
}

/**
 * eh_stmt_bind_id:
 * @s: a statement
 * @id: an id; %EH_ID_NONE binds NULL
 */
void
eh_stmt_bind_id (EhStmt *s, EhId id)
{
  if (id == EH_ID_NONE)
    eh_stmt_bind_null (s);
  else
    eh_stmt_bind_int (s, id);
}

void
eh_stmt_bind_real (EhStmt *s, double value)
{
  if (s->rc == SQLITE_OK)
    s->rc = sqlite3_bind_double (s->stmt, s->next++, value);
}

/**
 * eh_stmt_bind_text:
 * @s: a statement
 * @text: (nullable): bound as NULL when %NULL; must live until the statement is finished
 */
void
eh_stmt_bind_text (EhStmt *s, const char *text)
{
  if (s->rc == SQLITE_OK)
    s->rc = sqlite3_bind_text (s->stmt, s->next++, text, -1, SQLITE_STATIC);
}

/**
 * eh_stmt_bind_blob:
 * @s: a statement
 * @data: bytes; must live until the statement is finished
 * @size: how many
 */
void
eh_stmt_bind_blob (EhStmt *s, gconstpointer data, gsize size)
{
  /* SQLite takes no data for NULL, where here it is an empty value. */
  if (s->rc == SQLITE_OK && size == 0)
    s->rc = sqlite3_bind_zeroblob (s->stmt, s->next++, 0);
  else if (s->rc == SQLITE_OK)
    s->rc = sqlite3_bind_blob64 (s->stmt, s->next++, data, size, SQLITE_STATIC);
}

void
eh_stmt_bind_null (EhStmt *s)
{
  if (s->rc == SQLITE_OK)
    s->rc = sqlite3_bind_null (s->stmt, s->next++);
}

/**
 * eh_stmt_step:
 * @s: a statement
 *
 * Returns: whether there is a row to read; after %FALSE, eh_stmt_finish() tells the end from a
 *   failure
 */
gboolean
eh_stmt_step (EhStmt *s)
{
  if (s->rc == SQLITE_OK || s->rc == SQLITE_ROW)
    s->rc = sqlite3_step (s->stmt);
  return s->rc == SQLITE_ROW;
}

/**
 * eh_stmt_int:
 * @s: a statement on a row
 * @column: which, from 0
 *
 * Returns: the number, 0 for NULL; likewise eh_stmt_real()
 */
gint64
eh_stmt_int (EhStmt *s, int column)
{
  return sqlite3_column_int64 (s->stmt, column);
}

double
eh_stmt_real (EhStmt *s, int column)
{
  return sqlite3_column_double (s->stmt, column);
}

/**
 * eh_stmt_text:
 * @s: a statement on a row
 * @column: which, from 0
 *
 * Returns: (transfer none): the text, valid until the next step; "" for NULL
 */
const char *
eh_stmt_text (EhStmt *s, int column)
{
  const char *text = (const char *) sqlite3_column_text (s->stmt, column);

  return text != NULL ? text : "";
}

/**
 * eh_stmt_dup_text:
 * @s: a statement on a row
 * @column: which, from 0
 *
 * A file from outside may hold any bytes; what goes on from here is text.
 *
 * Returns: (transfer full): the text, valid UTF-8; "" for NULL
 */
char *
eh_stmt_dup_text (EhStmt *s, int column)
{
  const char *text = eh_stmt_text (s, column);

  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

/**
 * eh_stmt_finish:
 * @s: a statement
 * @error: set to a #EhStoreError when anything since eh_db_prepare() failed
 *
 * Gives the statement back to its connection.
 *
 * Returns: whether all went well
 */
gboolean
eh_stmt_finish (EhStmt *s, GError **error)
{
  gboolean ok = s->rc == SQLITE_DONE || s->rc == SQLITE_ROW || s->rc == SQLITE_OK;

  if (!ok)
    eh_db_set_error (s->db, s->rc, s->stmt != NULL ? sqlite3_sql (s->stmt) : "prepare", error);
  if (s->db->log != NULL && s->stmt != NULL)
    eh_query_log_write (s->db->log, s->stmt);
  if (s->owned) {
    sqlite3_finalize (s->stmt);
  } else if (s->stmt != NULL) {
    sqlite3_reset (s->stmt);
    sqlite3_clear_bindings (s->stmt);
  }
  return ok;
}

/**
 * eh_stmt_run:
 * @s: a statement that gives no rows
 * @error: set to a #EhStoreError
 *
 * Steps once and finishes.
 *
 * Returns: whether all went well
 */
gboolean
eh_stmt_run (EhStmt *s, GError **error)
{
  eh_stmt_step (s);
  return eh_stmt_finish (s, error);
}
