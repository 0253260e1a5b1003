#include "eh-payment.h"

#include "eh-schedule.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhPayment, id, EH_FIELD_ID),
  EH_FIELD_OF (EhPayment, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPayment, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhPayment, rate_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhPayment, what, eh_payment_for_vocabulary),
  EH_FIELD_OF (EhPayment, hours, EH_FIELD_REAL),
  EH_FIELD_OF (EhPayment, offered, EH_FIELD_INT),
  EH_FIELD_OF_ENUM (EhPayment, choice, eh_payment_choice_vocabulary),
  EH_FIELD_OF (EhPayment, amount, EH_FIELD_INT),
  EH_FIELD_OF (EhPayment, travel, EH_FIELD_INT),
  EH_FIELD_OF (EhPayment, care, EH_FIELD_INT),
  EH_FIELD_OF (EhPayment, other, EH_FIELD_INT),
  EH_FIELD_OF (EhPayment, advice, EH_FIELD_BOOL),
  EH_FIELD_OF (EhPayment, claimed_on, EH_FIELD_TEXT),
  EH_FIELD_OF (EhPayment, paid_on, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhPayment, eh_payment, "payment", fields)

/**
 * eh_payment_days:
 * @self: a payment
 *
 * Returns: the days from claim to payment; -1 when either date is missing or they are the wrong way
 *   round
 */
gint64
eh_payment_days (const EhPayment *self)
{
  gint64 days = eh_schedule_days_between (self->claimed_on, self->paid_on);

  return days >= 0 ? days : -1;
}

/**
 * eh_payment_expenses:
 * @self: a payment
 *
 * Returns: its expenses together, in hundredths of the currency
 */
gint64
eh_payment_expenses (const EhPayment *self)
{
  return self->travel + self->care + self->other;
}

/**
 * eh_payment_offer:
 * @rate: (nullable): a rate
 * @hours: how long
 *
 * Returns: what the rate comes to, in hundredths of the currency: by the hour for a rate by the
 *   hour, as it stands for any other
 */
gint64
eh_payment_offer (const EhRate *rate, double hours)
{
  if (rate == NULL)
    return 0;
  return rate->unit == EH_RATE_UNIT_HOUR ? (gint64) ((double) rate->amount * hours + 0.5)
                                         : rate->amount;
}

/**
 * eh_payment_sum:
 * @payments: (element-type EhPayment): payments
 * @sums: (out caller-allocates): what they come to
 */
void
eh_payment_sum (GPtrArray *payments, EhPaymentSums *sums)
{
  g_autoptr (GHashTable) people = g_hash_table_new (eh_id_hash, eh_id_equal);

  *sums = (EhPaymentSums){ .n = payments->len };
  for (guint i = 0; i < payments->len; i++) {
    EhPayment *payment = payments->pdata[i];
    gint64 days = eh_payment_days (payment);

    if (payment->participant_id != EH_ID_NONE)
      g_hash_table_add (people, &payment->participant_id);
    sums->hours += payment->hours;
    sums->offered += payment->offered;
    sums->paid += *payment->paid_on != '\0' ? payment->amount : 0;
    sums->expenses += eh_payment_expenses (payment);
    sums->n_waiting += *payment->claimed_on != '\0' && *payment->paid_on == '\0';
    if (days < 0)
      continue;
    sums->n_settled++;
    sums->days += days;
    sums->longest = MAX (sums->longest, days);
  }
  sums->n_people = g_hash_table_size (people);
}
