#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_DIFFERENCES_WINDOW (eh_differences_window_get_type ())
G_DECLARE_FINAL_TYPE (EhDifferencesWindow, eh_differences_window, EH, DIFFERENCES_WINDOW, AdwWindow)

GtkWidget *eh_differences_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
