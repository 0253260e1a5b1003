#pragma once

#include "eh-connection.h"
#include "eh-id.h"
#include "eh-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * EhDbMode:
 * @EH_DB_READER: reads; sees one moment as long as a transaction is open
 * @EH_DB_SNAPSHOT: reads a file that nobody writes to, making no file beside it: a sandbox shows
 * that one file alone
 * @EH_DB_WRITER: reads and writes a file that is there
 * @EH_DB_CREATOR: makes the file
 * @EH_DB_SALVAGE: reads what can be read of a private copy of a damaged file: a table whose
 * description is broken does not hide the others
 */
typedef enum {
  EH_DB_READER,
  EH_DB_SNAPSHOT,
  EH_DB_WRITER,
  EH_DB_CREATOR,
  EH_DB_SALVAGE,
} EhDbMode;

/**
 * EhStmt:
 *
 * A statement in use, on the stack. Binding advances by itself; the first failure sticks; read the
 * columns between eh_stmt_step() and the next, and always end with eh_stmt_finish():
 * |[
 *   EhStmt s = eh_db_prepare (db, "SELECT text FROM insight WHERE id = ?");
 *   eh_stmt_bind_id (&s, id);
 *   while (eh_stmt_step (&s))
 *     text = eh_stmt_text (&s, 0);
 *   return eh_stmt_finish (&s, error);
 * ]|
 */
typedef struct {
  EhDb *db;
  sqlite3_stmt *stmt;
  int rc;
  int next;
  gboolean owned;
} EhStmt;

EhDb *eh_db_open (const char *path, EhDbMode mode, GError **error);
EhDb *eh_db_copy_in_memory (EhDb *self, GError **error);
gboolean eh_db_copy_into (EhDb *self, EhDb *to, GError **error);
sqlite3 *eh_db_handle (EhDb *self);
const char *eh_db_name (EhDb *self);
gboolean eh_db_exec (EhDb *self, const char *sql, GError **error);
gint64 eh_db_value (EhDb *self, const char *sql, gint64 fallback);
void eh_db_trust_schema (EhDb *self);
gboolean eh_db_use_wal (EhDb *self, GError **error);
gboolean eh_db_vacuum_into (EhDb *self, const char *path, GError **error);
gboolean eh_db_set_error (EhDb *self, int rc, const char *what, GError **error);
const char *eh_db_text (EhDb *self, gconstpointer key, char *(*write) (gconstpointer key));
void eh_db_set_cancellable (EhDb *self, GCancellable *cancellable);

EhStmt eh_db_prepare (EhDb *self, const char *sql);
void eh_stmt_bind_int (EhStmt *s, gint64 value);
void eh_stmt_bind_id (EhStmt *s, EhId id);
void eh_stmt_bind_real (EhStmt *s, double value);
void eh_stmt_bind_text (EhStmt *s, const char *text);
void eh_stmt_bind_blob (EhStmt *s, gconstpointer data, gsize size);
void eh_stmt_bind_null (EhStmt *s);
gboolean eh_stmt_step (EhStmt *s);
gint64 eh_stmt_int (EhStmt *s, int column);
double eh_stmt_real (EhStmt *s, int column);
const char *eh_stmt_text (EhStmt *s, int column);
char *eh_stmt_dup_text (EhStmt *s, int column);
gboolean eh_stmt_finish (EhStmt *s, GError **error);
gboolean eh_stmt_run (EhStmt *s, GError **error);

G_END_DECLS
