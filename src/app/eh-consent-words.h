#pragma once

#include "eh-consent.h"
#include "eh-participant.h"

G_BEGIN_DECLS

char *eh_consent_words (const EhParticipant *person, const EhConsent *consent, gboolean hide);

G_END_DECLS
