#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_MAP_PAGE (eh_map_page_get_type ())
G_DECLARE_FINAL_TYPE (EhMapPage, eh_map_page, EH, MAP_PAGE, GtkWidget)

G_END_DECLS
