/* What was agreed with each person and what became of it: consent, credit, and what is to be
 * deleted. */

#include "eh-access-need.h"
#include "eh-project-check.h"
#include "eh-schedule.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates near enough to be told beforehand. */
#define DAYS_AHEAD 7

typedef struct {
  GPtrArray *findings;
  const EhParticipant *person;
  char *name;
} About;

/* @message has the name in the place of its one "%s". */
static void
tell (About *about, const char *id, EhSeverity severity, const char *message)
{
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", about->name, 1);
  eh_finding_add (about->findings, id, severity, &eh_participant_row_type, about->person->id,
                  about->person->name, g_string_free (g_steal_pointer (&text), FALSE));
}

static gboolean
has_said_something (EhDataset *dataset, EhId participant_id)
{
  for (guint i = 0; i < dataset->contributors->len; i++)
    if (((EhContributor *) dataset->contributors->pdata[i])->participant_id == participant_id)
      return TRUE;
  return FALSE;
}

static void
check_consent (EhDataset *dataset, About *about, const EhConsent *consent, const char *today)
{
  EhAnswer answer = consent != NULL ? consent->take_part : EH_ANSWER_UNKNOWN;

  if (answer == EH_ANSWER_UNKNOWN)
    tell (about, "consent.missing", EH_SEVERITY_LOOK,
          _ ("%s has not been asked to take part; what was not asked is not agreed."));
  else if (answer == EH_ANSWER_NO && has_said_something (dataset, about->person->id))
    tell (about, "consent.refused-but-recorded", EH_SEVERITY_PROBLEM,
          _ ("%s does not agree to take part, and words of theirs are recorded."));
  else if (answer == EH_ANSWER_NO)
    tell (about, "consent.refused", EH_SEVERITY_FACT, _ ("%s does not agree to take part."));
  if (consent != NULL && consent->review_on[0] != '\0' && strcmp (consent->review_on, today) < 0)
    tell (about, "consent.review-passed", EH_SEVERITY_LOOK,
          _ ("What %s agreed to was to be looked at again, and that date has passed."));
}

static void
check_credit (About *about, const EhConsent *consent)
{
  EhQuoteLevel quote = consent != NULL ? consent->quote : EH_QUOTE_LEVEL_UNKNOWN;

  switch (about->person->credit) {
  case EH_CREDIT_ASK:
    tell (about, "credit.ask", EH_SEVERITY_LOOK,
          _ ("%s has not been asked how they want to be named; until then nothing names them."));
    break;
  case EH_CREDIT_NAMED:
  case EH_CREDIT_FIRST_NAME:
  case EH_CREDIT_INITIALS:
    if (quote < EH_QUOTE_LEVEL_NAMED)
      tell (about, "credit.named-without-quote", EH_SEVERITY_LOOK,
            _ ("%s wants to be named, and has not agreed to be quoted by name: their words stand "
               "without it."));
    break;
  case EH_CREDIT_PSEUDONYM:
    if (eh_text_is_blank (about->person->pseudonym))
      tell (about, "credit.no-pseudonym", EH_SEVERITY_LOOK,
            _ ("%s wants to be named by a chosen name, and has none yet."));
    else if (quote < EH_QUOTE_LEVEL_PSEUDONYM)
      tell (about, "credit.named-without-quote", EH_SEVERITY_LOOK,
            _ ("%s wants a chosen name, and has not agreed to be quoted by it: their words stand "
               "without it."));
    break;
  case EH_CREDIT_ROLE_ONLY:
  case EH_CREDIT_ANONYMOUS:
  case EH_CREDIT_NOT_LISTED:
  case EH_CREDIT_N_VALUES:
  default:
    break;
  }
}

/* The need itself is not told: it is about somebody's health, and a report travels. */
static void
check_need (EhDataset *dataset,
            const EhAccessNeed *need,
            const EhProjectFacts *facts,
            GPtrArray *findings)
{
  const EhParticipant *person = eh_dataset_participant (dataset, need->participant_id);
  g_autofree char *name = eh_text_isolate (person != NULL ? person->name : _ ("nobody known"));
  gint64 days = eh_schedule_days_between (facts->today, need->delete_after);
  const char *id = NULL;
  EhSeverity severity = EH_SEVERITY_LOOK;
  char *message = NULL;

  if (days == G_MININT64) {
    id = "deletion.no-date";
    message = g_strdup_printf (_ ("An access need of %s has no date by which it is deleted."),
                               name);
  } else if (days < 0) {
    id = "deletion.overdue";
    severity = EH_SEVERITY_PROBLEM;
    message = g_strdup_printf (_ ("An access need of %s was to be deleted after %s."), name,
                               need->delete_after);
  } else if (days <= DAYS_AHEAD) {
    id = "deletion.soon";
    severity = EH_SEVERITY_FACT;
    message = g_strdup_printf (_ ("An access need of %s is deleted after %s."), name,
                               need->delete_after);
  }
  if (id != NULL)
    eh_finding_add (findings, id, severity, &eh_access_need_row_type, need->id,
                    person != NULL ? person->name : NULL, message);
  if (person != NULL && person->withdrawal == EH_WITHDRAWAL_NONE) {
    const EhConsent *consent = eh_dataset_consent (dataset, person->id);

    if (consent == NULL || !consent->special_data)
      eh_finding_add (
          findings, "consent.special-data", EH_SEVERITY_LOOK, &eh_access_need_row_type, need->id,
          person->name,
          g_strdup_printf (_ ("An access need of %s is recorded, and it is not recorded "
                              "that they agreed to that."),
                           name));
  }
}

/**
 * eh_project_check_people:
 * @dataset: a frozen project
 * @facts: what else is known
 * @findings: (element-type EhFinding): where to add what is found
 */
void
eh_project_check_people (EhDataset *dataset, const EhProjectFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < dataset->participants->len; i++) {
    const EhParticipant *person = dataset->participants->pdata[i];
    g_autofree char *name = eh_text_isolate (person->name);
    About about = { findings, person, name };
    const EhConsent *consent = eh_dataset_consent (dataset, person->id);

    if (person->withdrawal != EH_WITHDRAWAL_NONE)
      continue;
    check_consent (dataset, &about, consent, facts->today);
    check_credit (&about, consent);
  }
  for (guint i = 0; facts->access_needs != NULL && i < facts->access_needs->len; i++)
    check_need (dataset, facts->access_needs->pdata[i], facts, findings);
}
