#pragma once

#include "eh-consent.h"
#include "eh-participant.h"

G_BEGIN_DECLS

const char *eh_person_shown_name (const EhParticipant *person);
char *eh_consent_words (const EhParticipant *person, const EhConsent *consent);

G_END_DECLS
