/* Two copies of a project that grew apart become one. Row by row and member by member: what one
 * side changed is taken; what both changed is a conflict, settled by a rule that gives the same on
 * every laptop and in every order of merging (the greater value; of two consents the one that
 * allows less), and shown. Added rows are all kept. A row that one side removed goes, unless the
 * other side has changed it or added something that rests on it: then it stays, and is shown. What
 * was erased at somebody's wish never comes back. */

#include "eh-merge.h"

#include "config.h"
#include "eh-access-need.h"
#include "eh-db.h"
#include "eh-honour.h"
#include "eh-merge-base.h"
#include "eh-received-wipe.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define LABEL_CHARS 60

/* One table: the rows of the three sides by id, and those that the merged project has. */
typedef struct {
  const EhRowType *type;
  GPtrArray *rows[3];
  GHashTable *base; /* (element-type EhId row) borrowed from rows */
  GHashTable *ours;
  GHashTable *theirs;
  GHashTable *merged;   /* (element-type EhId row) owned rows; only those that differ from ours */
  GHashTable *removed;  /* set of rows of ours */
  GPtrArray *conflicts; /* borrowed: the plan's */
  EhMergePlan *plan;    /* not owned */
} Table;

static void
conflict_free (EhMergeConflict *self)
{
  g_free (self->row_label);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self);
}

static void
table_free (Table *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->base, g_hash_table_unref);
  g_clear_pointer (&self->ours, g_hash_table_unref);
  g_clear_pointer (&self->theirs, g_hash_table_unref);
  g_clear_pointer (&self->merged, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_free (self);
}

void
eh_merge_plan_free (EhMergePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->erased, g_array_unref);
  g_clear_pointer (&self->received, g_ptr_array_unref);
  g_free (self);
}

static GHashTable *
load (EhDb *db, const EhRowType *type, GPtrArray **rows, GError **error)
{
  GHashTable *by_id;

  *rows = db != NULL ? eh_row_store_list (db, type, "", EH_ID_NONE, error) : g_ptr_array_new ();
  if (*rows == NULL)
    return NULL;
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < (*rows)->len; i++)
    g_hash_table_add (by_id, (*rows)->pdata[i]);
  return by_id;
}

static Table *
table_new (
    EhMergePlan *plan, const EhRowType *type, EhDb *base, EhDb *ours, EhDb *theirs, GError **error)
{
  Table *self = g_new0 (Table, 1);

  self->type = type;
  self->plan = plan;
  self->conflicts = plan->conflicts;
  self->merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, type->free);
  self->removed = g_hash_table_new (g_int64_hash, g_int64_equal);
  if ((self->base = load (base, type, &self->rows[0], error)) != NULL &&
      (self->ours = load (ours, type, &self->rows[1], error)) != NULL &&
      (self->theirs = load (theirs, type, &self->rows[2], error)) != NULL)
    return self;
  table_free (self);
  return NULL;
}

/* What a person would call the row: its first text that says anything, shortened. */
static char *
label_of (const EhRowType *type, gconstpointer row)
{
  static const char *const names[] = { "name", "title", "label", "text", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const EhField *field = eh_row_type_field (type, names[i]);
    g_autofree char *text = field != NULL ? eh_row_field_text (field, row) : NULL;

    if (!eh_text_is_blank (text))
      return eh_text_shorten (text, LABEL_CHARS);
  }
  return g_strdup (type->table);
}

static void
add_conflict (Table *self,
              const EhField *field,
              gconstpointer ours,
              gconstpointer theirs,
              gboolean take_theirs)
{
  EhMergeConflict *conflict = g_new0 (EhMergeConflict, 1);

  conflict->type = self->type;
  conflict->id = eh_row_id (ours != NULL ? ours : theirs);
  conflict->field = field;
  conflict->row_label = label_of (self->type, ours != NULL ? ours : theirs);
  conflict->take_theirs = take_theirs;
  if (field != NULL) {
    conflict->ours = eh_row_field_text (field, ours);
    conflict->theirs = eh_row_field_text (field, theirs);
  } else {
    conflict->ours = g_strdup (ours != NULL ? _ ("Kept here") : _ ("Removed here"));
    conflict->theirs = g_strdup (theirs != NULL ? _ ("Kept there") : _ ("Removed there"));
  }
  g_ptr_array_add (self->conflicts, conflict);
}

