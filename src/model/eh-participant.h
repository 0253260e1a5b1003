#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhParticipant:
 * @id: key
 * @name: full name, in one field
 * @role_group_id: the group, or none
 * @role: the role in their words: "carer", "district nurse"
 * @organisation: where they come from, if they say
 * @pronouns: if they say
 * @biography: at most 60 words, the same limit for all
 * @contact_by: how they want to hear back (EhContactBy)
 * @credit: how they want to be named (EhCredit)
 * @credit_name: the name to print where credit is "named"; empty for the name itself
 * @pseudonym: the name to print where credit is "pseudonym"; unique in a project
 * @withdrawn_on: ISO date, empty for somebody who has not withdrawn
 * @withdrawal: how far a withdrawal reaches (EhWithdrawal)
 * @created_at: when recorded
 * @greeting: how a letter greets them: "Dear Mrs Khan"; empty when they did not say
 * @letter_language: BCP 47 tag of the language of their letter; empty for that of the project
 * @letter_format: what they want their letter as (EhLetterFormat)
 * @letter_large: in large print
 *
 * Somebody who takes part, in a role group.
 */
typedef struct {
  EhId id;
  char *name;
  EhId role_group_id;
  char *role;
  char *organisation;
  char *pronouns;
  char *biography;
  EhContactBy contact_by;
  EhCredit credit;
  char *credit_name;
  char *pseudonym;
  char *withdrawn_on;
  EhWithdrawal withdrawal;
  gint64 created_at;
  char *greeting;
  char *letter_language;
  EhLetterFormat letter_format;
  gboolean letter_large;
} EhParticipant;

EH_DECLARE_ROW (EhParticipant, eh_participant)

G_END_DECLS
