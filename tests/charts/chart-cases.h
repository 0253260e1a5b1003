#pragma once

/* Numbers for tests of charts: the worked example, and random ones as odd as a project's may be. */

#include "eh-balance.h"
#include "eh-coder-agreement.h"
#include "eh-crosstab.h"
#include "eh-flow.h"
#include "eh-hours.h"
#include "eh-people.h"
#include "eh-stage-map.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

EhBalance *chart_cases_worked_example (void);
EhBalance *chart_cases_balance (guint n_groups, EhAudience audience, GRand *rand);
EhCrosstab *chart_cases_map_example (void);
EhCrosstab *chart_cases_map (guint n_rows, guint n_columns, EhAudience audience, GRand *rand);
EhFlow *chart_cases_flow_example (void);
EhFlow *chart_cases_flow (
    guint n_groups, guint n_categories, guint n_recommendations, EhAudience audience, GRand *rand);
EhTimeline *chart_cases_timeline (
    guint n_groups, guint n_stretches, guint n_bands, EhAudience audience, GRand *rand);
EhStageMap *chart_cases_stages (guint n_groups, EhAudience audience, GRand *rand);
EhPeople *chart_cases_people (guint n_groups, guint n_people, guint most, GRand *rand);
EhCoderAgreement *
chart_cases_agreement (guint n_categories, guint n_coders, EhAudience audience, GRand *rand);
EhHours *chart_cases_hours (guint n_groups, EhAudience audience, GRand *rand);

G_END_DECLS
