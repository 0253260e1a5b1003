#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_passing_popover_open (GtkPopover *popover, GtkWidget *over, const GdkRectangle *at);

G_END_DECLS
