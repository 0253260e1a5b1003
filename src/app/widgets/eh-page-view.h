#pragma once

#include "eh-doc-screen.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PAGE_VIEW (eh_page_view_get_type ())
G_DECLARE_FINAL_TYPE (EhPageView, eh_page_view, EH, PAGE_VIEW, GtkWidget)

GtkWidget *eh_page_view_new (guint page);
void eh_page_view_set_pages (EhPageView *self, EhDocScreen *pages);
void eh_page_view_set_zoom (EhPageView *self, double zoom);
void eh_page_view_set_band (EhPageView *self, double top, double bottom);

G_END_DECLS
