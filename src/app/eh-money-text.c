/* Amounts of money as people read them. */

#include "eh-money-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define AMOUNT_PARTS 100.0

/**
 * eh_money_text:
 * @amount: in hundredths of the currency
 * @currency: "GBP", or "" when the team has not said
 *
 * Returns: (transfer full): "75.00 GBP"
 */
char *
eh_money_text (gint64 amount, const char *currency)
{
  g_autofree char *number = g_strdup_printf ("%'.2f", (double) amount / AMOUNT_PARTS);

  if (*currency == '\0')
    return g_steal_pointer (&number);
  /* TRANSLATORS: an amount and its currency: "75.00 GBP" */
  return g_strdup_printf (_ ("%1$s %2$s"), number, currency);
}
