/* The one mapper between rows and tables. The statements of a table are written from its
 * description, once for each connection (the cache keeps them); values are always bound. */

#include "eh-row-store.h"

#include "eh-access-need.h"
#include "eh-block-comment.h"
#include "eh-coding-decision.h"
#include "eh-dataset.h"
#include "eh-guidance-version.h"
#include "eh-insight-words.h"
#include "eh-parked.h"
#include "eh-rate.h"
#include "eh-slip.h"
#include "eh-venue-check.h"

#define MEMBER(row, field, Type) (*(Type *) (gpointer) ((char *) (row) + (field)->offset))
#define MEMBER_OF(row, field, Type)                                                                \
  (*(const Type *) (gconstpointer) ((const char *) (row) + (field)->offset))

/* Parents before children: the order in which rows can be inserted. */
static const EhRowType *const tables[] = {
  &eh_framework_row_type,
  &eh_role_group_row_type,
  &eh_project_row_type,
  &eh_participant_row_type,
  &eh_consent_row_type,
  &eh_access_need_row_type,
  &eh_workshop_row_type,
  &eh_activity_row_type,
  &eh_attendance_row_type,
  &eh_insight_row_type,
  &eh_contributor_row_type,
  &eh_category_row_type,
  &eh_mapping_row_type,
  &eh_guidance_row_type,
  &eh_resource_row_type,
  &eh_block_row_type,
  &eh_evidence_row_type,
  &eh_resource_category_row_type,
  &eh_invitation_row_type,
  &eh_venue_check_row_type,
  &eh_ground_rule_row_type,
  &eh_promise_row_type,
  &eh_rate_row_type,
  &eh_payment_row_type,
  &eh_turn_row_type,
  &eh_slip_row_type,
  &eh_coding_decision_row_type,
  &eh_term_row_type,
  &eh_looked_at_row_type,
  &eh_publication_row_type,
  &eh_block_comment_row_type,
  &eh_guidance_version_row_type,
  &eh_parked_row_type,
  &eh_told_row_type,
  &eh_look_row_type,
  &eh_team_template_row_type,
};

/**
 * eh_row_store_tables:
 * @n_tables: (out): how many
 *
 * Returns: (transfer none): the tables whose changes are tracked, parents before children
 */
const EhRowType *const *
eh_row_store_tables (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

/**
 * eh_row_store_type_named:
 * @table: name of a table
 *
 * Returns: (transfer none) (nullable): its type, if its changes are tracked
 */
const EhRowType *
eh_row_store_type_named (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i]->table, table))
      return tables[i];
  return NULL;
}

static void
append_columns (GString *sql, const EhRowType *type, const char *prefix)
{
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s%s%s", i > 0 ? ", " : "", prefix, type->fields[i].name);
}

static char *
insert_sql (const EhRowType *type)
{
  GString *sql = g_string_new ("INSERT INTO ");

  g_string_append_printf (sql, "%s (", type->table);
  append_columns (sql, type, "");
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
new_insight_sql (gconstpointer key)
{
  return insert_sql (&eh_insight_row_type);
}

/* Never REPLACE: it deletes and inserts, and an undo would see two changes. */
static char *
put_sql (gconstpointer data)
{
  const EhRowType *type = data;
  g_autofree char *insert = insert_sql (type);
  GString *sql = g_string_new (insert);

  g_string_append (sql, " ON CONFLICT (id) DO UPDATE SET ");
  for (guint i = 1; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s%s = excluded.%s", i > 1 ? ", " : "", type->fields[i].name,
                            type->fields[i].name);
  return g_string_free (sql, FALSE);
}

/**
 * eh_row_store_put:
 * @db: a writer, in a transaction
 * @type: what @row is
 * @row: a row with an id
 * @error: set to a #EhStoreError
 *
 * Inserts @row, or changes the row that has its id.
 *
 * Returns: whether it is there
 */
gboolean
eh_row_store_put (EhDb *db, const EhRowType *type, gconstpointer row, GError **error)
{
  gboolean is_new = FALSE;
  EhStmt s;

  g_return_val_if_fail (eh_row_id (row) > 0, FALSE);
  if (type == &eh_insight_row_type && !eh_insight_words_replace (db, row, &is_new, error))
    return FALSE;
  /* A statement that may insert or update opens a savepoint, at which FTS5 writes all that it has
   * gathered: with many new insights that would be most of the work. */
  s = eh_db_prepare (db, is_new ? eh_db_text (db, type->fields, new_insight_sql)
                                : eh_db_text (db, type, put_sql));
  for (guint i = 0; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];

    switch (field->kind) {
    case EH_FIELD_ID:
    case EH_FIELD_TIME:
      eh_stmt_bind_id (&s, MEMBER_OF (row, field, gint64));
      break;
    case EH_FIELD_INT:
      eh_stmt_bind_int (&s, MEMBER_OF (row, field, gint64));
      break;
    case EH_FIELD_REAL:
      eh_stmt_bind_real (&s, MEMBER_OF (row, field, double));
      break;
    case EH_FIELD_BOOL:
      eh_stmt_bind_int (&s, MEMBER_OF (row, field, gboolean) ? 1 : 0);
      break;
    case EH_FIELD_TEXT:
      eh_stmt_bind_text (&s, MEMBER_OF (row, field, char *));
      break;
    case EH_FIELD_ENUM:
      eh_stmt_bind_text (&s, eh_vocabulary_key (field->words, MEMBER_OF (row, field, int)));
      break;
    default:
      g_assert_not_reached ();
    }
  }
  return eh_stmt_run (&s, error);
}

