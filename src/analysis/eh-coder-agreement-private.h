#pragma once

/* Private to analysis: how agreement is counted, for the team and for others. */

#include "eh-coder-agreement.h"
#include "eh-voices.h"

G_BEGIN_DECLS

EhCoderAgreement *eh_coder_agreement_count (const EhVoices *voices);

G_END_DECLS
