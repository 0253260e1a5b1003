/* Reading the rows of a table whose pages are damaged here and there. A walk along the keys ends at
 * a page that cannot be read; the rest is walked from the other end, and what lies between is tried
 * in halves, as long as that finds anything. Indexes still know keys whose rows are not found.
 *
 * Only the tree of live rows is walked: what was deleted, and may still be in a free page, is never
 * looked at. */

#include "eh-salvage.h"

/* Ranges that could not be read to their end before the rest is given up: keys are spread at random
 * (eh-id.h), so this many find a readable page among hundreds. */
#define MAX_FAULTS 600

/* Nobody speaks as many sentences; a damaged index may hold anything. */
#define MAX_HINTS 5000000

typedef struct {
  gint64 low;
  gint64 high;
} Range;

typedef struct {
  EhDb *db;
  const char *table;
  const char *key;
  char *up;
  char *down;
  EhSalvageRow take;
  gpointer data;
  GHashTable *seen;
  gboolean stopped;
} Salvage;

void
eh_salvage_count_clear (EhSalvageCount *self)
{
  g_clear_pointer (&self->lost, g_hash_table_unref);
}

static GHashTable *
key_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Faults are what is looked for here: the log has nothing to tell of them. */
static gboolean
finish (EhStmt *s)
{
  gboolean whole = s->rc == SQLITE_OK || s->rc == SQLITE_ROW || s->rc == SQLITE_DONE;

  s->rc = SQLITE_DONE;
  eh_stmt_finish (s, NULL);
  return whole;
}

/* Walks a range in one direction; TRUE when it got to the end. What comes out of order comes from a
 * page that belongs elsewhere. */
static gboolean
walk (Salvage *self, gint64 low, gint64 high, gboolean down, gint64 *reached)
{
  EhStmt s = eh_db_prepare (self->db, down ? self->down : self->up);
  gboolean in_order = TRUE;

  *reached = down ? high + 1 : low - 1;
  eh_stmt_bind_int (&s, low);
  eh_stmt_bind_int (&s, high);
  while (!self->stopped && in_order && eh_stmt_step (&s)) {
    gint64 key = eh_stmt_int (&s, 0);

    in_order = down ? key < *reached && key >= low : key > *reached && key <= high;
    if (!in_order)
      break;
    *reached = key;
    if (g_hash_table_add (self->seen, g_memdup2 (&key, sizeof key)))
      self->stopped = !self->take (&s, self->data);
  }
  return finish (&s) && in_order;
}

static void
push_range (GQueue *queue, gint64 low, gint64 high)
{
  Range range = { low, high };

  if (low <= high)
    g_queue_push_tail (queue, g_memdup2 (&range, sizeof range));
}

static gboolean
walk_all (Salvage *self)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  guint n_faults = 0;

  /* The two ends of the numbers are no keys of ours: one past them must be a number still. */
  push_range (queue, 1, G_MAXINT64 - 1);
  while (!self->stopped && !g_queue_is_empty (queue) && n_faults < MAX_FAULTS) {
    g_autofree Range *range = g_queue_pop_head (queue);
    gint64 low, high, middle;

    if (walk (self, range->low, range->high, FALSE, &low))
      continue;
    n_faults++;
    if (self->stopped || walk (self, low + 1, range->high, TRUE, &high) || high - low < 3)
      continue;
    middle = low + (high - low) / 2;
    push_range (queue, low + 1, middle);
    push_range (queue, middle + 1, high - 1);
  }
  g_queue_clear_full (queue, g_free);
  return n_faults == 0;
}

/* Only what needs no quoting: a damaged file may call its indexes anything. */
static gboolean
is_plain_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return *name != '\0';
}