/* Of two choices of a consent the first in this list wins. Elsewhere the greater value does. */
static gboolean
allows_less (const EhField *field, int a, int b)
{
  static const int answers[] = { EH_ANSWER_NO, EH_ANSWER_UNKNOWN, EH_ANSWER_ASK_EACH_TIME,
                                 EH_ANSWER_YES };
  static const int credits[] = { EH_CREDIT_NOT_LISTED, EH_CREDIT_ANONYMOUS, EH_CREDIT_ASK,
                                 EH_CREDIT_ROLE_ONLY,  EH_CREDIT_PSEUDONYM, EH_CREDIT_INITIALS,
                                 EH_CREDIT_FIRST_NAME, EH_CREDIT_NAMED };
  const int *order = field->words == &eh_answer_vocabulary ? answers : credits;
  guint n = field->words == &eh_answer_vocabulary ? G_N_ELEMENTS (answers) : G_N_ELEMENTS (credits);

  for (guint i = 0; i < n; i++) {
    if (order[i] == a)
      return TRUE;
    if (order[i] == b)
      return FALSE;
  }
  return a < b;
}

static gboolean
theirs_wins (const EhField *field, gconstpointer ours, gconstpointer theirs)
{
  int order = eh_row_field_compare (field, ours, theirs);

  if (field->words == &eh_answer_vocabulary || field->words == &eh_credit_vocabulary) {
    int a = *(const int *) (gconstpointer) ((const char *) ours + field->offset);
    int b = *(const int *) (gconstpointer) ((const char *) theirs + field->offset);

    return !allows_less (field, a, b);
  }
  /* The other lists of consent begin with what allows least. */
  if (field->words == &eh_quote_level_vocabulary || field->words == &eh_reuse_vocabulary ||
      field->words == &eh_contact_after_vocabulary)
    return order > 0;
  /* When a thing was first there is when it was made. */
  return g_str_equal (field->name, "created_at") ? order > 0 : order < 0;
}

/* Nobody needs to choose where in a list a thing stands, or when it was written down. */
static gboolean
is_worth_asking (const EhField *field)
{
  return field->kind != EH_FIELD_TIME && !g_str_equal (field->name, "position") &&
         !g_str_equal (field->name, "slot");
}

static Table *
table_of (EhMergePlan *plan, const EhRowType *type)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    Table *table = plan->tables->pdata[i];

    if (table->type == type)
      return table;
  }
  g_assert_not_reached ();
}

static EhId
id_in (const EhField *field, gconstpointer row)
{
  return *(const EhId *) (gconstpointer) ((const char *) row + field->offset);
}

/* A reference that is empty on one side because what it referred to was removed there, which nobody
 * meant for this row: it counts as unchanged, and is let go in the end if the other is gone for
 * good. */
static gboolean
was_let_go (Table *self, const EhField *field, gconstpointer base, gconstpointer row, gboolean ours)
{
  gboolean goes_too = FALSE;
  const EhRowType *parent = field->kind == EH_FIELD_ID
                                ? eh_removal_parent (self->type, field->name, &goes_too)
                                : NULL;
  EhId before = parent != NULL && base != NULL ? id_in (field, base) : EH_ID_NONE;
  Table *table;

  if (before == EH_ID_NONE || goes_too || id_in (field, row) != EH_ID_NONE)
    return FALSE;
  table = table_of (self->plan, parent);
  return !g_hash_table_contains (ours ? table->ours : table->theirs, &before);
}

static void
merge_members (Table *self, gconstpointer base, gconstpointer ours, gconstpointer theirs)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  gpointer row;

  for (guint i = 1; i < self->type->n_fields; i++) {
    const EhField *field = &self->type->fields[i];
    gboolean take;

    if (eh_row_field_equal (field, ours, theirs))
      continue;
    if (was_let_go (self, field, base, ours, TRUE)) {
      g_ptr_array_add (changed, (gpointer) field);
      continue;
    }
    if (base != NULL &&
        (eh_row_field_equal (field, base, theirs) || was_let_go (self, field, base, theirs, FALSE)))
      continue;
    take = base != NULL && eh_row_field_equal (field, base, ours)
               ? TRUE
               : theirs_wins (field, ours, theirs);
    if ((base == NULL || !eh_row_field_equal (field, base, ours)) && is_worth_asking (field))
      add_conflict (self, field, ours, theirs, take);
    if (take)
      g_ptr_array_add (changed, (gpointer) field);
  }
  if (changed->len == 0)
    return;
  row = eh_row_copy (self->type, ours);
  for (guint i = 0; i < changed->len; i++)
    eh_row_field_copy (changed->pdata[i], row, theirs);
  g_hash_table_replace (self->merged, row, row);
}

