#pragma once

#include "eh-crosstab.h"

G_BEGIN_DECLS

/**
 * EhHoursColumn:
 * @EH_HOURS_PAID: paid, in whatever form
 * @EH_HOURS_WAITING: to be paid
 * @EH_HOURS_UNPAID: with no pay: nothing was offered, or they wanted none
 *
 * The columns of hours.
 */
typedef enum {
  EH_HOURS_PAID,
  EH_HOURS_WAITING,
  EH_HOURS_UNPAID,
  EH_HOURS_N_COLUMNS
} EhHoursColumn;

/**
 * EhHours:
 * @hours: role groups across #EhHoursColumn, in hours
 * @money: role groups across pay and expenses that were paid, in hundredths of the currency
 * @days: (array): for each row the days from claim to payment, on average
 * @currency: ISO 4217, or empty
 *
 * Time and money, by role group. Of payments that were recorded; time that nobody wrote down is not
 * in it. Immutable.
 */
typedef struct {
  EhCrosstab *hours;
  EhCrosstab *money;
  EhFigure *days;
  char *currency;
} EhHours;

EhHours *eh_hours_alloc (EhCrosstab *hours, EhCrosstab *money, const char *currency);
EhHours *eh_hours_ref (EhHours *self);
void eh_hours_unref (EhHours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhHours, eh_hours_unref)

G_END_DECLS
