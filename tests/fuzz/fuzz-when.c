/* Any text at all, as a date and time. What is understood is a moment that exists. */

#include "fuzz.h"

#include "eh-when.h"

#include <string.h>

static const char *const texts[] = {
  "2025-12-05 14:31:02", "5/12/2025 2pm",         "14.31",    "5 December 2025",
  "2025-12-05T14:31Z",   "2025-12-05T14:31+0530", "12:00 am", "1764945062",
  "31/02/2024",          "Fri 5 Dec 2025 14h31",  "05.12.25", "99999999999999999999",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));
  return seeds;
}

static void
read_as (const char *text, EhDateOrder order)
{
  EhWhen when = { 0 };

  if (!eh_when_parse (text, order, &when))
    return;
  g_assert_true (when.year == 0 || g_date_valid_dmy ((GDateDay) when.day, (GDateMonth) when.month,
                                                     (GDateYear) when.year));
  g_assert_true (when.hour >= 0 && when.hour < 24 && when.minute >= 0 && when.minute < 60);
  if (when.year != 0)
    eh_when_to_unix (&when);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  const char *both[] = { text, "5/12/2025" };

  read_as (text, EH_DATE_ORDER_DAY_FIRST);
  read_as (text, EH_DATE_ORDER_MONTH_FIRST);
  eh_when_guess_order (both, G_N_ELEMENTS (both));
  return 0;
}
