/* Flow as three columns with ribbons between them.
 *
 *   Public    ######~~~~~~~~~~~~~+-----------+~~~~~~~~~### 6  Agree the agenda
 *   57        ######~~~~~    ~~~~| Hierarchy |~~~~~~~~~###    together
 *   Staff     ######    ~~~~~    +-----------+        ~### 4  Pay people
 *
 * No ribbon goes where a name stands: the categories' names are in cards that ribbons end at. All
 * columns are to one scale; a line that would be too low for its name gets the room of the name.
 */

#include "eh-chart-flow-private.h"

#include <math.h>

#define BAR      10  /* width of the bar of a line */
#define GAP      10  /* between lines of a column, at least */
#define MOST_GAP 56  /* and at most */
#define BEND     70  /* ribbons are at least so long */
#define LEAST    170 /* the columns are at least so high */
#define HIDDEN   4   /* width of a ribbon whose number is withheld */
#define WORD     190 /* a longer word is broken */
#define WITHHELD 14  /* height of a bar whose number is withheld */

typedef struct {
  const EhCrosstabLine *line;
  double value; /* insights; 0 where withheld */
  double bar;   /* height of its bar */
  double room;  /* height that it takes in its column */
  double y;
  double top; /* of its bar */
  double in;  /* where the next ribbon ends */
  double out; /* where the next ribbon begins */
  guint index;
} Node;

typedef struct {
  EhFlowPicture *picture;
  EhChartLayout *layout;
  Node *groups;
  guint n_groups;
  Node *categories;
  guint n_categories;
  Node *recommendations;
  guint n_recommendations;
  char *untraced;
  double left;   /* of the groups' names */
  double names;  /* width of the groups' names */
  double card;   /* width of a category */
  double number; /* width of the numbers before the recommendations */
  double words;  /* width of the recommendations' words */
  double bend;   /* width of the room for ribbons */
  double scale;  /* pixels to an insight */
} Ribbons;

static double
groups_bar (const Ribbons *self)
{
  return self->left + self->names + 8;
}

static double
cards_left (const Ribbons *self)
{
  return groups_bar (self) + BAR + self->bend;
}

static double
recommendations_bar (const Ribbons *self)
{
  return cards_left (self) + self->card + self->bend;
}

static void
take_lines (Node *nodes, guint *n, const EhCrosstabLine *lines, guint n_lines, gboolean other)
{
  for (guint i = 0; i < n_lines; i++) {
    gboolean is_other = g_str_equal (lines[i].key, "other") || lines[i].kind != EH_LINE_PLAIN;

    if (lines[i].kind == EH_LINE_UNTRACED || is_other != other ||
        !eh_flow_is_something (lines[i].total))
      continue;
    nodes[*n] = (Node){ .line = &lines[i], .index = i, .value = lines[i].total.value };
    (*n)++;
  }
}

/* Those that stand for others, and what is unnamed and unsorted, come last. */
static Node *
nodes_new (const EhCrosstabLine *lines, guint n_lines, guint *n)
{
  Node *nodes = g_new0 (Node, n_lines + 1);

  *n = 0;
  take_lines (nodes, n, lines, n_lines, FALSE);
  take_lines (nodes, n, lines, n_lines, TRUE);
  return nodes;
}

static void
collect (Ribbons *self)
{
  const EhFlow *flow = self->picture->flow;
  guint kept = 0;

  self->groups = nodes_new (flow->given->rows, flow->given->n_rows, &self->n_groups);
  self->categories = nodes_new (flow->given->columns, flow->given->n_columns, &self->n_categories);
  self->recommendations = nodes_new (flow->used->columns, flow->used->n_columns,
                                     &self->n_recommendations);
  for (guint i = 0; i < self->n_recommendations; i++)
    if ((int) self->recommendations[i].index != self->picture->unused)
      self->recommendations[kept++] = self->recommendations[i];
  self->n_recommendations = kept;
  self->untraced = eh_flow_untraced_text (self->picture);
}

static double
widest (const Ribbons *self, const Node *nodes, guint n, EhChartFont font)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    width = MAX (width,
                 eh_chart_text_measure (self->layout->text, font, nodes[i].line->label).width);
  return width;
}

/* The widest word of a name: columns narrower than that would break it, up to a limit. */
static double
widest_word (const Ribbons *self, const Node *nodes, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    width = MAX (width, eh_chart_text_longest_word (self->layout->text, EH_CHART_FONT_NAME,
                                                    nodes[i].line->label));
  return MIN (width, WORD);
}