/**
 * eh_row_store_delete:
 * @db: a writer, in a transaction
 * @type: which table
 * @id: which row
 * @error: set to a #EhStoreError
 *
 * Deletes that one row; what refers to it must be gone (see eh-removal.h).
 *
 * Returns: whether it is gone
 */
gboolean
eh_row_store_delete (EhDb *db, const EhRowType *type, EhId id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", type->table);
  EhStmt s;

  if (type == &eh_insight_row_type && !eh_insight_words_forget (db, id, error))
    return FALSE;
  s = eh_db_prepare (db, sql);
  eh_stmt_bind_id (&s, id);
  return eh_stmt_run (&s, error);
}

/* Few words in a list, and the same one as last time more often than not. */
static int
word_of (const EhVocabulary *words, const char *key)
{
  for (guint i = 0; i < words->n_words; i++)
    if (g_str_equal (words->words[i].key, key))
      return (int) i;
  return 0;
}

/* Long texts that no measure looks at. */
static const struct {
  const EhRowType *type;
  const char *column;
} left_out[] = {
  { &eh_insight_row_type, "text" },
  { &eh_insight_row_type, "parked_reason" },
  { &eh_insight_row_type, "origin" },
  { &eh_mapping_row_type, "note" },
};

static gboolean
is_left_out (const EhRowType *type, const EhField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (left_out[i].type == type && g_str_equal (left_out[i].column, field->name))
      return TRUE;
  return FALSE;
}

static char *
read_text (EhStmt *s, int column, gboolean lean)
{
  return lean && eh_stmt_text (s, column)[0] == '\0' ? eh_row_no_text
                                                     : eh_stmt_dup_text (s, column);
}

static gpointer
read_row (EhStmt *s, const EhRowType *type, gboolean lean)
{
  gpointer row = eh_row_alloc (type);

  for (guint i = 0; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];
    int column = (int) i;

    switch (field->kind) {
    case EH_FIELD_ID:
    case EH_FIELD_TIME:
    case EH_FIELD_INT:
      MEMBER (row, field, gint64) = eh_stmt_int (s, column);
      break;
    case EH_FIELD_REAL:
      MEMBER (row, field, double) = eh_stmt_real (s, column);
      break;
    case EH_FIELD_BOOL:
      MEMBER (row, field, gboolean) = eh_stmt_int (s, column) != 0;
      break;
    case EH_FIELD_TEXT:
      MEMBER (row, field, char *) = read_text (s, column, lean);
      break;
    case EH_FIELD_ENUM:
      MEMBER (row, field, int) = word_of (field->words, eh_stmt_text (s, column));
      break;
    default:
      g_assert_not_reached ();
    }
  }
  return row;
}

static gboolean
append (EhDb *db,
        const EhRowType *type,
        const char *clause,
        EhId argument,
        gboolean lean,
        GPtrArray *rows,
        GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  EhStmt s;

  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "",
                            lean && is_left_out (type, &type->fields[i]) ? "''"
                                                                         : type->fields[i].name);
  g_string_append_printf (sql, " FROM %s %s", type->table, clause);
  s = eh_db_prepare (db, sql->str);
  if (argument != EH_ID_NONE)
    eh_stmt_bind_id (&s, argument);
  while (eh_stmt_step (&s))
    g_ptr_array_add (rows, read_row (&s, type, lean));
  return eh_stmt_finish (&s, error);
}

/**
 * eh_row_store_append:
 * @db: a connection
 * @type: which table
 * @clause: what follows the table's name, with at most one parameter: "WHERE insight_id = ? ORDER
 * BY id", or "" for all; a literal
 * @argument: what to bind to the parameter; %EH_ID_NONE where there is none
 * @rows: where to add the rows, which it will own
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all rows were read
 */
gboolean
eh_row_store_append (EhDb *db,
                     const EhRowType *type,
                     const char *clause,
                     EhId argument,
                     GPtrArray *rows,
                     GError **error)
{
  return append (db, type, clause, argument, FALSE, rows, error);
}

/**
 * eh_row_store_append_lean:
 * @db: a connection
 * @type: which table
 * @clause: as for eh_row_store_append()
 * @argument: as for eh_row_store_append()
 * @rows: where to add the rows, which it will own and nobody may change
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads rows without the long texts that no measure looks at, which are "" in them.
 *
 * Returns: whether all rows were read
 */
gboolean
eh_row_store_append_lean (EhDb *db,
                          const EhRowType *type,
                          const char *clause,
                          EhId argument,
                          GPtrArray *rows,
                          GError **error)
{
  return append (db, type, clause, argument, TRUE, rows, error);
}

/**
 * eh_row_store_list:
 * @db: a connection
 * @type: which table
 * @clause: as for eh_row_store_append()
 * @argument: as for eh_row_store_append()
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the rows, owned by the array
 */
GPtrArray *
eh_row_store_list (
    EhDb *db, const EhRowType *type, const char *clause, EhId argument, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (type->free);

  if (!eh_row_store_append (db, type, clause, argument, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/**
 * eh_row_store_get:
 * @db: a connection
 * @type: which table
 * @id: which row
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): the row; %NULL without @error set when there is none
 */
gpointer
eh_row_store_get (EhDb *db, const EhRowType *type, EhId id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (!eh_row_store_append (db, type, "WHERE id = ?", id, rows, error))
    return NULL;
  return rows->len > 0 ? rows->pdata[0] : NULL;
}
