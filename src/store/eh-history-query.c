/* Looking through a long history without reading all of it. */

#include "eh-history-query.h"

#include "eh-changeset.h"
#include "eh-db.h"
#include "eh-row-store.h"

#define WHO "CASE author WHEN '' THEN device ELSE author END"

enum {
  SEQ,
  LABEL,
  MADE_AT,
  DEVICE,
  AUTHOR,
  N_ROWS,
  STATE,
  ERASING,
  CHANGES
};
#define STEP "seq, label, made_at, device, author, n_rows, state, erasing"

static EhHistoryStep *
read_step (EhStmt *s)
{
  EhHistoryStep *step = g_new0 (EhHistoryStep, 1);

  step->seq = eh_stmt_int (s, SEQ);
  step->label = eh_stmt_dup_text (s, LABEL);
  step->made_at = eh_stmt_int (s, MADE_AT);
  step->device = eh_stmt_dup_text (s, DEVICE);
  step->author = eh_stmt_dup_text (s, AUTHOR);
  step->n_rows = eh_stmt_int (s, N_ROWS);
  step->state = eh_stmt_dup_text (s, STATE);
  step->erasing = eh_stmt_int (s, ERASING) != 0;
  return step;
}

static guint64
touched_by (EhStmt *s, int column)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sqlite3_column_blob (s->stmt, column),
                                                 (gsize) sqlite3_column_bytes (s->stmt, column));

  return eh_history_touched (bytes);
}

static gboolean
is_wanted (EhStmt *s, const EhHistoryQuery *query)
{
  g_autoptr (EhHistoryStep) step = NULL;

  if (query->tables != 0 && (touched_by (s, CHANGES) & query->tables) == 0)
    return FALSE;
  if (query->match == NULL)
    return TRUE;
  step = read_step (s);
  return query->match (step, query->data);
}

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

/* The index has the numbers side by side; the table has what was changed between them. */
static GArray *
find_all (EhDb *db, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  EhStmt s = eh_db_prepare (db, "SELECT seq FROM history INDEXED BY history_state");

  while (eh_stmt_step (&s)) {
    gint64 seq = eh_stmt_int (&s, SEQ);

    g_array_append_val (found, seq);
  }
  if (!eh_stmt_finish (&s, error))
    return NULL;
  g_array_sort (found, compare_falling);
  return g_steal_pointer (&found);
}

/**
 * eh_history_find:
 * @db: a connection, of a worker when the history is long
 * @query: which steps
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their numbers, the newest first
 */
GArray *
eh_history_find (EhDb *db, const EhHistoryQuery *query, GError **error)
{
  g_autoptr (GArray) found = NULL;
  EhStmt s;

  if (query->who == NULL && query->tables == 0 && query->since <= 0 && query->until == G_MAXINT64 &&
      query->match == NULL)
    return find_all (db, error);
  found = g_array_new (FALSE, FALSE, sizeof (gint64));
  s = eh_db_prepare (db, query->tables != 0
                             ? "SELECT " STEP ", changes FROM history WHERE made_at >= ?1 AND"
                               " made_at < ?2 AND (?3 IS NULL OR " WHO " = ?3) ORDER BY seq DESC"
                             : "SELECT " STEP " FROM history WHERE made_at >= ?1 AND"
                               " made_at < ?2 AND (?3 IS NULL OR " WHO " = ?3) ORDER BY seq DESC");
  eh_stmt_bind_int (&s, query->since);
  eh_stmt_bind_int (&s, query->until);
  eh_stmt_bind_text (&s, query->who);
  while (eh_stmt_step (&s)) {
    gint64 seq = eh_stmt_int (&s, SEQ);

    if (is_wanted (&s, query))
      g_array_append_val (found, seq);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * eh_history_get:
 * @db: a connection
 * @seq: a step
 *
 * Returns: (transfer full) (nullable): the step; %NULL if it is not there
 */
EhHistoryStep *
eh_history_get (EhDb *db, gint64 seq)
{
  EhStmt s = eh_db_prepare (db, "SELECT " STEP " FROM history WHERE seq = ?");
  EhHistoryStep *step = NULL;

  eh_stmt_bind_int (&s, seq);
  if (eh_stmt_step (&s))
    step = read_step (&s);
  eh_stmt_finish (&s, NULL);
  return step;
}

/**
 * eh_history_distance:
 * @db: a connection
 * @step: a step
 *
 * Returns: how many steps have to be walked to come to it, itself among them: undone back to it
 * where it is done, done again up to it where it is undone
 */
guint
eh_history_distance (EhDb *db, const EhHistoryStep *step)
{
  gboolean done = g_str_equal (step->state, "done");
  EhStmt s = eh_db_prepare (db, done ? "SELECT count(*) FROM history WHERE state = ? AND seq >= ?"
                                     : "SELECT count(*) FROM history WHERE state = ? AND seq <= ?");
  guint n = 0;

  eh_stmt_bind_text (&s, step->state);
  eh_stmt_bind_int (&s, step->seq);
  if (eh_stmt_step (&s))
    n = (guint) eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return n;
}

/**
 * eh_history_last_erasing:
 * @db: a connection, of a worker when the history is long
 *
 * Returns: the last step that erased something and counts, which nothing before can be undone past;
 * 0 for none
 */
gint64
eh_history_last_erasing (EhDb *db)
{
  return eh_db_value (
      db, "SELECT coalesce (max (seq), 0) FROM history WHERE erasing = 1 AND state = 'done'", 0);
}

/**
 * eh_history_people:
 * @db: a connection, of a worker when the history is long
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8): who did something, or on which computer
 *   where nobody gave a name; the last first
 */
GPtrArray *
eh_history_people (EhDb *db, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  EhStmt s = eh_db_prepare (db, "SELECT " WHO " FROM history GROUP BY 1 ORDER BY max (seq) DESC");

  while (eh_stmt_step (&s))
    if (eh_stmt_text (&s, 0)[0] != '\0')
      g_ptr_array_add (people, eh_stmt_dup_text (&s, 0));
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&people) : NULL;
}

/**
 * eh_history_tables:
 * @db: a connection, of a worker when the history is long
 * @tables: (out): which tables any step touched, a bit each in the order of eh_history_types()
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all could be read
 */
gboolean
eh_history_tables (EhDb *db, guint64 *tables, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT changes FROM history");

  *tables = 0;
  while (eh_stmt_step (&s))
    *tables |= touched_by (&s, 0);
  return eh_stmt_finish (&s, error);
}
