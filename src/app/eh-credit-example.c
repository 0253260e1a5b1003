/* How a person's choices read in a document, to show beside the choices. What is exported goes
 * through the gate of the analysis layer, which also protects small groups; this is its plain case.
 */

#include "eh-credit-example.h"

#include "eh-credit-name.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const char *
role_of (const EhParticipant *person, const EhRoleGroup *group)
{
  if (!eh_text_is_blank (person->role))
    return person->role;
  return group != NULL ? group->singular : _ ("contributor");
}

/**
 * eh_credit_example:
 * @person: somebody
 * @group: (nullable): their role group
 *
 * Returns: (transfer full): how they stand in the list of those who made the guidance, or why they
 * do not
 */
char *
eh_credit_example (const EhParticipant *person, const EhRoleGroup *group)
{
  g_autofree char *name = eh_credit_name (person);
  g_autofree char *shown = name != NULL ? eh_text_isolate (name) : NULL;
  g_autofree char *role = eh_text_isolate (role_of (person, group));

  if (name != NULL)
    /* TRANSLATORS: a name and a role, as in a list of contributors: "Asha Patel, carer" */
    return g_strdup_printf (_ ("%1$s, %2$s"), shown, role);
  switch (person->credit) {
  case EH_CREDIT_ROLE_ONLY:
    return g_strdup (role_of (person, group));
  case EH_CREDIT_ANONYMOUS:
    return g_strdup (_ ("Counted among the contributors, not named"));
  case EH_CREDIT_NOT_LISTED:
    return g_strdup (_ ("Not listed at all"));
  case EH_CREDIT_PSEUDONYM:
    return g_strdup (_ ("No name has been chosen yet"));
  case EH_CREDIT_NAMED:
  case EH_CREDIT_FIRST_NAME:
  case EH_CREDIT_INITIALS:
  case EH_CREDIT_ASK:
  case EH_CREDIT_N_VALUES:
  default:
    return g_strdup (_ ("Not asked yet. Until they choose, no document names them."));
  }
}

/**
 * eh_credit_example_quote:
 * @person: somebody
 * @consent: (nullable): what they agreed to
 * @group: (nullable): their role group
 *
 * Returns: (transfer full): what their words stand with, or why they do not stand in a document
 */
char *
eh_credit_example_quote (const EhParticipant *person,
                         const EhConsent *consent,
                         const EhRoleGroup *group)
{
  EhQuoteLevel quote = consent != NULL ? consent->quote : EH_QUOTE_LEVEL_UNKNOWN;
  gboolean chosen = person->credit == EH_CREDIT_PSEUDONYM;
  g_autofree char *name = eh_credit_name (person);
  g_autofree char *shown = NULL;

  if (quote == EH_QUOTE_LEVEL_UNKNOWN)
    return g_strdup (_ ("Their words are not quoted, because they have not been asked."));
  if (quote == EH_QUOTE_LEVEL_NONE)
    return g_strdup (_ ("Their words are not used."));
  if (quote == EH_QUOTE_LEVEL_PARAPHRASE)
    return g_strdup (_ ("What they said is told in other words, without a name."));
  if (name != NULL && quote >= (chosen ? EH_QUOTE_LEVEL_PSEUDONYM : EH_QUOTE_LEVEL_NAMED))
    shown = eh_text_isolate (name);
  else if (person->credit == EH_CREDIT_ROLE_ONLY)
    shown = eh_text_isolate (role_of (person, group));
  else
    shown = eh_text_isolate (group != NULL ? group->singular : _ ("contributor"));
  /* TRANSLATORS: %s is a name or a role */
  return g_strdup_printf (_ ("Beside their words stands: %s"), shown);
}

/**
 * eh_person_needs_asking:
 * @person: somebody
 * @consent: (nullable): what they agreed to
 *
 * Returns: whether they have not been asked whether they take part, or how they want to be named;
 * who has withdrawn is not asked
 */
gboolean
eh_person_needs_asking (const EhParticipant *person, const EhConsent *consent)
{
  return person->withdrawal == EH_WITHDRAWAL_NONE &&
         (person->credit == EH_CREDIT_ASK || consent == NULL ||
          consent->take_part == EH_ANSWER_UNKNOWN);
}
