/* What happens to the rows that refer to a removed one. SQLite's cascades would do it, but they run
 * again when the history is undone or redone and break it; here each removal is recorded once. */

#include "eh-removal.h"

#include "eh-access-need.h"
#include "eh-block-comment.h"
#include "eh-coding-decision.h"
#include "eh-dataset.h"
#include "eh-guidance-version.h"
#include "eh-parked.h"
#include "eh-rate.h"
#include "eh-row-store.h"
#include "eh-slip.h"
#include "eh-venue-check.h"

#define MAX_DEPTH 50

typedef enum {
  GOES_TOO, /* the row means nothing without what it refers to */
  LETS_GO,  /* the row stays and refers to nothing */
} Fate;

typedef struct {
  const EhRowType *parent;
  const EhRowType *child;
  const char *column;
  Fate fate;
} Reference;

/* Every reference of schema.sql; test-store.c holds this list against the file. */
static const Reference references[] = {
  { &eh_framework_row_type, &eh_project_row_type, "framework_id", LETS_GO },
  { &eh_framework_row_type, &eh_category_row_type, "framework_id", GOES_TOO },
  { &eh_role_group_row_type, &eh_participant_row_type, "role_group_id", LETS_GO },
  { &eh_role_group_row_type, &eh_attendance_row_type, "role_group_id", LETS_GO },
  { &eh_role_group_row_type, &eh_insight_row_type, "role_group_id", LETS_GO },
  { &eh_role_group_row_type, &eh_contributor_row_type, "speaking_as", LETS_GO },
  { &eh_participant_row_type, &eh_consent_row_type, "id", GOES_TOO },
  { &eh_participant_row_type, &eh_access_need_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_attendance_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_contributor_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_slip_row_type, "participant_id", LETS_GO },
  { &eh_workshop_row_type, &eh_activity_row_type, "workshop_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_attendance_row_type, "workshop_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_insight_row_type, "workshop_id", LETS_GO },
  { &eh_workshop_row_type, &eh_slip_row_type, "workshop_id", GOES_TOO },
  { &eh_activity_row_type, &eh_insight_row_type, "activity_id", LETS_GO },
  { &eh_insight_row_type, &eh_contributor_row_type, "insight_id", GOES_TOO },
  { &eh_insight_row_type, &eh_mapping_row_type, "insight_id", GOES_TOO },
  { &eh_insight_row_type, &eh_evidence_row_type, "insight_id", GOES_TOO },
  { &eh_insight_row_type, &eh_block_row_type, "insight_id", LETS_GO },
  { &eh_category_row_type, &eh_category_row_type, "parent_id", GOES_TOO },
  { &eh_category_row_type, &eh_mapping_row_type, "category_id", GOES_TOO },
  { &eh_category_row_type, &eh_block_row_type, "category_id", LETS_GO },
  { &eh_insight_row_type, &eh_coding_decision_row_type, "insight_id", GOES_TOO },
  { &eh_category_row_type, &eh_coding_decision_row_type, "category_id", GOES_TOO },
  { &eh_guidance_row_type, &eh_block_row_type, "guidance_id", GOES_TOO },
  { &eh_guidance_row_type, &eh_guidance_version_row_type, "guidance_id", GOES_TOO },
  { &eh_guidance_row_type, &eh_parked_row_type, "guidance_id", GOES_TOO },
  { &eh_insight_row_type, &eh_parked_row_type, "insight_id", GOES_TOO },
  { &eh_block_row_type, &eh_block_comment_row_type, "block_id", GOES_TOO },
  { &eh_resource_row_type, &eh_block_row_type, "resource_id", LETS_GO },
  { &eh_resource_row_type, &eh_resource_category_row_type, "resource_id", GOES_TOO },
  { &eh_block_row_type, &eh_evidence_row_type, "block_id", GOES_TOO },
  { &eh_role_group_row_type, &eh_promise_row_type, "role_group_id", LETS_GO },
  { &eh_participant_row_type, &eh_invitation_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_promise_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_payment_row_type, "participant_id", GOES_TOO },
  { &eh_participant_row_type, &eh_turn_row_type, "participant_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_invitation_row_type, "workshop_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_venue_check_row_type, "workshop_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_ground_rule_row_type, "workshop_id", GOES_TOO },
  { &eh_workshop_row_type, &eh_promise_row_type, "workshop_id", LETS_GO },
  { &eh_workshop_row_type, &eh_payment_row_type, "workshop_id", LETS_GO },
  { &eh_workshop_row_type, &eh_turn_row_type, "workshop_id", GOES_TOO },
  { &eh_activity_row_type, &eh_turn_row_type, "activity_id", LETS_GO },
  { &eh_rate_row_type, &eh_payment_row_type, "rate_id", LETS_GO },
  { &eh_block_row_type, &eh_looked_at_row_type, "block_id", GOES_TOO },
  { &eh_participant_row_type, &eh_looked_at_row_type, "participant_id", GOES_TOO },
  { &eh_insight_row_type, &eh_looked_at_row_type, "insight_id", GOES_TOO },
  { &eh_guidance_row_type, &eh_publication_row_type, "guidance_id", LETS_GO },
  { &eh_participant_row_type, &eh_told_row_type, "participant_id", GOES_TOO },
  { &eh_guidance_row_type, &eh_told_row_type, "guidance_id", LETS_GO },
};

/* Who said it is lost with the person, but not whose knowledge it was: an insight that is left
 * without a name keeps the group. */
static gboolean
keep_group_of_insights (EhDb *db, EhId participant_id, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "UPDATE insight SET role_group_id = (SELECT coalesce(c.speaking_as, p.role_group_id)"
          " FROM contributor c JOIN participant p ON p.id = c.participant_id"
          " WHERE c.insight_id = insight.id AND c.participant_id = ?1)"
          " WHERE id IN (SELECT insight_id FROM contributor WHERE participant_id = ?1)"
          " AND NOT EXISTS (SELECT 1 FROM contributor o WHERE o.insight_id = insight.id"
          " AND o.participant_id <> ?1)");

  eh_stmt_bind_id (&s, participant_id);
  return eh_stmt_run (&s, error);
}

