#pragma once

/* analysis: pure functions from a dataset to measures; no files, no screen, no clock. The results
 * (eh-balance.h, eh-crosstab.h) name no row, so that charts can be handed nothing else. */

#include "eh-balance.h"
#include "eh-coder-agreement.h"
#include "eh-crosstab.h"
#include "eh-dataset.h"
#include "eh-flow.h"
#include "eh-hours.h"
#include "eh-people.h"
#include "eh-stage-map.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

EhBalance *eh_balance_new (EhDataset *dataset, const EhFilter *filter);
EhCrosstab *
eh_crosstab_new (EhDataset *dataset, EhAxis rows, EhAxis columns, const EhFilter *filter);
EhFlow *eh_flow_new (EhDataset *dataset, const EhFilter *filter);
EhTimeline *eh_timeline_new (EhDataset *dataset, const EhFilter *filter);
EhPeople *eh_people_new (EhDataset *dataset, const EhFilter *filter);
EhStageMap *eh_stage_map_new (EhDataset *dataset);
EhHours *eh_hours_new (EhDataset *dataset, const EhFilter *filter);
EhCoderAgreement *eh_coder_agreement_new (EhDataset *dataset, const EhFilter *filter);
double eh_gini (const double *values, guint n, double *corrected);

G_END_DECLS
