/* Power map: who speaks of what. A dot for each pair of lines, its area the count, its shade
 * whether that is more or less than the totals of the two lines alone would give.
 *
 * A role group's dots have its colour. Shades go from an empty ring to a full disc, so that they
 * read alike in every colour and in none. What is withheld is a hatched dot of one size; nothing is
 * a dash.
 */

#include "config.h"

#include "eh-chart-map-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROOMY    1280 /* from this width on, a grid with broken words is better than lists */
#define SMALLEST 3.5  /* radius of the dot of a count that is hardly there */

/* How much of its colour a dot has, by shade. */
static const double depths[EH_MAP_SHADES] = { 0.0, 0.2, 0.45, 0.75, 1.0 };
/* Where each shade after the first begins: count to expected count. */
static const double steps[EH_MAP_SHADES - 1] = { 0.5, 0.8, 1.25, 2 };

guint
eh_map_n_down (const EhMap *self)
{
  return self->turned ? self->crosstab->n_columns : self->crosstab->n_rows;
}

guint
eh_map_n_across (const EhMap *self)
{
  return self->turned ? self->crosstab->n_rows : self->crosstab->n_columns;
}

const EhCrosstabLine *
eh_map_down (const EhMap *self, guint index)
{
  return self->turned ? &self->crosstab->columns[index] : &self->crosstab->rows[index];
}

const EhCrosstabLine *
eh_map_across (const EhMap *self, guint index)
{
  return self->turned ? &self->crosstab->rows[index] : &self->crosstab->columns[index];
}

EhAxisKind
eh_map_down_kind (const EhMap *self)
{
  return self->turned ? self->crosstab->column_axis.kind : self->crosstab->row_axis.kind;
}

EhAxisKind
eh_map_across_kind (const EhMap *self)
{
  return self->turned ? self->crosstab->row_axis.kind : self->crosstab->column_axis.kind;
}

const EhCrosstabCell *
eh_map_cell (const EhMap *self, guint down, guint across)
{
  return self->turned ? eh_crosstab_cell (self->crosstab, across, down)
                      : eh_crosstab_cell (self->crosstab, down, across);
}

/* The colour of a line's bars and dots: a group's own, else none in particular. */
EhChartColour
eh_map_line_colour (const EhMap *self, EhAxisKind kind, const EhCrosstabLine *line)
{
  const EhChartTheme *theme = self->layout->theme;

  if (kind == EH_AXIS_ROLE_GROUP && line->slot >= 0)
    return theme->group[(guint) line->slot % EH_CHART_THEME_SLOTS];
  return theme->dim;
}

/* The colour of a line's name. */
EhChartColour
eh_map_line_text_colour (const EhMap *self, EhAxisKind kind, const EhCrosstabLine *line)
{
  const EhChartTheme *theme = self->layout->theme;

  if (kind == EH_AXIS_ROLE_GROUP && line->slot >= 0)
    return theme->group_text[(guint) line->slot % EH_CHART_THEME_SLOTS];
  return line->kind == EH_LINE_PLAIN ? theme->text : theme->dim;
}

static EhChartColour
cell_colour (const EhMap *self, guint down, guint across)
{
  if (eh_map_down_kind (self) == EH_AXIS_ROLE_GROUP)
    return eh_map_line_colour (self, EH_AXIS_ROLE_GROUP, eh_map_down (self, down));
  return eh_map_line_colour (self, eh_map_across_kind (self), eh_map_across (self, across));
}

/* Fills a dot: by shade, or grey where there is too little to compare. */
static void
shade_dot (const EhMap *self, EhChartShape *dot, EhChartColour colour, EhFigure emphasis)
{
  const EhChartTheme *theme = self->layout->theme;
  guint shade = 0;

  dot->filled = TRUE;
  dot->stroked = TRUE;
  dot->stroke = colour;
  dot->width = 1.5;
  if (self->crosstab->unit == EH_UNIT_PEOPLE) {
    dot->fill = eh_chart_colour_mix (theme->background, colour, depths[1]);
    return;
  }
  if (!eh_figure_is_known (emphasis)) {
    dot->fill = eh_chart_colour_mix (theme->background, theme->outline, 0.25);
    return;
  }
  while (shade < EH_MAP_SHADES - 1 && emphasis.value >= steps[shade])
    shade++;
  dot->fill = eh_chart_colour_mix (theme->background, colour, depths[shade]);
}