/* Whether one side left a row as it was; what was let go there does not count. */
static gboolean
is_unchanged (Table *self, gconstpointer base, gconstpointer row, gboolean ours)
{
  for (guint i = 1; i < self->type->n_fields; i++)
    if (!eh_row_field_equal (&self->type->fields[i], base, row) &&
        !was_let_go (self, &self->type->fields[i], base, row, ours))
      return FALSE;
  return TRUE;
}

/* A row that stays although the other side removed it refers to what it referred to before, as far
 * as that is still there in the end. */
static void
keep_row (Table *self, gconstpointer base, gconstpointer row, gboolean ours)
{
  gpointer copy = eh_row_copy (self->type, row);

  for (guint i = 1; base != NULL && i < self->type->n_fields; i++)
    if (was_let_go (self, &self->type->fields[i], base, row, ours))
      eh_row_field_copy (&self->type->fields[i], copy, base);
  if (ours && eh_row_equal (self->type, copy, row))
    self->type->free (copy);
  else
    g_hash_table_replace (self->merged, copy, copy);
}

static void
merge_row (Table *self, gconstpointer key)
{
  gconstpointer base = g_hash_table_lookup (self->base, key);
  gconstpointer ours = g_hash_table_lookup (self->ours, key);
  gconstpointer theirs = g_hash_table_lookup (self->theirs, key);

  if (ours != NULL && theirs != NULL) {
    merge_members (self, base, ours, theirs);
  } else if (theirs != NULL) {
    /* New there; or removed here and changed there, which nobody may lose without seeing it. */
    if (base != NULL && is_unchanged (self, base, theirs, FALSE))
      return;
    keep_row (self, base, theirs, FALSE);
    if (base != NULL)
      add_conflict (self, NULL, NULL, theirs, TRUE);
  } else if (ours != NULL && base != NULL) {
    if (is_unchanged (self, base, ours, TRUE)) {
      g_hash_table_add (self->removed, (gpointer) ours);
      return;
    }
    keep_row (self, base, ours, TRUE);
    add_conflict (self, NULL, ours, NULL, FALSE);
  }
}

static void
merge_table (Table *self)
{
  for (guint i = 0; i < self->rows[1]->len; i++)
    merge_row (self, self->rows[1]->pdata[i]);
  for (guint i = 0; i < self->rows[2]->len; i++)
    if (!g_hash_table_contains (self->ours, self->rows[2]->pdata[i]))
      merge_row (self, self->rows[2]->pdata[i]);
}

static gconstpointer
surviving (Table *self, const EhId *id)
{
  gconstpointer row = g_hash_table_lookup (self->merged, id);

  if (row != NULL)
    return row;
  row = g_hash_table_lookup (self->ours, id);
  return row != NULL && !g_hash_table_contains (self->removed, row) ? row : NULL;
}

static gboolean
is_erased (EhMergePlan *plan, EhId id)
{
  for (guint i = 0; i < plan->erased->len; i++)
    if (g_array_index (plan->erased, EhId, i) == id)
      return TRUE;
  return FALSE;
}

static void
drop (Table *self, const EhId *id)
{
  gconstpointer ours = g_hash_table_lookup (self->ours, id);

  if (ours != NULL)
    g_hash_table_add (self->removed, (gpointer) ours);
  g_hash_table_remove (self->merged, id);
}

/* Brings back a row that one side removed, because something that survives rests on it. */
static gboolean
bring_back (Table *self, const EhId *id)
{
  gconstpointer ours = g_hash_table_lookup (self->ours, id);
  gconstpointer theirs = g_hash_table_lookup (self->theirs, id);
  gpointer row;

  if (ours != NULL) {
    g_hash_table_remove (self->removed, ours);
    add_conflict (self, NULL, ours, NULL, FALSE);
    return TRUE;
  }
  if (theirs == NULL)
    return FALSE;
  row = eh_row_copy (self->type, theirs);
  g_hash_table_replace (self->merged, row, row);
  add_conflict (self, NULL, NULL, theirs, TRUE);
  return TRUE;
}

