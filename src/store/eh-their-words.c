/* What somebody said and wrote of themselves, as the project knows it: as it stands now, as it was
 * before it was changed or removed, which the history knows, and as it was sent from a phone. */

#include "eh-their-words.h"

#include "eh-access-need.h"
#include "eh-db.h"
#include "eh-history.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"

#include <string.h>

static void
add_id (GHashTable *ids, EhId id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* ---- What the history knows ---- */

static sqlite3_value *
value_of (sqlite3_changeset_iter *at, int op, gboolean after, guint column)
{
  sqlite3_value *value = NULL;

  if (after ? op != SQLITE_DELETE : op != SQLITE_INSERT)
    (after ? sqlite3changeset_new : sqlite3changeset_old) (at, (int) column, &value);
  return value;
}

static EhId
id_of (sqlite3_changeset_iter *at, int op, gboolean after, guint column)
{
  sqlite3_value *value = value_of (at, op, after, column);

  return value != NULL && sqlite3_value_type (value) == SQLITE_INTEGER ? sqlite3_value_int64 (value)
                                                                       : EH_ID_NONE;
}

/* A row's own id stands among its old values, where it has any. */
static EhId
row_id (sqlite3_changeset_iter *at, int op)
{
  return id_of (at, op, op == SQLITE_INSERT, 0);
}

static guint
column_of (const EhRowType *type, const char *name)
{
  return (guint) (eh_row_type_field (type, name) - type->fields);
}

typedef void (*ChangeFunc) (
    sqlite3_changeset_iter *at, int op, const EhRowType *type, guint n_columns, gpointer data);

/* Every change of every step, whether it was undone or not. */
static gboolean
for_each_change (EhDb *db, ChangeFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++) {
    g_autoptr (GBytes) changes = eh_history_changes (db, ((EhHistoryStep *) steps->pdata[i])->seq,
                                                     error);
    sqlite3_changeset_iter *at = NULL;
    const char *table;
    int n_columns, op, indirect;

    if (changes == NULL)
      return FALSE;
    if (g_bytes_get_size (changes) == 0 ||
        sqlite3changeset_start (&at, (int) g_bytes_get_size (changes),
                                (void *) g_bytes_get_data (changes, NULL)) != SQLITE_OK)
      continue;
    while (sqlite3changeset_next (at) == SQLITE_ROW) {
      const EhRowType *type;

      sqlite3changeset_op (at, &table, &n_columns, &op, &indirect);
      type = eh_row_store_type_named (table);
      if (type != NULL)
        func (at, op, type, (guint) n_columns, data);
    }
    sqlite3changeset_finalize (at);
  }
  return steps != NULL;
}

typedef struct {
  EhPassages *words;
  GHashTable *seen; /* (element-type utf8): added already */
  GHashTable *insights;
  EhId person;
} Sources;

/* A text stands in the history as often as its row was touched. */
static void
add_text (Sources *sources, const char *text)
{
  if (text != NULL && *text != '\0' && g_hash_table_add (sources->seen, g_strdup (text)))
    eh_passages_add (sources->words, text);
}

static void
add_column (Sources *sources,
            sqlite3_changeset_iter *at,
            int op,
            const EhRowType *type,
            guint n_columns,
            const char *name)
{
  guint column = column_of (type, name);

  for (guint after = 0; column < n_columns && after < 2; after++) {
    sqlite3_value *value = value_of (at, op, after != 0, column);

    if (value != NULL && sqlite3_value_type (value) == SQLITE_TEXT)
      add_text (sources, (const char *) sqlite3_value_text (value));
  }
}

static void
add_said_once (
    sqlite3_changeset_iter *at, int op, const EhRowType *type, guint n_columns, gpointer data)
{
  Sources *sources = data;
  EhId id = row_id (at, op);

  if (type != &eh_insight_row_type || !g_hash_table_contains (sources->insights, &id))
    return;
  add_column (sources, at, op, type, n_columns, "text");
  add_column (sources, at, op, type, n_columns, "gist");
}

static void
add_told_once (
    sqlite3_changeset_iter *at, int op, const EhRowType *type, guint n_columns, gpointer data)
{
  Sources *sources = data;

  if (type == &eh_participant_row_type && row_id (at, op) == sources->person)
    add_column (sources, at, op, type, n_columns, "biography");
  if (type == &eh_access_need_row_type && op != SQLITE_UPDATE &&
      id_of (at, op, op == SQLITE_INSERT, column_of (type, "participant_id")) == sources->person)
    add_column (sources, at, op, type, n_columns, "detail");
}

/* ---- What stands in the rows ---- */

static gboolean
add_query (Sources *sources, EhDb *db, const char *sql, EhId id, GError **error)
{
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, id);
  while (eh_stmt_step (&s)) {
    add_text (sources, eh_stmt_text (&s, 0));
    add_text (sources, eh_stmt_text (&s, 1));
  }
  return eh_stmt_finish (&s, error);
}

static GHashTable *
texts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * eh_their_words_of_insights:
 * @db: a connection
 * @insight_ids: (element-type gint64): a set of insights, that are there or were once
 * @words: (inout): takes what they say, and ever said
 * @error: set to a #EhStoreError
 *
 * Returns: whether all of it could be read
 */
