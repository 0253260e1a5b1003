#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_RUN_PAGE (eh_run_page_get_type ())
G_DECLARE_FINAL_TYPE (EhRunPage, eh_run_page, EH, RUN_PAGE, GtkWidget)

gboolean eh_run_page_show (GtkStack *views, EhWorkspace *workspace);
gboolean eh_run_page_leave (GtkStack *views);
void eh_run_page_close (GtkStack *views);
EhRunPage *eh_run_page_shown (GtkStack *views);

G_END_DECLS
