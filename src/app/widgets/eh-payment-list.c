/* What people were offered and paid for a workshop: totals by role group, a card for each payment,
 * and the rates of the project. */

#include "eh-payment-list.h"

#include "eh-attendance.h"
#include "eh-card-list.h"
#include "eh-fields.h"
#include "eh-money-text.h"
#include "eh-participant.h"
#include "eh-payment-card.h"
#include "eh-payment.h"
#include "eh-project.h"
#include "eh-rate-table.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPaymentList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *box;
  GtkWidget *empty;
  GtkWidget *hidden;
  GtkWidget *totals;
  EhCardList *cards;
  GtkWidget *rates;
};

G_DEFINE_FINAL_TYPE (EhPaymentList, eh_payment_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  return eh_payment_card_new (((EhPaymentList *) data)->workspace);
}

static char *
currency_of (EhPaymentList *self)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                 &eh_project_row_type, 1);

  return g_strdup (project != NULL ? project->currency : "");
}

/* "6 people, 18 hours. Offered 450.00 GBP, paid 225.00 GBP, expenses 9.30 GBP. ..." */
static char *
sums_text (const EhPaymentSums *sums, const char *currency)
{
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", sums->n_people), sums->n_people);
  g_autofree char *hours = g_strdup_printf ("%'.4g", sums->hours);
  g_autofree char *offered = eh_money_text (sums->offered, currency);
  g_autofree char *paid = eh_money_text (sums->paid, currency);
  g_autofree char *expenses = eh_money_text (sums->expenses, currency);
  g_autofree char *money = NULL;
  g_autofree char *waited = NULL;
  guint mean = sums->n_settled > 0 ? (guint) ((sums->days + sums->n_settled / 2) / sums->n_settled)
                                   : 0;

  /* TRANSLATORS: how many people, how many hours, and amounts of money */
  money = g_strdup_printf (_ ("%1$s, hours: %2$s. Offered: %3$s. Paid for work: %4$s. Expenses: "
                              "%5$s."),
                           people, hours, offered, paid, expenses);
  if (sums->n_settled == 0)
    return g_steal_pointer (&money);
  waited = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "From claim to payment: %1$u day on average, %2$u at the most.",
                   "From claim to payment: %1$u days on average, %2$u at the most.", mean),
      mean, (guint) sums->longest);
  /* TRANSLATORS: two sentences about payments: the sums, and how long people waited */
  return g_strdup_printf (_ ("%1$s %2$s"), money, waited);
}

static EhId
group_of (EhPaymentList *self, EhId participant_id)
{
  g_autoptr (EhParticipant) person = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                    &eh_participant_row_type, participant_id);

  return person != NULL ? person->role_group_id : EH_ID_NONE;
}

static void
add_total (EhPaymentList *self, GPtrArray *payments, EhId group_id, const char *currency)
{
  const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace, group_id);
  g_autoptr (GPtrArray) theirs = g_ptr_array_new ();
  g_autofree char *text = NULL;
  EhPaymentSums sums;

  for (guint i = 0; i < payments->len; i++)
    if (group_of (self, ((EhPayment *) payments->pdata[i])->participant_id) == group_id)
      g_ptr_array_add (theirs, payments->pdata[i]);
  if (theirs->len == 0)
    return;
  eh_payment_sum (theirs, &sums);
  text = sums_text (&sums, currency);
  gtk_box_append (
      GTK_BOX (self->totals),
      eh_fields_words (group != NULL ? group->label : _ ("No group yet"), "eh-field-label"));
  gtk_box_append (GTK_BOX (self->totals), eh_fields_words (text, "eh-hint"));
}

static void
show_totals (EhPaymentList *self, GPtrArray *payments, const char *currency)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->totals)) != NULL)
    gtk_box_remove (GTK_BOX (self->totals), child);
  for (guint i = 0; i < groups->len; i++)
    add_total (self, payments, eh_row_id (groups->pdata[i]), currency);
  add_total (self, payments, EH_ID_NONE, currency);
  gtk_widget_set_visible (self->totals, payments->len > 0);
}

static GPtrArray *
payments_of (EhPaymentList *self)
{
  return eh_reader_list_of (eh_workspace_get_db (self->workspace), &eh_payment_row_type,
                            "workshop_id", self->workshop_id);
}

static void
refresh (EhPaymentList *self)
{
  g_autoptr (GPtrArray) payments = payments_of (self);
  g_autofree char *currency = currency_of (self);
  gboolean hidden;

  gtk_widget_set_visible (self->empty, payments->len == 0);
  eh_card_list_show (self->cards, payments);
  for (guint i = 0; i < payments->len; i++)
    eh_payment_card_show (
        EH_PAYMENT_CARD (eh_card_list_find (self->cards, eh_row_id (payments->pdata[i]))),
        payments->pdata[i], currency);
  show_totals (self, payments, currency);
  /* What people get is nobody's business in the room. */
  hidden = eh_workspace_get_room_display (self->workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), payments->len > 0 && !hidden);
  gtk_widget_set_visible (self->totals, payments->len > 0 && !hidden);
  gtk_widget_set_visible (self->hidden, hidden);
}

static EhPayment *
payment_for (EhPaymentList *self, EhId participant_id, double hours)
{
  EhPayment *payment = eh_payment_new ();

  payment->id = eh_id_new ();
  payment->workshop_id = self->workshop_id;
  payment->participant_id = participant_id;
  payment->hours = hours;
  return payment;
}