gboolean
eh_their_words_of_insights (EhDb *db, GHashTable *insight_ids, EhPassages *words, GError **error)
{
  g_autoptr (GHashTable) seen = texts_new ();
  Sources sources = { words, seen, insight_ids, EH_ID_NONE };
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (insight_ids) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, insight_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!add_query (&sources, db, "SELECT text, gist FROM insight WHERE id = ?", *(EhId *) id,
                    error) ||
        !add_query (&sources, db, "SELECT text, '' FROM received WHERE insight_id = ?",
                    *(EhId *) id, error))
      return FALSE;
  return for_each_change (db, add_said_once, &sources, error);
}

/**
 * eh_their_words_of_person:
 * @db: a connection
 * @participant_id: somebody
 * @words: (inout): takes what is written of them: their biography, and what they need
 * @error: set to a #EhStoreError
 *
 * Returns: whether all of it could be read
 */
gboolean
eh_their_words_of_person (EhDb *db, EhId participant_id, EhPassages *words, GError **error)
{
  g_autoptr (GHashTable) seen = texts_new ();
  Sources sources = { words, seen, NULL, participant_id };

  return add_query (&sources, db, "SELECT biography, '' FROM participant WHERE id = ?",
                    participant_id, error) &&
         add_query (&sources, db, "SELECT detail, '' FROM access_need WHERE participant_id = ?",
                    participant_id, error) &&
         for_each_change (db, add_told_once, &sources, error);
}

/**
 * eh_their_words_sent:
 * @db: a connection
 * @participant_id: somebody
 * @words: (inout): takes what they sent that is no insight
 * @error: set to a #EhStoreError
 *
 * Returns: whether all of it could be read
 */
gboolean
eh_their_words_sent (EhDb *db, EhId participant_id, EhPassages *words, GError **error)
{
  g_autoptr (GHashTable) seen = texts_new ();
  Sources sources = { words, seen, NULL, participant_id };

  return add_query (&sources, db,
                    "SELECT text, '' FROM received WHERE (participant_id = ?1 OR slip_id IN"
                    " (SELECT id FROM slip WHERE participant_id = ?1)) AND NOT EXISTS"
                    " (SELECT 1 FROM insight i WHERE i.id = received.insight_id)",
                    participant_id, error);
}

/* ---- What was removed ---- */

typedef struct {
  EhId person;
  GHashTable *said;   /* insights that were theirs, alone or with others */
  GHashTable *shared; /* insights that were somebody else's */
} Past;

static void
find_past (
    sqlite3_changeset_iter *at, int op, const EhRowType *type, guint n_columns, gpointer data)
{
  Past *past = data;
  gboolean after = op == SQLITE_INSERT;

  if (type == &eh_contributor_row_type && op != SQLITE_UPDATE)
    add_id (id_of (at, op, after, column_of (type, "participant_id")) == past->person
                ? past->said
                : past->shared,
            id_of (at, op, after, column_of (type, "insight_id")));
}

static gboolean
is_there (EhDb *db, const char *sql, EhId id)
{
  EhStmt s = eh_db_prepare (db, sql);
  gboolean there;

  eh_stmt_bind_id (&s, id);
  there = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return there;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EhId one = *(const EhId *) a, other = *(const EhId *) b;

  return (one > other) - (one < other);
}

/**
 * eh_their_words_said_before:
 * @db: a connection
 * @participant_id: somebody
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhId): insights of theirs alone that were
 * removed from the project or undone, and that the history still knows
 */
GArray *
eh_their_words_said_before (EhDb *db, EhId participant_id, GError **error)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) shared = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Past past = { participant_id, said, shared };
  GArray *ids;
  GHashTableIter iter;
  gpointer id;

  if (!for_each_change (db, find_past, &past, error))
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (*(EhId *) id != EH_ID_NONE && !g_hash_table_contains (shared, id) &&
        !is_there (db, "SELECT 1 FROM insight WHERE id = ?", *(EhId *) id))
      g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

typedef struct {
  GHashTable *insights;
  GHashTable *blocks;
} Quoted;

static void
find_quoted (
    sqlite3_changeset_iter *at, int op, const EhRowType *type, guint n_columns, gpointer data)
{
  Quoted *quoted = data;

  if (type != &eh_block_row_type)
    return;
  for (guint after = 0; after < 2; after++) {
    EhId insight = id_of (at, op, after != 0, column_of (type, "insight_id"));

    if (insight != EH_ID_NONE && g_hash_table_contains (quoted->insights, &insight))
      add_id (quoted->blocks, row_id (at, op));
  }
}

/**
 * eh_their_words_quoted_before:
 * @db: a connection
 * @insight_ids: (element-type gint64): a set of insights
 * @block_ids: (inout) (element-type gint64): takes the blocks that quoted one of them and are not
 * in the project any more
 * @error: set to a #EhStoreError
 *
 * Returns: whether the history could be read
 */
gboolean
eh_their_words_quoted_before (EhDb *db,
                              GHashTable *insight_ids,
                              GHashTable *block_ids,
                              GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Quoted quoted = { insight_ids, found };
  GHashTableIter iter;
  gpointer id;

  if (!for_each_change (db, find_quoted, &quoted, error))
    return FALSE;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_there (db, "SELECT 1 FROM block WHERE id = ?", *(EhId *) id))
      add_id (block_ids, *(EhId *) id);
  return TRUE;
}