static gboolean
list_children (EhDb *db, const Reference *reference, EhId id, GArray *ids, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?", reference->child->table,
                                          reference->column);
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, id);
  while (eh_stmt_step (&s)) {
    EhId child = eh_stmt_int (&s, 0);

    g_array_append_val (ids, child);
  }
  return eh_stmt_finish (&s, error);
}

static gboolean
let_go (EhDb *db, const Reference *reference, EhId id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s = ?",
                                          reference->child->table, reference->column,
                                          reference->column);
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, id);
  return eh_stmt_run (&s, error);
}

static gboolean remove_row (EhDb *db, const EhRowType *type, EhId id, guint depth, GError **error);

static gboolean
settle (EhDb *db, const Reference *reference, EhId id, guint depth, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  if (reference->fate == LETS_GO)
    return let_go (db, reference, id, error);
  if (!list_children (db, reference, id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!remove_row (db, reference->child, g_array_index (ids, EhId, i), depth + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_row (EhDb *db, const EhRowType *type, EhId id, guint depth, GError **error)
{
  /* Only a damaged file has categories that are each other's parents. */
  if (depth > MAX_DEPTH)
    return eh_db_set_error (db, SQLITE_CORRUPT, "ring of references", error);
  if (type == &eh_participant_row_type && !keep_group_of_insights (db, id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].parent == type && !settle (db, &references[i], id, depth, error))
      return FALSE;
  return eh_row_store_delete (db, type, id, error);
}

/**
 * eh_removal_run:
 * @db: a writer, in a transaction
 * @type: which table
 * @id: which row
 * @error: set to a #EhStoreError
 *
 * Removes a row, first removing or letting go of whatever refers to it.
 *
 * Returns: whether it is gone
 */
gboolean
eh_removal_run (EhDb *db, const EhRowType *type, EhId id, GError **error)
{
  return remove_row (db, type, id, 0, error);
}

/**
 * eh_removal_knows:
 * @parent: a table
 * @child: a table that refers to it
 * @column: by which column
 *
 * Returns: whether it is settled here what becomes of @child
 */
gboolean
eh_removal_knows (const char *parent, const char *child, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i].parent->table, parent) &&
        g_str_equal (references[i].child->table, child) &&
        g_str_equal (references[i].column, column))
      return TRUE;
  return FALSE;
}

/**
 * eh_removal_parent:
 * @child: a table
 * @column: one of its columns
 * @goes_too: (out): whether a row of @child means nothing without what the column refers to
 *
 * Returns: (nullable): the table that the column refers to
 */
const EhRowType *
eh_removal_parent (const EhRowType *child, const char *column, gboolean *goes_too)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].child == child && g_str_equal (references[i].column, column)) {
      *goes_too = references[i].fate == GOES_TOO;
      return references[i].parent;
    }
  return NULL;
}