static GPtrArray *
list_sources_of_keys (Salvage *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);
  EhStmt s = eh_db_prepare (self->db, "SELECT name FROM pragma_index_list (?) WHERE partial = 0");

  eh_stmt_bind_text (&s, self->table);
  while (eh_stmt_step (&s))
    if (is_plain_name (eh_stmt_text (&s, 0)))
      g_ptr_array_add (queries, g_strdup_printf ("SELECT %s FROM %s INDEXED BY %s", self->key,
                                                 self->table, eh_stmt_text (&s, 0)));
  eh_stmt_finish (&s, NULL);
  if (g_str_equal (self->table, "insight"))
    g_ptr_array_add (queries, g_strdup ("SELECT id FROM insight_words_docsize"));
  return queries;
}

static gboolean
read_keys (Salvage *self, const char *sql, GHashTable *keys, guint *n)
{
  EhStmt s = eh_db_prepare (self->db, sql);

  *n = 0;
  while (*n < MAX_HINTS && eh_stmt_step (&s)) {
    gint64 key = eh_stmt_int (&s, 0);

    if (key > 0)
      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    (*n)++;
  }
  return finish (&s);
}

/* Rows that a walk did not come to may be found by their key; which these are, the indexes tell. */
static void
look_for_the_rest (Salvage *self, EhSalvageCount *count)
{
  g_autoptr (GPtrArray) queries = list_sources_of_keys (self);
  g_autoptr (GHashTable) keys = key_set ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < queries->len; i++) {
    guint n;

    count->certain |= read_keys (self, queries->pdata[i], keys, &n);
    count->known = MAX (count->known, n);
  }
  g_hash_table_iter_init (&iter, keys);
  while (!self->stopped && g_hash_table_iter_next (&iter, &key, NULL)) {
    gint64 id = *(gint64 *) key;
    gint64 reached;

    if (id < G_MAXINT64 && !g_hash_table_contains (self->seen, &id))
      walk (self, id, id, FALSE, &reached);
    if (!g_hash_table_contains (self->seen, &id))
      g_hash_table_add (count->lost, g_memdup2 (&id, sizeof id));
  }
}

/* A name of a table that stands for something else than rows on pages is not read. */
static gboolean
is_table (EhDb *db, const char *table)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND rootpage > 1");
  gboolean found;

  eh_stmt_bind_text (&s, table);
  found = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return found;
}

static char *
select_sql (const char *table, const char *const *columns, gboolean down)
{
  g_autofree char *names = g_strjoinv (", ", (char **) columns);

  return g_strdup_printf ("SELECT %s FROM %s NOT INDEXED WHERE %s BETWEEN ? AND ? ORDER BY %s %s",
                          names, table, columns[0], columns[0], down ? "DESC" : "ASC");
}

/**
 * eh_salvage_table:
 * @db: a connection opened with %EH_DB_SALVAGE
 * @table: a table with an integer key
 * @columns: (array zero-terminated=1): what to read, the key first
 * @take: called once for each row that can be read
 * @data: for @take
 * @count: (out caller-allocates): what there was; clear with eh_salvage_count_clear()
 *
 * Reads as many rows of a damaged table as can be read, in no certain order.
 *
 * Returns: whether @take never asked to stop
 */
gboolean
eh_salvage_table (EhDb *db,
                  const char *table,
                  const char *const *columns,
                  EhSalvageRow take,
                  gpointer data,
                  EhSalvageCount *count)
{
  g_autofree char *up = select_sql (table, columns, FALSE);
  g_autofree char *down = select_sql (table, columns, TRUE);
  g_autoptr (GHashTable) seen = key_set ();
  Salvage self = { db, table, columns[0], up, down, take, data, seen, FALSE };

  *count = (EhSalvageCount){ .lost = key_set () };
  if (!is_table (db, table))
    return TRUE;
  count->whole = count->certain = walk_all (&self);
  if (!count->whole && !self.stopped)
    look_for_the_rest (&self, count);
  count->seen = g_hash_table_size (seen);
  count->known = MAX (count->known, count->seen);
  return !self.stopped;
}
