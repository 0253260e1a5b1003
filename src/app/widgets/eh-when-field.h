#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WHEN_FIELD (eh_when_field_get_type ())
G_DECLARE_FINAL_TYPE (EhWhenField, eh_when_field, EH, WHEN_FIELD, GtkWidget)

GtkWidget *eh_when_field_new (const char *label, gboolean time);
const char *eh_when_field_get_value (EhWhenField *self);
void eh_when_field_set_value (EhWhenField *self, const char *value);

G_END_DECLS
