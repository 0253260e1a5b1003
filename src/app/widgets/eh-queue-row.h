#pragma once

#include "eh-queue-model.h"

G_BEGIN_DECLS

#define EH_TYPE_QUEUE_ROW (eh_queue_row_get_type ())
G_DECLARE_FINAL_TYPE (EhQueueRow, eh_queue_row, EH, QUEUE_ROW, GtkWidget)

GtkWidget *eh_queue_row_new (EhWorkspace *workspace);
void eh_queue_row_show (EhQueueRow *self, EhQueueItem *item);
char *eh_queue_row_describe (EhQueueRow *self);

G_END_DECLS
