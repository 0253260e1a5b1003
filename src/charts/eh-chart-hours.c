/* Hours and money by role group: a bar of hours for each, filled where it is paid, hatched where it
 * is still to be paid, only outlined where there is no pay.
 *
 *   Public contributors
 *   #########################////////[         ]
 *   34 hours paid, 8 still to be paid, 10 without pay. 12 days to payment.
 */

#include "config.h"

#include "eh-chart-hours.h"

#include "eh-chart-layout-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST   900
#define BAR      16
#define WITHHELD 18 /* width of a part whose number is withheld */

typedef struct {
  EhChartLayout *layout;
  const EhHours *hours;
  double left;
  double width;
  double most;
} Bars;

static gboolean
is_something (EhFigure count)
{
  return count.state == EH_FIGURE_PROTECTED || (eh_figure_is_known (count) && count.value > 0);
}

static EhChartColour
row_colour (const Bars *self, guint row, gboolean words)
{
  const EhChartTheme *theme = self->layout->theme;
  int slot = self->hours->hours->rows[row].slot;

  if (slot < 0)
    return words ? theme->dim : theme->outline;
  return words ? theme->group_text[(guint) slot % EH_CHART_THEME_SLOTS]
               : theme->group[(guint) slot % EH_CHART_THEME_SLOTS];
}

static void
fill_table (Bars *self)
{
  const EhCrosstab *hours = self->hours->hours;
  const EhCrosstab *money = self->hours->money;
  guint threshold = hours->threshold;
  const char *const header[] = {
    C_ ("column", "Group"),
    C_ ("column", "Hours paid"),
    C_ ("column", "Hours still to be paid"),
    C_ ("column", "Hours without pay"),
    C_ ("column", "Pay"),
    C_ ("column", "Expenses"),
    C_ ("column", "Days to payment"),
    NULL,
  };

  eh_chart_layout_set_header (self->layout, header);
  for (guint i = 0; i < hours->n_rows; i++) {
    char *row[8] = { g_strdup (hours->rows[i].label) };

    for (guint j = 0; j < EH_HOURS_N_COLUMNS; j++)
      row[1 + j] = eh_figure_to_count_text (eh_crosstab_cell (hours, i, j)->count, threshold);
    for (guint j = 0; j < 2; j++)
      row[4 + j] = eh_sentence_money (eh_crosstab_cell (money, i, j)->count, self->hours->currency,
                                      threshold);
    row[6] = eh_figure_to_count_text (self->hours->days[i], threshold);
    eh_chart_layout_add_row (self->layout, (const char *const *) row);
    for (guint j = 0; j < 7; j++)
      g_free (row[j]);
  }
}

static void
fill_notes (Bars *self)
{
  g_auto (GStrv) limits = eh_sentence_hours_limits (self->hours);

  for (guint i = 0; limits[i] != NULL; i++)
    eh_chart_layout_add_note (self->layout, limits[i]);
}

static void
add_mark (Bars *self, guint row, guint column, EhChartBox box)
{
  const EhCrosstab *hours = self->hours->hours;
  EhFigure count = eh_crosstab_cell (hours, row, column)->count;
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (hours->rows[row].label);
  g_autofree char *what = eh_text_isolate (hours->columns[column].label);
  g_autofree char *text = eh_figure_to_count_text (count, hours->threshold);

  mark->slot = hours->rows[row].slot;
  mark->row = row;
  mark->column = column + 1;
  mark->row_key = g_strdup (hours->rows[row].key);
  mark->column_key = g_strdup (hours->columns[column].key);
  mark->label = g_strdup_printf (C_ ("chart", "%s, %s"), name, what);
  mark->value = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours",
                   eh_figure_is_known (count) && fabs (count.value - 1) < 0.05 ? 1 : 2),
      text);
  /* TRANSLATORS: a role group, "Paid", and "12 hours". */
  mark->accessible = g_strdup_printf (C_ ("chart", "%s. %s: %s."), name, what, mark->value);
}

