#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *eh_block_handle_new (GMenuModel *menu);

G_END_DECLS
