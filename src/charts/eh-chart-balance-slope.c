/* Voice balance as lines between three scales.
 *
 * Words stand beside the scales, never on them: a group's name at the left, its shares to the right
 * of each scale. Those that would stand on one another are spread and tied to their marks by hair
 * lines. At the middle scale each may go above or below its line; the choice of all of them that
 * leaves the fewest lines running through words is taken.
 */

#include "eh-chart-balance-private.h"

#include <math.h>
#include <stdlib.h>

#define MARKER     5.5
#define WHISKER    10 /* half the width of the bar that shows what is in doubt */
#define GAP        14 /* from a scale to the words beside it */
#define MOST_LINES 7

typedef struct {
  EhStages *stages;
  EhChartLayout *layout;
  double x[EH_STAGE_N];
  double names; /* room for words at the left */
  double ends;  /* at the right */
  double top;
  double bottom;
  double scale_top;
  double line_height;
  double name_height[MOST_LINES];
} Slope;

static double
y_of (const Slope *self, double share)
{
  return self->bottom - share / self->stages->top * (self->bottom - self->scale_top);
}

static gboolean
has (const EhStageLine *line, EhStage stage)
{
  return eh_figure_is_known (line->values[stage].share);
}

static double
value_width (const Slope *self, const EhStageValue *value)
{
  double width = eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL, value->count_text)
                     .width;

  if (value->share_text)
    width += 7 + eh_chart_text_measure (self->layout->text, EH_CHART_FONT_VALUE, value->share_text)
                     .width;
  return width;
}

static double
widest_value (const Slope *self, EhStage stage)
{
  double widest = 0;

  for (guint i = 0; i < self->stages->n_drawn; i++)
    widest = MAX (widest, value_width (self, &self->stages->lines[i].values[stage]));
  return widest;
}

/* Where the scales stand; FALSE if there is no room for the words between them. */
static gboolean
place_scales (Slope *self)
{
  EhChartLayout *layout = self->layout;
  double margin = eh_chart_layout_margin (layout);
  double room = layout->width - 2 * margin;
  double span = room;
  double left = margin + (room - span) / 2;
  double names = widest_value (self, EH_STAGE_ROOM);
  double gap;

  for (guint i = 0; i < self->stages->n_lines; i++) {
    const char *name = self->stages->lines[i].group->label;
    double most = i < self->stages->n_drawn ? MAX (150, span * 0.24) : 150;

    names = MAX (names,
                 MIN (eh_chart_text_measure (layout->text, EH_CHART_FONT_NAME, name).width, most));
  }
  self->names = MIN (names, span * 0.3);
  self->ends = MIN (MAX (names, widest_value (self, EH_STAGE_GUIDANCE)), span * 0.3);
  self->x[EH_STAGE_ROOM] = left + self->names + GAP;
  self->x[EH_STAGE_GUIDANCE] = left + span - self->ends - GAP;
  self->x[EH_STAGE_INSIGHTS] = (self->x[EH_STAGE_ROOM] + self->x[EH_STAGE_GUIDANCE]) / 2;
  gap = self->x[EH_STAGE_INSIGHTS] - self->x[EH_STAGE_ROOM];
  return gap >= widest_value (self, EH_STAGE_INSIGHTS) + GAP + 36 &&
         widest_value (self, EH_STAGE_ROOM) <= self->names &&
         widest_value (self, EH_STAGE_GUIDANCE) <= self->ends;
}

/* Whether more lines than can be told apart meet at some scale. */
static gboolean
is_crowded (const Slope *self)
{
  for (guint stage = 0; stage < EH_STAGE_N; stage++)
    for (guint i = 0; i < self->stages->n_drawn; i++) {
      guint near = 0;

      for (guint j = 0; j < self->stages->n_drawn; j++)
        near += fabs (self->stages->lines[i].values[stage].share.value -
                      self->stages->lines[j].values[stage].share.value) < self->stages->top * 0.03;
      if (near > 3)
        return TRUE;
    }
  return FALSE;
}

