/* What is sent from phones, taken in on a connection of its own in a thread of its own, while the
 * window works on another. It writes the table "received" alone, which no step of the history
 * holds, so the two cannot disagree; they wait for one another for as long as a commit takes. */

#include "eh-inbox.h"

#include "eh-db.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"
#include "eh-text.h"

/**
 * eh_inbox_open:
 * @path: a working copy (eh_store_get_path())
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): a connection of the calling thread, to be closed with
 *   eh_db_close(). It may be read with eh-reader.h too
 */
EhDb *
eh_inbox_open (const char *path, GError **error)
{
  return eh_db_open (path, EH_DB_WRITER, error);
}

/**
 * eh_inbox_begin:
 * @db: a connection of eh_inbox_open()
 * @error: set to a #EhStoreError
 *
 * Begins a group of what arrived together: one wait for the disk serves all of them.
 *
 * Returns: whether it has begun
 */
gboolean
eh_inbox_begin (EhDb *db, GError **error)
{
  return eh_db_exec (db, "BEGIN IMMEDIATE", error);
}

/**
 * eh_inbox_commit:
 * @db: a connection, after eh_inbox_begin()
 * @error: set to a #EhStoreError
 *
 * Returns: whether the whole group is on disk; when not, none of it is kept
 */
gboolean
eh_inbox_commit (EhDb *db, GError **error)
{
  if (eh_db_exec (db, "COMMIT", error))
    return TRUE;
  eh_inbox_abort (db);
  return FALSE;
}

/**
 * eh_inbox_abort:
 * @db: a connection, after eh_inbox_begin()
 */
void
eh_inbox_abort (EhDb *db)
{
  eh_db_exec (db, "ROLLBACK", NULL);
}

static EhReceived *
find_by_nonce (EhDb *db, const char *nonce_hash, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT id FROM received WHERE nonce_hash = ?");
  EhId id = EH_ID_NONE;

  eh_stmt_bind_text (&s, nonce_hash);
  if (eh_stmt_step (&s))
    id = eh_stmt_int (&s, 0);
  if (!eh_stmt_finish (&s, error) || id == EH_ID_NONE)
    return NULL;
  return eh_row_store_get (db, &eh_received_row_type, id, error);
}

/**
 * eh_inbox_add:
 * @db: a connection, after eh_inbox_begin()
 * @row: what was sent: its words are cleaned; where they are missing it gets an id, the id of its
 *   insight and its times
 * @again: (out): whether it had arrived before, by its nonce: then @row gets the id of the first,
 *   and nothing is added
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT for no words or too many
 *
 * Returns: whether it is there
 */
gboolean
eh_inbox_add (EhDb *db, EhReceived *row, gboolean *again, GError **error)
{
  g_autoptr (EhReceived) first = NULL;
  g_autofree char *text = eh_text_clean (row->text);
  glong length = g_utf8_strlen (text, -1);

  *again = FALSE;
  if (eh_text_is_blank (text) || length > EH_INBOX_MAX_CHARS)
    return eh_db_set_error (db, SQLITE_CONSTRAINT, "no words or too many", error);
  eh_set_str (&row->text, text);
  if (row->nonce_hash[0] != '\0' && (first = find_by_nonce (db, row->nonce_hash, error)) != NULL) {
    *again = TRUE;
    row->id = first->id;
    return TRUE;
  }
  if (row->id == EH_ID_NONE)
    row->id = eh_id_new ();
  if (row->insight_id == EH_ID_NONE)
    row->insight_id = eh_id_new ();
  if (row->sent_at == 0)
    row->sent_at = g_get_real_time () / G_USEC_PER_SEC;
  if (row->changed_at == 0)
    row->changed_at = row->sent_at;
  return eh_row_store_put (db, &eh_received_row_type, row, error);
}

/**
 * eh_inbox_change:
 * @db: a connection, after eh_inbox_begin()
 * @row: what eh_inbox_find() gave, with other words, kind or wish
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT for no words or too many, and for what
 *   was taken back
 *
 * Changes what was sent. What had not been taken in waits again; an insight that was made of it
 * follows by eh_queue_settle().
 *
 * Returns: whether it is changed
 */
