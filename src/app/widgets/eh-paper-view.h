#pragma once

#include "eh-sheaf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PAPER_VIEW (eh_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (EhPaperView, eh_paper_view, EH, PAPER_VIEW, GtkWidget)

GtkWidget *eh_paper_view_new (void);
void eh_paper_view_show (EhPaperView *self, EhSheaf *sheaf, guint page);

G_END_DECLS