/* Headings over the scales; gives where they end. */
static double
add_headings (Slope *self, double y)
{
  EhChartLayout *layout = self->layout;
  double gap = self->x[1] - self->x[0];
  double lowest = y;

  for (guint stage = 0; stage < EH_STAGE_N; stage++) {
    double edge = MIN (self->x[stage], layout->width - self->x[stage]);
    double half = MIN (gap / 2 - 8, edge - 4);
    EhChartBox room = { self->x[stage] - half, y, 2 * half, 0 };

    room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_HEADING, layout->theme->text,
                                             EH_CHART_ALIGN_CENTRE, room, 2,
                                             self->stages->heading[stage]);
    if (self->stages->base[stage])
      room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                               EH_CHART_ALIGN_CENTRE, room, 2,
                                               self->stages->base[stage]);
    if (self->stages->rest[stage])
      room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                               EH_CHART_ALIGN_CENTRE, room, 2,
                                               self->stages->rest[stage]);
    lowest = MAX (lowest, room.y);
  }
  return lowest;
}

static void
add_scales (Slope *self)
{
  EhChartLayout *layout = self->layout;
  g_autofree char *zero = eh_figure_to_percent_text (eh_figure_known (0));
  EhChartPoint base[2] = { { self->x[EH_STAGE_ROOM], self->bottom },
                           { self->x[EH_STAGE_GUIDANCE], self->bottom } };

  for (guint stage = 0; stage < EH_STAGE_N; stage++) {
    EhChartPoint points[2] = { { self->x[stage], self->top }, { self->x[stage], self->bottom } };

    eh_chart_layout_add_line (layout, points, 2, layout->theme->axis, 1)->crisp = TRUE;
  }
  eh_chart_layout_add_line (layout, base, 2, layout->theme->axis, 1)->crisp = TRUE;
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim, EH_CHART_ALIGN_CENTRE,
                             self->x[EH_STAGE_ROOM], self->bottom + 3, zero);
}

static void
add_whiskers (Slope *self)
{
  for (guint i = 0; i < self->stages->n_drawn; i++) {
    const EhStageLine *line = &self->stages->lines[i];
    const EhStageValue *value = &line->values[EH_STAGE_INSIGHTS];
    double high = y_of (self, value->high.value);
    double low = y_of (self, value->low.value);
    EhChartColour pale = eh_chart_colour_mix (self->layout->theme->background, line->mark_colour,
                                              self->layout->theme->contrast ? 0.5 : 0.28);

    EhChartShape *whisker;

    if (!has (line, EH_STAGE_INSIGHTS) || low - high <= 1)
      continue;
    whisker = eh_chart_layout_add_rect (
        self->layout,
        (EhChartBox){ self->x[EH_STAGE_INSIGHTS] - WHISKER, high, 2 * WHISKER, low - high },
        WHISKER, pale);
    whisker->stroked = TRUE;
    whisker->stroke = line->mark_colour;
    whisker->width = 0.75;
  }
}

static void
add_lines (Slope *self)
{
  EhChartLayout *layout = self->layout;
  gboolean dashed = layout->theme->contrast || layout->theme->kind == EH_CHART_THEME_PRINT;

  for (guint i = self->stages->n_drawn; i-- > 0;) {
    const EhStageLine *line = &self->stages->lines[i];
    EhChartPoint points[EH_STAGE_N];
    guint n_points = 0;

    for (guint stage = 0; stage < EH_STAGE_N; stage++)
      if (has (line, stage))
        points[n_points++] = (EhChartPoint){ self->x[stage],
                                             y_of (self, line->values[stage].share.value) };
    if (n_points > 1) {
      EhChartShape *shape = eh_chart_layout_add_line (layout, points, n_points, line->mark_colour,
                                                      2.75);

      shape->dash = dashed ? (guint) MAX (line->group->slot, 0) : 0;
    }
  }
}

static void
add_markers (Slope *self)
{
  for (guint i = 0; i < self->stages->n_drawn; i++) {
    const EhStageLine *line = &self->stages->lines[i];

    for (guint stage = 0; stage < EH_STAGE_N; stage++) {
      double y;

      if (!has (line, stage))
        continue;
      y = y_of (self, line->values[stage].share.value);
      eh_chart_layout_add_circle (self->layout, self->x[stage], y, MARKER + 2)->filled = TRUE;
      ((EhChartShape *) g_ptr_array_index (self->layout->shapes, self->layout->shapes->len - 1))
          ->fill = self->layout->theme->background;
      eh_stages_add_group_marker (self->stages, line, self->x[stage], y, MARKER);
      eh_stages_add_mark (self->stages, i, stage,
                          (EhChartBox){ self->x[stage] - 14, y - 14, 28, 28 });
    }
  }
}

