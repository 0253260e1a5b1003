#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_CATEGORIES_WINDOW (eh_categories_window_get_type ())
G_DECLARE_FINAL_TYPE (EhCategoriesWindow, eh_categories_window, EH, CATEGORIES_WINDOW, AdwWindow)

GtkWidget *eh_categories_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
