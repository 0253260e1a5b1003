#pragma once

#include "eh-chart-layout.h"
#include "eh-people.h"

G_BEGIN_DECLS

/**
 * EhPeopleMeasure:
 * @EH_PEOPLE_INSIGHTS: insights
 * @EH_PEOPLE_TURNS: how often they were noted to take the floor
 *
 * What a person's dot stands at.
 */
typedef enum {
  EH_PEOPLE_INSIGHTS,
  EH_PEOPLE_TURNS,
} EhPeopleMeasure;

EhChartLayout *eh_chart_people_layout (const EhPeople *people,
                                       EhPeopleMeasure measure,
                                       const EhChartTheme *theme,
                                       double width,
                                       double height,
                                       EhChartDirection direction,
                                       EhChartFlags flags,
                                       const char *scope);

G_END_DECLS
