#pragma once

#include "eh-participant.h"

G_BEGIN_DECLS

char *eh_credit_name (const EhParticipant *person);

G_END_DECLS
