#pragma once

/* What a result says, in plain whole sentences, with its limits. */

#include "eh-balance.h"
#include "eh-coder-agreement.h"
#include "eh-crosstab.h"
#include "eh-flow.h"
#include "eh-hours.h"
#include "eh-people.h"
#include "eh-stage-map.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

char *eh_sentence_balance_headline (const EhBalance *balance);
char *eh_sentence_balance_group (const EhBalance *balance, const EhBalanceGroup *group);
char **eh_sentence_balance_all (const EhBalance *balance);
char *eh_sentence_crosstab_headline (const EhCrosstab *crosstab);
char **eh_sentence_crosstab_all (const EhCrosstab *crosstab);
char *eh_sentence_flow_headline (const EhFlow *flow);
char **eh_sentence_flow_all (const EhFlow *flow);
char *eh_sentence_timeline_headline (const EhTimeline *timeline);
char **eh_sentence_timeline_all (const EhTimeline *timeline);
char *eh_sentence_stage_map_headline (const EhStageMap *map);
char **eh_sentence_stage_map_all (const EhStageMap *map);
char *eh_sentence_people_headline (const EhPeople *people);
char **eh_sentence_people_all (const EhPeople *people);
char *eh_sentence_agreement_headline (const EhCoderAgreement *agreement);
char **eh_sentence_agreement_limits (const EhCoderAgreement *agreement);
char **eh_sentence_agreement_all (const EhCoderAgreement *agreement);
char *eh_sentence_money (EhFigure amount, const char *currency, guint threshold);
char *eh_sentence_hours_headline (const EhHours *hours);
char *eh_sentence_hours_group (const EhHours *hours, guint row);
char **eh_sentence_hours_limits (const EhHours *hours);
char **eh_sentence_hours_all (const EhHours *hours);
char **eh_sentence_caveats (void);

G_END_DECLS
