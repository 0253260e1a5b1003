/* Two copies of a project that grew apart become one, and it is the same one on every laptop and in
 * every order of merging.
 *
 * What a copy knows beyond the base (eh-merge-base.h) is, for each row: whether somebody added it,
 * what somebody changed each of its members to, and whether somebody removed it; and what was
 * erased. All of these can only grow: what one side knows is taken; where both changed a member the
 * greater value is (of two consents the one that allows less), and it is shown. Taking the greater
 * of two is the same in any order, and so is all of this.
 *
 * Which rows there are, and which references let go, is no knowledge but follows from it, each time
 * anew (eh_merge_settle()). A row that somebody added or changed is there. So is what it means
 * nothing without, and what it was newly made to refer to, even if somebody has removed that. Any
 * other row is there unless somebody removed it, or it means nothing without what is gone. A
 * reference to what is gone is let go. What was erased at somebody's wish is never there, nor what
 * means nothing without it.
 *
 * The rows of the merged project show what follows; what it follows from is put down beside them
 * where they would be misread (eh-merge-known.c): somebody has removed this although it is here;
 * this reference is empty because that is gone, or because somebody emptied it. A merge reads that
 * again (eh-merge-side.c), so that what a merge let go or brought back is taken for nobody's
 * change. */

#include "eh-merge.h"

#include "config.h"
#include "eh-access-need.h"
#include "eh-db.h"
#include "eh-honour.h"
#include "eh-merge-base.h"
#include "eh-merge-private.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"

void
eh_merge_plan_free (EhMergePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->erased, g_hash_table_unref);
  g_clear_pointer (&self->erased_there, g_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->received, g_ptr_array_unref);
  eh_redaction_free (self->here);
  eh_redaction_free (self->there);
  g_free (self);
}

/**
 * eh_merge_table_of:
 * @plan: a plan
 * @type: a tracked table
 *
 * Returns: (transfer none): the table
 */
EhMergeTable *
eh_merge_table_of (EhMergePlan *plan, const EhRowType *type)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    EhMergeTable *table = plan->tables->pdata[i];

    if (table->type == type)
      return table;
  }
  g_assert_not_reached ();
}

/**
 * eh_merge_node:
 * @table: a table
 * @id: a row's
 *
 * Returns: (transfer none) (nullable): the row, if any side has it
 */
EhMergeNode *
eh_merge_node (EhMergeTable *table, EhId id)
{
  return g_hash_table_lookup (table->nodes, &id);
}

/**
 * eh_merge_id_in:
 * @field: a reference
 * @row: a row
 *
 * Returns: what it refers to
 */
EhId
eh_merge_id_in (const EhField *field, gconstpointer row)
{
  return *(const EhId *) (gconstpointer) ((const char *) row + field->offset);
}

/**
 * eh_merge_set_id_in:
 * @field: a reference
 * @row: a row
 * @id: what it shall refer to
 */
void
eh_merge_set_id_in (const EhField *field, gpointer row, EhId id)
{
  *(EhId *) (gpointer) ((char *) row + field->offset) = id;
}

/**
 * eh_merge_parent:
 * @ref: a reference
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what it refers to
 */
EhMergeNode *
eh_merge_parent (const EhMergeRef *ref, gconstpointer row)
{
  return eh_merge_node (ref->parent, eh_merge_id_in (ref->field, row));
}

/**
 * eh_merge_view:
 * @node: a row that is there in the end
 *
 * Returns: (transfer none): the row as it is then
 */
gconstpointer
eh_merge_view (const EhMergeNode *node)
{
  return node->view != NULL ? node->view : node->row;
}

/**
 * eh_merge_is_erased:
 * @plan: a plan
 * @id: a row's
 *
 * Returns: whether it was erased at somebody's wish, here or there
 */
