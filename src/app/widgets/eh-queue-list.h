#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_QUEUE_LIST (eh_queue_list_get_type ())
G_DECLARE_FINAL_TYPE (EhQueueList, eh_queue_list, EH, QUEUE_LIST, GtkWidget)

GtkWidget *eh_queue_list_new (EhWorkspace *workspace);
gboolean eh_queue_list_key (EhQueueList *self, guint keyval);

G_END_DECLS
