#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhRowSet:
 * @tables: (element-type EhRowTable): the tables that have rows, in an order in which every row's
 * references come before it
 *
 * Rows of many tables, to be inserted together.
 */
typedef struct {
  GPtrArray *tables;
} EhRowSet;

/**
 * EhRowTable:
 * @type: what the rows are
 * @rows: (element-type gpointer): the rows, which the table owns
 */
typedef struct {
  const EhRowType *type;
  GPtrArray *rows;
} EhRowTable;

EhRowSet *eh_row_set_new (void);
void eh_row_set_free (EhRowSet *self);
void eh_row_set_add (EhRowSet *self, const EhRowType *type, gpointer row);
GPtrArray *eh_row_set_rows (const EhRowSet *self, const EhRowType *type);
guint eh_row_set_size (const EhRowSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRowSet, eh_row_set_free)

G_END_DECLS
