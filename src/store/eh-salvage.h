#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

/**
 * EhSalvageRow:
 * @s: a statement on a row, its columns as they were asked for; the first is the key
 * @data: what was given with the function
 *
 * Returns: whether to go on
 */
typedef gboolean (*EhSalvageRow) (EhStmt *s, gpointer data);

/**
 * EhSalvageCount:
 * @seen: rows that could be read
 * @known: rows that there were, as far as anything in the file still tells; at least @seen
 * @whole: the table was read from end to end without a fault
 * @certain: @known is told by something that is whole itself
 * @lost: (element-type gint64): keys that an index still has and the table does not
 */
typedef struct {
  guint seen;
  guint known;
  gboolean whole;
  gboolean certain;
  GHashTable *lost;
} EhSalvageCount;

void eh_salvage_count_clear (EhSalvageCount *self);

gboolean eh_salvage_table (EhDb *db,
                           const char *table,
                           const char *const *columns,
                           EhSalvageRow take,
                           gpointer data,
                           EhSalvageCount *count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EhSalvageCount, eh_salvage_count_clear)

G_END_DECLS
