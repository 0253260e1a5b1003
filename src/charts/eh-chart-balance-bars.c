/* Voice balance as bars, for more groups than lines can show, and for narrow pictures.
 *
 * Wide: a row for each group with a bar at each stage, all bars on one scale. Narrow: the stages of
 * each group one under the other. A fine line over the bar of the insights shows how far the share
 * could move if those with no name were known.
 */

#include "eh-chart-balance-private.h"

#define BAR        10
#define COLUMN_GAP 28

static EhChartShape *
add_bar (EhStages *stages, const EhStageLine *line, EhChartBox box)
{
  EhChartLayout *layout = stages->layout;
  gboolean hatched = layout->theme->contrast || layout->theme->kind == EH_CHART_THEME_PRINT;
  EhChartShape *bar = eh_chart_layout_add_rect (layout, box, 2, line->mark_colour);

  if (hatched && line->group->slot > 0) {
    bar->pattern = eh_chart_theme_group_pattern ((guint) line->group->slot);
    bar->hatch = eh_chart_colour_mix (line->mark_colour, layout->theme->background, 0.62);
  }
  return bar;
}

/* A bar for a share on a track as wide as the whole scale, with what is in doubt over it. */
static void
add_share (EhStages *stages, const EhStageLine *line, EhStage stage, EhChartBox track)
{
  EhChartLayout *layout = stages->layout;
  const EhStageValue *value = &line->values[stage];
  double per = track.width / stages->top;
  EhChartBox box = track;
  double middle = track.y + track.height / 2;

  eh_chart_layout_add_rect (layout, track, 2,
                            eh_chart_colour_mix (layout->theme->background, layout->theme->axis,
                                                 layout->theme->contrast ? 0.3 : 0.4));
  box.width = value->share.value * per;
  if (box.width > 0.5)
    add_bar (stages, line, box);
  if (value->high.value - value->low.value > 0.001) {
    double low = track.x + value->low.value * per;
    double high = track.x + value->high.value * per;
    EhChartPoint along[2] = { { low, middle }, { high, middle } };
    EhChartPoint ends[2][2] = { { { low, middle - 4 }, { low, middle + 4 } },
                                { { high, middle - 4 }, { high, middle + 4 } } };

    eh_chart_layout_add_line (layout, along, 2, layout->theme->background, 4);
    eh_chart_layout_add_line (layout, along, 2, layout->theme->text, 1.5);
    for (guint i = 0; i < 2; i++)
      eh_chart_layout_add_line (layout, ends[i], 2, layout->theme->text, 1.5);
  }
}

static double
value_width (EhStages *stages, const EhStageValue *value)
{
  EhChartText *text = stages->layout->text;
  double width = 0;

  if (value->share_text)
    width = 7 + eh_chart_text_measure (text, EH_CHART_FONT_VALUE, value->share_text).width;
  return width + eh_chart_text_measure (text, EH_CHART_FONT_SMALL, value->count_text).width;
}

/* "36%  21 of 58" with its baseline where two sizes share one; gives its height. */
static double
add_value (EhStages *stages, const EhStageValue *value, EhChartBox room, EhChartAlign align)
{
  EhChartLayout *layout = stages->layout;
  double strong = eh_chart_text_height (layout->text, EH_CHART_FONT_VALUE);
  double small = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL);
  double x = room.x;

  if (align == EH_CHART_ALIGN_RIGHT)
    x += room.width - value_width (stages, value);
  if (value->share_text)
    x += 7 + eh_chart_layout_add_label (layout, EH_CHART_FONT_VALUE, layout->theme->text,
                                        EH_CHART_ALIGN_LEFT, x, room.y, value->share_text)
                 ->box.width;
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim, EH_CHART_ALIGN_LEFT,
                             x, room.y + (strong - small) / 2 + 1, value->count_text);
  return strong;
}

/* Counts alone, in as many lines as they take. */
static double
add_count (EhStages *stages, const EhStageValue *value, EhChartBox room)
{
  return eh_chart_layout_add_paragraph (stages->layout, EH_CHART_FONT_BODY,
                                        stages->layout->theme->text, EH_CHART_ALIGN_LEFT, room, 2,
                                        value->count_text);
}

