#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_RUN_SHEET (eh_run_sheet_get_type ())
G_DECLARE_FINAL_TYPE (EhRunSheet, eh_run_sheet, EH, RUN_SHEET, GtkWidget)

void eh_run_sheet_set_workspace (EhRunSheet *self, EhWorkspace *workspace);
void eh_run_sheet_set_workshop (EhRunSheet *self, EhId workshop_id);

G_END_DECLS
