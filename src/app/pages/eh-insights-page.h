#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHTS_PAGE (eh_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightsPage, eh_insights_page, EH, INSIGHTS_PAGE, GtkWidget)

G_END_DECLS
