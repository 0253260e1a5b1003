#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_RESOURCES_PAGE (eh_resources_page_get_type ())
G_DECLARE_FINAL_TYPE (EhResourcesPage, eh_resources_page, EH, RESOURCES_PAGE, GtkWidget)

G_END_DECLS
