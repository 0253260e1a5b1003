#pragma once

#include "eh-chart-layout.h"
#include "eh-insight-query.h"
#include "eh-job-chart.h"
#include "eh-map-data.h"

G_BEGIN_DECLS

/**
 * EhMapFilterFlags:
 * @EH_MAP_FILTER_WORKSHOP: by workshop
 * @EH_MAP_FILTER_GROUP: by role group
 * @EH_MAP_FILTER_KIND: by kind of insight
 * @EH_MAP_FILTER_CATEGORY: by category
 * @EH_MAP_FILTER_LENS: through which framework
 *
 * What narrows a chart.
 */
typedef enum {
  EH_MAP_FILTER_WORKSHOP = 1 << 0,
  EH_MAP_FILTER_GROUP = 1 << 1,
  EH_MAP_FILTER_KIND = 1 << 2,
  EH_MAP_FILTER_CATEGORY = 1 << 3,
  EH_MAP_FILTER_LENS = 1 << 4,
} EhMapFilterFlags;

const char *eh_map_chart_key (EhMapChart chart);
gboolean eh_map_chart_from_key (const char *key, EhMapChart *chart);
const char *eh_map_chart_label (EhMapChart chart);
EhMapFilterFlags eh_map_chart_filters (EhMapChart chart, EhAudience audience);
gboolean eh_map_chart_to_job (EhMapChart chart, EhJobChartKind *kind);
const char *eh_map_chart_first_step (EhMapChart chart, const char **action);

EhChartLayout *eh_map_chart_lay_out (gpointer data,
                                     const EhChartTheme *theme,
                                     double width,
                                     double height,
                                     EhChartDirection direction);
EhInsightQuery *eh_map_chart_query (const EhMapData *data, const EhChartMark *mark);

G_END_DECLS