static char *
insights_text (const EhMap *self, EhFigure count)
{
  g_autofree char *text = eh_figure_to_count_text (count, self->crosstab->threshold);

  if (self->crosstab->unit == EH_UNIT_PEOPLE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people",
                                         eh_figure_is_known (count) ? (gulong) count.value : 2),
                            text);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s insight", "%s insights",
                   count.state == EH_FIGURE_KNOWN && fabs (count.value - 1) < 0.05 ? 1 : 2),
      text);
}

static void
add_cell_mark (EhMap *self, guint down, guint across, EhChartBox box)
{
  const EhCrosstabCell *cell = eh_map_cell (self, down, across);
  const EhCrosstabLine *row = self->turned ? eh_map_across (self, across)
                                           : eh_map_down (self, down);
  const EhCrosstabLine *column = self->turned ? eh_map_down (self, down)
                                              : eh_map_across (self, across);
  g_autofree char *row_name = eh_text_isolate (row->label);
  g_autofree char *column_name = eh_text_isolate (column->label);
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);

  mark->slot = row->slot;
  mark->is_category = self->crosstab->row_axis.kind == EH_AXIS_CATEGORY;
  mark->row_key = g_strdup (row->key);
  mark->column_key = g_strdup (column->key);
  mark->row = self->turned ? across : down;
  mark->column = (self->turned ? down : across) + 1;
  /* TRANSLATORS: a row and a column of a map: "Researchers, Money and payment". */
  mark->label = g_strdup_printf (C_ ("chart", "%s, %s"), row_name, column_name);
  mark->value = insights_text (self, cell->count);
  if (eh_figure_is_known (cell->emphasis) && self->crosstab->may_say_ratios) {
    g_autofree char *ratio = eh_figure_to_ratio_text (cell->emphasis);

    /* TRANSLATORS: row, column, "29 insights", and a ratio such as "1.6×". */
    mark->accessible = g_strdup_printf (C_ ("chart", "%s. %s: %s, %s what the totals alone would "
                                                     "give."),
                                        row_name, column_name, mark->value, ratio);
  } else {
    mark->accessible =
        /* TRANSLATORS: row, column, "29 insights". */
        g_strdup_printf (C_ ("chart", "%s. %s: %s."), row_name, column_name, mark->value);
  }
}

/* Whether a count has room in a dot, its line's box and all. */
static gboolean
fits_inside (EhChartTextSize words, double radius)
{
  return words.height <= 2 * radius && hypot (words.width, words.height * 0.62) <= 2 * radius - 4;
}

/* The count in its dot where there is room in it, else beside it. */
static void
add_count (
    EhMap *self, const char *text, EhChartTextSize size, const EhChartShape *dot, EhChartBox room)
{
  EhChartLayout *layout = self->layout;
  double x = dot->box.x + dot->radius;
  double y = room.y + (room.height - size.height) / 2;

  if (fits_inside (size, dot->radius)) {
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, eh_chart_colour_on (dot->fill),
                               EH_CHART_ALIGN_CENTRE, x, y, text);
  } else {
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->text,
                               EH_CHART_ALIGN_LEFT, dot->box.x + dot->box.width + 4, y, text);
  }
}

/* What stands for a number that is withheld: a hatched dot of one size. */
void
eh_map_add_withheld (EhMap *self, double x, double y, double radius)
{
  const EhChartTheme *theme = self->layout->theme;
  EhChartShape *dot = eh_chart_layout_add_circle (self->layout, x, y, radius);

  dot->filled = TRUE;
  dot->fill = theme->background;
  dot->pattern = EH_CHART_PATTERN_DIAGONAL;
  dot->hatch = theme->outline;
  dot->stroked = TRUE;
  dot->stroke = theme->outline;
  dot->width = 1;
}

