#pragma once

/* Flow as its two forms share it: three columns with ribbons between them, and lists. */

#include "eh-chart-flow.h"
#include "eh-chart-layout-private.h"

G_BEGIN_DECLS

/**
 * EhFlowPicture:
 * @layout: what is being made
 * @flow: the numbers
 * @unused: the column of what no recommendation rests on, or -1
 * @rows: (element-type guint): table rows of all values: of each group in all, of each category in
 *   all, of each recommendation in all, of the groups' parts of categories, of the categories'
 * parts of recommendations; G_MAXUINT for none
 */
typedef struct {
  EhChartLayout *layout;
  const EhFlow *flow;
  int unused;
  guint *group_rows;
  guint *category_rows;
  guint *recommendation_rows;
  guint *given_rows;
  guint *used_rows;
} EhFlowPicture;

EhChartColour eh_flow_group_colour (const EhFlowPicture *self, guint group);
EhChartColour eh_flow_group_text_colour (const EhFlowPicture *self, guint group);
gboolean eh_flow_is_something (EhFigure count);
EhChartMark *eh_flow_add_mark (EhFlowPicture *self,
                               EhChartBox box,
                               const EhCrosstabLine *from,
                               const EhCrosstabLine *to,
                               EhFigure count,
                               guint row);
char *eh_flow_untraced_text (const EhFlowPicture *self);

gboolean eh_flow_ribbons (EhFlowPicture *self, double y, double height, double *bottom);
void eh_flow_list (EhFlowPicture *self, double y, double *bottom);

G_END_DECLS
