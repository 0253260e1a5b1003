#pragma once

/* Private to the dataset: where a row is, by its id; see eh-dataset-index.c. */

#include "eh-row.h"

G_BEGIN_DECLS

typedef struct _EhDatasetIndex EhDatasetIndex;

EhDatasetIndex *eh_dataset_index_new (GPtrArray *rows);
EhDatasetIndex *eh_dataset_index_ref (EhDatasetIndex *self);
void eh_dataset_index_unref (EhDatasetIndex *self);
guint eh_dataset_index_find (const EhDatasetIndex *self, EhId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDatasetIndex, eh_dataset_index_unref)

G_END_DECLS
