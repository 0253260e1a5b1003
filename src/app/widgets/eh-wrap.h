#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WRAP (eh_wrap_get_type ())
G_DECLARE_FINAL_TYPE (EhWrap, eh_wrap, EH, WRAP, GtkWidget)

GtkWidget *eh_wrap_new (int spacing);
void eh_wrap_append (EhWrap *self, GtkWidget *child);
void eh_wrap_clear (EhWrap *self);

G_END_DECLS
