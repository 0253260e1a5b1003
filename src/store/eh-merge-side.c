/* Reads what each side of a merge knows: its rows, and what they do not show. A reference that is
 * empty only because what it referred to is gone is put back, so that it is let go in the end,
 * once, and only if that is still gone then. */

#include "eh-db.h"
#include "eh-merge-private.h"
#include "eh-removal.h"
#include "eh-row-store.h"

static EhMergeNode *
add_node (EhMergeTable *table, EhId id)
{
  EhMergeNode *node = eh_merge_node (table, id);

  if (node == NULL) {
    node = g_new0 (EhMergeNode, 1);
    node->id = id;
    node->table = table;
    g_hash_table_add (table->nodes, node);
  }
  return node;
}

/* As honouring what was erased will leave it; in the base, on either side. */
static void
redact_rows (EhMergeTable *table, EhMergeSide side, GPtrArray *rows)
{
  const EhMergePlan *plan = table->plan;

  for (guint i = 0; i < rows->len; i++) {
    if (side != EH_MERGE_THEIRS && !eh_redaction_is_empty (plan->here))
      eh_redaction_row (plan->here, table->type, rows->pdata[i]);
    if (side != EH_MERGE_OURS && !eh_redaction_is_empty (plan->there))
      eh_redaction_row (plan->there, table->type, rows->pdata[i]);
  }
}

static gboolean
load_side (EhMergeTable *table, EhMergeSide side, EhDb *db, GError **error)
{
  GPtrArray *rows = eh_row_store_list (db, table->type, "", EH_ID_NONE, error);

  if (rows == NULL)
    return FALSE;
  table->rows[side] = rows;
  redact_rows (table, side, rows);
  for (guint i = 0; i < rows->len; i++) {
    EhMergeNode *node = add_node (table, eh_row_id (rows->pdata[i]));

    node->sides[side] = rows->pdata[i];
    if (side == EH_MERGE_OURS)
      node->stored = rows->pdata[i];
  }
  return TRUE;
}

static void
find_references (EhMergeTable *table)
{
  for (guint i = 0; i < table->type->n_fields; i++) {
    const EhField *field = &table->type->fields[i];
    EhMergeRef ref = { field, NULL, FALSE };
    const EhRowType *parent = field->kind == EH_FIELD_ID
                                  ? eh_removal_parent (table->type, field->name, &ref.goes_too)
                                  : NULL;

    if (parent == NULL)
      continue;
    ref.parent = eh_merge_table_of (table->plan, parent);
    g_array_append_val (table->refs, ref);
  }
}

/* Before a row of ours is touched it is kept as it stands in the file. */
static void
put_back (EhMergeNode *node, EhMergeSide side, const EhField *field, EhId id)
{
  gpointer row = (gpointer) node->sides[side];

  if (side == EH_MERGE_OURS && node->stored == row) {
    gpointer stored = eh_row_copy (node->table->type, row);

    g_ptr_array_add (node->table->stored, stored);
    node->stored = stored;
  }
  eh_merge_set_id_in (field, row, id);
}

static guint
find_ref (EhMergeTable *table, const char *name)
{
  guint i = 0;

  while (i < table->refs->len &&
         !g_str_equal (g_array_index (table->refs, EhMergeRef, i).field->name, name))
    i++;
  return i;
}

static gboolean
is_there (const EhMergeRef *ref, EhId id, EhMergeSide side)
{
  EhMergeNode *parent = eh_merge_node (ref->parent, id);

  return parent != NULL && parent->sides[side] != NULL;
}

static void
heed_row_aside (EhMergeNode *node, EhMergeSide side, gint64 value)
{
  if ((node->sides[side] == NULL) != (value == EH_MERGE_ASIDE_GONE))
    return;
  if (value == EH_MERGE_ASIDE_HOLDS)
    node->holds |= 1u << side;
  else
    node->flags |= 1u << side;
}

