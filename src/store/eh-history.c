/* The table of what was done: one step a transaction, written in the transaction itself. */

#include "eh-history.h"

#include "eh-changeset-filter.h"
#include "eh-changeset.h"
#include "eh-db.h"
#include "eh-row-store.h"

/* Steps with the same key that follow one another this closely are one: a field that is typed in.
 */
#define JOIN_SECONDS 20

void
eh_history_step_free (EhHistoryStep *self)
{
  g_free (self->label);
  g_free (self->device);
  g_free (self->author);
  g_free (self->state);
  g_free (self);
}

static gboolean
run_for_seq (EhDb *db, const char *sql, gint64 seq, GError **error)
{
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_int (&s, seq);
  return eh_stmt_run (&s, error);
}

/* The step just before, when it can be joined with the one being recorded: done by the same person
 * on the same computer. */
static gint64
joinable_step (EhDb *db, const char *merge_key, const char *author, gint64 now)
{
  EhStmt s = eh_db_prepare (db, "SELECT seq, merge_key, made_at, author, device FROM history"
                                " WHERE state = 'done' ORDER BY seq DESC LIMIT 1");
  gint64 seq = 0;

  if (eh_stmt_step (&s) && merge_key[0] != '\0' && g_str_equal (eh_stmt_text (&s, 1), merge_key) &&
      now - eh_stmt_int (&s, 2) <= JOIN_SECONDS && g_str_equal (eh_stmt_text (&s, 3), author) &&
      g_str_equal (eh_stmt_text (&s, 4), g_get_host_name ()))
    seq = eh_stmt_int (&s, 0);
  return eh_stmt_finish (&s, NULL) ? seq : 0;
}

static gboolean
join_step (EhDb *db, gint64 seq, GBytes *changes, gint64 now, GError **error)
{
  g_autoptr (GBytes) before = eh_history_changes (db, seq, error);
  g_autoptr (GBytes) both = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *guid = g_uuid_string_random ();
  EhStmt s;

  if (before == NULL)
    return FALSE;
  both = eh_changeset_join (before, changes, db, error);
  if (both == NULL)
    return FALSE;
  /* Typed and taken away again: nothing was done. */
  if (g_bytes_get_size (both) == 0)
    return run_for_seq (db, "DELETE FROM history WHERE seq = ?", seq, error);
  rows = eh_changeset_list (both, FALSE);
  /* Another step than before: a copy that was made in between has the old one. */
  s = eh_db_prepare (
      db, "UPDATE history SET guid = ?, changes = ?, made_at = ?, n_rows = ? WHERE seq = ?");
  eh_stmt_bind_text (&s, guid);
  eh_stmt_bind_blob (&s, g_bytes_get_data (both, NULL), g_bytes_get_size (both));
  eh_stmt_bind_int (&s, now);
  eh_stmt_bind_int (&s, rows->len);
  eh_stmt_bind_int (&s, seq);
  return eh_stmt_run (&s, error);
}

/**
 * eh_history_record:
 * @db: a writer, in the transaction that made the changes
 * @guid: what the step is known by in every copy; a step that is joined to the one before gets
 * another
 * @label: what a person reads
 * @merge_key: consecutive steps with the same key are joined; "" for a step of its own
 * @author: who did it, "" when not said
 * @changes: the changes, at least one
 * @n_rows: rows that they touch
 * @erasing: whether neither it nor what was before can be undone
 * @error: set to a #EhStoreError
 *
 * Returns: whether the step is written
 */
