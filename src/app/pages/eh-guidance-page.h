#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_GUIDANCE_PAGE (eh_guidance_page_get_type ())
G_DECLARE_FINAL_TYPE (EhGuidancePage, eh_guidance_page, EH, GUIDANCE_PAGE, GtkWidget)

G_END_DECLS
