#pragma once

#include "eh-project-window.h"

G_BEGIN_DECLS

#define EH_TYPE_PUBLISH_WINDOW (eh_publish_window_get_type ())
G_DECLARE_FINAL_TYPE (EhPublishWindow, eh_publish_window, EH, PUBLISH_WINDOW, EhProjectWindow)

GtkWidget *eh_publish_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
