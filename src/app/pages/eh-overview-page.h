#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_OVERVIEW_PAGE (eh_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (EhOverviewPage, eh_overview_page, EH, OVERVIEW_PAGE, GtkWidget)

G_END_DECLS
