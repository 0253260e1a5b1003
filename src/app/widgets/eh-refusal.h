#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_REFUSAL (eh_refusal_get_type ())
G_DECLARE_FINAL_TYPE (EhRefusal, eh_refusal, EH, REFUSAL, GtkWidget)

GtkWidget *eh_refusal_new (void);
void eh_refusal_open (EhRefusal *self);

G_END_DECLS
