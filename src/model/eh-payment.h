#pragma once

#include "eh-row.h"

#include "eh-rate.h"
#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhPayment:
 * @id: key
 * @participant_id: who
 * @workshop_id: for which workshop, or none
 * @rate_id: at which rate, or none
 * @what: for what (EhPaymentFor)
 * @hours: of work
 * @offered: what was offered, in hundredths of the project's currency, as all amounts
 * @choice: what they chose (EhPaymentChoice)
 * @amount: what is paid for the work
 * @travel: expenses for travel
 * @care: expenses for care of others
 * @other: further expenses
 * @advice: advice on benefits was offered
 * @claimed_on: ISO date
 * @paid_on: ISO date
 *
 * What a participant was offered and paid for one piece of work. No account number, ever.
 */
typedef struct {
  EhId id;
  EhId participant_id;
  EhId workshop_id;
  EhId rate_id;
  EhPaymentFor what;
  double hours;
  gint64 offered;
  EhPaymentChoice choice;
  gint64 amount;
  gint64 travel;
  gint64 care;
  gint64 other;
  gboolean advice;
  char *claimed_on;
  char *paid_on;
} EhPayment;

EH_DECLARE_ROW (EhPayment, eh_payment)

/**
 * EhPaymentSums:
 * @n: how many payments
 * @n_people: people behind them
 * @hours: of work
 * @offered: for the work, in hundredths of the currency, as all amounts
 * @paid: paid for the work
 * @expenses: paid or to be paid for travel, care and other
 * @n_waiting: payments claimed and not paid yet
 * @n_settled: payments with both dates
 * @days: days from claim to payment of the settled ones, together
 * @longest: the most days that one of them took
 *
 * What many payments come to.
 */
typedef struct {
  guint n;
  guint n_people;
  double hours;
  gint64 offered;
  gint64 paid;
  gint64 expenses;
  guint n_waiting;
  guint n_settled;
  gint64 days;
  gint64 longest;
} EhPaymentSums;

gint64 eh_payment_days (const EhPayment *self);
gint64 eh_payment_expenses (const EhPayment *self);
gint64 eh_payment_offer (const EhRate *rate, double hours);
void eh_payment_sum (GPtrArray *payments, EhPaymentSums *sums);

G_END_DECLS
