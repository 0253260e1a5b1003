/* One payment: who, for what, and how it stands in one line; behind it the hours, the amounts and
 * the days. The fields are made when somebody first looks at them. There is no place for an account
 * number, and none is to be made. */

#include "eh-payment-card.h"

#include "eh-card-list.h"
#include "eh-choice-button.h"
#include "eh-fields.h"
#include "eh-money-text.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-when-field.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_AMOUNT 1e6
#define MAX_HOURS  1000

struct _EhPaymentCard {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhPayment *payment; /* (nullable) */
  char *currency;
  gboolean showing;

  GtkWidget *box;
  GtkWidget *expander;
  GtkLabel *title;
  GtkLabel *standing;
  GtkWidget *body; /* (nullable): not looked at yet */
  EhChoiceButton *who;
  EhChoiceButton *rate;
  GtkDropDown *choice;
  GtkLabel *offer_hint;
};

G_DEFINE_FINAL_TYPE (EhPaymentCard, eh_payment_card, GTK_TYPE_WIDGET)

static char *
paid_text (const EhPayment *payment, const char *amount)
{
  gint64 days = eh_payment_days (payment);

  if (days < 0)
    /* TRANSLATORS: %s is an amount of money */
    return g_strdup_printf (_ ("%s paid"), amount);
  /* TRANSLATORS: %1$s is an amount of money, %2$u how many days it took */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s paid, %2$u day after the claim",
                                       "%1$s paid, %2$u days after the claim", (gulong) days),
                          amount, (guint) days);
}

static char *
waiting_text (const EhPayment *payment, const char *amount)
{
  g_autofree char *today = eh_schedule_today ();
  gint64 days = eh_schedule_days_between (payment->claimed_on, today);

  if (days < 0)
    /* TRANSLATORS: %s is an amount of money */
    return g_strdup_printf (_ ("%s claimed"), amount);
  /* TRANSLATORS: %1$s is an amount of money, %2$u since how many days somebody waits for it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s claimed, waiting for %2$u day",
                                       "%1$s claimed, waiting for %2$u days", (gulong) days),
                          amount, (guint) days);
}

static char *
standing_text (const EhPayment *payment, const char *currency)
{
  g_autofree char *amount = eh_money_text (payment->amount + eh_payment_expenses (payment),
                                           currency);
  g_autofree char *offered = eh_money_text (payment->offered, currency);

  if (*payment->paid_on != '\0')
    return paid_text (payment, amount);
  if (*payment->claimed_on != '\0')
    return waiting_text (payment, amount);
  if (payment->choice == EH_PAYMENT_CHOICE_DECLINED)
    return g_strdup (_ ("No payment wanted"));
  if (payment->offered > 0)
    /* TRANSLATORS: %s is an amount of money */
    return g_strdup_printf (_ ("%s offered, not claimed yet"), offered);
  return g_strdup (_ ("Nothing offered yet"));
}

static char *
title_text (EhPaymentCard *self)
{
  g_autoptr (EhParticipant) person = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                    &eh_participant_row_type,
                                                    self->payment->participant_id);
  g_autofree char *name = person != NULL ? eh_text_isolate (eh_workspace_name_of (
                                               self->workspace, person->id, person->name))
                                         : NULL;

  /* TRANSLATORS: who is paid, and for what */
  return g_strdup_printf (_ ("%1$s: %2$s"), name != NULL ? name : _ ("Nobody chosen"),
                          eh_vocabulary_label (&eh_payment_for_vocabulary, self->payment->what));
}

static void
show_offer (EhPaymentCard *self)
{
  g_autoptr (EhRate) rate = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_rate_row_type,
                                           self->payment->rate_id);
  gint64 offer = eh_payment_offer (rate, self->payment->hours);
  g_autofree char *amount = eh_money_text (offer, self->currency);
  /* TRANSLATORS: %s is an amount of money */
  g_autofree char *text = g_strdup_printf (_ ("At this rate it comes to %s."), amount);
  gboolean other = rate != NULL && offer > 0 && offer != self->payment->offered;

  gtk_label_set_label (self->offer_hint, other ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->offer_hint), other);
}

static void
show_body (EhPaymentCard *self)
{
  self->showing = TRUE;
  eh_choice_button_set_selected (self->who, self->payment->participant_id);
  eh_choice_button_set_selected (self->rate, self->payment->rate_id);
  gtk_drop_down_set_selected (self->choice, self->payment->choice);
  self->showing = FALSE;
  show_offer (self);
}

static void
fill_people (EhPaymentCard *self)
{
  GPtrArray *people = eh_workspace_get_people (self->workspace);

  eh_choice_button_clear (self->who);
  eh_choice_button_add (self->who, EH_ID_NONE, _ ("Nobody chosen"), 0, NULL, EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];
    const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace, person->role_group_id);

    eh_choice_button_add (self->who, person->id,
                          eh_workspace_name_of (self->workspace, person->id, person->name), 0, NULL,
                          group != NULL ? (int) group->slot : -1);
  }
}

