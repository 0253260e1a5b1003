#pragma once

/* Private to the dataset: the rows that belong to insights, in the order of the insights; see
 * eh-dataset-links.c. */

#include "eh-dataset-index.h"
#include "eh-dataset.h"

G_BEGIN_DECLS

/**
 * EhDatasetEnds:
 * @rows: the rows that link
 * @insights: what they link
 * @others: what they link it to
 * @insight_index: where the insights are
 * @other_index: where the others are
 * @insight: where a row names its insight, in bytes
 * @other: where it names the other
 * @hat: where it names a hat; 0 if it does not
 *
 * What links are made from.
 */
typedef struct {
  GPtrArray *rows;
  GPtrArray *insights;
  GPtrArray *others;
  const EhDatasetIndex *insight_index;
  const EhDatasetIndex *other_index;
  gsize insight;
  gsize other;
  gsize hat;
} EhDatasetEnds;

EhDatasetLinks *eh_dataset_links_new (const EhDatasetEnds *ends,
                                      const EhDatasetLinks *before,
                                      const EhDatasetEnds *ends_before);
EhDatasetLinks *eh_dataset_links_ref (EhDatasetLinks *self);
void eh_dataset_links_unref (EhDatasetLinks *self);
const EhDatasetLink *eh_dataset_links_at (const EhDatasetLinks *self, guint insight, guint *n);

G_END_DECLS
