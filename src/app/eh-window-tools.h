#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_window_tools_install (GtkWidgetClass *widget_class);

G_END_DECLS
