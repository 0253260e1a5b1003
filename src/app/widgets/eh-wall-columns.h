#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WALL_COLUMNS (eh_wall_columns_get_type ())
G_DECLARE_FINAL_TYPE (EhWallColumns, eh_wall_columns, EH, WALL_COLUMNS, GtkWidget)

GtkWidget *eh_wall_columns_new (const char *name);

G_END_DECLS
