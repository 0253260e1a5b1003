/* What a merge asks, with the names that people gave to things. */

#include "config.h"
#include "eh-merge-private.h"
#include "eh-row-words.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/**
 * eh_merge_conflict_free:
 * @conflict: (transfer full): an #EhMergeConflict
 */
void
eh_merge_conflict_free (gpointer conflict)
{
  EhMergeConflict *self = conflict;

  g_free (self->row_label);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self);
}

static char *
label_of (const EhRowType *type, gconstpointer row)
{
  char *label = eh_row_words_label (type, row);

  return label != NULL ? label : g_strdup (type->table);
}

/**
 * eh_merge_add_conflict:
 * @node: a row that one or both sides have
 * @field: (nullable): what both changed; %NULL when one side removed the row
 * @take_theirs: what the rule takes
 */
void
eh_merge_add_conflict (EhMergeNode *node, const EhField *field, gboolean take_theirs)
{
  const EhRowType *type = node->table->type;
  gconstpointer ours = node->sides[EH_MERGE_OURS];
  gconstpointer theirs = node->sides[EH_MERGE_THEIRS];
  EhMergeConflict *conflict = g_new0 (EhMergeConflict, 1);

  conflict->type = type;
  conflict->id = node->id;
  conflict->field = field;
  conflict->row_label = label_of (type, ours != NULL ? ours : theirs);
  conflict->take_theirs = conflict->rule_takes_theirs = take_theirs;
  if (field != NULL) {
    conflict->ours = eh_row_field_text (field, ours);
    conflict->theirs = eh_row_field_text (field, theirs);
  } else {
    conflict->ours = g_strdup (ours != NULL ? _ ("Kept here") : _ ("Removed here"));
    conflict->theirs = g_strdup (theirs != NULL ? _ ("Kept there") : _ ("Removed there"));
  }
  g_ptr_array_add (node->table->plan->conflicts, conflict);
}

/* Nothing that was erased is told. */
static char *
label_of_reference (EhMergeNode *node, const EhField *field, gconstpointer row)
{
  for (guint i = 0; row != NULL && i < node->table->refs->len; i++) {
    const EhMergeRef *ref = &g_array_index (node->table->refs, EhMergeRef, i);
    EhMergeNode *parent = ref->field == field ? eh_merge_parent (ref, row) : NULL;

    if (parent == NULL || parent->row == NULL || eh_merge_is_erased (node->table->plan, parent->id))
      continue;
    return label_of (parent->table->type, parent->row);
  }
  return g_strdup ("");
}

/* Rows that say nothing themselves, such as a consent, are called what they belong to. */
static void
name_row (EhMergeNode *node, EhMergeConflict *conflict)
{
  if (!g_str_equal (conflict->row_label, conflict->type->table))
    return;
  for (guint i = 0; i < node->table->refs->len; i++) {
    const EhField *field = g_array_index (node->table->refs, EhMergeRef, i).field;
    g_autofree char *label = label_of_reference (node, field, node->row);

    if (eh_text_is_blank (label))
      continue;
    g_free (conflict->row_label);
    conflict->row_label = g_steal_pointer (&label);
    return;
  }
}

/**
 * eh_merge_name_conflicts:
 * @plan: a plan that is settled
 *
 * Takes out what there is no choice about, because it is gone in any case; and nobody chooses
 * between two numbers: what they stand for is shown.
 */
void
eh_merge_name_conflicts (EhMergePlan *plan)
{
  for (guint i = plan->conflicts->len; i > 0; i--) {
    EhMergeConflict *conflict = plan->conflicts->pdata[i - 1];
    EhMergeNode *node = eh_merge_node (eh_merge_table_of (plan, conflict->type), conflict->id);

    if (!node->alive) {
      g_ptr_array_remove_index (plan->conflicts, i - 1);
      continue;
    }
    name_row (node, conflict);
    if (conflict->field == NULL || conflict->field->kind != EH_FIELD_ID)
      continue;
    g_free (conflict->ours);
    g_free (conflict->theirs);
    conflict->ours = label_of_reference (node, conflict->field, node->sides[EH_MERGE_OURS]);
    conflict->theirs = label_of_reference (node, conflict->field, node->sides[EH_MERGE_THEIRS]);
  }
}