static double
add_name (EhStages *stages, const EhStageLine *line, EhChartBox room, guint max_lines)
{
  EhChartLayout *layout = stages->layout;
  double line_height = eh_chart_text_height (layout->text, EH_CHART_FONT_NAME);

  eh_stages_add_group_marker (stages, line, room.x + 7, room.y + line_height / 2, 5);
  room.x += 20;
  room.width -= 20;
  return eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME, line->text_colour,
                                        EH_CHART_ALIGN_LEFT, room, max_lines, line->group->label);
}

/* The heading of a stage in a column; gives its height. */
static double
add_heading (EhStages *stages, EhStage stage, EhChartBox room)
{
  EhChartLayout *layout = stages->layout;
  double top = room.y;

  room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_HEADING, layout->theme->text,
                                           EH_CHART_ALIGN_LEFT, room, 2, stages->heading[stage]);
  if (stages->base[stage])
    room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                             EH_CHART_ALIGN_LEFT, room, 2, stages->base[stage]);
  if (stages->rest[stage])
    room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                             EH_CHART_ALIGN_LEFT, room, 2, stages->rest[stage]);
  return room.y - top;
}

static double
add_few_text (EhStages *stages, EhChartBox room)
{
  return eh_chart_layout_add_paragraph (stages->layout, EH_CHART_FONT_SMALL_BOLD,
                                        stages->layout->theme->dim, EH_CHART_ALIGN_LEFT, room, 0,
                                        eh_stages_few_text (stages));
}

static void
add_rule (EhStages *stages, double x, double y, double width)
{
  EhChartPoint points[2] = { { x, y }, { x + width, y } };

  eh_chart_layout_add_line (stages->layout, points, 2, stages->layout->theme->axis, 1)
      ->crisp = TRUE;
}

/* One group across the columns; gives its height. */
static double
add_row (EhStages *stages, guint index, EhChartBox name, EhChartBox column)
{
  const EhStageLine *line = &stages->lines[index];
  double height = add_name (stages, line, name, 2);

  column.y = name.y;
  for (guint stage = 0; stage < EH_STAGE_N; stage++, column.x += column.width + COLUMN_GAP) {
    const EhStageValue *value = &line->values[stage];
    EhChartBox mark = column;

    if (eh_figure_is_known (value->share)) {
      double words = add_value (stages, value, column, EH_CHART_ALIGN_LEFT);
      EhChartBox track = { column.x, column.y + words + 2, column.width, BAR };

      add_share (stages, line, stage, track);
      mark.height = words + 2 + BAR;
    } else {
      mark.height = add_count (stages, value, column);
    }
    eh_stages_add_mark (stages, index, stage, mark);
    height = MAX (height, mark.height);
  }
  return height;
}

/* Rows with a bar at each stage; FALSE, with nothing put down, where the columns would be too
 * narrow for their words. */
gboolean
eh_stages_rows (EhStages *stages, double y, double *bottom)
{
  EhChartLayout *layout = stages->layout;
  double margin = eh_chart_layout_margin (layout);
  double width = layout->width - 2 * margin;
  double left = margin;
  EhChartBox name = { left, 0, width * 0.27, 0 };
  EhChartBox column = { left + name.width + COLUMN_GAP, 0,
                        (width - name.width - 3 * COLUMN_GAP) / 3, 0 };
  double heading = 0;
  EhChartBox room = column;

  if (column.width < 112)
    return FALSE;
  for (guint i = 0; i < stages->n_lines; i++)
    for (guint stage = 0; stage < EH_STAGE_N; stage++)
      if (stages->lines[i].drawn &&
          value_width (stages, &stages->lines[i].values[stage]) > column.width)
        return FALSE;

  room.y = y;
  for (guint stage = 0; stage < EH_STAGE_N; stage++, room.x += column.width + COLUMN_GAP) {
    double own = add_heading (stages, stage, room);

    heading = MAX (heading, own);
  }
  y += heading + 8;
  for (guint i = 0; i < stages->n_lines; i++) {
    if (i == stages->n_drawn) {
      y += i > 0 ? 10 : 0;
      y += 12 + add_few_text (stages, (EhChartBox){ left, y, width, 0 });
    }
    add_rule (stages, left, y, width);
    name.y = y + 10;
    y = name.y + add_row (stages, i, name, column) + 10;
  }
  *bottom = y;
  return TRUE;
}

