#pragma once

/* Voice balance as its three forms share it: lines, rows of bars, and bars one under the other. */

#include "eh-chart-balance.h"
#include "eh-chart-layout-private.h"

G_BEGIN_DECLS

typedef enum {
  EH_STAGE_ROOM,
  EH_STAGE_INSIGHTS,
  EH_STAGE_GUIDANCE,
  EH_STAGE_N
} EhStage;

/**
 * EhStageValue:
 * @share: 0 to 1, where it may be said
 * @low: the least that it could be; as @share where nothing is in doubt
 * @high: the most
 * @share_text: (nullable): "36%"
 * @count_text: "21 of 58", "21", "fewer than 5"
 * @long_text: the same with what is counted: "21 of 58 insights"
 */
typedef struct {
  EhFigure share;
  EhFigure low;
  EhFigure high;
  char *share_text;
  char *count_text;
  char *long_text;
} EhStageValue;

/**
 * EhStageLine:
 * @group: whose it is
 * @drawn: its shares may be said, so that it is drawn
 * @mark_colour: of its line, bars and marker
 * @text_colour: of its name
 * @values: at each stage
 * @row: its row of the table
 */
typedef struct {
  const EhBalanceGroup *group;
  gboolean drawn;
  EhChartColour mark_colour;
  EhChartColour text_colour;
  EhStageValue values[EH_STAGE_N];
  guint row;
} EhStageLine;

/**
 * EhStages:
 * @layout: what is being made
 * @balance: the numbers
 * @lines: (array length=n_lines): the groups that have something to say, those drawn first
 * @n_lines: how many
 * @n_drawn: how many of them are drawn
 * @top: the largest share that has to find room, rounded up; the scale's end
 * @heading: what each stage is called
 * @brief: the same in one word
 * @base: (nullable): what is counted there: "58 insights"
 * @rest: (nullable): what is counted apart: "4 more with no name"
 */
typedef struct {
  EhChartLayout *layout;
  const EhBalance *balance;
  EhStageLine *lines;
  guint n_lines;
  guint n_drawn;
  double top;
  const char *heading[EH_STAGE_N];
  const char *brief[EH_STAGE_N];
  char *base[EH_STAGE_N];
  char *rest[EH_STAGE_N];
} EhStages;

void eh_stages_add_mark (EhStages *self, guint line, EhStage stage, EhChartBox box);
void eh_stages_add_group_marker (
    EhStages *self, const EhStageLine *line, double x, double y, double radius);
const char *eh_stages_few_text (const EhStages *self);

gboolean eh_stages_slope (EhStages *self, double y, double height, double *bottom);
gboolean eh_stages_rows (EhStages *self, double y, double *bottom);
void eh_stages_stack (EhStages *self, double y, double *bottom);

G_END_DECLS