static char *
count_text (const Ribbons *self, const Node *node)
{
  return eh_figure_to_count_text (node->line->total, self->picture->flow->threshold);
}

static double
widest_number (const Ribbons *self, const Node *nodes, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = count_text (self, &nodes[i]);

    width = MAX (width,
                 eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD, text).width);
  }
  return width;
}

/* Shares out the width; FALSE if there is too little for ribbons. */
static gboolean
share_width (Ribbons *self)
{
  double margin = eh_chart_layout_margin (self->layout);
  double room = self->layout->width - 2 * margin;
  double words = MAX (
      widest (self, self->recommendations, self->n_recommendations, EH_CHART_FONT_BODY),
      self->untraced != NULL
          ? eh_chart_text_measure (self->layout->text, EH_CHART_FONT_BODY, self->untraced).width
          : 0);

  self->left = margin;
  self->names = MIN (widest (self, self->groups, self->n_groups, EH_CHART_FONT_NAME) + 20,
                     MAX (110, room * 0.17));
  self->names = MAX (self->names, widest_number (self, self->groups, self->n_groups));
  self->names = MAX (self->names, widest_word (self, self->groups, self->n_groups) + 21);
  self->card = CLAMP (widest (self, self->categories, self->n_categories, EH_CHART_FONT_NAME) + 36,
                      110, MAX (110, room * 0.17));
  self->card = MAX (self->card, widest_word (self, self->categories, self->n_categories) + 31);
  self->number = widest_number (self, self->recommendations, self->n_recommendations);
  self->words = MIN (words, MAX (130, room * 0.27));
  self->bend = (room - self->names - 8 - 2 * BAR - self->card - self->number - 14 - self->words) /
               2;
  return self->bend >= BEND;
}

static double
group_label_height (Ribbons *self, const Node *node)
{
  return eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_NAME, self->names - 20, 3,
                                           node->line->label) +
         eh_chart_text_height (self->layout->text, EH_CHART_FONT_SMALL_BOLD);
}

static double
card_label_height (Ribbons *self, const Node *node)
{
  return 12 +
         eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_NAME, self->card - 30, 4,
                                           node->line->label) +
         eh_chart_text_height (self->layout->text, EH_CHART_FONT_SMALL_BOLD);
}

static double
recommendation_label_height (Ribbons *self, const Node *node)
{
  return eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_BODY, self->words, 2,
                                           node->line->label);
}

/* Ribbons that meet a line, at the scale: its bar is at least as high. */
static double
ribbons_of (const Ribbons *self, const EhCrosstab *crosstab, guint index, gboolean is_row)
{
  guint n = is_row ? crosstab->n_columns : crosstab->n_rows;
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    EhFigure count = is_row ? eh_crosstab_cell (crosstab, index, i)->count
                            : eh_crosstab_cell (crosstab, i, index)->count;

    sum += count.state == EH_FIGURE_PROTECTED ? HIDDEN : count.value * self->scale;
  }
  return sum;
}

static double
bar_height (const Ribbons *self, const Node *node, double ribbons)
{
  if (node->line->total.state == EH_FIGURE_PROTECTED)
    return MAX (WITHHELD, ribbons);
  return MAX (MAX (2, node->value * self->scale), ribbons);
}

/* Sizes a column at the scale; gives its height without more than the least gaps. */
static double
size_column (Ribbons *self, Node *nodes, guint n, double (*label) (Ribbons *, const Node *))
{
  const EhFlow *flow = self->picture->flow;
  double height = 0;

  for (guint i = 0; i < n; i++) {
    Node *node = &nodes[i];
    double ribbons;

    if (nodes == self->groups)
      ribbons = ribbons_of (self, flow->given, node->index, TRUE);
    else if (nodes == self->recommendations)
      ribbons = ribbons_of (self, flow->used, node->index, FALSE);
    else
      ribbons = MAX (ribbons_of (self, flow->given, node->index, FALSE),
                     ribbons_of (self, flow->used, node->index, TRUE));
    node->bar = bar_height (self, node, ribbons);
    node->room = MAX (node->bar, label (self, node));
    height += node->room + (i > 0 ? GAP : 0);
  }
  return height;
}

static double
untraced_height (Ribbons *self)
{
  return self->untraced != NULL
             ? GAP + eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_BODY,
                                                       self->words + self->number + 6, 3,
                                                       self->untraced)
             : 0;
}