gboolean
eh_merge_is_erased (EhMergePlan *plan, EhId id)
{
  return g_hash_table_contains (plan->erased, &id);
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

static void
take_member (EhMergeNode *node, const EhField *field, EhMergeSide side)
{
  if (node->own == NULL)
    node->row = node->own = eh_row_copy (node->table->type, node->row);
  eh_row_field_copy (field, node->own, node->sides[side]);
}

static void
join_members (EhMergeNode *node)
{
  gconstpointer base = node->sides[EH_MERGE_BASE];
  gconstpointer ours = node->sides[EH_MERGE_OURS];
  gconstpointer theirs = node->sides[EH_MERGE_THEIRS];

  for (guint i = 1; i < node->table->type->n_fields; i++) {
    const EhField *field = &node->table->type->fields[i];
    gboolean unchanged_here = base != NULL && eh_row_field_equal (field, base, ours);
    gboolean take;

    if (eh_row_field_equal (field, ours, theirs) ||
        (base != NULL && eh_row_field_equal (field, base, theirs)))
      continue;
    take = unchanged_here || theirs_wins (field, ours, theirs);
    if (!unchanged_here && is_worth_asking (field))
      eh_merge_add_conflict (node, field, take);
    if (take)
      take_member (node, field, EH_MERGE_THEIRS);
  }
}

static void
join_row (EhMergeNode *node)
{
  gconstpointer base = node->sides[EH_MERGE_BASE];
  gconstpointer ours = node->sides[EH_MERGE_OURS];
  gconstpointer theirs = node->sides[EH_MERGE_THEIRS];

  node->row = ours != NULL ? ours : theirs;
  if (ours != NULL && theirs != NULL)
    join_members (node);
  node->removed = node->flags != 0;
  node->strong = base == NULL || (ours != NULL && !eh_row_equal (node->table->type, base, ours)) ||
                 (theirs != NULL && !eh_row_equal (node->table->type, base, theirs));
}

typedef void (*NodeFunc) (EhMergeNode *node, gpointer data);

/* In the order of the sides' rows, so that the same two files give the same list of choices. */
static void
for_each_node (EhMergePlan *plan, NodeFunc func, gpointer data)
{
  for (guint i = 0; i < plan->tables->len; i++) {
    EhMergeTable *table = plan->tables->pdata[i];

    for (EhMergeSide side = EH_MERGE_BASE; side < EH_MERGE_N_SIDES; side++)
      for (guint j = 0; table->rows[side] != NULL && j < table->rows[side]->len; j++) {
        EhMergeNode *node = eh_merge_node (table, eh_row_id (table->rows[side]->pdata[j]));
        gboolean seen = FALSE;

        for (EhMergeSide before = EH_MERGE_BASE; before < side; before++)
          seen |= node->sides[before] != NULL;
        if (!seen)
          func (node, data);
      }
  }
}

static void
join_node (EhMergeNode *node, gpointer data)
{
  join_row (node);
}

static void
forget_settling (EhMergeNode *node, gpointer data)
{
  if (node->view != NULL)
    node->table->type->free (node->view);
  node->view = NULL;
  node->settled = node->alive = FALSE;
  node->dead = node->row == NULL || node->refused ||
               eh_merge_is_erased (node->table->plan, node->id);
}

/* @data: whether any was found */
static void
die_with_parent (EhMergeNode *node, gpointer data)
{
  for (guint i = 0; !node->dead && i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);
    EhMergeNode *parent;

    if (!ref->goes_too || eh_merge_id_in (ref->field, node->row) == EH_ID_NONE)
      continue;
    parent = eh_merge_parent (ref, node->row);
    if (parent == NULL || parent->dead)
      *(gboolean *) data = node->dead = TRUE;
  }
}

static void
need (EhMergeNode *node, GPtrArray *needed)
{
  if (node == NULL || node->dead || node->alive)
    return;
  node->alive = node->settled = TRUE;
  g_ptr_array_add (needed, node);
}

static gboolean
holds (const EhMergeNode *node)
{
  return !node->removed && node->holds != 0;
}

