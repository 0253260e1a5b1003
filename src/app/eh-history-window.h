#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_WINDOW (eh_history_window_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryWindow, eh_history_window, EH, HISTORY_WINDOW, AdwWindow)

GtkWidget *eh_history_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