static void
let_go (Table *self, gconstpointer row, const EhField *field)
{
  gpointer copy = eh_row_copy (self->type, row);

  *(EhId *) (gpointer) ((char *) copy + field->offset) = EH_ID_NONE;
  g_hash_table_replace (self->merged, copy, copy);
}

/* What stood there already when the two parted does not bring back what one side has removed since.
 */
static gboolean
is_old_reference (Table *self, gconstpointer row, const EhField *field)
{
  gconstpointer base = g_hash_table_lookup (self->base, row);

  return base != NULL && eh_row_field_equal (field, base, row);
}

/* Returns: whether anything had to be done */
static gboolean
settle_reference (
    EhMergePlan *plan, Table *self, gconstpointer row, const EhField *field, gboolean bringing)
{
  gboolean goes_too = FALSE;
  const EhRowType *parent = eh_removal_parent (self->type, field->name, &goes_too);
  const EhId *id = (const EhId *) (gconstpointer) ((const char *) row + field->offset);

  if (parent == NULL || *id == EH_ID_NONE || surviving (table_of (plan, parent), id) != NULL)
    return FALSE;
  if (bringing)
    return !is_erased (plan, *id) && (goes_too || !is_old_reference (self, row, field)) &&
           bring_back (table_of (plan, parent), id);
  if (goes_too)
    drop (self, (const EhId *) row);
  else
    let_go (self, row, field);
  return TRUE;
}

static gboolean
settle_row (EhMergePlan *plan, Table *self, gconstpointer row, gboolean bringing)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->type->fields[i].kind == EH_FIELD_ID &&
        settle_reference (plan, self, row, &self->type->fields[i], bringing))
      return TRUE;
  return FALSE;
}

/* The rows of a set, to be looked at while the set changes. */
static GPtrArray *
rows_in (GHashTable *set)
{
  GPtrArray *rows = g_ptr_array_sized_new (g_hash_table_size (set));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_ptr_array_add (rows, row);
  return rows;
}

static gboolean
settle_table (EhMergePlan *plan, Table *self, gboolean bringing)
{
  g_autoptr (GPtrArray) rows = rows_in (self->merged);
  gboolean settled = FALSE;

  for (guint i = 0; i < rows->len; i++)
    settled |= settle_row (plan, self, rows->pdata[i], bringing);
  for (guint i = 0; i < self->rows[1]->len; i++)
    if (surviving (self, self->rows[1]->pdata[i]) == self->rows[1]->pdata[i])
      settled |= settle_row (plan, self, self->rows[1]->pdata[i], bringing);
  return settled;
}

static gboolean
settle_tables (EhMergePlan *plan, gboolean bringing)
{
  gboolean settled = FALSE;

  for (guint i = 0; i < plan->tables->len; i++)
    settled |= settle_table (plan, plan->tables->pdata[i], bringing);
  return settled;
}

/* First everything that comes back, then everything that lets go: the other way round the result
 * would hang on the order of the rows. */
static void
settle_references (EhMergePlan *plan)
{
  do {
    while (settle_tables (plan, TRUE))
      ;
  } while (settle_tables (plan, FALSE));
}

/* What a person calls a row that another one refers to; nothing that was erased is told. */
static char *
label_of_id (EhMergePlan *plan, const EhRowType *type, EhId id)
{
  Table *table = table_of (plan, type);
  gconstpointer row = g_hash_table_lookup (table->ours, &id);

  if (row == NULL)
    row = g_hash_table_lookup (table->theirs, &id);
  return row != NULL && !is_erased (plan, id) ? label_of (type, row) : g_strdup ("");
}

static char *
label_of_reference (EhMergePlan *plan, Table *self, const EhField *field, gconstpointer row)
{
  gboolean goes_too = FALSE;
  const EhRowType *parent = eh_removal_parent (self->type, field->name, &goes_too);

  if (row == NULL || parent == NULL)
    return g_strdup ("");
  return label_of_id (plan, parent,
                      *(const EhId *) (gconstpointer) ((const char *) row + field->offset));
}

/* Rows that say nothing themselves, such as a consent, are called what they belong to. */
static void
name_row (EhMergePlan *plan, Table *self, EhMergeConflict *conflict, gconstpointer row)
{
  if (!g_str_equal (conflict->row_label, self->type->table))
    return;
  for (guint i = 0; i < self->type->n_fields; i++) {
    const EhField *field = &self->type->fields[i];
    g_autofree char *label = NULL;

    if (field->kind == EH_FIELD_ID)
      label = label_of_reference (plan, self, field, row);
    if (eh_text_is_blank (label))
      continue;
    g_free (conflict->row_label);
    conflict->row_label = g_steal_pointer (&label);
    return;
  }
}