static void
add_cb (EhPaymentList *self)
{
  g_autoptr (EhPayment) payment = payment_for (self, EH_ID_NONE, 0);
  GtkWidget *card = NULL;

  eh_workspace_flush (self->workspace);
  if (!eh_workspace_put (self->workspace, &eh_payment_row_type, payment, _ ("Added a payment"),
                         NULL))
    return;
  card = eh_card_list_find (self->cards, payment->id);
  if (card != NULL)
    eh_payment_card_open (EH_PAYMENT_CARD (card));
}

static gboolean
has_payment (GPtrArray *payments, EhId participant_id)
{
  for (guint i = 0; i < payments->len; i++) {
    const EhPayment *payment = payments->pdata[i];

    if (payment->participant_id == participant_id && payment->what == EH_PAYMENT_FOR_SESSION)
      return TRUE;
  }
  return FALSE;
}

/* To the quarter of an hour. */
static double
hours_of (EhPaymentList *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhWorkshop) workshop = eh_reader_get (db, &eh_workshop_row_type, self->workshop_id);
  g_autoptr (GPtrArray) activities = eh_reader_list_of (db, &eh_activity_row_type, "workshop_id",
                                                        self->workshop_id);
  EhSchedule schedule;
  gint64 minutes;

  if (workshop == NULL)
    return 0;
  schedule = eh_schedule_of (workshop, activities);
  minutes = schedule.planned > 0 ? schedule.planned : schedule.minutes;
  return (double) ((minutes + 14) / 15) / 4;
}

/* Whoever came and has none yet, among those whose voices count: facilitators are paid otherwise.
 */
static GPtrArray *
missing_payments (EhPaymentList *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) there = payments_of (self);
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db, &eh_attendance_row_type, "workshop_id",
                                                  self->workshop_id);
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_payment_free);
  double hours = hours_of (self);

  for (guint i = 0; i < rows->len; i++) {
    const EhAttendance *row = rows->pdata[i];
    const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace,
                                                            group_of (self, row->participant_id));

    if (row->status != EH_PRESENCE_APOLOGIES && row->status != EH_PRESENCE_ABSENT &&
        (group == NULL || group->in_voice) && !has_payment (there, row->participant_id))
      g_ptr_array_add (missing, payment_for (self, row->participant_id, hours));
  }
  return missing;
}

static void
everyone_cb (EhPaymentList *self)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *toast = NULL;

  eh_workspace_flush (self->workspace);
  missing = missing_payments (self);
  if (missing->len == 0) {
    eh_workspace_toast (self->workspace, _ ("Everyone who came has a payment"), FALSE);
    return;
  }
  if (!eh_workspace_begin (self->workspace, _ ("Added payments for everyone who came")))
    return;
  for (guint i = 0; i < missing->len; i++)
    eh_store_put (eh_workspace_get_store (self->workspace), &eh_payment_row_type, missing->pdata[i],
                  NULL);
  if (!eh_workspace_commit (self->workspace))
    return;
  toast = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Added %u payment", "Added %u payments", missing->len),
      missing->len);
  eh_workspace_toast (self->workspace, toast, TRUE);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhPaymentList *self)
{
  if (self->workshop_id != EH_ID_NONE && (eh_changes_touch (changes, &eh_payment_row_type) ||
                                          eh_changes_touch (changes, &eh_rate_row_type) ||
                                          eh_changes_touch (changes, &eh_participant_row_type) ||
                                          eh_changes_touch (changes, &eh_project_row_type)))
    refresh (self);
}

static void
eh_payment_list_dispose (GObject *object)
{
  EhPaymentList *self = EH_PAYMENT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_payment_list_parent_class)->dispose (object);
}

static void
eh_payment_list_class_init (EhPaymentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_payment_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_payment_list_init (EhPaymentList *self)
{
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *add = eh_fields_pill (_ ("Add a _Payment"));
  GtkWidget *everyone = eh_fields_pill (_ ("Add One for _Everyone Who Came"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->empty = eh_fields_words (
      _ ("No payment is written down yet. Nobody should be worse off for "
         "taking part: begin with everyone who came."),
      "eh-body");
  self->hidden = eh_fields_words (_ ("Payments are not shown while the room sees the screen."),
                                  "eh-body");
  self->totals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->cards = EH_CARD_LIST (eh_card_list_new (make_card, self));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (everyone, "clicked", G_CALLBACK (everyone_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (buttons), everyone);
  eh_wrap_append (EH_WRAP (buttons), add);
  gtk_box_append (GTK_BOX (self->box), eh_fields_heading (_ ("Payments and expenses")));
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->hidden);
  gtk_box_append (
      GTK_BOX (self->box),
      eh_fields_words (_ ("Evenhand has no place for account numbers, on purpose: never write one "
                          "here or in any note. What one person gets is told to that person alone; "
                          "only totals by group leave this file."),
                       "eh-hint"));
  gtk_box_append (GTK_BOX (self->box), self->totals);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->box), buttons);
  self->rates = gtk_expander_new_with_mnemonic (_ ("Rates of _pay"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rates), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rates of pay"), -1);
  gtk_box_append (GTK_BOX (self->box), self->rates);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_payment_list_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the payments of no workshop
 */
GtkWidget *
eh_payment_list_new (EhWorkspace *workspace)
{
  EhPaymentList *self = g_object_new (EH_TYPE_PAYMENT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_expander_set_child (GTK_EXPANDER (self->rates), eh_rate_table_new (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_payment_list_set_workshop:
 * @self: a list
 * @workshop_id: whose payments, or none
 */
void
eh_payment_list_set_workshop (EhPaymentList *self, EhId workshop_id)
{
  self->workshop_id = workshop_id;
  if (workshop_id != EH_ID_NONE)
    refresh (self);
}
