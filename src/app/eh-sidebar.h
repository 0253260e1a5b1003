#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SIDEBAR (eh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (EhSidebar, eh_sidebar, EH, SIDEBAR, GtkWidget)

GtkWidget *eh_sidebar_new (EhWorkspace *workspace);
void eh_sidebar_select (EhSidebar *self, const char *place_id);

G_END_DECLS
