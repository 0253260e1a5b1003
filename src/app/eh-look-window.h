#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_LOOK_WINDOW (eh_look_window_get_type ())
G_DECLARE_FINAL_TYPE (EhLookWindow, eh_look_window, EH, LOOK_WINDOW, AdwWindow)

GtkWidget *eh_look_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
