#pragma once

#include "eh-balance.h"
#include "eh-coder-agreement.h"
#include "eh-crosstab.h"
#include "eh-dataset.h"
#include "eh-disclosure.h"
#include "eh-flow.h"
#include "eh-hours.h"
#include "eh-people.h"
#include "eh-stage-map.h"
#include "eh-timeline.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhMapChart:
 * @EH_MAP_CHART_BALANCE: voice balance
 * @EH_MAP_CHART_MAP: power map
 * @EH_MAP_CHART_FLOW: flow
 * @EH_MAP_CHART_TIME: over time
 * @EH_MAP_CHART_PEOPLE: each person; for the team alone
 * @EH_MAP_CHART_STAGES: stage map
 * @EH_MAP_CHART_HOURS: hours and money
 * @EH_MAP_CHART_AGREEMENT: agreement between coders
 *
 * The charts of the Map place, in their order.
 */
typedef enum {
  EH_MAP_CHART_BALANCE,
  EH_MAP_CHART_MAP,
  EH_MAP_CHART_FLOW,
  EH_MAP_CHART_TIME,
  EH_MAP_CHART_PEOPLE,
  EH_MAP_CHART_STAGES,
  EH_MAP_CHART_HOURS,
  EH_MAP_CHART_AGREEMENT,
  EH_MAP_CHART_N_VALUES
} EhMapChart;

/**
 * EhMapChoice:
 * @chart: which chart
 * @audience: the team's own numbers, or what may be shared
 * @filter: what is looked at
 * @rows: rows of the power map
 * @columns: its columns
 *
 * What the Map place was asked to show.
 */
typedef struct {
  EhMapChart chart;
  EhAudience audience;
  EhFilter filter;
  EhAxis rows;
  EhAxis columns;
} EhMapChoice;

/**
 * EhMapData:
 * @choice: what was asked
 * @balance: (nullable): voice balance
 * @crosstab: (nullable): the power map
 * @flow: (nullable): flow
 * @timeline: (nullable): over time
 * @people: (nullable): each person
 * @stages: (nullable): the stage map
 * @hours: (nullable): hours and money
 * @agreement: (nullable): agreement
 * @report: (nullable): what the gate withheld, when it was for sharing
 * @home_id: the framework that the project itself has chosen
 * @one_framework: there is no other
 *
 * What the Map place shows: of the numbers, those of the chart that was asked for. Immutable,
 * ref-counted.
 */
typedef struct {
  EhMapChoice choice;
  EhBalance *balance;
  EhCrosstab *crosstab;
  EhFlow *flow;
  EhTimeline *timeline;
  EhPeople *people;
  EhStageMap *stages;
  EhHours *hours;
  EhCoderAgreement *agreement;
  EhDisclosureReport *report;
  EhId home_id;
  gboolean one_framework;
} EhMapData;

/**
 * EhMapNamer:
 * @data: its own
 * @participant_id: of whom
 * @name: as it is recorded
 *
 * Returns: (transfer none): the name to show
 */
typedef const char *(*EhMapNamer) (gpointer data, EhId participant_id, const char *name);

EhMapData *eh_map_data_new (EhDataset *dataset, const EhMapChoice *choice);
EhMapData *eh_map_data_new_open (EhPublicDataset *open, const EhMapChoice *choice);
EhMapData *eh_map_data_ref (EhMapData *self);
void eh_map_data_unref (EhMapData *self);
EhMapData *eh_map_data_rename (EhMapData *self, EhMapNamer namer, gpointer data);

void eh_map_data_new_async (EhDataset *dataset,
                            const EhMapChoice *choice,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EhMapData *eh_map_data_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhMapData, eh_map_data_unref)

G_END_DECLS
