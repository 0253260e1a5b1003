#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_NOTICE_LIST (eh_notice_list_get_type ())
G_DECLARE_FINAL_TYPE (EhNoticeList, eh_notice_list, EH, NOTICE_LIST, GtkWidget)

void eh_notice_list_set_workspace (EhNoticeList *self, EhWorkspace *workspace);

G_END_DECLS
