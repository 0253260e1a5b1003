#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *eh_fields_labelled (const char *label, GtkWidget *control);
GtkWidget *eh_fields_heading (const char *text);
GtkWidget *eh_fields_words (const char *text, const char *style);
GtkWidget *eh_fields_icon_button (const char *icon_name, const char *name);
void eh_fields_wrap_button (GtkButton *button);
GtkWidget *eh_fields_button (const char *label);
GtkWidget *eh_fields_pill (const char *label);
void eh_fields_name_expander (GtkWidget *expander, const char *label);
void eh_fields_append (GtkWidget *wrap, GtkWidget *field);
void eh_fields_wrap_check (GtkCheckButton *check);
GtkWidget *eh_fields_check (const char *label);
GtkWidget *eh_fields_number (double upper, double step, guint digits);

G_END_DECLS
