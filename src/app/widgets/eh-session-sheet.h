#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SESSION_SHEET (eh_session_sheet_get_type ())
G_DECLARE_FINAL_TYPE (EhSessionSheet, eh_session_sheet, EH, SESSION_SHEET, GtkWidget)

void eh_session_sheet_set_workspace (EhSessionSheet *self, EhWorkspace *workspace);

G_END_DECLS
