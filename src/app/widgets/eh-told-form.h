#pragma once

#include "eh-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_TOLD_FORM (eh_told_form_get_type ())
G_DECLARE_FINAL_TYPE (EhToldForm, eh_told_form, EH, TOLD_FORM, GtkWidget)

GtkWidget *eh_told_form_new (void);
void eh_told_form_begin (EhToldForm *self, const char *whom, EhToldHow how);
void eh_told_form_begin_many (EhToldForm *self, const char *whom);
EhToldHow eh_told_form_get_how (EhToldForm *self);
gint64 eh_told_form_get_when (EhToldForm *self);
char *eh_told_form_get_note (EhToldForm *self);

G_END_DECLS
