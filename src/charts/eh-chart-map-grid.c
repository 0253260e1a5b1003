/* Power map as a grid of dots, with a bar for the total of each line.
 *
 *   .            heading   heading   heading
 *   .              bar       bar       bar
 *   name of line    o         O         .      ======= 31
 *   name of line    .         o         O      ==== 17
 *
 * The names' column, the cells and the totals share the width; a line is as high as its name needs
 * and at least as high as its dots.
 */

#include "eh-chart-map-private.h"

#include <math.h>

#define LARGEST     46 /* radius of the largest dot */
#define TOTALS      34 /* height of the bars over the columns */
#define NAME_GAP    14
#define WIDEST_CELL 168

typedef struct {
  EhMap *map;
  EhChartLayout *layout;
  double left;
  double names;
  double cell;   /* width */
  double row;    /* height, at least */
  double totals; /* width of the bars after the rows, with their numbers */
  double number; /* width of the widest of those numbers */
  double radius;
  guint n_down;
  guint n_across;
} Grid;

static gboolean
has_marker (EhAxisKind kind)
{
  return kind == EH_AXIS_ROLE_GROUP;
}

static EhChartFont
name_font (EhAxisKind kind)
{
  return has_marker (kind) ? EH_CHART_FONT_NAME : EH_CHART_FONT_BODY;
}

/* The width that a column needs for its counts and, unless headings may break words, for them. */
static double
narrowest_cell (const Grid *self, gboolean break_words)
{
  EhAxisKind kind = eh_map_across_kind (self->map);
  double widest = eh_map_widest_count (self->map) + 24;

  if (break_words)
    return MAX (widest, 60);
  for (guint j = 0; j < self->n_across; j++)
    widest = MAX (widest, MIN (eh_chart_text_longest_word (self->layout->text, name_font (kind),
                                                           eh_map_across (self->map, j)->label),
                               WIDEST_CELL - 8) +
                              8);
  return MAX (widest, 52);
}

static double
widest_total (const Grid *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n_down; i++) {
    g_autofree char *text = eh_figure_to_count_text (eh_map_down (self->map, i)->total,
                                                     self->map->crosstab->threshold);

    widest = MAX (widest,
                  eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD, text).width);
  }
  return widest;
}

/* Takes up to wanted from what is left. */
static double
take (double *left, double wanted)
{
  double taken = CLAMP (wanted, 0, *left);

  *left -= taken;
  return taken;
}

/* Shares out the width: what all must have, then in turn what each would like; FALSE if there is
 * not even the first. */
static gboolean
share_width (Grid *self, gboolean break_words)
{
  double margin = eh_chart_layout_margin (self->layout);
  double room = self->layout->width - 2 * margin;
  EhAxisKind kind = eh_map_down_kind (self->map);
  double whole = 0; /* names that need not break */
  double word = 0;  /* names that break between words alone */
  double bar = 24;
  double left;

  for (guint i = 0; i < self->n_down; i++) {
    double name = eh_chart_text_measure (self->layout->text, name_font (kind),
                                         eh_map_down (self->map, i)->label)
                      .width;

    whole = MAX (whole, name);
    word = MAX (word, eh_chart_text_longest_word (self->layout->text, name_font (kind),
                                                  eh_map_down (self->map, i)->label));
  }
  whole += has_marker (kind) ? 20 : 0;
  word += has_marker (kind) ? 21 : 1;
  self->number = widest_total (self);
  self->names = MIN (whole, MAX (110, room * 0.22));
  self->cell = narrowest_cell (self, break_words);
  left = room - self->names - self->cell * self->n_across - 2 * NAME_GAP - bar - 8 - self->number;
  /* Rather names in several lines than no grid. */
  if (left < 0 && word < self->names) {
    left += self->names - MAX (word, 90);
    self->names = MAX (word, 90);
  }
  if (left < 0)
    return FALSE;

  self->names += take (&left, MIN (whole, room * 0.36) - self->names);
  bar += take (&left, MIN (room * 0.12, 120) - bar);
  self->cell += take (&left, (WIDEST_CELL - self->cell) * self->n_across) / self->n_across;
  self->names += take (&left, whole - self->names);
  self->totals = bar + 8 + self->number;
  self->left = margin + left / 2;
  return TRUE;
}

static double
cell_x (const Grid *self, guint across)
{
  return self->left + self->names + NAME_GAP + across * self->cell;
}

/* A heading over a column, standing on y; with draw FALSE only its height is wanted. */
static double
add_heading (Grid *self, guint across, double y, gboolean draw)
{
  const EhCrosstabLine *line = eh_map_across (self->map, across);
  EhAxisKind kind = eh_map_across_kind (self->map);
  EhChartFont font = name_font (kind);
  double width = self->cell - 8;
  double height = eh_chart_layout_paragraph_height (self->layout, font, width, 6, line->label);

  if (has_marker (kind))
    height += 16;
  if (draw) {
    double x = cell_x (self, across);
    EhChartBox room = { x + 4, y - height, width, 0 };

    if (has_marker (kind)) {
      eh_chart_layout_add_group_marker (self->layout, line->slot, x + self->cell / 2,
                                        y - height + 6);
      room.y += 16;
    }
    eh_chart_layout_add_paragraph (self->layout, font,
                                   eh_map_line_text_colour (self->map, kind, line),
                                   EH_CHART_ALIGN_CENTRE, room, 6, line->label);
  }
  return height;
}

