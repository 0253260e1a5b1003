#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_RESOURCE_DETAIL (eh_resource_detail_get_type ())
G_DECLARE_FINAL_TYPE (EhResourceDetail, eh_resource_detail, EH, RESOURCE_DETAIL, GtkWidget)

GtkWidget *eh_resource_detail_new (EhWorkspace *workspace);
void eh_resource_detail_set_resource (EhResourceDetail *self, EhId resource_id);
void eh_resource_detail_edit_title (EhResourceDetail *self);

G_END_DECLS
