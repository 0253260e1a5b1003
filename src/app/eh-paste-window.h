#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_PASTE_WINDOW (eh_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (EhPasteWindow, eh_paste_window, EH, PASTE_WINDOW, AdwWindow)

GtkWidget *eh_paste_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