gboolean
eh_history_record (EhDb *db,
                   const char *guid,
                   const char *label,
                   const char *merge_key,
                   const char *author,
                   GBytes *changes,
                   gint64 n_rows,
                   gboolean erasing,
                   GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 joined;
  EhStmt s;

  if (!eh_db_exec (db, "UPDATE history SET state = 'dropped' WHERE state = 'undone'", error))
    return FALSE;
  joined = joinable_step (db, merge_key, author, now);
  if (joined > 0)
    return join_step (db, joined, changes, now, error);
  s = eh_db_prepare (
      db, "INSERT INTO history (guid, label, made_at, device, author, merge_key, n_rows, changes,"
          " erasing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  eh_stmt_bind_text (&s, guid);
  eh_stmt_bind_text (&s, label);
  eh_stmt_bind_int (&s, now);
  eh_stmt_bind_text (&s, g_get_host_name ());
  eh_stmt_bind_text (&s, author);
  eh_stmt_bind_text (&s, merge_key);
  eh_stmt_bind_int (&s, n_rows);
  eh_stmt_bind_blob (&s, g_bytes_get_data (changes, NULL), g_bytes_get_size (changes));
  eh_stmt_bind_int (&s, erasing ? 1 : 0);
  return eh_stmt_run (&s, error);
}

/**
 * eh_history_next:
 * @db: a connection
 * @redo: whether to look for what can be done again, not for what can be undone
 * @label: (out) (optional) (nullable) (transfer full): its label
 *
 * Returns: the number of the step, 0 for none
 */
gint64
eh_history_next (EhDb *db, gboolean redo, char **label)
{
  EhStmt s = eh_db_prepare (
      db, redo ? "SELECT seq, label, 0 FROM history WHERE state = 'undone' ORDER BY seq LIMIT 1"
               : "SELECT seq, label, erasing FROM history WHERE state = 'done'"
                 " ORDER BY seq DESC LIMIT 1");
  gint64 seq = 0;

  if (label != NULL)
    *label = NULL;
  /* What was erased cannot be put back, so that whatever came before would meet another project. */
  if (eh_stmt_step (&s) && eh_stmt_int (&s, 2) == 0) {
    seq = eh_stmt_int (&s, 0);
    if (label != NULL)
      *label = eh_stmt_dup_text (&s, 1);
  }
  eh_stmt_finish (&s, NULL);
  return seq;
}

/**
 * eh_history_next_rows:
 * @db: a connection
 * @redo: whether to look at what was undone
 *
 * Returns: how many rows the step of eh_history_next() touches, which tells how long it takes
 */
gint64
eh_history_next_rows (EhDb *db, gboolean redo)
{
  return eh_db_value (
      db,
      redo ? "SELECT n_rows FROM history WHERE state = 'undone' ORDER BY seq LIMIT 1"
           : "SELECT n_rows FROM history WHERE state = 'done' ORDER BY seq DESC LIMIT 1",
      0);
}

/**
 * eh_history_ends_in_erasing:
 * @db: a connection
 *
 * Returns: whether the last thing done is an erasing, which is why nothing can be undone
 */
gboolean
eh_history_ends_in_erasing (EhDb *db)
{
  return eh_db_value (db,
                      "SELECT erasing FROM history WHERE state = 'done' ORDER BY seq DESC LIMIT 1",
                      0) != 0;
}

/**
 * eh_history_changes:
 * @db: a connection
 * @seq: a step
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): its changes
 */
GBytes *
eh_history_changes (EhDb *db, gint64 seq, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT changes FROM history WHERE seq = ?");
  g_autoptr (GBytes) changes = NULL;

  eh_stmt_bind_int (&s, seq);
  if (eh_stmt_step (&s))
    changes = g_bytes_new (sqlite3_column_blob (s.stmt, 0),
                           (gsize) sqlite3_column_bytes (s.stmt, 0));
  if (!eh_stmt_finish (&s, error))
    return NULL;
  if (changes != NULL && eh_changeset_is_sound (changes))
    return g_steal_pointer (&changes);
  eh_db_set_error (db, SQLITE_CORRUPT, "no such step, or one that is no changeset", error);
  return NULL;
}

/**
 * eh_history_what:
 * @db: a connection
 * @seq: a step
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhChange): the rows that the step touched, as
 * it was done; fewer than its number says where something was erased since
 */
GArray *
eh_history_what (EhDb *db, gint64 seq, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, seq, error);

  return changes != NULL ? eh_changeset_list (changes, FALSE) : NULL;
}

/**
 * eh_history_mark:
 * @db: a writer, in a transaction
 * @seq: a step
 * @state: "done" or "undone"
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is marked; a marked step is joined with no later one
 */
gboolean
eh_history_mark (EhDb *db, gint64 seq, const char *state, GError **error)
{
  gboolean undone = g_str_equal (state, "undone");
  g_autofree char *guid = undone ? g_uuid_string_random () : NULL;
  EhStmt s = eh_db_prepare (
      db, "UPDATE history SET state = ?, merge_key = '', undone_guid = coalesce (?, undone_guid)"
          " WHERE seq = ?");

  eh_stmt_bind_text (&s, state);
  eh_stmt_bind_text (&s, guid);
  eh_stmt_bind_int (&s, seq);
  return eh_stmt_run (&s, error);
}

/**
 * eh_history_list:
 * @db: a connection
 * @limit: the greatest number of steps, 0 for all
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhHistoryStep): the newest first
 */
GPtrArray *
eh_history_list (EhDb *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_history_step_free);
  EhStmt s = eh_db_prepare (
      db, "SELECT seq, label, made_at, device, author, n_rows, state, erasing FROM history"
          " ORDER BY seq DESC LIMIT ?");

  eh_stmt_bind_int (&s, limit == 0 ? -1 : (gint64) limit);
  while (eh_stmt_step (&s)) {
    EhHistoryStep *step = g_new0 (EhHistoryStep, 1);

    step->seq = eh_stmt_int (&s, 0);
    step->label = eh_stmt_dup_text (&s, 1);
    step->made_at = eh_stmt_int (&s, 2);
    step->device = eh_stmt_dup_text (&s, 3);
    step->author = eh_stmt_dup_text (&s, 4);
    step->n_rows = eh_stmt_int (&s, 5);
    step->state = eh_stmt_dup_text (&s, 6);
    step->erasing = eh_stmt_int (&s, 7) != 0;
    g_ptr_array_add (steps, step);
  }
  if (!eh_stmt_finish (&s, error))
    return NULL;
  return g_steal_pointer (&steps);
}

/**
 * eh_history_types:
 * @n_types: (out): how many; at most 64
 *
 * Returns: (transfer none): the tables whose changes are in the history
 */
const EhRowType *const *
eh_history_types (guint *n_types)
{
  const EhRowType *const *types = eh_row_store_tables (n_types);

  g_assert (*n_types <= 64);
  return types;
}

/**
 * eh_history_touched:
 * @bytes: the changes of a step
 *
 * Returns: which tables it touched, a bit each in the order of eh_history_types()
 */
guint64
eh_history_touched (GBytes *bytes)
{
  g_autoptr (GArray) changes = eh_changeset_list (bytes, FALSE);
  guint n;
  const EhRowType *const *types = eh_history_types (&n);
  guint64 touched = 0;

  for (guint i = 0; i < changes->len; i++)
    for (guint j = 0; j < n; j++)
      if (types[j] == g_array_index (changes, EhChange, i).type)
        touched |= G_GUINT64_CONSTANT (1) << j;
  return touched;
}
