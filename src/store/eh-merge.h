#pragma once

#include "eh-redaction.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhMergeConflict:
 * @type: which table
 * @id: which row
 * @field: (nullable): which member both sides changed; %NULL when one side removed the row and the
 *   other changed it or refers to it
 * @row_label: what a person calls the row
 * @ours: the member here; for a removal, what became of the row here
 * @theirs: the member there
 * @take_theirs: which side the merged project takes; set by a rule that gives the same on every
 *   laptop, and may be changed before eh_merge_apply()
 * @rule_takes_theirs: which one the rule takes
 *
 * Something that two people changed apart, to be looked at.
 */
typedef struct {
  const EhRowType *type;
  EhId id;
  const EhField *field;
  char *row_label;
  char *ours;
  char *theirs;
  gboolean take_theirs;
  gboolean rule_takes_theirs;
} EhMergeConflict;

/**
 * EhMergePlan:
 * @n_added: rows that the other copy has and this one gets
 * @n_changed: rows that change here
 * @n_removed: rows that are removed here, because they were removed there
 * @n_erased: what was erased there at somebody's wish, which is not yet known here
 * @conflicts: (element-type EhMergeConflict): what both sides changed
 * @related: whether both come from one project
 *
 * What a merge would do. Free with eh_merge_plan_free().
 */
typedef struct {
  guint n_added;
  guint n_changed;
  guint n_removed;
  guint n_erased;
  GPtrArray *conflicts;
  gboolean related;

  /*< private >*/
  GPtrArray *tables;
  GHashTable *erased;
  GArray *erased_there;
  GPtrArray *known;
  GPtrArray *received;
  EhRedaction *here;
  EhRedaction *there;
} EhMergePlan;

EhMergePlan *eh_merge_plan_new (EhDb *ours, const char *their_path, GError **error);
void eh_merge_plan_free (EhMergePlan *self);
gboolean eh_merge_plan_is_empty (EhMergePlan *self);
guint eh_merge_plan_count (EhMergePlan *self, const EhRowType *type);
gboolean eh_merge_apply (EhStore *store, EhMergePlan *plan, const char *label, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhMergePlan, eh_merge_plan_free)

G_END_DECLS
