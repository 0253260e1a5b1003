#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_BACKUPS_WINDOW (eh_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (EhBackupsWindow, eh_backups_window, EH, BACKUPS_WINDOW, AdwWindow)

GtkWidget *eh_backups_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
