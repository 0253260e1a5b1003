#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PROMISE_LIST (eh_promise_list_get_type ())
G_DECLARE_FINAL_TYPE (EhPromiseList, eh_promise_list, EH, PROMISE_LIST, GtkWidget)

GtkWidget *eh_promise_list_new (EhWorkspace *workspace);
void eh_promise_list_set_workshop (EhPromiseList *self, EhId workshop_id);

G_END_DECLS
