#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_drop_line_watch (GtkListBox *list, GtkDropTarget *target);
GtkListBoxRow *eh_drop_line_row_at (GtkListBox *list, double y, gboolean *below);

G_END_DECLS
