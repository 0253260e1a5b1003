#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_NEEDS_EDITOR (eh_needs_editor_get_type ())
G_DECLARE_FINAL_TYPE (EhNeedsEditor, eh_needs_editor, EH, NEEDS_EDITOR, GtkWidget)

void eh_needs_editor_set_workspace (EhNeedsEditor *self, EhWorkspace *workspace);
void eh_needs_editor_set_person (EhNeedsEditor *self, EhId participant_id);

G_END_DECLS
