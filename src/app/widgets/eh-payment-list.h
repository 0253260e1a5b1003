#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PAYMENT_LIST (eh_payment_list_get_type ())
G_DECLARE_FINAL_TYPE (EhPaymentList, eh_payment_list, EH, PAYMENT_LIST, GtkWidget)

GtkWidget *eh_payment_list_new (EhWorkspace *workspace);
void eh_payment_list_set_workshop (EhPaymentList *self, EhId workshop_id);

G_END_DECLS
