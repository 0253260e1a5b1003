#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *eh_opening_filters (void);
GFile *eh_opening_last_folder (void);
void eh_opening_remember_folder (GFile *file);
void eh_opening_ask (GtkWindow *window);
void eh_opening_protected (GtkWindow *window, GFile *archive);

G_END_DECLS