static void
fill_rates (EhPaymentCard *self)
{
  g_autoptr (GPtrArray) rates = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                &eh_rate_row_type);

  eh_choice_button_clear (self->rate);
  eh_choice_button_add (self->rate, EH_ID_NONE, _ ("No rate"), 0, NULL, EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < rates->len; i++) {
    const EhRate *rate = rates->pdata[i];

    eh_choice_button_add (self->rate, rate->id,
                          eh_text_is_blank (rate->activity) ? _ ("A rate") : rate->activity, 0,
                          NULL, EH_CHOICE_NO_MARKER);
  }
}

/* The payment as it is, with what is being typed, to change and put back. */
static EhPayment *
payment_of (EhPaymentCard *self)
{
  eh_workspace_flush (self->workspace);
  return eh_reader_get (eh_workspace_get_db (self->workspace), &eh_payment_row_type,
                        eh_card_get_id (GTK_WIDGET (self)));
}

static void
put (EhPaymentCard *self, const EhPayment *payment)
{
  eh_workspace_put (self->workspace, &eh_payment_row_type, payment, _ ("Changed a payment"), NULL);
}

static void
who_cb (EhPaymentCard *self)
{
  g_autoptr (EhPayment) payment = self->showing ? NULL : payment_of (self);

  if (payment == NULL)
    return;
  payment->participant_id = eh_choice_button_get_selected (self->who);
  put (self, payment);
}

/* A rate says what is offered. */
static void
rate_cb (EhPaymentCard *self)
{
  g_autoptr (EhPayment) payment = self->showing ? NULL : payment_of (self);
  g_autoptr (EhRate) rate = NULL;

  if (payment == NULL)
    return;
  payment->rate_id = eh_choice_button_get_selected (self->rate);
  rate = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_rate_row_type, payment->rate_id);
  if (rate != NULL)
    payment->offered = eh_payment_offer (rate, payment->hours);
  put (self, payment);
}

/* Whoever takes what is offered is paid that, unless somebody writes another amount. */
static void
choice_cb (EhPaymentCard *self)
{
  g_autoptr (EhPayment) payment = self->showing ? NULL : payment_of (self);

  if (payment == NULL)
    return;
  payment->choice = (EhPaymentChoice) gtk_drop_down_get_selected (self->choice);
  if (payment->choice == EH_PAYMENT_CHOICE_DECLINED)
    payment->amount = 0;
  else if (payment->choice != EH_PAYMENT_CHOICE_UNKNOWN && payment->amount == 0)
    payment->amount = payment->offered;
  put (self, payment);
}

static void
remove_cb (EhPaymentCard *self)
{
  eh_workspace_remove (self->workspace, &eh_payment_row_type, eh_card_get_id (GTK_WIDGET (self)),
                       _ ("Removed a payment"), _ ("Removed the payment"));
}

static GtkWidget *
amount_field (EhForm *form, const char *field, const char *label)
{
  GtkWidget *spin = eh_fields_number (MAX_AMOUNT, 1, 2);

  eh_form_bind_amount (form, field, GTK_SPIN_BUTTON (spin));
  return eh_fields_labelled (label, spin);
}

static GtkWidget *
work_fields (EhPaymentCard *self, EhForm *form)
{
  GtkWidget *wrap = eh_wrap_new (12);
  GtkWidget *what = gtk_drop_down_new (NULL, NULL);
  GtkWidget *hours = eh_fields_number (MAX_HOURS, 0.5, 2);

  self->who = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Who")));
  self->rate = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Rate of pay")));
  eh_fields_append (wrap, eh_fields_labelled (_ ("Who"), GTK_WIDGET (self->who)));
  eh_fields_append (wrap, eh_fields_labelled (_ ("For what"), what));
  eh_fields_append (wrap, eh_fields_labelled (_ ("Hours"), hours));
  eh_fields_append (wrap, eh_fields_labelled (_ ("Rate of pay"), GTK_WIDGET (self->rate)));
  eh_form_bind_choice (form, "what", what);
  eh_form_bind_real (form, "hours", GTK_SPIN_BUTTON (hours));
  return wrap;
}

static GtkWidget *
choice_fields (EhPaymentCard *self, EhForm *form)
{
  GtkWidget *wrap = eh_wrap_new (12);
  GtkStringList *words = gtk_string_list_new (NULL);

  for (int i = 0; i < EH_PAYMENT_CHOICE_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_payment_choice_vocabulary, i));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));
  eh_fields_append (wrap, amount_field (form, "offered", _ ("Offered")));
  eh_fields_append (wrap, eh_fields_labelled (_ ("What they chose"), GTK_WIDGET (self->choice)));
  eh_fields_append (wrap, amount_field (form, "amount", _ ("Amount")));
  return wrap;
}