/* Headings, and under each a bar for its total; gives where the cells begin. */
static double
add_head (Grid *self, double y)
{
  EhChartLayout *layout = self->layout;
  EhAxisKind kind = eh_map_across_kind (self->map);
  double number = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL_BOLD);
  double tallest = 0;
  double base;

  for (guint j = 0; j < self->n_across; j++) {
    double own = add_heading (self, j, 0, FALSE);

    tallest = MAX (tallest, own);
  }
  base = y + tallest + 4 + number + 2 + TOTALS;
  for (guint j = 0; j < self->n_across; j++) {
    const EhCrosstabLine *line = eh_map_across (self->map, j);
    double height = TOTALS * line->total.value / self->map->most_across;
    double x = cell_x (self, j) + self->cell / 2;
    g_autofree char *text = eh_figure_to_count_text (line->total, self->map->crosstab->threshold);
    g_autofree char *fitting = eh_chart_text_shorten (layout->text, EH_CHART_FONT_SMALL_BOLD, text,
                                                      self->cell - 4);

    add_heading (self, j, y + tallest, TRUE);
    if (line->total.state == EH_FIGURE_PROTECTED && !g_str_equal (fitting, text))
      eh_map_add_withheld (self->map, x, base - 2 - number / 2, 6);
    else
      eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                                 EH_CHART_ALIGN_CENTRE, x, base - height - 2 - number, fitting);
    if (height > 0.5)
      eh_map_add_total (self->map, kind, line, (EhChartBox){ x - 11, base - height, 22, height });
  }
  return base;
}

static void
add_rule (Grid *self, double y)
{
  double right = cell_x (self, self->n_across) + NAME_GAP + self->totals;
  EhChartPoint points[2] = { { self->left, y }, { right, y } };

  eh_chart_layout_add_line (self->layout, points, 2, self->layout->theme->axis, 1)->crisp = TRUE;
}

/* A name, in the middle of its line; with draw FALSE only its height is wanted. */
static double
add_name (Grid *self, guint down, double y, double height, gboolean draw)
{
  const EhCrosstabLine *line = eh_map_down (self->map, down);
  EhAxisKind kind = eh_map_down_kind (self->map);
  EhChartFont font = name_font (kind);
  double extra = has_marker (kind) ? 20 : 0;
  double width = self->names - extra;
  double words = eh_chart_layout_paragraph_height (self->layout, font, width, 3, line->label);

  if (draw) {
    EhChartBox room = { self->left + extra, y + (height - words) / 2, width, 0 };

    if (has_marker (kind))
      eh_chart_layout_add_group_marker (self->layout, line->slot, self->left + 7, y + height / 2);
    eh_chart_layout_add_paragraph (self->layout, font,
                                   eh_map_line_text_colour (self->map, kind, line),
                                   EH_CHART_ALIGN_LEFT, room, 3, line->label);
  }
  return words;
}

static void
add_row_total (Grid *self, guint down, double y, double height)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstabLine *line = eh_map_down (self->map, down);
  double x = cell_x (self, self->n_across) + NAME_GAP;
  double width = (self->totals - self->number - 8) * line->total.value / self->map->most_down;
  double bar = 12;
  g_autofree char *text = eh_figure_to_count_text (line->total, self->map->crosstab->threshold);
  double number = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL_BOLD);

  if (width > 0.5)
    eh_map_add_total (self->map, eh_map_down_kind (self->map), line,
                      (EhChartBox){ x, y + (height - bar) / 2, width, bar });
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                             EH_CHART_ALIGN_LEFT, x + width + (width > 0.5 ? 6 : 0),
                             y + (height - number) / 2, text);
}

/* How high a line is, before what is left over is shared out: its name's height, or its dots'. */
static double
row_height (Grid *self, guint down)
{
  double name = add_name (self, down, 0, 0, FALSE) + 12;

  return MAX (self->row, name);
}

/* Lays out the grid from y; FALSE, with nothing put down, if its columns would be too narrow for
 * their counts, or for the words of their headings where those may not be broken. */
gboolean
eh_map_grid (EhMap *map, gboolean break_words, double y, double height, double *bottom)
{
  Grid self = {
    .map = map,
    .layout = map->layout,
    .n_down = eh_map_n_down (map),
    .n_across = eh_map_n_across (map),
  };
  double legend;
  double spare;

  if (!share_width (&self, break_words))
    return FALSE;

  height += y;
  y = add_head (&self, y);
  legend = 16 + eh_chart_text_height (map->layout->text, EH_CHART_FONT_SMALL);
  spare = (height - y - legend) / self.n_down;
  self.row = CLAMP (MIN (spare, self.cell), 36, 2 * LARGEST + 12);
  self.radius = MIN (LARGEST, MIN (self.cell, self.row) / 2 - 2);
  while (self.radius > 6 && !eh_map_counts_fit (map, self.cell, self.radius))
    self.radius--;
  for (guint i = 0; i < self.n_down; i++) {
    double row = row_height (&self, i);

    add_rule (&self, y);
    add_name (&self, i, y, row, TRUE);
    for (guint j = 0; j < self.n_across; j++)
      eh_map_add_dot (map, i, j, (EhChartBox){ cell_x (&self, j), y, self.cell, row }, self.radius);
    add_row_total (&self, i, y, row);
    y += row;
  }
  add_rule (&self, y);
  y += 16;
  y += eh_map_add_legend (
      map,
      (EhChartBox){ self.left, y,
                    map->layout->width - self.left - eh_chart_layout_margin (map->layout), 0 });
  *bottom = y;
  return TRUE;
}