/* An aside holds as long as the row is as it was when it was written. */
static void
heed_aside (
    EhMergeNode *node, EhMergeSide side, const char *field, gint64 value, GHashTable *meant_empty)
{
  guint i = find_ref (node->table, field);
  const EhMergeRef *ref;
  EhId now;

  if (field[0] == '\0')
    heed_row_aside (node, side, value);
  if (i == node->table->refs->len || node->sides[side] == NULL)
    return;
  ref = &g_array_index (node->table->refs, EhMergeRef, i);
  now = eh_merge_id_in (ref->field, node->sides[side]);
  if (now == value && value != EH_ID_NONE)
    node->holding[side] |= 1u << i;
  else if (now == EH_ID_NONE && value == EH_ID_NONE)
    g_hash_table_add (meant_empty,
                      g_strdup_printf ("%" EH_ID_FORMAT " %s", node->id, ref->field->name));
  else if (now == EH_ID_NONE && !is_there (ref, value, side))
    put_back (node, side, ref->field, value);
}

/* What a merge put down is news until both have heard of that merge. */
static GHashTable *
guids_known_to (EhDb *base, GError **error)
{
  g_autoptr (GHashTable) guids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EhStmt s;

  if (base == NULL)
    return g_steal_pointer (&guids);
  s = eh_db_prepare (base, EH_MERGE_KNOWN_GUIDS);
  while (eh_stmt_step (&s))
    g_hash_table_add (guids, g_strdup (eh_stmt_text (&s, 0)));
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&guids) : NULL;
}

static gboolean
is_in (gpointer key, gpointer value, gpointer set)
{
  return g_hash_table_contains (set, key);
}

/* Merges that are no news: those that the base has heard of, and those of nothing but what it has.
 */
static GHashTable *
old_merges (EhDb *db, GHashTable *known, GError **error)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) news = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EhStmt s = eh_db_prepare (db, "SELECT merge_guid, guid FROM merge_known UNION ALL "
                                "SELECT merge_guid, merge_guid FROM merge_aside WHERE merge_guid"
                                " NOT IN (SELECT merge_guid FROM merge_known)");

  while (eh_stmt_step (&s)) {
    const char *merge = eh_stmt_text (&s, 0);
    gboolean is_old = g_hash_table_contains (known, merge) ||
                      g_hash_table_contains (known, eh_stmt_text (&s, 1));

    g_hash_table_add (is_old ? old : news, g_strdup (merge));
  }
  g_hash_table_foreach_remove (old, is_in, news);
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&old) : NULL;
}

static gboolean
read_asides (EhMergePlan *plan,
             EhMergeSide side,
             EhDb *db,
             GHashTable *old,
             GHashTable *meant_empty,
             GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT a.table_name, a.id, a.field, a.value, a.merge_guid FROM merge_aside a"
          " LEFT JOIN history h ON h.guid = a.merge_guid WHERE h.guid IS NULL OR h.state = 'done'"
          " ORDER BY h.seq");

  while (eh_stmt_step (&s)) {
    const EhRowType *type = eh_row_store_type_named (eh_stmt_text (&s, 0));
    EhMergeNode *node = type != NULL
                            ? eh_merge_node (eh_merge_table_of (plan, type), eh_stmt_int (&s, 1))
                            : NULL;

    if (node != NULL && !g_hash_table_contains (old, eh_stmt_text (&s, 4)))
      heed_aside (node, side, eh_stmt_text (&s, 2), eh_stmt_int (&s, 3), meant_empty);
  }
  return eh_stmt_finish (&s, error);
}

/* What a removal let go, nobody meant for this row. */
static void
put_back_what_was_let_go (EhMergeNode *node, EhMergeSide side, GHashTable *meant_empty)
{
  EhMergeTable *table = node->table;

  if (node->sides[EH_MERGE_BASE] == NULL || node->sides[side] == NULL)
    return;
  for (guint i = 0; i < table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (table->refs, EhMergeRef, i);
    EhId before = eh_merge_id_in (ref->field, node->sides[EH_MERGE_BASE]);
    g_autofree char *key = NULL;

    if (ref->goes_too || before == EH_ID_NONE ||
        eh_merge_id_in (ref->field, node->sides[side]) != EH_ID_NONE ||
        is_there (ref, before, side))
      continue;
    key = g_strdup_printf ("%" EH_ID_FORMAT " %s", node->id, ref->field->name);
    if (!g_hash_table_contains (meant_empty, key))
      put_back (node, side, ref->field, before);
  }
}

