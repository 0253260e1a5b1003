/* How a person's choice of credit reads as a name: the same in a document, in their letter and in
 * the examples that the window shows while they choose. */

#include "eh-credit-name.h"

#include "eh-text.h"

static char *
spaced_initials (const char *name)
{
  g_autofree char *letters = eh_text_initials (name);
  GString *text = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p)) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append_unichar (text, g_utf8_get_char (p));
    g_string_append_c (text, '.');
  }
  return g_string_free (text, FALSE);
}

static char *
name_or_null (char *name)
{
  if (!eh_text_is_blank (name))
    return name;
  g_free (name);
  return NULL;
}

/**
 * eh_credit_name:
 * @person: somebody
 *
 * Tells the choice alone: whether the name may be printed is for the gate to say
 * (eh_public_name_of()), which also knows who withdrew.
 *
 * Returns: (transfer full) (nullable): the name by which they chose to be thanked; %NULL for none
 */
char *
eh_credit_name (const EhParticipant *person)
{
  switch (person->credit) {
  case EH_CREDIT_NAMED:
    return name_or_null (eh_text_clean_line (
        eh_text_is_blank (person->credit_name) ? person->name : person->credit_name));
  case EH_CREDIT_FIRST_NAME:
    return name_or_null (eh_text_first_name (person->name));
  case EH_CREDIT_INITIALS:
    return name_or_null (spaced_initials (person->name));
  case EH_CREDIT_PSEUDONYM:
    return name_or_null (eh_text_clean_line (person->pseudonym));
  case EH_CREDIT_ASK:
  case EH_CREDIT_ROLE_ONLY:
  case EH_CREDIT_ANONYMOUS:
  case EH_CREDIT_NOT_LISTED:
  case EH_CREDIT_N_VALUES:
  default:
    return NULL;
  }
}
