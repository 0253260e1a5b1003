#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PEOPLE_PAGE (eh_people_page_get_type ())
G_DECLARE_FINAL_TYPE (EhPeoplePage, eh_people_page, EH, PEOPLE_PAGE, GtkWidget)

G_END_DECLS