gboolean
eh_inbox_change (EhDb *db, EhReceived *row, GError **error)
{
  g_autofree char *text = eh_text_clean (row->text);

  if (eh_text_is_blank (text) || g_utf8_strlen (text, -1) > EH_INBOX_MAX_CHARS ||
      row->state == EH_RECEIVED_STATE_TAKEN_BACK)
    return eh_db_set_error (db, SQLITE_CONSTRAINT, "no words, too many, or taken back", error);
  eh_set_str (&row->text, text);
  row->state = EH_RECEIVED_STATE_WAITING;
  eh_set_str (&row->reason, "");
  row->tell_reason = FALSE;
  row->changed_at = g_get_real_time () / G_USEC_PER_SEC;
  row->unsettled = row->accepted_at != 0;
  return eh_row_store_put (db, &eh_received_row_type, row, error);
}

/**
 * eh_inbox_take_back:
 * @db: a connection, after eh_inbox_begin()
 * @id: something that was sent
 * @error: set to a #EhStoreError
 *
 * Erases its words, and leaves that there was something. An insight that was made of it is erased
 * by eh_queue_settle().
 *
 * Returns: whether it is taken back
 */
gboolean
eh_inbox_take_back (EhDb *db, EhId id, GError **error)
{
  return eh_received_wipe (db, id, TRUE, error);
}

static GPtrArray *
list_by (EhDb *db, const char *sql, const char *hash)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_received_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_text (&s, hash);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (ids, id);
  }
  eh_stmt_finish (&s, NULL);
  for (guint i = 0; i < ids->len; i++) {
    EhReceived *row = eh_row_store_get (db, &eh_received_row_type, g_array_index (ids, EhId, i),
                                        NULL);

    if (row != NULL)
      g_ptr_array_add (rows, row);
  }
  return rows;
}

/**
 * eh_inbox_list:
 * @db: a connection
 * @edit_hash: of the key of a phone
 *
 * Returns: (transfer full) (element-type EhReceived): what that phone sent, the newest first, with
 *   what it took back
 */
GPtrArray *
eh_inbox_list (EhDb *db, const char *edit_hash)
{
  if (edit_hash[0] == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify) eh_received_free);
  return list_by (db, "SELECT id FROM received WHERE edit_hash = ? ORDER BY id DESC", edit_hash);
}

/**
 * eh_inbox_find:
 * @db: a connection
 * @id: something that was sent
 * @edit_hash: of the key of the phone that asks
 *
 * Returns: (transfer full) (nullable): the row, when that phone sent it
 */
EhReceived *
eh_inbox_find (EhDb *db, EhId id, const char *edit_hash)
{
  g_autoptr (EhReceived) row = eh_row_store_get (db, &eh_received_row_type, id, NULL);

  if (row == NULL || edit_hash[0] == '\0' || !g_str_equal (row->edit_hash, edit_hash))
    return NULL;
  return g_steal_pointer (&row);
}

/**
 * eh_inbox_find_slip:
 * @db: a connection
 * @code: as eh_slip_read_code() gave it
 *
 * Returns: (transfer full) (nullable): the slip with that code
 */
EhSlip *
eh_inbox_find_slip (EhDb *db, const char *code)
{
  EhStmt s = eh_db_prepare (db, "SELECT id FROM slip WHERE code = ? ORDER BY id LIMIT 1");
  EhId id = EH_ID_NONE;

  eh_stmt_bind_text (&s, code);
  if (eh_stmt_step (&s))
    id = eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return id != EH_ID_NONE ? eh_row_store_get (db, &eh_slip_row_type, id, NULL) : NULL;
}

/**
 * eh_inbox_is_accepted:
 * @db: a connection
 * @row: something that was sent
 *
 * Returns: whether its insight is there
 */
gboolean
eh_inbox_is_accepted (EhDb *db, const EhReceived *row)
{
  EhStmt s = eh_db_prepare (db, "SELECT 1 FROM insight WHERE id = ?");
  gboolean there;

  eh_stmt_bind_id (&s, row->insight_id);
  there = eh_stmt_step (&s);
  return eh_stmt_finish (&s, NULL) && there;
}

/**
 * eh_inbox_clear_traces:
 * @db: a connection, outside a group
 *
 * Folds the write-ahead log into the file, so that words that were taken back are not left in it.
 * When somebody reads at that moment, the next time does it.
 */
void
eh_inbox_clear_traces (EhDb *db)
{
  eh_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}
