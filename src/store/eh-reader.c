/* Reading rows, lists and whole projects, in the order in which people expect them. */

#include "eh-reader.h"

#include "eh-access-need.h"
#include "eh-rate.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-upgrade.h"

#include <unistd.h>

/* When more than one in so many rows has changed, a table is read anew. */
#define MANY_ROWS 8

typedef struct {
  const EhRowType *type;
  const char *order;
} Order;

static const Order orders[] = {
  { &eh_role_group_row_type, "position, id" },
  { &eh_participant_row_type, "name COLLATE NOCASE, id" },
  { &eh_workshop_row_type, "date = '', date, position, id" },
  { &eh_activity_row_type, "position, id" },
  { &eh_framework_row_type, "position, id" },
  { &eh_category_row_type, "framework_id, parent_id IS NOT NULL, position, id" },
  { &eh_block_row_type, "position, id" },
  { &eh_resource_row_type, "title COLLATE NOCASE, id" },
  { &eh_ground_rule_row_type, "position, id" },
  { &eh_promise_row_type, "due = '', due, id" },
  { &eh_rate_row_type, "position, id" },
  { &eh_team_template_row_type, "name COLLATE NOCASE, id" },
  { &eh_term_row_type, "word COLLATE NOCASE, id" },
};

static const char *
order_of (const EhRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].type == type)
      return orders[i].order;
  return "id";
}

/**
 * eh_reader_open:
 * @path: a project or a working copy
 * @cancellable: (nullable): stops a long query
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): a connection of the calling thread that sees one moment
 * until it is closed with eh_db_close()
 */
