#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_WALL_WINDOW (eh_wall_window_get_type ())
G_DECLARE_FINAL_TYPE (EhWallWindow, eh_wall_window, EH, WALL_WINDOW, AdwWindow)

void eh_wall_window_show (EhWorkspace *workspace, GtkWindow *beside);
void eh_wall_window_close (EhWorkspace *workspace);

G_END_DECLS