/* Nobody chooses between two numbers: what they stand for is shown. */
static void
name_conflicts (EhMergePlan *plan)
{
  for (guint i = 0; i < plan->conflicts->len; i++) {
    EhMergeConflict *conflict = plan->conflicts->pdata[i];
    Table *table = table_of (plan, conflict->type);
    gconstpointer ours = g_hash_table_lookup (table->ours, &conflict->id);
    gconstpointer theirs = g_hash_table_lookup (table->theirs, &conflict->id);

    name_row (plan, table, conflict, ours != NULL ? ours : theirs);
    if (conflict->field == NULL || conflict->field->kind != EH_FIELD_ID)
      continue;
    g_free (conflict->ours);
    g_free (conflict->theirs);
    conflict->ours = label_of_reference (plan, table, conflict->field, ours);
    conflict->theirs = label_of_reference (plan, table, conflict->field, theirs);
  }
}

static gboolean
read_erased (EhDb *db, GArray *erased, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT id FROM erased");

  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (erased, id);
  }
  return eh_stmt_finish (&s, error);
}

static void
drop_erased (EhMergePlan *plan)
{
  for (guint i = 0; i < plan->erased->len; i++)
    for (guint j = 0; j < plan->tables->len; j++)
      drop (plan->tables->pdata[j], &g_array_index (plan->erased, EhId, i));
  /* There is no choice about it. */
  for (guint i = plan->conflicts->len; i > 0; i--)
    if (is_erased (plan, ((EhMergeConflict *) plan->conflicts->pdata[i - 1])->id))
      g_ptr_array_remove_index (plan->conflicts, i - 1);
}

static void
count (EhMergePlan *plan)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    Table *table = plan->tables->pdata[i];
    g_autoptr (GPtrArray) merged = rows_in (table->merged);

    for (guint j = 0; j < merged->len; j++)
      if (g_hash_table_contains (table->ours, merged->pdata[j]))
        plan->n_changed++;
      else
        plan->n_added++;
    plan->n_removed += g_hash_table_size (table->removed);
  }
}

static char *
guid_of (EhDb *db)
{
  g_autoptr (EhProject) project = eh_row_store_get (db, &eh_project_row_type, 1, NULL);

  return g_strdup (project != NULL ? project->guid : "");
}

static gboolean
load_tables (EhMergePlan *plan, EhDb *base, EhDb *ours, EhDb *theirs, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < n_types; i++) {
    Table *table = table_new (plan, types[i], base, ours, theirs, error);

    if (table == NULL)
      return FALSE;
    g_ptr_array_add (plan->tables, table);
    /* A stranger's people and words come in; what this project is called stays. */
    if (plan->related || types[i] != &eh_project_row_type)
      merge_table (table);
  }
  return TRUE;
}

/**
 * eh_merge_plan_new:
 * @ours: a connection to this project
 * @their_path: another copy of it, or another project
 * @error: set to a #EhStoreError
 *
 * Works out what a merge would do, and changes nothing. Loads both projects; for a worker thread
 * when they are large.
 *
 * Returns: (transfer full) (nullable): the plan
 */
EhMergePlan *
eh_merge_plan_new (EhDb *ours, const char *their_path, GError **error)
{
  g_autoptr (EhMergePlan) self = g_new0 (EhMergePlan, 1);
  g_autoptr (EhDb) theirs = NULL;
  g_autoptr (EhDb) base = NULL;
  g_autofree char *our_guid = guid_of (ours);
  g_autofree char *their_guid = NULL;

  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  self->erased = g_array_new (FALSE, FALSE, sizeof (EhId));
  theirs = eh_reader_open_file (their_path, NULL, error);
  if (theirs == NULL)
    return NULL;
  their_guid = guid_of (theirs);
  self->related = g_str_equal (our_guid, their_guid);
  if (self->related && (base = eh_merge_base_new (ours, theirs, error)) == NULL)
    return NULL;
  if (!read_erased (ours, self->erased, error) || !read_erased (theirs, self->erased, error) ||
      !load_tables (self, base, ours, theirs, error) ||
      (self->received = eh_received_union (ours, theirs, error)) == NULL)
    return NULL;
  drop_erased (self);
  settle_references (self);
  name_conflicts (self);
  count (self);
  return g_steal_pointer (&self);
}

