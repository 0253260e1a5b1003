/* What waits for somebody: what phones sent, promises whose day has passed, and copies that still
 * hold what was erased. */

#include "eh-project-check.h"
#include "eh-schedule.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
check_received (guint n, GPtrArray *findings)
{
  if (n == 0)
    return;
  eh_finding_add (
      findings, "received.waiting", EH_SEVERITY_LOOK, NULL, EH_ID_NONE, NULL,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u message from a phone waits to be accepted or refused.",
                                    "%u messages from phones wait to be accepted or refused.", n),
                       n));
}

static void
check_promise (const EhPromise *promise, const char *today, GPtrArray *findings)
{
  gint64 days = eh_schedule_days_between (today, promise->due);
  g_autofree char *text = NULL;

  if (promise->state != EH_PROMISE_STATE_OPEN || days == G_MININT64 || days >= 0)
    return;
  text = eh_text_isolate (promise->text);
  eh_finding_add (
      findings, "promise.overdue", EH_SEVERITY_LOOK, &eh_promise_row_type, promise->id,
      promise->text,
      /* TRANSLATORS: an ISO date, and what was promised */
      g_strdup_printf (_ ("This was promised for %1$s, and is not recorded as kept: %2$s"),
                       promise->due, text));
}

/**
 * eh_project_check_waiting:
 * @dataset: a frozen project
 * @facts: what else is known
 * @findings: (element-type EhFinding): where to add what is found
 */
void
eh_project_check_waiting (EhDataset *dataset, const EhProjectFacts *facts, GPtrArray *findings)
{
  check_received (facts->n_received, findings);
  for (guint i = 0; i < dataset->promises->len; i++)
    check_promise (dataset->promises->pdata[i], facts->today, findings);
  for (guint i = 0; facts->copies != NULL && i < facts->copies->len; i++) {
    const char *path = facts->copies->pdata[i];

    eh_finding_add (
        findings, "copy.holds-erased", EH_SEVERITY_LOOK, NULL, EH_ID_NONE, path,
        /* TRANSLATORS: %s is the path of a file */
        g_strdup_printf (_ ("A copy on this computer still holds what was erased at somebody’s "
                            "wish. Delete it if nobody needs it: %s"),
                         path));
  }
}
