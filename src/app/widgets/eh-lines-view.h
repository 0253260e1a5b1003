#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_LINES_VIEW (eh_lines_view_get_type ())
G_DECLARE_FINAL_TYPE (EhLinesView, eh_lines_view, EH, LINES_VIEW, GtkTextView)

GtkWidget *eh_lines_view_new (void);
void eh_lines_view_set_list (EhLinesView *self, gboolean ordered);
gboolean eh_lines_view_is_list (EhLinesView *self);
gboolean eh_lines_view_key (EhLinesView *self, guint keyval, GdkModifierType held);

G_END_DECLS
