/* What a step of the history changed, member by member, as a person reads it. */

#include "eh-history-detail.h"

#include "eh-db.h"
#include "eh-history.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
member_free (gpointer data)
{
  EhHistoryMember *self = data;

  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
detail_free (gpointer data)
{
  EhHistoryDetail *self = data;

  g_free (self->label);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

static void
set_member (gpointer row, const EhField *field, sqlite3_value *value)
{
  char *at = (char *) row + field->offset;
  const char *text = (const char *) sqlite3_value_text (value);

  switch (field->kind) {
  case EH_FIELD_TEXT:
    eh_set_str ((char **) (gpointer) at, text != NULL ? text : "");
    break;
  case EH_FIELD_ENUM:
    eh_vocabulary_find (field->words, text != NULL ? text : "", (int *) (gpointer) at);
    break;
  case EH_FIELD_REAL:
    *(double *) (gpointer) at = sqlite3_value_double (value);
    break;
  case EH_FIELD_BOOL:
    *(gboolean *) (gpointer) at = sqlite3_value_int (value) != 0;
    break;
  case EH_FIELD_ID:
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
    *(gint64 *) (gpointer) at = sqlite3_value_int64 (value);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* What the changeset has of a row, before or after. A step of an older format has fewer columns. */
static gpointer
row_of (sqlite3_changeset_iter *at, const EhRowType *type, int n_columns, gboolean after)
{
  gpointer row = eh_row_new (type);

  for (int i = 0; i < n_columns && i < (int) type->n_fields; i++) {
    sqlite3_value *value = NULL;

    if (after)
      sqlite3changeset_new (at, i, &value);
    else
      sqlite3changeset_old (at, i, &value);
    if (value != NULL)
      set_member (row, &type->fields[i], value);
  }
  return row;
}

static char *
label_of_reference (EhDb *db, const EhRowType *parent, EhId id)
{
  gpointer row = eh_row_store_get (db, parent, id, NULL);
  char *label = row != NULL ? eh_row_words_label (parent, row) : NULL;

  if (row != NULL)
    parent->free (row);
  return label != NULL ? label : g_strdup (_ ("something that is here no more"));
}

static char *
text_of (EhDb *db, const EhRowType *type, const EhField *field, gconstpointer row)
{
  gboolean goes_too;
  gint64 number = field->kind == EH_FIELD_ID || field->kind == EH_FIELD_TIME
                      ? *(const gint64 *) (gconstpointer) ((const char *) row + field->offset)
                      : 1;
  const EhRowType *parent = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (number == 0)
    return g_strdup ("");
  if (field->kind == EH_FIELD_ID)
    parent = eh_removal_parent (type, field->name, &goes_too);
  if (parent != NULL)
    return label_of_reference (db, parent, number);
  if (field->kind == EH_FIELD_TIME)
    time = g_date_time_new_from_unix_local (number);
  return time != NULL ? g_date_time_format (time, C_ ("date", "%-d %B %Y, %H:%M"))
                      : eh_row_field_text (field, row);
}

/* Nobody has set where in a list a thing stands by a number, and every row has an id. */
static gboolean
says_something (const EhRowType *type, const EhField *field)
{
  gboolean goes_too;

  if (g_str_equal (field->name, "position") || g_str_equal (field->name, "slot") ||
      g_str_equal (field->name, "guid"))
    return FALSE;
  return field->kind != EH_FIELD_ID || eh_removal_parent (type, field->name, &goes_too) != NULL;
}

static void
add_members (EhDb *db, EhHistoryDetail *detail, gconstpointer before, gconstpointer after)
{
  for (guint i = 0; i < detail->type->n_fields; i++) {
    const EhField *field = &detail->type->fields[i];
    EhHistoryMember *member;

    if (eh_row_field_equal (field, before, after) || !says_something (detail->type, field))
      continue;
    member = g_new0 (EhHistoryMember, 1);
    member->field = field;
    member->before = detail->kind == EH_CHANGE_ADDED ? g_strdup ("")
                                                     : text_of (db, detail->type, field, before);
    member->after = detail->kind == EH_CHANGE_REMOVED ? g_strdup ("")
                                                      : text_of (db, detail->type, field, after);
    g_ptr_array_add (detail->members, member);
  }
}

/* A row that was changed has only what changed in the changeset: its name is what it is called now.
 */
static char *
label_for (
    EhDb *db, const EhHistoryDetail *detail, EhId id, gconstpointer before, gconstpointer after)
{
  gpointer now = eh_row_store_get (db, detail->type, id, NULL);
  char *label = eh_row_words_label (detail->type, now != NULL                         ? now
                                                  : detail->kind == EH_CHANGE_REMOVED ? before
                                                                                      : after);

  if (now != NULL)
    detail->type->free (now);
  return label != NULL ? label : g_strdup ("");
}

static EhHistoryDetail *
detail_of (EhDb *db, sqlite3_changeset_iter *at, const EhRowType *type, int n_columns, int op)
{
  EhHistoryDetail *self = g_new0 (EhHistoryDetail, 1);
  gpointer before = op == SQLITE_INSERT ? eh_row_new (type) : row_of (at, type, n_columns, FALSE);
  gpointer after = op == SQLITE_DELETE ? eh_row_new (type) : row_of (at, type, n_columns, TRUE);

  /* Of a changed row the changeset has the id once. */
  if (op == SQLITE_UPDATE)
    eh_row_field_copy (&type->fields[0], after, before);
  self->type = type;
  self->kind = op == SQLITE_INSERT   ? EH_CHANGE_ADDED
               : op == SQLITE_DELETE ? EH_CHANGE_REMOVED
                                     : EH_CHANGE_CHANGED;
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->label = label_for (db, self, eh_row_id (op == SQLITE_INSERT ? after : before), before,
                           after);
  add_members (db, self, before, after);
  type->free (before);
  type->free (after);
  return self;
}

/**
 * eh_history_details:
 * @db: a connection
 * @seq: a step
 * @limit: the greatest number of rows to tell of
 * @n_all: (out): how many rows the step touched
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhHistoryDetail): what the step did, as it was
 *   done
 */
GPtrArray *
eh_history_details (EhDb *db, gint64 seq, guint limit, guint *n_all, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, seq, error);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (detail_free);
  sqlite3_changeset_iter *at = NULL;

  *n_all = 0;
  if (changes == NULL)
    return NULL;
  if (g_bytes_get_size (changes) == 0 ||
      sqlite3changeset_start (&at, (int) g_bytes_get_size (changes),
                              (void *) g_bytes_get_data (changes, NULL)) != SQLITE_OK)
    return g_steal_pointer (&details);
  while (sqlite3changeset_next (at) == SQLITE_ROW) {
    const char *table;
    int n_columns, op, indirect;
    const EhRowType *type;

    sqlite3changeset_op (at, &table, &n_columns, &op, &indirect);
    type = eh_row_store_type_named (table);
    if (type == NULL)
      continue;
    if (++*n_all <= limit)
      g_ptr_array_add (details, detail_of (db, at, type, n_columns, op));
  }
  sqlite3changeset_finalize (at);
  return g_steal_pointer (&details);
}
