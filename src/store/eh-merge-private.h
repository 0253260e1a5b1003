#pragma once

/* What the parts of a merge have in common; the head of eh-merge.c says what it rests on. */

#include "eh-merge.h"

G_BEGIN_DECLS

/* The steps, and undoings of steps, that a copy knows the outcome of: its own, and what a merge
 * brought in. A merge counts while its step is done; one that had nothing to change has no step. */
#define EH_MERGE_KNOWN_GUIDS                                                                       \
  "SELECT guid FROM history WHERE state = 'done' UNION "                                           \
  "SELECT undone_guid FROM history WHERE state <> 'done' AND undone_guid <> '' UNION "             \
  "SELECT k.guid FROM merge_known k LEFT JOIN history h ON h.guid = k.merge_guid"                  \
  " WHERE h.guid IS NULL OR h.state = 'done' UNION "                                               \
  "SELECT k.merge_guid FROM merge_known k LEFT JOIN history h ON h.guid = k.merge_guid"            \
  " WHERE h.guid IS NULL"

typedef enum {
  EH_MERGE_BASE,
  EH_MERGE_OURS,
  EH_MERGE_THEIRS,
  EH_MERGE_N_SIDES,
} EhMergeSide;

typedef struct _EhMergeTable EhMergeTable;

/**
 * EhMergeRef:
 * @field: a reference
 * @parent: the table that it refers to
 * @goes_too: whether the row means nothing without what it refers to
 */
typedef struct {
  const EhField *field;
  EhMergeTable *parent;
  gboolean goes_too;
} EhMergeRef;

/**
 * EhMergeNode:
 * @id: the row's
 * @table: its table, not owned
 * @sides: (nullable): the row on each side, with what was only let go put back; owned by the table
 * @stored: (nullable): ours as it is in the file
 * @row: the merged row; one of @sides, or @own
 * @own: (nullable) (owned): a merged row that is none of @sides
 * @view: (nullable) (owned): @row after letting go, where that differs
 * @holds: a bit a side: it keeps what it means nothing without, which somebody has removed
 * @holding: for each side, a bit a reference: it keeps what it refers to, which somebody has
 * removed
 * @removed: somebody has removed it, since the base
 * @flags: a bit a side: it was removed there by itself, whether or not it is there
 * @strong: somebody has added or changed it
 * @alive: it is there in the end
 * @settled: @alive is known
 * @dead: it cannot be there: erased, or what it means nothing without is
 * @refused: a person chose that it goes
 *
 * One row of the merged project.
 */
typedef struct {
  EhId id;
  EhMergeTable *table;
  gconstpointer sides[EH_MERGE_N_SIDES];
  gconstpointer stored;
  gconstpointer row;
  gpointer own;
  gpointer view;
  guint flags;
  guint holds;
  guint holding[EH_MERGE_N_SIDES];
  guint removed : 1;
  guint strong : 1;
  guint alive : 1;
  guint settled : 1;
  guint dead : 1;
  guint refused : 1;
} EhMergeNode;

struct _EhMergeTable {
  const EhRowType *type;
  EhMergePlan *plan;                 /* not owned */
  GPtrArray *rows[EH_MERGE_N_SIDES]; /* as loaded */
  GPtrArray *stored;                 /* rows of ours that were put back, as they are in the file */
  GHashTable *nodes;                 /* (element-type EhMergeNode) by id */
  GArray *refs;                      /* (element-type EhMergeRef) */
};

/**
 * EhMergeAside:
 * @EH_MERGE_ASIDE_REMOVED: somebody has removed it, and something keeps it
 * @EH_MERGE_ASIDE_GONE: it is gone, and not only with what it hung on
 * @EH_MERGE_ASIDE_HOLDS: it keeps what it means nothing without
 *
 * What is put down about a row.
 */
typedef enum {
  EH_MERGE_ASIDE_REMOVED = 1,
  EH_MERGE_ASIDE_GONE,
  EH_MERGE_ASIDE_HOLDS,
} EhMergeAside;

EhMergeTable *eh_merge_table_of (EhMergePlan *plan, const EhRowType *type);
EhMergeNode *eh_merge_node (EhMergeTable *table, EhId id);
EhMergeNode *eh_merge_parent (const EhMergeRef *ref, gconstpointer row);
EhId eh_merge_id_in (const EhField *field, gconstpointer row);
void eh_merge_set_id_in (const EhField *field, gpointer row, EhId id);
gconstpointer eh_merge_view (const EhMergeNode *node);
gboolean eh_merge_keeps (const EhMergeNode *node, guint ref);
gboolean eh_merge_is_erased (EhMergePlan *plan, EhId id);
void eh_merge_settle (EhMergePlan *plan);

gboolean eh_merge_read_sides (EhMergePlan *plan, EhDb *const *sides, GError **error);

gboolean eh_merge_read_known (EhMergePlan *plan, EhDb *ours, EhDb *theirs, GError **error);
gboolean eh_merge_write_known (EhMergePlan *plan, EhDb *db, const char *guid, GError **error);
gboolean eh_merge_write_asides (EhMergePlan *plan, EhDb *db, const char *guid, GError **error);

void eh_merge_conflict_free (gpointer conflict);
void eh_merge_add_conflict (EhMergeNode *node, const EhField *field, gboolean take_theirs);
void eh_merge_name_conflicts (EhMergePlan *plan);

G_END_DECLS
