/* Reading rows, lists and whole projects, in the order in which people expect them. */

#include "eh-reader.h"

#include "eh-access-need.h"
#include "eh-rate.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-upgrade.h"

#include <unistd.h>

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
append (EhDb *db, const EhRowType *type, GPtrArray *rows, GError **error)
{
  g_autofree char *clause = g_strdup_printf ("ORDER BY %s", order_of (type));

  return eh_row_store_append (db, type, clause, EH_ID_NONE, rows, error);
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
  g_autoptr (EhDataset) dataset = eh_dataset_new ();
  g_autoptr (EhProject) project = eh_row_store_get (db, &eh_project_row_type, 1, error);

  if (project == NULL) {
    if (error != NULL && *error == NULL)
      eh_db_set_error (db, SQLITE_CORRUPT, "no project row", error);
    return NULL;
  }
  eh_project_free (dataset->project);
  dataset->project = g_steal_pointer (&project);
  if (!append (db, &eh_role_group_row_type, dataset->role_groups, error) ||
      !append (db, &eh_participant_row_type, dataset->participants, error) ||
      !append (db, &eh_consent_row_type, dataset->consents, error) ||
      !append (db, &eh_workshop_row_type, dataset->workshops, error) ||
      !append (db, &eh_activity_row_type, dataset->activities, error) ||
      !append (db, &eh_attendance_row_type, dataset->attendances, error) ||
      !append (db, &eh_insight_row_type, dataset->insights, error) ||
      !append (db, &eh_contributor_row_type, dataset->contributors, error) ||
      !append (db, &eh_framework_row_type, dataset->frameworks, error) ||
      !append (db, &eh_category_row_type, dataset->categories, error) ||
      !append (db, &eh_mapping_row_type, dataset->mappings, error) ||
      !append (db, &eh_guidance_row_type, dataset->guidances, error) ||
      !append (db, &eh_block_row_type, dataset->blocks, error) ||
      !append (db, &eh_evidence_row_type, dataset->evidences, error) ||
      !append (db, &eh_resource_row_type, dataset->resources, error) ||
      !append (db, &eh_resource_category_row_type, dataset->resource_categories, error) ||
      !append (db, &eh_invitation_row_type, dataset->invitations, error) ||
      !append (db, &eh_ground_rule_row_type, dataset->ground_rules, error) ||
      !append (db, &eh_promise_row_type, dataset->promises, error) ||
      !append (db, &eh_payment_row_type, dataset->payments, error) ||
      !append (db, &eh_turn_row_type, dataset->turns, error))
    return NULL;
  eh_dataset_freeze (dataset);
  return g_steal_pointer (&dataset);
}
