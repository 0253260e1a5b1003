#pragma once

#include "eh-consent.h"
#include "eh-participant.h"
#include "eh-role-group.h"

G_BEGIN_DECLS

char *eh_credit_example (const EhParticipant *person, const EhRoleGroup *group);
char *eh_credit_example_quote (const EhParticipant *person,
                               const EhConsent *consent,
                               const EhRoleGroup *group);
gboolean eh_person_needs_asking (const EhParticipant *person, const EhConsent *consent);

G_END_DECLS
