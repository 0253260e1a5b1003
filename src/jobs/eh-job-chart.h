#pragma once

#include "eh-chart-export.h"
#include "eh-crosstab.h"
#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhJobChartKind:
 * @EH_JOB_CHART_BALANCE: voice balance
 * @EH_JOB_CHART_MAP: power map
 * @EH_JOB_CHART_FLOW: flow
 * @EH_JOB_CHART_TIME: over time
 * @EH_JOB_CHART_STAGES: stage map
 * @EH_JOB_CHART_AGREEMENT: agreement between coders
 * @EH_JOB_CHART_HOURS: hours and money by group
 *
 * What each person gave is not among them: it is never shared.
 */
typedef enum {
  EH_JOB_CHART_BALANCE,
  EH_JOB_CHART_MAP,
  EH_JOB_CHART_FLOW,
  EH_JOB_CHART_TIME,
  EH_JOB_CHART_STAGES,
  EH_JOB_CHART_AGREEMENT,
  EH_JOB_CHART_HOURS,
  EH_JOB_CHART_N_VALUES
} EhJobChartKind;

/**
 * EhJobChartOptions:
 * @kind: which chart
 * @filter: what it looks at; all zeros for everything
 * @rows: of the map
 * @columns: of the map
 * @theme: what it looks like
 * @width: CSS pixels; 0 for what suits the chart
 * @height: CSS pixels; 0 for what suits the chart
 * @direction: which way its language runs
 *
 * A chart to be shared.
 */
typedef struct {
  EhJobChartKind kind;
  EhFilter filter;
  EhAxis rows;
  EhAxis columns;
  EhChartThemeKind theme;
  double width;
  double height;
  EhChartDirection direction;
} EhJobChartOptions;

void eh_job_chart_options_init (EhJobChartOptions *options, EhJobChartKind kind);
const char *eh_job_chart_kind_key (EhJobChartKind kind);
gboolean eh_job_chart_kind_from_key (const char *key, EhJobChartKind *kind);

gboolean eh_job_chart_is_numbers (const char *name);

EhChartLayout *eh_job_chart_layout (EhPublicDataset *dataset, const EhJobChartOptions *options);
gboolean eh_job_render_chart (EhPublicDataset *dataset,
                              const EhJobChartOptions *options,
                              GFile *file,
                              GCancellable *cancellable,
                              GError **error);
void eh_job_render_chart_async (const char *project_path,
                                const EhJobChartOptions *options,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean eh_job_render_chart_finish (GAsyncResult *result, GError **error);

G_END_DECLS
