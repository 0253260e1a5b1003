#pragma once

#include "eh-queue.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_QUEUE_ITEM (eh_queue_item_get_type ())
G_DECLARE_FINAL_TYPE (EhQueueItem, eh_queue_item, EH, QUEUE_ITEM, GObject)

const EhReceived *eh_queue_item_get_row (EhQueueItem *self);

#define EH_TYPE_QUEUE_MODEL (eh_queue_model_get_type ())
G_DECLARE_FINAL_TYPE (EhQueueModel, eh_queue_model, EH, QUEUE_MODEL, GObject)

EhQueueModel *eh_queue_model_new (EhWorkspace *workspace);
void eh_queue_model_set_state (EhQueueModel *self, EhQueueState state);
EhQueueState eh_queue_model_get_state (EhQueueModel *self);
void eh_queue_model_refresh (EhQueueModel *self);
GArray *eh_queue_model_ids (EhQueueModel *self);

G_END_DECLS
