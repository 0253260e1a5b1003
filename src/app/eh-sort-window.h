#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_SORT_WINDOW (eh_sort_window_get_type ())
G_DECLARE_FINAL_TYPE (EhSortWindow, eh_sort_window, EH, SORT_WINDOW, AdwWindow)

GtkWidget *eh_sort_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