static gboolean
is_new_reference (const EhMergeNode *node, guint i)
{
  const EhField *field = g_array_index (node->table->refs, EhMergeRef, i).field;
  gconstpointer base = node->sides[EH_MERGE_BASE];

  if (base == NULL || !eh_row_field_equal (field, base, node->row))
    return TRUE;
  for (EhMergeSide side = EH_MERGE_OURS; side <= EH_MERGE_THEIRS; side++)
    if ((node->holding[side] & (1u << i)) != 0 &&
        eh_row_field_equal (field, node->sides[side], node->row))
      return TRUE;
  return FALSE;
}

/**
 * eh_merge_keeps:
 * @node: a row that is there in the end
 * @ref: one of its table's references, by its place
 *
 * Returns: whether what it refers to is there for its sake, even if somebody has removed that
 */
gboolean
eh_merge_keeps (const EhMergeNode *node, guint ref)
{
  return g_array_index (node->table->refs, EhMergeRef, ref).goes_too ? node->strong || holds (node)
                                                                     : is_new_reference (node, ref);
}

static void
need_if_strong (EhMergeNode *node, gpointer data)
{
  if (node->strong || holds (node))
    need (node, data);
}

static void
need_references (const EhMergeNode *node, GPtrArray *needed)
{
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);

    if (ref->goes_too || is_new_reference (node, i))
      need (eh_merge_parent (ref, node->row), needed);
  }
}

static void
need_all_references (GPtrArray *needed)
{
  while (needed->len > 0)
    need_references (g_ptr_array_steal_index_fast (needed, needed->len - 1), needed);
}

static gboolean
is_alive (EhMergeNode *node)
{
  if (node->settled)
    return node->alive;
  /* Only in a damaged file does a row hang on itself; it counts as gone. */
  node->settled = TRUE;
  if (node->dead || node->removed)
    return FALSE;
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);

    if (ref->goes_too && eh_merge_id_in (ref->field, node->row) != EH_ID_NONE &&
        !is_alive (eh_merge_parent (ref, node->row)))
      return FALSE;
  }
  node->alive = TRUE;
  return TRUE;
}

static void
settle_node (EhMergeNode *node, gpointer data)
{
  is_alive (node);
}

/* What was gone may come back with what came back since. */
static void
reconsider_node (EhMergeNode *node, gpointer data)
{
  node->settled = node->alive;
}

static void
need_if_kept (EhMergeNode *node, gpointer data)
{
  for (guint i = 0; node->alive && i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);

    if (!ref->goes_too && is_new_reference (node, i))
      need (eh_merge_parent (ref, node->row), data);
  }
}

static void
let_go (EhMergeNode *node, gpointer data)
{
  for (guint i = 0; node->alive && i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);
    EhMergeNode *parent = eh_merge_parent (ref, node->row);

    if (ref->goes_too || eh_merge_id_in (ref->field, node->row) == EH_ID_NONE ||
        (parent != NULL && parent->alive))
      continue;
    if (node->view == NULL)
      node->view = eh_row_copy (node->table->type, node->row);
    eh_merge_set_id_in (ref->field, node->view, EH_ID_NONE);
  }
}

/**
 * eh_merge_settle:
 * @plan: a plan whose rows are merged
 *
 * Works out which rows are there in the end, and what they let go.
 */
void
eh_merge_settle (EhMergePlan *plan)
{
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();
  gboolean more = TRUE;

  for_each_node (plan, forget_settling, NULL);
  while (more) {
    more = FALSE;
    for_each_node (plan, die_with_parent, &more);
  }
  for_each_node (plan, need_if_strong, needed);
  do {
    need_all_references (needed);
    for_each_node (plan, reconsider_node, NULL);
    for_each_node (plan, settle_node, NULL);
    for_each_node (plan, need_if_kept, needed);
  } while (needed->len > 0);
  for_each_node (plan, let_go, NULL);
}

