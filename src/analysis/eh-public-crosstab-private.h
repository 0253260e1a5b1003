#pragma once

/* Private to analysis: how a crosstab is cut down to what may be told, for measures that are made
 * of several. */

#include "eh-placements.h"
#include "eh-public-dataset-private.h"
#include "eh-suppress.h"

G_BEGIN_DECLS

/**
 * EhPublicShape:
 * @n_rows: rows of a crosstab
 * @n_columns: and columns
 *
 * Tells where the elements of its table are: cells row by row, totals of rows, of columns, of all.
 */
typedef struct {
  guint n_rows;
  guint n_columns;
} EhPublicShape;

guint eh_public_crosstab_row (EhPublicShape shape, guint row);
guint eh_public_crosstab_column (EhPublicShape shape, guint column);
guint eh_public_crosstab_grand (EhPublicShape shape);

EhSuppress *eh_public_crosstab_suppress (EhPublicDataset *self,
                                         const guint *crowd,
                                         const EhPlacements *placements,
                                         const EhCrosstab *crosstab,
                                         const gboolean *withheld,
                                         const gboolean *forced_rows,
                                         const gboolean *forced_columns);
void eh_public_crosstab_reword (EhPublicDataset *self, EhCrosstab *crosstab);
void eh_public_crosstab_mask (EhCrosstab *self, const gboolean *withheld);
EhCrosstab *eh_public_crosstab_within (
    EhPublicDataset *self, EhAxis rows, EhAxis columns, const EhFilter *filter, EhFilter base);
EhCrosstab *eh_public_crosstab_show_together (EhPublicDataset *self, EhCrosstab *crosstab);

G_END_DECLS
