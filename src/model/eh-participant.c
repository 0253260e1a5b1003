#include "eh-participant.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhParticipant, id, EH_FIELD_ID),
  EH_FIELD_OF (EhParticipant, name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, role_group_id, EH_FIELD_ID),
  EH_FIELD_OF (EhParticipant, role, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, organisation, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, pronouns, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, biography, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhParticipant, contact_by, eh_contact_by_vocabulary),
  EH_FIELD_OF_ENUM (EhParticipant, credit, eh_credit_vocabulary),
  EH_FIELD_OF (EhParticipant, credit_name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, pseudonym, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, withdrawn_on, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhParticipant, withdrawal, eh_withdrawal_vocabulary),
  EH_FIELD_OF (EhParticipant, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhParticipant, greeting, EH_FIELD_TEXT),
  EH_FIELD_OF (EhParticipant, letter_language, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhParticipant, letter_format, eh_letter_format_vocabulary),
  EH_FIELD_OF (EhParticipant, letter_large, EH_FIELD_BOOL),
};

EH_DEFINE_ROW (EhParticipant, eh_participant, "participant", fields)
