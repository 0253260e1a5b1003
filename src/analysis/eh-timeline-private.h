#pragma once

/* Private to analysis: how a timeline is cut, for the team and for others. */

#include "eh-dataset.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

/* Stretches that a person can still tell apart; and so long ones that enough people are behind
 * each, with some luck. */
#define EH_TIMELINE_TEAM   48
#define EH_TIMELINE_PUBLIC 12

EhTimeline *eh_timeline_plan (EhDataset *dataset, EhFilter *filter, guint most, EhAxis *axis);

G_END_DECLS
