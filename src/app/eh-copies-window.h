#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

void eh_copies_window_look (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
