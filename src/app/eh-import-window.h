#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_import_window_ask (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