EhDb *
eh_reader_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_READER, error);

  if (db == NULL)
    return NULL;
  eh_db_set_cancellable (db, cancellable);
  if (!eh_db_exec (db, "BEGIN", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A writer that was killed leaves a journal, which must be rolled back before the file is read. */
static EhDb *
open_checked (const char *path, gboolean *is_older, GError **error)
{
  g_autoptr (EhDb) db = NULL;

  if (!eh_schema_check_header (path, error))
    return NULL;
  db = eh_db_open (path, access (path, W_OK) == 0 ? EH_DB_WRITER : EH_DB_READER, error);
  if (db == NULL || !eh_upgrade_check (db, is_older, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * eh_reader_open_file:
 * @path: a user's file, from wherever
 * @cancellable: (nullable): stops a long query
 * @error: set to a #EhStoreError
 *
 * Checks the file from end to end, and reads it without changing it. Of a file of an earlier format
 * a copy in memory is read that was brought up to date.
 *
 * Returns: (transfer full) (nullable): a connection of the calling thread that sees one moment
 * until it is closed with eh_db_close()
 */
EhDb *
eh_reader_open_file (const char *path, GCancellable *cancellable, GError **error)
{
  gboolean is_older = FALSE;
  g_autoptr (EhDb) db = open_checked (path, &is_older, error);
  EhDb *copy;

  if (db == NULL)
    return NULL;
  if (!is_older) {
    g_clear_pointer (&db, eh_db_close);
    return eh_reader_open (path, cancellable, error);
  }
  copy = eh_upgrade_in_memory (db, error);
  if (copy != NULL)
    eh_db_set_cancellable (copy, cancellable);
  return copy;
}

/**
 * eh_reader_format:
 * @db: a connection
 *
 * Returns: the format that the project is of
 */
guint
eh_reader_format (EhDb *db)
{
  return eh_schema_version (db);
}

/**
 * eh_reader_get:
 * @db: a connection
 * @type: which table
 * @id: which row
 *
 * Returns: (transfer full) (nullable): the row, if it is there
 */
gpointer
eh_reader_get (EhDb *db, const EhRowType *type, EhId id)
{
  g_autoptr (GError) error = NULL;
  gpointer row = id != EH_ID_NONE ? eh_row_store_get (db, type, id, &error) : NULL;

  if (error != NULL)
    g_warning ("reading %s: %s", type->table, error->message);
  return row;
}

/**
 * eh_reader_list_of:
 * @db: a connection
 * @type: which table
 * @column: (nullable): a column of it, a literal, or %NULL for the whole table
 * @id: what the column must be
 *
 * Returns: (transfer full): the rows in the order in which people expect them; an empty array when
 *   they cannot be read, which the log tells
 */
GPtrArray *
eh_reader_list_of (EhDb *db, const EhRowType *type, const char *column, EhId id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clause = column != NULL ? g_strdup_printf ("WHERE %s = ? ORDER BY %s", column,
                                                              order_of (type))
                                           : g_strdup_printf ("ORDER BY %s", order_of (type));
  GPtrArray *rows;

  g_return_val_if_fail (column == NULL || eh_row_type_field (type, column) != NULL, NULL);
  rows = eh_row_store_list (db, type, clause, column != NULL ? id : EH_ID_NONE, &error);
  if (rows == NULL) {
    g_warning ("reading %s: %s", type->table, error->message);
    rows = g_ptr_array_new ();
  }
  return rows;
}

/**
 * eh_reader_list:
 * @db: a connection
 * @type: which table
 *
 * Returns: (transfer full): all its rows, as eh_reader_list_of()
 */
GPtrArray *
eh_reader_list (EhDb *db, const EhRowType *type)
{
  return eh_reader_list_of (db, type, NULL, EH_ID_NONE);
}

/**
 * eh_reader_count:
 * @db: a connection
 * @type: which table
 *
 * Returns: how many rows it has
 */
gint64
eh_reader_count (EhDb *db, const EhRowType *type)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", type->table);

  return eh_db_value (db, sql, 0);
}

static gboolean
append (EhDb *db,
        EhDataset *dataset,
        const EhRowType *type,
        const char *clause,
        EhId argument,
        GPtrArray *rows,
        GError **error)
{
  return eh_dataset_is_lean (dataset)
             ? eh_row_store_append_lean (db, type, clause, argument, rows, error)
             : eh_row_store_append (db, type, clause, argument, rows, error);
}

static gboolean
append_all (EhDb *db, EhDataset *dataset, const EhRowType *type, GPtrArray *rows, GError **error)
{
  g_autofree char *clause = g_strdup_printf ("ORDER BY %s", order_of (type));

  return append (db, dataset, type, clause, EH_ID_NONE, rows, error);
}

static gboolean
read_project (EhDb *db, EhDataset *dataset, GError **error)
{
  g_autoptr (GError) local = NULL;
  EhProject *project = eh_row_store_get (db, &eh_project_row_type, 1, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (project == NULL)
    return eh_db_set_error (db, SQLITE_CORRUPT, "no project row", error);
  eh_project_free (dataset->project);
  dataset->project = project;
  return TRUE;
}

static EhDataset *
load_dataset (EhDb *db, EhDataset *empty, GError **error)
{
  g_autoptr (EhDataset) dataset = empty;
  guint n_types;
  const EhRowType *const *types = eh_dataset_types (&n_types);

  if (!read_project (db, dataset, error))
    return NULL;
  for (guint i = 0; i < n_types; i++)
    if (!append_all (db, dataset, types[i], eh_dataset_get_rows (dataset, types[i]), error))
      return NULL;
  eh_dataset_freeze (dataset);
  return g_steal_pointer (&dataset);
}

/**
 * eh_reader_load_dataset:
 * @db: a connection
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole project at this moment, frozen
 */
EhDataset *
eh_reader_load_dataset (EhDb *db, GError **error)
{
  return load_dataset (db, eh_dataset_new (), error);
}

/**
 * eh_reader_load_lean_dataset:
 * @db: a connection
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the project at this moment without its long texts, frozen:
 * what is counted
 */
EhDataset *
eh_reader_load_lean_dataset (EhDb *db, GError **error)
{
  return load_dataset (db, eh_dataset_new_lean (), error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EhId x = *(const EhId *) a;
  EhId y = *(const EhId *) b;

  return (x > y) - (x < y);
}

/* The rows of a table that were touched, each once, in the order of their ids. */
static GArray *
touched_ids (GArray *changes, const EhRowType *type)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  guint kept = 0;

  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == type)
      g_array_append_val (ids, change->id);
  }
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || g_array_index (ids, EhId, kept - 1) != g_array_index (ids, EhId, i))
      g_array_index (ids, EhId, kept++) = g_array_index (ids, EhId, i);
  g_array_set_size (ids, kept);
  return ids;
}

/* The rows with those of @ids as they are now, or gone; both are in the order of their ids. */
static GPtrArray *
patch (EhDb *db, EhDataset *dataset, const EhRowType *type, GArray *ids, GError **error)
{
  GPtrArray *rows = eh_dataset_get_rows (dataset, type);
  g_autoptr (GPtrArray) patched = g_ptr_array_new_full (rows->len + ids->len, type->free);
  guint next = 0;

  for (guint i = 0; i < ids->len; i++) {
    EhId id = g_array_index (ids, EhId, i);

    for (; next < rows->len && eh_row_id (rows->pdata[next]) < id; next++)
      g_ptr_array_add (patched, eh_row_ref (rows->pdata[next]));
    if (next < rows->len && eh_row_id (rows->pdata[next]) == id)
      next++;
    if (!append (db, dataset, type, "WHERE id = ?", id, patched, error))
      return NULL;
  }
  for (; next < rows->len; next++)
    g_ptr_array_add (patched, eh_row_ref (rows->pdata[next]));
  return g_steal_pointer (&patched);
}

/* Row by row where they come in the order of their ids and few have changed, else all anew. */
static gboolean
bring_up_to_date (
    EhDb *db, EhDataset *dataset, const EhRowType *type, GArray *changes, GError **error)
{
  g_autoptr (GArray) ids = touched_ids (changes, type);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids->len == 0)
    return TRUE;
  if (g_str_equal (order_of (type), "id") &&
      ids->len < eh_dataset_get_rows (dataset, type)->len / MANY_ROWS) {
    rows = patch (db, dataset, type, ids, error);
    if (rows == NULL)
      return FALSE;
  } else {
    rows = g_ptr_array_new_with_free_func (type->free);
    if (!append_all (db, dataset, type, rows, error))
      return FALSE;
  }
  eh_dataset_take_rows (dataset, type, g_steal_pointer (&rows));
  return TRUE;
}

/**
 * eh_reader_update_dataset:
 * @db: a connection
 * @before: the project as it was, as one of these functions gave it
 * @changes: (element-type EhChange): at least what has been done to it since
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole project at this moment, frozen, as it would be
 * read anew; it shares with @before all rows that are the same
 */
EhDataset *
eh_reader_update_dataset (EhDb *db, EhDataset *before, GArray *changes, GError **error)
{
  g_autoptr (EhDataset) dataset = eh_dataset_new_after (before);
  guint n_types;
  const EhRowType *const *types = eh_dataset_types (&n_types);

  if (eh_changes_touch (changes, &eh_project_row_type) && !read_project (db, dataset, error))
    return NULL;
  for (guint i = 0; i < n_types; i++)
    if (!bring_up_to_date (db, dataset, types[i], changes, error))
      return NULL;
  eh_dataset_freeze (dataset);
  return g_steal_pointer (&dataset);
}
