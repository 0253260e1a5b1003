/* A line that says what was done, for as long as it takes to read. */

#include "eh-toast.h"

/* Seconds: what the platform gives, and what nobody needs more than. */
#define LEAST 5
#define MOST  20

/* Letters a second for somebody who reads slowly, and looks up late. */
#define READ_IN_A_SECOND 10

/**
 * eh_toast_new:
 * @text: what to say, in plain text
 *
 * Makes a toast that stays the longer the more there is to read (WCAG 2.2, 2.2.1: enough time).
 *
 * Returns: (transfer floating): a toast, to be given to an overlay
 */
AdwToast *
eh_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  glong n = g_utf8_strlen (text, -1) / READ_IN_A_SECOND;

  adw_toast_set_timeout (toast, (guint) CLAMP (n, LEAST, MOST));
  return toast;
}
