#pragma once

#include "eh-change.h"
#include "eh-connection.h"

G_BEGIN_DECLS

/**
 * EhHistoryMember:
 * @field: what of the row
 * @before: as a person reads it, "" for nothing
 * @after: likewise
 */
typedef struct {
  const EhField *field;
  char *before;
  char *after;
} EhHistoryMember;

/**
 * EhHistoryDetail:
 * @type: what it is
 * @kind: what became of it
 * @label: what a person calls it; "" where nothing is known but what it ties together
 * @members: (element-type EhHistoryMember): what was said of it; of a changed row, what changed
 */
typedef struct {
  const EhRowType *type;
  EhChangeKind kind;
  char *label;
  GPtrArray *members;
} EhHistoryDetail;

GPtrArray *eh_history_details (EhDb *db, gint64 seq, guint limit, guint *n_all, GError **error);

G_END_DECLS