/* Removed on one side, and here all the same: a question. */
static void
ask_about_removal (EhMergeNode *node, gpointer data)
{
  for (EhMergeSide side = EH_MERGE_OURS; side <= EH_MERGE_THEIRS; side++)
    if (node->alive && node->sides[side] == NULL && (node->flags & (1u << side)) != 0)
      eh_merge_add_conflict (node, NULL, side == EH_MERGE_OURS);
}

static void
count_node (EhMergeNode *node, gpointer data)
{
  EhMergePlan *plan = data;

  if (node->alive && node->stored == NULL)
    plan->n_added++;
  else if (node->alive && !eh_row_equal (node->table->type, node->stored, eh_merge_view (node)))
    plan->n_changed++;
  else if (!node->alive && node->stored != NULL)
    plan->n_removed++;
}

static void
add_erased (EhMergePlan *plan, EhId id)
{
  g_hash_table_add (plan->erased, g_memdup2 (&id, sizeof id));
}

static gboolean
read_erased (EhMergePlan *plan, EhDb *ours, EhDb *theirs, GError **error)
{
  EhStmt s = eh_db_prepare (ours, "SELECT id FROM erased");

  while (eh_stmt_step (&s))
    add_erased (plan, eh_stmt_int (&s, 0));
  if (!eh_stmt_finish (&s, error) ||
      (plan->erased_there = eh_honour_list (theirs, ours, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < plan->erased_there->len; i++)
    add_erased (plan, g_array_index (plan->erased_there, EhErased, i).id);
  return TRUE;
}

/* What was copied from what was erased stands in the copy that has not heard of it, and must not
 * come back from there as somebody's change. */
static gboolean
read_redactions (EhMergePlan *plan, EhDb *ours, EhDb *theirs, GError **error)
{
  g_autoptr (GArray) erased_here = eh_honour_list (ours, theirs, error);

  return erased_here != NULL &&
         (plan->here = eh_honour_redaction (ours, plan->erased_there, error)) != NULL &&
         (plan->there = eh_honour_redaction (theirs, erased_here, error)) != NULL;
}

static char *
guid_of (EhDb *db)
{
  g_autoptr (EhProject) project = eh_row_store_get (db, &eh_project_row_type, 1, NULL);

  return g_strdup (project != NULL ? project->guid : "");
}

static gboolean
make_plan (EhMergePlan *self, EhDb *ours, EhDb *theirs, GError **error)
{
  g_autofree char *our_guid = guid_of (ours);
  g_autofree char *their_guid = guid_of (theirs);
  g_autoptr (EhDb) base = NULL;

  self->related = g_str_equal (our_guid, their_guid);
  if (!eh_merge_base_find (ours, theirs, self->related, &base, error) ||
      !read_erased (self, ours, theirs, error) || !read_redactions (self, ours, theirs, error) ||
      !eh_merge_read_known (self, ours, theirs, error) ||
      !eh_merge_read_sides (self, (EhDb *[]){ base, ours, theirs }, error) ||
      (self->received = eh_received_union (ours, theirs, error)) == NULL)
    return FALSE;
  for_each_node (self, join_node, NULL);
  eh_merge_settle (self);
  for_each_node (self, ask_about_removal, NULL);
  eh_merge_name_conflicts (self);
  for_each_node (self, count_node, self);
  self->n_erased = self->erased_there->len;
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

  self->conflicts = g_ptr_array_new_with_free_func (eh_merge_conflict_free);
  self->erased = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->known = g_ptr_array_new_with_free_func (g_free);
  theirs = eh_reader_open_file (their_path, NULL, error);
  if (theirs == NULL)
    return NULL;
  return make_plan (self, ours, theirs, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * eh_merge_plan_is_empty:
 * @self: a plan
 *
 * Returns: whether the merge would change nothing that a person sees; it may still have something
 * to write down or to erase, so apply it all the same
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
  GHashTableIter iter;
  gpointer node;
  guint n = 0;

  g_hash_table_iter_init (&iter, eh_merge_table_of (self, type)->nodes);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    n += ((EhMergeNode *) node)->alive && ((EhMergeNode *) node)->stored == NULL;
  return n;
}
