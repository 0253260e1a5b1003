#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_TEXT_FIELD (eh_text_field_get_type ())
G_DECLARE_FINAL_TYPE (EhTextField, eh_text_field, EH, TEXT_FIELD, GtkWidget)

GtkWidget *eh_text_field_new (const char *label, gboolean lines);
GtkWidget *eh_text_field_get_input (EhTextField *self);
void eh_text_field_set_hint (EhTextField *self, const char *hint, gboolean warning);
void eh_text_field_set_text (EhTextField *self, const char *text);
char *eh_text_field_get_text (EhTextField *self);

G_END_DECLS
