#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SORT_QUEUE (eh_sort_queue_get_type ())
G_DECLARE_FINAL_TYPE (EhSortQueue, eh_sort_queue, EH, SORT_QUEUE, GObject)

EhSortQueue *eh_sort_queue_new (EhWorkspace *workspace);
void eh_sort_queue_load (EhSortQueue *self, EhId framework_id, const char *coder);
gboolean eh_sort_queue_is_loading (EhSortQueue *self);
EhId eh_sort_queue_get_current (EhSortQueue *self);
guint eh_sort_queue_get_total (EhSortQueue *self);
guint eh_sort_queue_get_left (EhSortQueue *self);
gboolean eh_sort_queue_step (EhSortQueue *self, int by);
void eh_sort_queue_recount (EhSortQueue *self);

G_END_DECLS