/* A dot with its count in the middle of a cell, and its mark over the whole of the cell. */
void
eh_map_add_dot (EhMap *self, guint down, guint across, EhChartBox room, double most_radius)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstabCell *cell = eh_map_cell (self, down, across);
  double x = room.x + room.width / 2;
  double y = room.y + room.height / 2;
  double radius = MAX (SMALLEST, most_radius * sqrt (cell->count.value / self->most));
  EhChartShape *dot;

  add_cell_mark (self, down, across, room);
  if (cell->count.state == EH_FIGURE_PROTECTED) {
    eh_map_add_withheld (self, x, y, MIN (8, most_radius));
  } else if (cell->count.value < 0.05) {
    EhChartPoint dash[2] = { { x - 4, y }, { x + 4, y } };

    eh_chart_layout_add_line (layout, dash, 2, layout->theme->outline, 1.25);
  } else {
    g_autofree char *text = eh_figure_to_count_text (cell->count, self->crosstab->threshold);
    EhChartTextSize words = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL_BOLD, text);

    /* Where the count stands beside a dot and would leave the cell, both move over. */
    x = MIN (x, room.x + room.width - words.width - 6 - radius);
    x = MAX (x, room.x + radius + 1);
    if (fits_inside (words, radius))
      x = room.x + room.width / 2;
    dot = eh_chart_layout_add_circle (layout, x, y, radius);
    shade_dot (self, dot, cell_colour (self, down, across),
               self->crosstab->may_say_ratios ? cell->emphasis : eh_figure_undefined ());
    add_count (self, text, words, dot, room);
  }
}

/* Whether each count has room in its dot, or beside it in a cell so wide. */
gboolean
eh_map_counts_fit (const EhMap *self, double cell, double most_radius)
{
  guint n = self->crosstab->n_rows * self->crosstab->n_columns;

  for (guint i = 0; i < n; i++) {
    EhFigure count = self->crosstab->cells[i].count;
    double radius = MAX (SMALLEST, most_radius * sqrt (count.value / self->most));
    g_autofree char *text = NULL;
    EhChartTextSize words;

    if (!eh_figure_is_known (count) || count.value < 0.05)
      continue;
    text = eh_figure_to_count_text (count, self->crosstab->threshold);
    words = eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD, text);
    if (!fits_inside (words, radius) && 2 * radius + words.width + 7 > cell)
      return FALSE;
  }
  return TRUE;
}

/* A bar for the total of a line. */
void
eh_map_add_total (EhMap *self, EhAxisKind kind, const EhCrosstabLine *line, EhChartBox box)
{
  const EhChartTheme *theme = self->layout->theme;
  EhChartShape *bar = eh_chart_layout_add_rect (self->layout, box, 2,
                                                eh_map_line_colour (self, kind, line));

  if (kind != EH_AXIS_ROLE_GROUP || line->slot < 0) {
    /* Paler than groups, so that nobody takes it for one; its edge stands out from the ground. */
    bar->stroke = kind == EH_AXIS_CATEGORY && line->slot >= 0
                      ? theme->category[(guint) line->slot % EH_CHART_THEME_SLOTS]
                      : theme->outline;
    bar->fill = eh_chart_colour_mix (theme->background, bar->stroke, 0.6);
    bar->stroked = TRUE;
    bar->width = 1;
  }
}

/* The width that the widest count needs beside a small dot. */
double
eh_map_widest_count (const EhMap *self)
{
  double widest = 0;
  guint n = self->crosstab->n_rows * self->crosstab->n_columns;

  for (guint i = 0; i < n; i++)
    if (self->crosstab->cells[i].count.state == EH_FIGURE_KNOWN &&
        self->crosstab->cells[i].count.value >= 0.05) {
      g_autofree char *text = eh_figure_to_count_text (self->crosstab->cells[i].count, 0);

      widest = MAX (
          widest, eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD, text).width);
    }
  return widest;
}

static gboolean
has_shades (const EhMap *self)
{
  for (guint i = 0; i < self->crosstab->n_rows * self->crosstab->n_columns; i++)
    if (self->crosstab->may_say_ratios && eh_figure_is_known (self->crosstab->cells[i].emphasis))
      return TRUE;
  return FALSE;
}

