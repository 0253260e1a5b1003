#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_TWO_PANES (eh_two_panes_get_type ())
G_DECLARE_FINAL_TYPE (EhTwoPanes, eh_two_panes, EH, TWO_PANES, GtkWidget)

GtkWidget *eh_two_panes_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
