#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhChangeKind:
 * @EH_CHANGE_ADDED: the row is new
 * @EH_CHANGE_CHANGED: some of it is other than before
 * @EH_CHANGE_REMOVED: the row is gone
 */
typedef enum {
  EH_CHANGE_ADDED = 1,
  EH_CHANGE_CHANGED,
  EH_CHANGE_REMOVED,
} EhChangeKind;

/**
 * EhChange:
 * @type: which table
 * @kind: what happened
 * @id: to which row
 *
 * What one transaction, undo or redo did to one row.
 */
typedef struct {
  const EhRowType *type;
  EhChangeKind kind;
  EhId id;
} EhChange;

gboolean eh_changes_touch (GArray *changes, const EhRowType *type);

G_END_DECLS