/* "36%  21 of 58", from x to the right or up to it; y is the middle. */
static void
add_value (Slope *self,
           const EhStageValue *value,
           double x,
           double y,
           EhChartAlign align,
           gboolean on_lines)
{
  EhChartLayout *layout = self->layout;
  double width = value_width (self, value);
  double left = align == EH_CHART_ALIGN_RIGHT ? x - width : x;
  double strong = eh_chart_text_height (layout->text, EH_CHART_FONT_VALUE);
  double small = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL);
  EhChartLabel *label;

  if (value->share_text) {
    label = eh_chart_layout_add_label (layout, EH_CHART_FONT_VALUE, layout->theme->text,
                                       EH_CHART_ALIGN_LEFT, left, y - strong / 2,
                                       value->share_text);
    label->halo = on_lines;
    left += label->box.width + 7;
  }
  label = eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                     EH_CHART_ALIGN_LEFT, left, y - small / 2 + 1,
                                     value->count_text);
  label->halo = on_lines;
}

/* A hair line from a mark to words that had to move. */
static void
add_leader (Slope *self, double x, double y, double to_x, double to_y)
{
  EhChartPoint points[3] = { { x, y }, { x + (to_x - x) * 0.35, y }, { to_x, to_y } };

  if (fabs (to_y - y) > 4)
    eh_chart_layout_add_line (self->layout, points, 3, self->layout->theme->outline, 0.75);
}

typedef struct {
  guint line;
  double wanted;
  double height;
} Block;

static int
by_wanted (const void *a, const void *b)
{
  const Block *left = a;
  const Block *right = b;

  if (left->wanted < right->wanted)
    return -1;
  return left->wanted > right->wanted ? 1 : (int) left->line - (int) right->line;
}

/* Sorts blocks by where they want to be and finds them places; centres is by line. */
static void
settle (const Slope *self, Block *blocks, guint n, double *centres)
{
  double at[MOST_LINES];
  double heights[MOST_LINES];

  qsort (blocks, n, sizeof (Block), by_wanted);
  for (guint i = 0; i < n; i++) {
    at[i] = blocks[i].wanted;
    heights[i] = blocks[i].height;
  }
  eh_chart_spread (at, heights, n, self->top, self->bottom + 2);
  for (guint i = 0; i < n; i++)
    centres[blocks[i].line] = at[i];
}

/* Names and shares at the left, shares and names at the right. */
static void
add_end_words (Slope *self, EhStage stage)
{
  EhChartLayout *layout = self->layout;
  gboolean left = stage == EH_STAGE_ROOM;
  double width = left ? self->names : self->ends;
  Block blocks[MOST_LINES];
  double centres[MOST_LINES];
  guint n = 0;

  for (guint i = 0; i < self->stages->n_drawn; i++)
    if (has (&self->stages->lines[i], stage))
      blocks[n++] = (Block){ i, y_of (self, self->stages->lines[i].values[stage].share.value),
                             self->line_height + self->name_height[i] + 6 };
  settle (self, blocks, n, centres);
  for (guint i = 0; i < n; i++) {
    guint index = blocks[i].line;
    const EhStageLine *line = &self->stages->lines[index];
    double height = blocks[i].height - 6;
    double top = centres[index] - height / 2;
    double x = self->x[stage] + (left ? -GAP : GAP);
    EhChartBox room = { left ? x - width : x, top, width, 0 };
    EhChartAlign align = left ? EH_CHART_ALIGN_RIGHT : EH_CHART_ALIGN_LEFT;

    if (!left)
      room.y += self->line_height;
    eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME, line->text_colour, align, room, 2,
                                   line->group->label);
    add_value (self, &line->values[stage], x,
               left ? top + self->name_height[index] + self->line_height / 2
                    : top + self->line_height / 2,
               align, FALSE);
    add_leader (self, self->x[stage] + (left ? -7 : 7),
                y_of (self, line->values[stage].share.value), x + (left ? 3 : -3), centres[index]);
  }
}

/* How far a line from a to b runs through a box: the part of it that lies between all four edges
 * (Liang and Barsky, 1984), as a distance across. */
static double
length_inside (EhChartPoint a, EhChartPoint b, EhChartBox box)
{
  const double along[4] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double room[4] = { a.x - box.x, box.x + box.width - a.x, a.y - box.y,
                           box.y + box.height - a.y };
  double from = 0;
  double to = 1;

  for (guint edge = 0; edge < 4; edge++) {
    if (along[edge] < 0)
      from = MAX (from, room[edge] / along[edge]);
    else if (along[edge] > 0)
      to = MIN (to, room[edge] / along[edge]);
    else if (room[edge] < 0)
      return 0;
  }
  return to > from ? (to - from) * fabs (b.x - a.x) : 0;
}