/* Puts down words at x, or on a new line where they would pass the edge; moves x and y on. */
static void
flow_words (EhMap *self, EhChartBox room, double lead, double *x, double *y, const char *words)
{
  EhChartText *text = self->layout->text;
  double line = eh_chart_text_height (text, EH_CHART_FONT_SMALL);
  double width = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, words).width;

  if (*x + lead + width > room.x + room.width && *x > room.x) {
    *x = room.x;
    *y += line + 6;
  }
  *x += lead;
  eh_chart_layout_add_paragraph (self->layout, EH_CHART_FONT_SMALL, self->layout->theme->dim,
                                 EH_CHART_ALIGN_LEFT,
                                 (EhChartBox){ *x, *y, room.x + room.width - *x, 0 }, 1, words);
  *x += width;
}

/* What shades and hatches mean, on one line where it fits; gives the height. */
double
eh_map_add_legend (EhMap *self, EhChartBox room)
{
  EhChartLayout *layout = self->layout;
  double line = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL);
  double r = 5.5;
  double x = room.x;
  double y = room.y;

  if (has_shades (self)) {
    flow_words (self, room, 0, &x, &y, C_ ("legend", "less"));
    x += 8 + r;
    for (guint shade = 0; shade < EH_MAP_SHADES; shade++, x += 2 * r + 4) {
      EhChartShape *dot = eh_chart_layout_add_circle (layout, x, y + line / 2, r);
      double at = shade == 0 ? 0 : steps[shade - 1];

      shade_dot (self, dot, layout->theme->dim, eh_figure_known (at));
    }
    x -= r + 4;
    flow_words (self, room, 8, &x, &y, C_ ("legend", "more than the totals alone would give"));
    x += 22;
  }
  if (eh_crosstab_hides_something (self->crosstab)) {
    g_autofree char *few = eh_figure_to_count_text (eh_figure_protected (),
                                                    self->crosstab->threshold);
    double width = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL, few).width;
    EhChartShape *dot;

    flow_words (self, room, 18, &x, &y, few);
    dot = eh_chart_layout_add_circle (layout, x - width - 18 + 6, y + line / 2, 6);
    dot->pattern = EH_CHART_PATTERN_DIAGONAL;
    dot->hatch = dot->stroke = layout->theme->outline;
    dot->stroked = TRUE;
    dot->width = 1;
  }
  return x > room.x || y > room.y ? y + line - room.y : 0;
}

static void
fill_table (EhMap *self)
{
  const EhCrosstab *crosstab = self->crosstab;
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdup (eh_axis_kind_label (crosstab->row_axis.kind)));
  for (guint j = 0; j < crosstab->n_columns; j++)
    g_ptr_array_add (row, g_strdup (crosstab->columns[j].label));
  g_ptr_array_add (row, g_strdup (C_ ("column", "Total")));
  g_ptr_array_add (row, NULL);
  eh_chart_layout_set_header (self->layout, (const char *const *) row->pdata);

  for (guint i = 0; i <= crosstab->n_rows; i++) {
    gboolean last = i == crosstab->n_rows;

    g_ptr_array_set_size (row, 0);
    g_ptr_array_add (row, g_strdup (last ? C_ ("row", "Total") : crosstab->rows[i].label));
    for (guint j = 0; j < crosstab->n_columns; j++)
      g_ptr_array_add (row,
                       eh_figure_to_count_text (last ? crosstab->columns[j].total
                                                     : eh_crosstab_cell (crosstab, i, j)->count,
                                                crosstab->threshold));
    g_ptr_array_add (row, eh_figure_to_count_text (last ? crosstab->total : crosstab->rows[i].total,
                                                   crosstab->threshold));
    g_ptr_array_add (row, NULL);
    eh_chart_layout_add_row (self->layout, (const char *const *) row->pdata);
  }
}

static void
fill_notes (EhMap *self)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  if (self->crosstab->unit == EH_UNIT_PEOPLE)
    eh_chart_layout_add_note (
        self->layout, _ ("The area of a dot is the number of people who were there. Somebody who "
                         "was there at several stages counts at each, and once in the total."));
  else if (has_shades (self))
    eh_chart_layout_add_note (
        self->layout, _ ("The area of a dot is the number of insights. Its shade is how that "
                         "compares with what the totals of its row and column alone would give."));
  else
    eh_chart_layout_add_note (self->layout, _ ("The area of a dot is the number of insights."));
  if (self->crosstab->unit == EH_UNIT_PLACEMENTS)
    eh_chart_layout_add_note (
        self->layout, _ ("An insight counts once under each category that it is placed in."));
  if (eh_crosstab_hides_something (self->crosstab)) {
    g_autofree char *note = eh_figure_protected_note (self->crosstab->threshold);

    eh_chart_layout_add_note (self->layout, note);
  }
  for (guint i = 0; caveats && caveats[i]; i++)
    eh_chart_layout_add_note (self->layout, caveats[i]);
}