/* One stage of one group across the picture; gives its height. */
static double
add_stacked_value (EhStages *stages, guint index, EhStage stage, EhChartBox room)
{
  EhChartLayout *layout = stages->layout;
  const EhStageLine *line = &stages->lines[index];
  const EhStageValue *value = &line->values[stage];
  const char *words = stages->brief[stage];
  double brief = eh_chart_text_measure (layout->text, EH_CHART_FONT_BODY, words).width;
  gboolean drawn = eh_figure_is_known (value->share);
  double needed = drawn
                      ? value_width (stages, value)
                      : eh_chart_text_measure (layout->text, EH_CHART_FONT_BODY, value->count_text)
                            .width;
  EhChartBox below = room;

  eh_chart_layout_add_label (layout, EH_CHART_FONT_BODY, layout->theme->dim, EH_CHART_ALIGN_LEFT,
                             room.x, room.y, words);
  if (brief + 12 + needed > room.width) /* large text: under one another */
    below.y += eh_chart_text_height (layout->text, EH_CHART_FONT_BODY);
  if (drawn) {
    below.y += add_value (stages, value, below, EH_CHART_ALIGN_RIGHT);
    add_share (stages, line, stage, (EhChartBox){ room.x, below.y + 1, room.width, BAR });
    below.y += 1 + BAR;
  } else {
    below.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_BODY, layout->theme->text,
                                              EH_CHART_ALIGN_RIGHT, below, 2, value->count_text);
  }
  room.height = below.y - room.y;
  eh_stages_add_mark (stages, index, stage, room);
  return room.height;
}

/* What is counted at a stage, on the heading's own line where it fits; gives the height. */
static double
add_stacked_heading (EhStages *stages, EhStage stage, EhChartBox room)
{
  EhChartLayout *layout = stages->layout;
  const char *base = stages->base[stage] ? stages->base[stage] : "";
  double heading = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL_BOLD,
                                          stages->heading[stage])
                       .width;
  double height = eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL_BOLD,
                                                 layout->theme->text, EH_CHART_ALIGN_LEFT, room, 2,
                                                 stages->heading[stage]);
  EhChartBox below = room;

  below.y += height;
  if (heading + 12 + eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL, base).width <=
      room.width)
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                               EH_CHART_ALIGN_RIGHT, room.x + room.width, room.y, base);
  else
    below.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                              EH_CHART_ALIGN_RIGHT, below, 2, base);
  if (stages->rest[stage])
    below.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                              EH_CHART_ALIGN_RIGHT, below, 2, stages->rest[stage]);
  return below.y - room.y;
}

/* Bars one under the other, group by group. */
void
eh_stages_stack (EhStages *stages, double y, double *bottom)
{
  EhChartLayout *layout = stages->layout;
  double margin = eh_chart_layout_margin (layout);
  EhChartBox room = { margin, y, layout->width - 2 * margin, 0 };

  for (guint stage = 0; stage < EH_STAGE_N; stage++)
    room.y += add_stacked_heading (stages, stage, room) + 3;
  room.y += 8;
  for (guint i = 0; i < stages->n_lines; i++) {
    if (i == stages->n_drawn)
      room.y += 10 + add_few_text (stages, room);
    add_rule (stages, room.x, room.y, room.width);
    room.y += 10;
    room.y += 4 + add_name (stages, &stages->lines[i], room, 3);
    for (guint stage = 0; stage < EH_STAGE_N; stage++)
      room.y += 7 + add_stacked_value (stages, i, stage, room);
    room.y += 8;
  }
  *bottom = room.y;
}
