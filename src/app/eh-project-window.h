#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_PROJECT_WINDOW (eh_project_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (EhProjectWindow, eh_project_window, EH, PROJECT_WINDOW, AdwWindow)

struct _EhProjectWindowClass {
  AdwWindowClass parent_class;
};

void eh_project_window_set_up (EhProjectWindow *self,
                               EhWorkspace *workspace,
                               GtkWindow *parent,
                               const char *title,
                               GtkWidget *body);
EhWorkspace *eh_project_window_get_workspace (EhProjectWindow *self);

G_END_DECLS