/* Sizes all columns; gives the height of the highest. */
static double
size_columns (Ribbons *self)
{
  double height = size_column (self, self->groups, self->n_groups, group_label_height);

  height = MAX (height,
                size_column (self, self->categories, self->n_categories, card_label_height));
  return MAX (height, size_column (self, self->recommendations, self->n_recommendations,
                                   recommendation_label_height) +
                          untraced_height (self));
}

/* The largest scale at which all columns fit the height, by halves. */
static double
find_scale (Ribbons *self, double total, double height)
{
  double low = LEAST / total;
  double high = MAX (height, LEAST) / total;

  for (guint i = 0; i < 24; i++) {
    self->scale = (low + high) / 2;
    if (size_columns (self) > height)
      high = self->scale;
    else
      low = self->scale;
  }
  self->scale = low;
  return size_columns (self);
}

/* Places the lines of a column from y, spread over the height. */
static double
place_column (Node *nodes, guint n, double y, double height, double below)
{
  double used = below;
  double gap;

  for (guint i = 0; i < n; i++)
    used += nodes[i].room;
  gap = n > 1 ? CLAMP ((height - used) / (n - 1), GAP, MOST_GAP) : 0;
  y += MAX (0, (height - used - gap * (n > 0 ? n - 1 : 0)) / 2);
  for (guint i = 0; i < n; i++) {
    Node *node = &nodes[i];

    node->y = y;
    node->top = node->in = node->out = y + (node->room - node->bar) / 2;
    y += node->room + gap;
  }
  return y - (n > 0 ? gap : 0);
}

static EhChartShape *
add_bar (Ribbons *self, const Node *node, double x, EhChartColour fill)
{
  EhChartShape *bar = eh_chart_layout_add_rect (
      self->layout, (EhChartBox){ x, node->top, BAR, node->bar }, 2, fill);

  if (node->line->total.state == EH_FIGURE_PROTECTED) {
    bar->fill = self->layout->theme->background;
    bar->pattern = EH_CHART_PATTERN_DIAGONAL;
    bar->hatch = bar->stroke = self->layout->theme->outline;
    bar->stroked = TRUE;
    bar->width = 1;
  }
  return bar;
}

static double
ribbon_width (const Ribbons *self, EhFigure count)
{
  return count.state == EH_FIGURE_PROTECTED ? HIDDEN : count.value * self->scale;
}

/* A ribbon from where @from has got to, to where @to has; both move on. */
static void
add_ribbon (Ribbons *self,
            Node *from,
            Node *to,
            double x,
            double end,
            EhFigure count,
            EhChartColour colour,
            guint row)
{
  double width = ribbon_width (self, count);
  /* What is withheld is a dashed line in the middle of its room. */
  gboolean withheld = count.state == EH_FIGURE_PROTECTED;
  double edge = withheld ? width / 2 : 0;
  double height = withheld ? 0 : width;
  EhChartShape *ribbon = eh_chart_layout_add_ribbon (
      self->layout, (EhChartBox){ x, from->out + edge, 0, height },
      (EhChartBox){ end, to->in + edge, 0, height }, colour);

  ribbon->fill = eh_chart_colour_mix (self->layout->theme->background, colour, 0.4);
  /* Its edges are what can be told from the ground. */
  ribbon->stroked = TRUE;
  ribbon->stroke = colour;
  ribbon->width = 0.75;
  if (withheld) {
    ribbon->filled = FALSE;
    ribbon->alpha = 1;
    ribbon->stroked = TRUE;
    ribbon->stroke = self->layout->theme->outline;
    ribbon->dash = 2;
  }
  eh_flow_add_mark (self->picture, (EhChartBox){ x, from->out, self->bend * 0.45, MAX (width, 1) },
                    from->line, to->line, count, row);
  from->out += width;
  to->in += width;
}

/* How wide the first line of a group's name is. */
static double
first_line (Ribbons *self, const Node *node)
{
  g_autoptr (GPtrArray) lines = eh_chart_text_wrap (self->layout->text, EH_CHART_FONT_NAME,
                                                    node->line->label, self->names - 20, 3);

  return eh_chart_text_measure (self->layout->text, EH_CHART_FONT_NAME, lines->pdata[0]).width;
}

