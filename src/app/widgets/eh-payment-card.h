#pragma once

#include "eh-form.h"
#include "eh-payment.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PAYMENT_CARD (eh_payment_card_get_type ())
G_DECLARE_FINAL_TYPE (EhPaymentCard, eh_payment_card, EH, PAYMENT_CARD, GtkWidget)

GtkWidget *eh_payment_card_new (EhWorkspace *workspace);
void eh_payment_card_show (EhPaymentCard *self, const EhPayment *payment, const char *currency);
void eh_payment_card_open (EhPaymentCard *self);

G_END_DECLS