static double
most_of (const EhCrosstabLine *lines, guint n)
{
  double most = 1;

  for (guint i = 0; i < n; i++)
    most = MAX (most, lines[i].total.value);
  return most;
}

/* Sets which lines go down, and what follows from that. */
static void
turn (EhMap *self, gboolean turned)
{
  const EhCrosstab *crosstab = self->crosstab;
  double rows = most_of (crosstab->rows, crosstab->n_rows);
  double columns = most_of (crosstab->columns, crosstab->n_columns);

  self->turned = turned;
  self->most_down = turned ? columns : rows;
  self->most_across = turned ? rows : columns;
}

static gboolean
is_empty (const EhCrosstab *crosstab)
{
  if (crosstab->n_rows == 0 || crosstab->n_columns == 0)
    return TRUE;
  for (guint i = 0; i < crosstab->n_rows * crosstab->n_columns; i++)
    if (crosstab->cells[i].count.state == EH_FIGURE_PROTECTED || crosstab->cells[i].count.value > 0)
      return FALSE;
  return TRUE;
}

/* Lays out the picture of which title and sentence are set. */
EhChartLayout *
eh_map_lay_out (EhMap *self)
{
  EhChartLayout *layout = self->layout;
  double y;
  double foot;
  double bottom;
  gboolean done = FALSE;
  static const struct {
    gboolean turned;
    gboolean break_words;
  } tries[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE }, { TRUE, TRUE } };

  fill_table (self);
  if (is_empty (self->crosstab) && self->crosstab->unit == EH_UNIT_PEOPLE)
    return eh_chart_layout_finish_empty (
        layout, _ ("No stages yet"),
        _ ("Say of each workshop at which stage of the work it was, and who came, and this shows how "
           "early people were let in."));
  if (is_empty (self->crosstab))
    return eh_chart_layout_finish_empty (
        layout, _ ("Nothing sorted yet"),
        _ ("Place insights under categories, and this shows who speaks of what."));
  fill_notes (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  self->most = 1;
  for (guint i = 0; i < self->crosstab->n_rows * self->crosstab->n_columns; i++)
    self->most = MAX (self->most, self->crosstab->cells[i].count.value);

  for (guint i = 0; !done && i < G_N_ELEMENTS (tries); i++) {
    turn (self, tries[i].turned);
    done = (!tries[i].break_words || layout->width >= ROOMY) &&
           eh_map_grid (self, tries[i].break_words, y, layout->height - foot - y, &bottom);
  }
  if (!done) {
    turn (self, FALSE);
    eh_map_list (self, y, &bottom);
  }
  return eh_chart_layout_finish (
      layout,
      eh_chart_layout_end_frame (layout, MAX (bottom, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_map_layout:
 * @crosstab: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * Lays out a power map. The columns go down the picture where they would be too narrow side by
 * side, and become lists where both would be. The marks' keys are those of the crosstab's lines.
 *
 * Returns: (transfer full): a layout
 */
EhChartLayout *
eh_chart_map_layout (const EhCrosstab *crosstab,
                     const EhChartTheme *theme,
                     double width,
                     double height,
                     EhChartDirection direction,
                     EhChartFlags flags,
                     const char *scope)
{
  gboolean few = crosstab->n_rows * crosstab->n_columns <= EH_MAP_FEW;
  EhMap self = {
    .layout = eh_chart_layout_new (theme, width, height, few, direction, flags),
    .crosstab = crosstab,
  };

  self.layout->is_public = crosstab->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Power map"));
  self.layout->sentence = eh_sentence_crosstab_headline (crosstab);
  if (few)
    self.layout->widest = EH_MAP_WIDEST;
  return eh_map_lay_out (&self);
}
