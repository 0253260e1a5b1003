#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *eh_preferences_window_new (GtkWindow *parent);

G_END_DECLS