static void
add_group (Ribbons *self, Node *node)
{
  EhFlowPicture *picture = self->picture;
  const EhCrosstab *given = picture->flow->given;
  EhChartColour colour = eh_flow_group_colour (picture, node->index);
  double label = group_label_height (self, node);
  double y = node->y + (node->room - label) / 2;
  double x = self->left + self->names;
  g_autofree char *count = count_text (self, node);

  eh_flow_add_mark (picture, (EhChartBox){ groups_bar (self), node->top, BAR, node->bar },
                    node->line, NULL, node->line->total, picture->group_rows[node->index]);
  for (guint i = 0; i < self->n_categories; i++) {
    guint at = node->index * given->n_columns + self->categories[i].index;
    EhFigure cell = given->cells[at].count;

    if (eh_flow_is_something (cell))
      add_ribbon (self, node, &self->categories[i], groups_bar (self) + BAR, cards_left (self),
                  cell, colour, picture->given_rows[at]);
  }
  add_bar (self, node, groups_bar (self), colour);
  eh_chart_layout_add_group_marker (
      self->layout, node->line->slot, x - first_line (self, node) - 12,
      y + eh_chart_text_height (self->layout->text, EH_CHART_FONT_NAME) / 2);
  y += eh_chart_layout_add_paragraph (
      self->layout, EH_CHART_FONT_NAME, eh_flow_group_text_colour (picture, node->index),
      EH_CHART_ALIGN_RIGHT, (EhChartBox){ self->left + 20, y, self->names - 20, 0 }, 3,
      node->line->label);
  eh_chart_layout_add_label (self->layout, EH_CHART_FONT_SMALL_BOLD, self->layout->theme->dim,
                             EH_CHART_ALIGN_RIGHT, x, y, count);
}

/* The end of a category's bar that no recommendation rests on. */
static void
add_unused (Ribbons *self, const Node *node, double x)
{
  EhFlowPicture *picture = self->picture;
  const EhCrosstab *used = picture->flow->used;
  guint at = node->index * used->n_columns + (guint) picture->unused;
  EhFigure count = used->cells[at].count;
  double height = node->top + node->bar - node->out;
  EhChartShape *part;

  if (!eh_flow_is_something (count) || height < 0.5)
    return;
  part = eh_chart_layout_add_rect (self->layout, (EhChartBox){ x, node->out, BAR, height }, 0,
                                   self->layout->theme->background);
  part->stroked = TRUE;
  part->stroke = self->layout->theme->outline;
  part->width = 1;
  if (count.state == EH_FIGURE_PROTECTED) {
    part->pattern = EH_CHART_PATTERN_DIAGONAL;
    part->hatch = self->layout->theme->outline;
  }
  eh_flow_add_mark (picture, part->box, node->line, &used->columns[picture->unused], count,
                    picture->used_rows[at]);
}

static void
add_category (Ribbons *self, Node *node)
{
  EhFlowPicture *picture = self->picture;
  EhChartLayout *layout = self->layout;
  const EhChartTheme *theme = layout->theme;
  const EhCrosstab *used = picture->flow->used;
  guint slot = (guint) MAX (node->line->slot, 0) % EH_CHART_THEME_SLOTS;
  EhChartColour colour = node->line->slot < 0 ? theme->outline : theme->category[slot];
  double x = cards_left (self);
  double right = x + self->card - BAR;
  EhChartBox card = { x, node->y, self->card, node->room };
  EhChartShape *ground = eh_chart_layout_add_rect (
      layout, card, 4, node->line->slot < 0 ? theme->background : theme->category_fill[slot]);
  double words = card_label_height (self, node) - 12;
  EhChartBox room = { x + BAR + 5, node->y + (node->room - words) / 2, self->card - 30, 0 };
  g_autofree char *count = count_text (self, node);
  EhChartShape *bar;

  ground->stroked = TRUE;
  ground->stroke = theme->axis;
  ground->width = 1;
  eh_flow_add_mark (picture, card, node->line, NULL, node->line->total,
                    picture->category_rows[node->index]);
  bar = add_bar (self, node, x, colour);
  if (node->line->total.state != EH_FIGURE_PROTECTED && node->line->slot >= 0) {
    bar->fill = theme->category_fill[slot];
    bar->pattern = eh_chart_theme_category_pattern (slot);
    bar->hatch = bar->stroke = colour;
    bar->stroked = TRUE;
    bar->width = 1;
  }
  for (guint i = 0; i < self->n_recommendations; i++) {
    guint at = node->index * used->n_columns + self->recommendations[i].index;

    if (eh_flow_is_something (used->cells[at].count))
      add_ribbon (self, node, &self->recommendations[i], x + self->card, recommendations_bar (self),
                  used->cells[at].count, theme->outline, picture->used_rows[at]);
  }
  if (node->out > node->top)
    eh_chart_layout_add_rect (layout, (EhChartBox){ right, node->top, BAR, node->out - node->top },
                              0, theme->outline);
  if (picture->unused >= 0)
    add_unused (self, node, right);
  room.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME, theme->text,
                                           EH_CHART_ALIGN_LEFT, room, 4, node->line->label);
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, theme->dim, EH_CHART_ALIGN_LEFT,
                             room.x, room.y, count);
}

