/* What somebody agreed to, in a sentence or two that can be read while the room talks. It informs;
 * what may leave the program is decided by the gate alone. */

#include "eh-consent-words.h"

#include "eh-credit-name.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static char *
quoted_as (const EhParticipant *person, EhQuoteLevel level, gboolean hide)
{
  g_autofree char *name = level == EH_QUOTE_LEVEL_PSEUDONYM ? g_strdup (person->pseudonym)
                                                            : eh_credit_name (person);
  g_autofree char *isolated = NULL;

  if (hide)
    return g_strdup (_ ("May be quoted, with a name."));
  if (eh_text_is_blank (name))
    return g_strdup (_ ("May be quoted; the name to print has not been chosen yet."));
  isolated = eh_text_isolate (name);
  /* TRANSLATORS: %s is the name that somebody chose to be printed */
  return g_strdup_printf (_ ("May be quoted, as “%s”."), isolated);
}

static char *
quote_words (const EhParticipant *person, EhQuoteLevel level, gboolean hide)
{
  switch (level) {
  case EH_QUOTE_LEVEL_NONE:
    return g_strdup (_ ("Does not want to be quoted."));
  case EH_QUOTE_LEVEL_PARAPHRASE:
    return g_strdup (_ ("May be used in other words, not quoted."));
  case EH_QUOTE_LEVEL_ANONYMOUS:
    return g_strdup (_ ("May be quoted, without a name."));
  case EH_QUOTE_LEVEL_PSEUDONYM:
  case EH_QUOTE_LEVEL_NAMED:
    return quoted_as (person, level, hide);
  case EH_QUOTE_LEVEL_UNKNOWN:
  case EH_QUOTE_LEVEL_N_VALUES:
  default:
    return g_strdup (_ ("Not asked yet how their words may be used."));
  }
}

/**
 * eh_consent_words:
 * @person: a participant
 * @consent: (nullable): what they agreed to; %NULL when they were not asked
 * @hide: whether the name to print must not be said, because others see the screen
 *
 * Returns: (transfer full): what may be done with their words: "May be quoted, as “Asha”. Wants to
 *   see it first."
 */
char *
eh_consent_words (const EhParticipant *person, const EhConsent *consent, gboolean hide)
{
  g_autofree char *quote = NULL;

  if (person->withdrawal != EH_WITHDRAWAL_NONE)
    /* TRANSLATORS: %s is how far a withdrawal reaches */
    return g_strdup_printf (
        _ ("Has withdrawn: %s."),
        eh_vocabulary_label (&eh_withdrawal_vocabulary, (int) person->withdrawal));
  quote = quote_words (person, consent != NULL ? consent->quote : EH_QUOTE_LEVEL_UNKNOWN, hide);
  if (consent == NULL || !consent->show_first)
    return g_steal_pointer (&quote);
  /* TRANSLATORS: %s is a sentence: "May be quoted, without a name." */
  return g_strdup_printf (_ ("%s Wants to see it first."), quote);
}