/* Where words at the middle scale may go: one height for each, one side for all. */
typedef struct {
  guint n;
  guint line[MOST_LINES];
  double centre[MOST_LINES]; /* by line */
  gboolean before;           /* on the side of the room */
} Middle;

/* How bad it would be. */
static double
middle_cost (const Slope *self, const Middle *words)
{
  EhStage other = words->before ? EH_STAGE_ROOM : EH_STAGE_GUIDANCE;
  double cost = words->before ? 4 : 0;

  for (guint i = 0; i < words->n; i++) {
    const EhStageValue *value = &self->stages->lines[words->line[i]].values[EH_STAGE_INSIGHTS];
    double centre = words->centre[words->line[i]];
    double width = value_width (self, value) + 4;
    EhChartBox box = { self->x[EH_STAGE_INSIGHTS] + (words->before ? -GAP + 2 - width : GAP - 2),
                       centre - self->line_height * 0.42, width, self->line_height * 0.84 };

    cost += fabs (centre - y_of (self, value->share.value) + 1) * 0.6;
    for (guint j = 0; j < i; j++)
      cost += MAX (0, 1.6 * self->line_height - fabs (centre - words->centre[words->line[j]])) *
              1.2;
    for (guint j = 0; j < self->stages->n_drawn; j++) {
      const EhStageLine *line = &self->stages->lines[j];

      if (has (line, EH_STAGE_INSIGHTS) && has (line, other))
        cost += length_inside (
            (EhChartPoint){ self->x[EH_STAGE_INSIGHTS],
                            y_of (self, line->values[EH_STAGE_INSIGHTS].share.value) },
            (EhChartPoint){ self->x[other], y_of (self, line->values[other].share.value) }, box);
    }
  }
  return cost;
}

/* Tries all heights and both sides and gives the least bad. */
static Middle
best_middle (Slope *self)
{
  /* In heights of a line. The more groups, the fewer are tried: up to 256 choices in all. */
  static const double offsets[] = { -0.62, 0.62, -1.6, 1.6, -0.9, 0.9 };
  Middle words = { 0 };
  Middle best = { 0 };
  double least = G_MAXDOUBLE;
  guint n_offsets;
  guint choices = 1;

  for (guint i = 0; i < self->stages->n_drawn; i++)
    if (has (&self->stages->lines[i], EH_STAGE_INSIGHTS))
      words.line[words.n++] = i;
  n_offsets = words.n <= 3 ? 6 : words.n == 4 ? 4 : 2;
  for (guint i = 0; i < words.n; i++)
    choices *= n_offsets;

  for (guint choice = 0; choice < choices; choice++) {
    Block blocks[MOST_LINES];

    for (guint i = 0, digits = choice; i < words.n; i++, digits /= n_offsets) {
      double y = y_of (self,
                       self->stages->lines[words.line[i]].values[EH_STAGE_INSIGHTS].share.value);

      blocks[i] = (Block){ words.line[i], y + offsets[digits % n_offsets] * self->line_height,
                           self->line_height };
    }
    settle (self, blocks, words.n, words.centre);
    for (words.before = FALSE;; words.before = TRUE) {
      double cost = middle_cost (self, &words);

      if (cost < least) {
        least = cost;
        best = words;
      }
      if (words.before)
        break;
    }
  }
  return best;
}

static void
add_middle_words (Slope *self)
{
  Middle words = best_middle (self);
  double away = words.before ? -1 : 1;

  for (guint i = 0; i < words.n; i++) {
    const EhStageValue *value = &self->stages->lines[words.line[i]].values[EH_STAGE_INSIGHTS];
    double y = y_of (self, value->share.value);
    double centre = words.centre[words.line[i]];
    double x = self->x[EH_STAGE_INSIGHTS] + away * GAP;

    if (fabs (centre - y) > self->line_height)
      add_leader (self, self->x[EH_STAGE_INSIGHTS] + away * 7, y, x - away * 3, centre);
    add_value (self, value, x, centre, words.before ? EH_CHART_ALIGN_RIGHT : EH_CHART_ALIGN_LEFT,
               TRUE);
  }
}