static GtkWidget *
expense_fields (EhForm *form)
{
  GtkWidget *wrap = eh_wrap_new (12);

  eh_fields_append (wrap, amount_field (form, "travel", _ ("Expenses for travel")));
  eh_fields_append (wrap, amount_field (form, "care", _ ("Expenses for care")));
  eh_fields_append (wrap, amount_field (form, "other", _ ("Other expenses")));
  return wrap;
}

static GtkWidget *
date_fields (EhForm *form)
{
  GtkWidget *wrap = eh_wrap_new (12);
  GtkWidget *claimed = eh_when_field_new (_ ("Claimed on"), FALSE);
  GtkWidget *paid = eh_when_field_new (_ ("Paid on"), FALSE);

  eh_fields_append (wrap, claimed);
  eh_fields_append (wrap, paid);
  eh_form_bind_when (form, "claimed_on", claimed);
  eh_form_bind_when (form, "paid_on", paid);
  return wrap;
}

static void
build_body (EhPaymentCard *self)
{
  EhForm *form = eh_form_new (self->workspace, &eh_payment_row_type, _ ("Changed a payment"));
  GtkWidget *advice = eh_fields_check (_ ("Advice was offered on what payment does to benefits"));
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove This Payment"));

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->offer_hint = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_add_css_class (self->body, "eh-more");
  gtk_box_append (GTK_BOX (self->body), work_fields (self, form));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->offer_hint));
  gtk_box_append (GTK_BOX (self->body), choice_fields (self, form));
  gtk_box_append (GTK_BOX (self->body), expense_fields (form));
  gtk_box_append (GTK_BOX (self->body), date_fields (form));
  gtk_box_append (GTK_BOX (self->body), advice);
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "eh-quiet");
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_box_append (GTK_BOX (self->body), remove);
  eh_form_bind_switch (form, "advice", advice);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->body);
  fill_people (self);
  fill_rates (self);
  eh_card_set_form (GTK_WIDGET (self), form);
  eh_form_set_id (form, self->payment->id);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "chosen", G_CALLBACK (who_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rate, "chosen", G_CALLBACK (rate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (choice_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What can be chosen is read when somebody looks. */
static void
expanded_cb (EhPaymentCard *self)
{
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)) || self->payment == NULL)
    return;
  self->showing = TRUE;
  if (self->body == NULL) {
    build_body (self);
  } else {
    fill_people (self);
    fill_rates (self);
  }
  self->showing = FALSE;
  show_body (self);
}

static void
eh_payment_card_dispose (GObject *object)
{
  EhPaymentCard *self = EH_PAYMENT_CARD (object);

  eh_card_set_form (GTK_WIDGET (self), NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->payment, eh_payment_free);
  g_clear_pointer (&self->currency, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_payment_card_parent_class)->dispose (object);
}

static void
eh_payment_card_class_init (EhPaymentCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_payment_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_payment_card_init (EhPaymentCard *self)
{
  self->currency = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->title = GTK_LABEL (eh_fields_words (NULL, "eh-row-title"));
  self->standing = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  self->expander = gtk_expander_new_with_mnemonic (_ ("_More"));
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "eh-card");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->standing));
  gtk_box_append (GTK_BOX (self->box), self->expander);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_payment_card_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the card of no payment
 */
GtkWidget *
eh_payment_card_new (EhWorkspace *workspace)
{
  EhPaymentCard *self = g_object_new (EH_TYPE_PAYMENT_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * eh_payment_card_show:
 * @self: a card
 * @payment: its payment, as it is now
 * @currency: that of the project
 */
void
eh_payment_card_show (EhPaymentCard *self, const EhPayment *payment, const char *currency)
{
  g_autofree char *title = NULL;
  g_autofree char *standing = standing_text (payment, currency);
  g_autofree char *name = NULL;

  if (self->payment != payment) {
    g_clear_pointer (&self->payment, eh_payment_free);
    self->payment = eh_payment_copy (payment);
  }
  eh_set_str (&self->currency, currency);
  title = title_text (self);
  /* TRANSLATORS: a payment, as a screen reader says it: who and for what, how it stands */
  name = g_strdup_printf (_ ("%1$s. %2$s"), title, standing);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->standing, standing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (self->body != NULL)
    show_body (self);
}

/**
 * eh_payment_card_open:
 * @self: a card that shows a payment
 *
 * Shows its fields, with the keyboard in the first.
 */
void
eh_payment_card_open (EhPaymentCard *self)
{
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->who));
}
