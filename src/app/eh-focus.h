#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean eh_focus_hand_on (GtkWidget *widget, GtkWidget *to);

G_END_DECLS
