#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_save_library (EhWorkspace *workspace, GtkWindow *window, const char *extension);

G_END_DECLS
