#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WORKSHOPS_PAGE (eh_workshops_page_get_type ())
G_DECLARE_FINAL_TYPE (EhWorkshopsPage, eh_workshops_page, EH, WORKSHOPS_PAGE, GtkWidget)

G_END_DECLS