/* The parts of a bar, one after the other. */
static void
add_bar (Bars *self, guint row, double y)
{
  const EhChartTheme *theme = self->layout->theme;
  const EhCrosstab *hours = self->hours->hours;
  EhChartColour colour = row_colour (self, row, FALSE);
  double x = self->left;

  for (guint j = 0; j < EH_HOURS_N_COLUMNS; j++) {
    EhFigure count = eh_crosstab_cell (hours, row, j)->count;
    EhChartBox box = { x, y, self->width * count.value / self->most, BAR };
    EhChartShape *part;

    if (!is_something (count))
      continue;
    if (count.state == EH_FIGURE_PROTECTED)
      box.width = WITHHELD;
    box.width = MAX (box.width, 2);
    part = eh_chart_layout_add_rect (self->layout, box, 0,
                                     j == EH_HOURS_PAID ? colour : theme->background);
    part->stroked = TRUE;
    part->stroke = colour;
    part->width = 1.25;
    if (j == EH_HOURS_WAITING) {
      part->pattern = EH_CHART_PATTERN_VERTICAL;
      part->hatch = colour;
    }
    if (count.state == EH_FIGURE_PROTECTED) {
      part->fill = theme->background;
      part->pattern = EH_CHART_PATTERN_DIAGONAL;
      part->hatch = part->stroke = theme->outline;
    }
    add_mark (self, row, j, box);
    x += box.width + 2;
  }
}

static double
add_line (Bars *self, guint row, double y)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstabLine *line = &self->hours->hours->rows[row];
  g_autofree char *words = eh_sentence_hours_group (self->hours, row);
  double name = eh_chart_text_height (layout->text, EH_CHART_FONT_NAME);

  eh_chart_layout_add_group_marker (layout, line->slot, self->left + 7, y + name / 2);
  y += 4 + eh_chart_layout_add_paragraph (
               layout, EH_CHART_FONT_NAME, row_colour (self, row, TRUE), EH_CHART_ALIGN_LEFT,
               (EhChartBox){ self->left + 20, y, self->width - 20, 0 }, 3, line->label);
  add_bar (self, row, y);
  y += BAR + 4;
  y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_BODY, layout->theme->text,
                                      EH_CHART_ALIGN_LEFT,
                                      (EhChartBox){ self->left, y, self->width, 0 }, 0, words);
  return y + 16;
}

static gboolean
is_empty (const EhHours *hours)
{
  for (guint i = 0; i < hours->hours->n_rows * hours->hours->n_columns; i++)
    if (is_something (hours->hours->cells[i].count))
      return FALSE;
  return TRUE;
}

static EhChartLayout *
lay_out (Bars *self)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstab *hours = self->hours->hours;
  double margin = eh_chart_layout_margin (layout);
  double y;
  double foot;

  fill_table (self);
  if (is_empty (self->hours))
    return eh_chart_layout_finish_empty (
        layout, _ ("No hours yet"),
        _ ("Record what people were offered and paid, and this shows whose time is paid for, and how "
           "soon."));
  fill_notes (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  self->left = margin;
  self->most = 1;
  for (guint i = 0; i < hours->n_rows; i++) {
    double sum = 0;

    for (guint j = 0; j < EH_HOURS_N_COLUMNS; j++)
      sum += eh_crosstab_cell (hours, i, j)->count.value;
    self->most = MAX (self->most, sum);
  }
  /* Room for withheld parts and the gaps between parts. */
  self->width = layout->width - 2 * margin - EH_HOURS_N_COLUMNS * (WITHHELD + 2);
  for (guint i = 0; i < hours->n_rows; i++) {
    gboolean something = is_something (hours->rows[i].total);

    for (guint j = 0; j < EH_HOURS_N_COLUMNS; j++)
      something |= is_something (eh_crosstab_cell (hours, i, j)->count);
    if (something)
      y = add_line (self, i, y);
  }
  return eh_chart_layout_finish (
      layout,
      eh_chart_layout_end_frame (layout, MAX (y - 16, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_hours_layout:
 * @hours: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * Returns: (transfer full): a layout; the marks' keys are those of the role groups and "paid",
 *   "waiting" and "unpaid"
 */
EhChartLayout *
eh_chart_hours_layout (const EhHours *hours,
                       const EhChartTheme *theme,
                       double width,
                       double height,
                       EhChartDirection direction,
                       EhChartFlags flags,
                       const char *scope)
{
  Bars self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .hours = hours,
  };

  self.layout->is_public = hours->hours->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Hours and money: whose time is paid for"));
  self.layout->sentence = eh_sentence_hours_headline (hours);
  self.layout->details = eh_sentence_hours_all (hours);
  self.layout->widest = WIDEST;
  return lay_out (&self);
}
