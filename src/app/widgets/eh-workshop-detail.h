#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_WORKSHOP_DETAIL (eh_workshop_detail_get_type ())
G_DECLARE_FINAL_TYPE (EhWorkshopDetail, eh_workshop_detail, EH, WORKSHOP_DETAIL, GtkWidget)

GtkWidget *eh_workshop_detail_new (EhWorkspace *workspace);
void eh_workshop_detail_set_workshop (EhWorkshopDetail *self, EhId workshop_id);
void eh_workshop_detail_show_part (EhWorkshopDetail *self, const char *name);
void eh_workshop_detail_edit_title (EhWorkshopDetail *self);

G_END_DECLS
