#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_MERGE_WINDOW (eh_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (EhMergeWindow, eh_merge_window, EH, MERGE_WINDOW, AdwWindow)

void eh_merge_window_ask (EhWorkspace *workspace, GtkWindow *parent);
GtkWidget *eh_merge_window_new (EhWorkspace *workspace, GtkWindow *parent, GFile *file);

G_END_DECLS
