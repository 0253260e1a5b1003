#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_FORM (eh_form_get_type ())
G_DECLARE_FINAL_TYPE (EhForm, eh_form, EH, FORM, GObject)

EhForm *eh_form_new (EhWorkspace *workspace, const EhRowType *type, const char *label);
void eh_form_bind_text (EhForm *self, const char *field, GtkWidget *widget);
void eh_form_bind_choice (EhForm *self, const char *field, GtkWidget *widget);
void eh_form_bind_language (EhForm *self, const char *field, GtkWidget *widget, const char *none);
void eh_form_bind_switch (EhForm *self, const char *field, GtkWidget *widget);
void eh_form_bind_number (EhForm *self, const char *field, GtkSpinButton *widget);
void eh_form_bind_amount (EhForm *self, const char *field, GtkSpinButton *widget);
void eh_form_bind_real (EhForm *self, const char *field, GtkSpinButton *widget);
void eh_form_bind_when (EhForm *self, const char *field, GtkWidget *widget);
void eh_form_require (EhForm *self, const char *field);
void eh_form_set_blank (EhForm *self, gconstpointer row);
void eh_form_set_id (EhForm *self, EhId id);
EhId eh_form_get_id (EhForm *self);
gconstpointer eh_form_get_row (EhForm *self);
void eh_form_write_id (EhForm *self, const char *field, EhId value);
void eh_form_flush (EhForm *self);

G_END_DECLS
