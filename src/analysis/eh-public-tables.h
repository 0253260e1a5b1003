#pragma once

/* Private to analysis: what of a table must be withheld so that a table of a part of the project
 * tells no more beside the table of the whole; see eh-public-tables.c. */

#include "eh-public-crosstab-private.h"

G_BEGIN_DECLS

/**
 * EhPublicFacets:
 * @EH_PUBLIC_BY_WORKSHOP: one workshop
 * @EH_PUBLIC_BY_KIND: one kind of insight
 * @EH_PUBLIC_BY_CATEGORY: what is inside a category or a framework
 *
 * What a part of a project asks about.
 */
typedef enum {
  EH_PUBLIC_BY_WORKSHOP = 1 << 0,
  EH_PUBLIC_BY_KIND = 1 << 1,
  EH_PUBLIC_BY_CATEGORY = 1 << 2,
} EhPublicFacets;

/**
 * EhPublicJoin:
 * @EH_PUBLIC_ALONE: one table
 * @EH_PUBLIC_COLUMNS_ARE_ROWS: the columns of the first are the rows of the second
 * @EH_PUBLIC_ROWS_ARE_ROWS: both have the same rows
 *
 * What two tables that are told together have in common.
 */
typedef enum {
  EH_PUBLIC_ALONE,
  EH_PUBLIC_COLUMNS_ARE_ROWS,
  EH_PUBLIC_ROWS_ARE_ROWS,
} EhPublicJoin;

/**
 * EhPublicTables:
 * @dataset: what may leave the program
 * @whole: who said what, of the widest that the tables are told of
 * @base: what that is narrowed to
 * @join: what the tables have in common
 * @n: how many tables, 1 or 2
 * @places: what falls where, of the whole
 * @lines: its tables, counted: they name the lines
 * @withheld: by element of each table; filled by eh_public_tables_withhold()
 */
typedef struct {
  EhPublicDataset *dataset;
  const EhVoices *whole;
  EhFilter base;
  EhPublicJoin join;
  guint n;
  const EhPlacements *places[2];
  const EhCrosstab *lines[2];
  gboolean *withheld[2];
} EhPublicTables;

EhPublicFacets eh_public_facets (const EhFilter *filter, const EhFilter *base);
EhFilter eh_public_without (const EhFilter *filter, EhPublicFacets facet);

void eh_public_tables_withhold (EhPublicTables *self, const EhFilter *filter);
EhPlacements *
eh_public_tables_part (const EhPublicTables *self, guint which, const EhFilter *filter);
void eh_public_tables_clear (EhPublicTables *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EhPublicTables, eh_public_tables_clear)

G_END_DECLS