/* One group's counts beside its markers on the scales' own lines; gives the height. */
static double
add_listed_group (Slope *self, guint index, double y)
{
  EhChartLayout *layout = self->layout;
  const EhStageLine *line = &self->stages->lines[index];
  double middle = y + eh_chart_text_height (layout->text, EH_CHART_FONT_NAME) / 2;
  double height = eh_chart_layout_add_paragraph (
      layout, EH_CHART_FONT_NAME, line->text_colour, EH_CHART_ALIGN_RIGHT,
      (EhChartBox){ self->x[EH_STAGE_ROOM] - GAP - self->names, y, self->names, 0 }, 2,
      line->group->label);

  for (guint stage = 0; stage < EH_STAGE_N; stage++) {
    double right = stage == EH_STAGE_GUIDANCE ? self->x[stage] + GAP + self->ends
                                              : self->x[stage + 1] - GAP;
    EhChartBox room = { self->x[stage] + GAP, y, right - self->x[stage] - GAP, 0 };

    eh_stages_add_group_marker (self->stages, line, self->x[stage], middle, MARKER - 1);
    room.height = eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_BODY, layout->theme->text,
                                                 EH_CHART_ALIGN_LEFT, room, 2,
                                                 line->values[stage].count_text);
    height = MAX (height, room.height);
    room.x -= 2 * GAP;
    room.width += 2 * GAP;
    eh_stages_add_mark (self->stages, index, stage, room);
  }
  return height;
}

/* How high add_listed() will be. */
static double
listed_height (const Slope *self)
{
  const EhStages *stages = self->stages;
  EhChartLayout *layout = self->layout;
  double width = layout->width - self->x[EH_STAGE_ROOM] + GAP + self->names -
                 eh_chart_layout_margin (layout);
  double height;

  if (stages->n_lines == stages->n_drawn)
    return 0;
  height = 20 + eh_chart_layout_paragraph_height (layout, EH_CHART_FONT_SMALL, width, 2,
                                                  eh_stages_few_text (stages));
  for (guint i = stages->n_drawn; i < stages->n_lines; i++)
    height += 8 + eh_chart_layout_paragraph_height (layout, EH_CHART_FONT_NAME, self->names, 2,
                                                    stages->lines[i].group->label);
  return height;
}

/* Groups of which no share is drawn: their counts at the same stages. Gives where they end. */
static double
add_listed (Slope *self, double y)
{
  EhChartLayout *layout = self->layout;
  EhStages *stages = self->stages;
  double left = self->x[EH_STAGE_ROOM] - GAP - self->names;
  double width = layout->width - left - eh_chart_layout_margin (layout);

  if (stages->n_lines == stages->n_drawn)
    return y;
  y += 12;
  y += 8 + eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                          EH_CHART_ALIGN_LEFT, (EhChartBox){ left, y, width, 0 }, 2,
                                          eh_stages_few_text (stages));
  for (guint i = stages->n_drawn; i < stages->n_lines; i++)
    y += add_listed_group (self, i, y) + 8;
  return y;
}

/* Lays out lines between y and as far as there is room; FALSE, with nothing put down, if there is
 * not room enough for their words. */
gboolean
eh_stages_slope (EhStages *stages, double y, double height, double *bottom)
{
  Slope self = { .stages = stages, .layout = stages->layout };
  double words = 0;

  if (stages->n_drawn == 0 || stages->n_drawn > MOST_LINES || !place_scales (&self))
    return FALSE;

  self.line_height = eh_chart_text_height (stages->layout->text, EH_CHART_FONT_VALUE);
  for (guint i = 0; i < stages->n_drawn; i++) {
    self.name_height[i] = eh_chart_layout_paragraph_height (stages->layout, EH_CHART_FONT_NAME,
                                                            MIN (self.names, self.ends), 2,
                                                            stages->lines[i].group->label);
    words += self.name_height[i] + self.line_height + 6;
  }
  if (is_crowded (&self))
    return FALSE;
  self.top = add_headings (&self, y) + 12;
  self.scale_top = self.top + self.line_height * 0.6;
  self.bottom = MAX (y + height - listed_height (&self) - self.line_height - 2,
                     self.top + MAX (words + self.line_height, 220));
  self.bottom = MIN (self.bottom, self.top + MAX (words + self.line_height, 620));
  add_scales (&self);
  add_whiskers (&self);
  add_lines (&self);
  add_markers (&self);
  add_end_words (&self, EH_STAGE_ROOM);
  add_middle_words (&self);
  add_end_words (&self, EH_STAGE_GUIDANCE);
  *bottom = add_listed (&self, self.bottom + self.line_height + 2);
  return TRUE;
}