/* A row that is gone with what it means nothing without was not removed by itself: it comes back
 * with that, if that comes back. */
static void
find_removed (EhMergeNode *node, EhMergeSide side)
{
  EhMergeTable *table = node->table;

  if (node->sides[EH_MERGE_BASE] == NULL || node->sides[side] != NULL)
    return;
  for (guint i = 0; i < table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (table->refs, EhMergeRef, i);
    EhId id = eh_merge_id_in (ref->field, node->sides[EH_MERGE_BASE]);

    if (ref->goes_too && id != EH_ID_NONE && !is_there (ref, id, side))
      return;
  }
  node->flags |= 1u << side;
}

static void
understand_side (EhMergePlan *plan, EhMergeSide side, GHashTable *meant_empty)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    GHashTableIter iter;
    gpointer node;

    g_hash_table_iter_init (&iter, ((EhMergeTable *) plan->tables->pdata[i])->nodes);
    while (g_hash_table_iter_next (&iter, &node, NULL)) {
      put_back_what_was_let_go (node, side, meant_empty);
      find_removed (node, side);
    }
  }
}

static void
free_node (gpointer data)
{
  EhMergeNode *node = data;

  if (node->own != NULL)
    node->table->type->free (node->own);
  if (node->view != NULL)
    node->table->type->free (node->view);
  g_free (node);
}

static void
free_table (gpointer data)
{
  EhMergeTable *self = data;

  g_clear_pointer (&self->nodes, g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->refs, g_array_unref);
  g_free (self);
}

static gboolean
read_tables (EhMergePlan *plan, EhDb *const *sides, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  plan->tables = g_ptr_array_new_with_free_func (free_table);
  for (guint i = 0; i < n_types; i++) {
    EhMergeTable *table = g_new0 (EhMergeTable, 1);

    g_ptr_array_add (plan->tables, table);
    table->type = types[i];
    table->plan = plan;
    table->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, free_node, NULL);
    table->stored = g_ptr_array_new_with_free_func (types[i]->free);
    table->refs = g_array_new (FALSE, FALSE, sizeof (EhMergeRef));
    for (EhMergeSide side = EH_MERGE_BASE; side < EH_MERGE_N_SIDES; side++)
      /* A stranger's people and words come in; what this project is called stays. */
      if (sides[side] != NULL &&
          (side == EH_MERGE_OURS || plan->related || types[i] != &eh_project_row_type) &&
          !load_side (table, side, sides[side], error))
        return FALSE;
  }
  for (guint i = 0; i < plan->tables->len; i++)
    find_references (plan->tables->pdata[i]);
  return TRUE;
}

/**
 * eh_merge_read_sides:
 * @plan: a plan without tables
 * @sides: the base, which may be %NULL, ours and theirs
 * @error: set to a #EhStoreError
 *
 * Returns: whether all rows are there, as @plan's tables
 */
gboolean
eh_merge_read_sides (EhMergePlan *plan, EhDb *const *sides, GError **error)
{
  g_autoptr (GHashTable) known = guids_known_to (sides[EH_MERGE_BASE], error);

  if (known == NULL || !read_tables (plan, sides, error))
    return FALSE;
  for (EhMergeSide side = EH_MERGE_OURS; side <= EH_MERGE_THEIRS; side++) {
    g_autoptr (GHashTable) meant_empty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                                NULL);
    g_autoptr (GHashTable) old = old_merges (sides[side], known, error);

    if (old == NULL || !read_asides (plan, side, sides[side], old, meant_empty, error))
      return FALSE;
    understand_side (plan, side, meant_empty);
  }
  return TRUE;
}
