#include "eh-consent.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhConsent, id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhConsent, take_part, eh_answer_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, notes, eh_answer_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, audio, eh_answer_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, photo, eh_answer_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, video, eh_answer_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, quote, eh_quote_level_vocabulary),
  EH_FIELD_OF (EhConsent, show_first, EH_FIELD_BOOL),
  EH_FIELD_OF_ENUM (EhConsent, authorship, eh_authorship_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, reuse, eh_reuse_vocabulary),
  EH_FIELD_OF_ENUM (EhConsent, contact_after, eh_contact_after_vocabulary),
  EH_FIELD_OF (EhConsent, special_data, EH_FIELD_BOOL),
  EH_FIELD_OF_ENUM (EhConsent, given_how, eh_given_how_vocabulary),
  EH_FIELD_OF (EhConsent, given_on, EH_FIELD_TEXT),
  EH_FIELD_OF (EhConsent, review_on, EH_FIELD_TEXT),
  EH_FIELD_OF (EhConsent, wording, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhConsent, eh_consent, "consent", fields)
