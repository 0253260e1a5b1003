#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_GROUPS_EDITOR (eh_groups_editor_get_type ())
G_DECLARE_FINAL_TYPE (EhGroupsEditor, eh_groups_editor, EH, GROUPS_EDITOR, GtkWidget)

void eh_groups_editor_set_workspace (EhGroupsEditor *self, EhWorkspace *workspace);

G_END_DECLS
