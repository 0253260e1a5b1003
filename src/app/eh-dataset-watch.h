#pragma once

#include "eh-workspace.h"

#include "eh-dataset.h"

G_BEGIN_DECLS

#define EH_TYPE_DATASET_WATCH (eh_dataset_watch_get_type ())
G_DECLARE_FINAL_TYPE (EhDatasetWatch, eh_dataset_watch, EH, DATASET_WATCH, GObject)

EhDatasetWatch *eh_dataset_watch_of (EhWorkspace *workspace);
EhDataset *eh_dataset_watch_get_lean (EhDatasetWatch *self);
EhDataset *eh_dataset_watch_get_dataset (EhDatasetWatch *self);
void eh_dataset_watch_want_lean (EhDatasetWatch *self);
void eh_dataset_watch_want (EhDatasetWatch *self);

G_END_DECLS
