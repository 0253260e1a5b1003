#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *eh_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