static void
add_recommendation (Ribbons *self, Node *node)
{
  EhFlowPicture *picture = self->picture;
  EhChartLayout *layout = self->layout;
  double x = recommendations_bar (self);
  double words = recommendation_label_height (self, node);
  double y = node->y + (node->room - words) / 2;
  g_autofree char *count = count_text (self, node);

  add_bar (self, node, x, layout->theme->text);
  eh_flow_add_mark (picture, (EhChartBox){ x, node->top, BAR, node->bar }, node->line, NULL,
                    node->line->total, picture->recommendation_rows[node->index]);
  x += BAR + 6;
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                             EH_CHART_ALIGN_RIGHT, x + self->number, y, count);
  eh_chart_layout_add_paragraph (
      layout, EH_CHART_FONT_BODY, layout->theme->text, EH_CHART_ALIGN_LEFT,
      (EhChartBox){ x + self->number + 8, y, self->words, 0 }, 2, node->line->label);
}

/* A dashed frame that no ribbon leads to. */
static void
add_untraced (Ribbons *self, double y)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstab *used = self->picture->flow->used;
  double x = recommendations_bar (self);
  double line = eh_chart_text_height (layout->text, EH_CHART_FONT_BODY);
  EhChartBox box = { x, y + 2, BAR, line - 4 };
  EhChartShape *frame = eh_chart_layout_add_rect (layout, box, 2, layout->theme->background);

  frame->stroked = TRUE;
  frame->stroke = layout->theme->outline;
  frame->width = 1.25;
  frame->dash = 2;
  frame->grain = 0.7;
  eh_chart_layout_add_paragraph (
      layout, EH_CHART_FONT_BODY, layout->theme->dim, EH_CHART_ALIGN_LEFT,
      (EhChartBox){ x + BAR + 6, y, self->number + 8 + self->words, 0 }, 3, self->untraced);
  for (guint j = 0, n = 0; j < used->n_columns; j++)
    if (used->columns[j].kind == EH_LINE_UNTRACED) {
      EhChartBox part = box;

      /* Side by side in the frame, so that each can be pointed at. */
      part.width = box.width / self->picture->flow->n_untraced;
      part.x += part.width * n++;
      eh_flow_add_mark (self->picture, part, &used->columns[j], NULL, used->columns[j].total,
                        self->picture->recommendation_rows[j]);
    }
}

static double
total_of (const Ribbons *self)
{
  double total = 0;

  for (guint i = 0; i < self->n_groups; i++)
    total += self->groups[i].value;
  if (eh_figure_is_known (self->picture->flow->given->total))
    total = MAX (total, self->picture->flow->given->total.value);
  return MAX (total, 1);
}

static void
ribbons_clear (Ribbons *self)
{
  g_free (self->groups);
  g_free (self->categories);
  g_free (self->recommendations);
  g_free (self->untraced);
}

/* Lays out ribbons from y; FALSE, with nothing put down, if it is too narrow for them. */
gboolean
eh_flow_ribbons (EhFlowPicture *picture, double y, double height, double *bottom)
{
  Ribbons self = { .picture = picture, .layout = picture->layout };
  double end;

  collect (&self);
  if (!share_width (&self)) {
    ribbons_clear (&self);
    return FALSE;
  }
  height = MAX (height, 2 * LEAST);
  height = MAX (height, find_scale (&self, total_of (&self), height));
  place_column (self.groups, self.n_groups, y, height, 0);
  place_column (self.categories, self.n_categories, y, height, 0);
  end = place_column (self.recommendations, self.n_recommendations, y, height,
                      untraced_height (&self));
  for (guint i = 0; i < self.n_groups; i++)
    add_group (&self, &self.groups[i]);
  for (guint i = 0; i < self.n_categories; i++)
    add_category (&self, &self.categories[i]);
  for (guint i = 0; i < self.n_recommendations; i++)
    add_recommendation (&self, &self.recommendations[i]);
  if (self.untraced != NULL)
    add_untraced (&self, end + (self.n_recommendations > 0 ? GAP : 0));
  *bottom = MAX (y + height, end + untraced_height (&self));
  ribbons_clear (&self);
  return TRUE;
}
