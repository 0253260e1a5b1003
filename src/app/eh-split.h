#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SPLIT (eh_split_get_type ())
G_DECLARE_FINAL_TYPE (EhSplit, eh_split, EH, SPLIT, GtkWidget)

GtkWidget *eh_split_new (void);
void eh_split_set_sidebar (EhSplit *self, GtkWidget *sidebar);
void eh_split_set_content (EhSplit *self, GtkWidget *content);
gboolean eh_split_get_folded (EhSplit *self);
gboolean eh_split_get_show_content (EhSplit *self);
void eh_split_set_show_content (EhSplit *self, gboolean show);
gboolean eh_split_is_in_detail (EhSplit *self);
void eh_split_enter_detail (EhSplit *self);
void eh_split_leave_detail (EhSplit *self);

G_END_DECLS