/**
 * eh_merge_plan_is_empty:
 * @self: a plan
 *
 * Returns: whether the merge would change nothing
 */
gboolean
eh_merge_plan_is_empty (EhMergePlan *self)
{
  return self->n_added == 0 && self->n_changed == 0 && self->n_removed == 0 &&
         self->received->len == 0;
}

/**
 * eh_merge_plan_count:
 * @self: a plan
 * @type: a table
 *
 * Returns: how many rows of that table this project gets
 */
guint
eh_merge_plan_count (EhMergePlan *self, const EhRowType *type)
{
  Table *table = table_of (self, type);
  g_autoptr (GPtrArray) merged = rows_in (table->merged);
  guint n = 0;

  for (guint i = 0; i < merged->len; i++)
    n += !g_hash_table_contains (table->ours, merged->pdata[i]);
  return n;
}

/* What a person chose, where it is not what the rule had chosen. */
static void
follow_choice (EhMergePlan *plan, EhMergeConflict *conflict)
{
  Table *table = table_of (plan, conflict->type);
  gconstpointer ours = g_hash_table_lookup (table->ours, &conflict->id);
  gconstpointer theirs = g_hash_table_lookup (table->theirs, &conflict->id);
  gconstpointer now = surviving (table, &conflict->id);
  gconstpointer chosen = conflict->take_theirs ? theirs : ours;
  gpointer row;

  if (conflict->field == NULL && chosen == NULL) {
    drop (table, &conflict->id);
  } else if (conflict->field == NULL) {
    g_hash_table_remove (table->removed, chosen);
  } else if (now != NULL && !eh_row_field_equal (conflict->field, now, chosen)) {
    row = eh_row_copy (conflict->type, now);
    eh_row_field_copy (conflict->field, row, chosen);
    g_hash_table_replace (table->merged, row, row);
  }
}

static gboolean
put_table (EhStore *store, Table *table, GError **error)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, table->merged);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (!eh_store_put (store, table->type, row, error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_from_table (EhStore *store, Table *table, GError **error)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, table->removed);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (!eh_store_remove (store, table->type, eh_row_id (row), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_all (EhStore *store, EhMergePlan *plan, GError **error)
{
  /* A category may stand before the one above it: references are looked at when all is there. */
  if (!eh_db_exec (eh_store_get_db (store), "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < plan->tables->len; i++)
    if (!put_table (store, plan->tables->pdata[i], error))
      return FALSE;
  for (guint i = plan->tables->len; i > 0; i--)
    if (!remove_from_table (store, plan->tables->pdata[i - 1], error))
      return FALSE;
  return eh_received_put_union (eh_store_get_db (store), plan->received, error);
}

/* What was erased there at somebody's wish is erased here too, from the history as well, before
 * anything else: no undo brings it back. */
static gboolean
erase_first (EhStore *store, EhMergePlan *plan, GError **error)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GArray) new = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!read_erased (eh_store_get_db (store), ours, error))
    return FALSE;
  for (guint i = 0; i < ours->len; i++)
    g_hash_table_add (known, &g_array_index (ours, EhId, i));
  for (guint i = 0; i < plan->erased->len; i++)
    if (!g_hash_table_contains (known, &g_array_index (plan->erased, EhId, i)))
      g_array_append_val (new, g_array_index (plan->erased, EhId, i));
  return eh_honour_erased (store, new, error);
}

/**
 * eh_merge_apply:
 * @store: the store of the project that the plan was made for, unchanged since
 * @plan: a plan, with the conflicts settled as wanted
 * @label: what a person reads in the history
 * @error: set to a #EhStoreError
 *
 * Does what the plan says, as one step that can be undone; what the other copy has erased at
 * somebody's wish is erased here before, which cannot.
 *
 * Returns: whether it is done
 */
gboolean
eh_merge_apply (EhStore *store, EhMergePlan *plan, const char *label, GError **error)
{
  for (guint i = 0; i < plan->conflicts->len; i++)
    follow_choice (plan, plan->conflicts->pdata[i]);
  settle_references (plan);
  if (!erase_first (store, plan, error) || !eh_store_begin (store, label, error))
    return FALSE;
  if (!put_all (store, plan, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}
