/* Over time: one workshop, by role group, with its run sheet behind.
 *
 *              1 Welcome | 2 Round one      | Break
 *   Public     .  #      |  # ##  #         |
 *   57       __#__##_____|__######__________|____
 *   Staff                |     #  ##        |   #
 *   31       ____________|____#####_________|___#
 *              13:30        14:00       14:30
 *
 * All lanes are to one scale. Names stand before their lanes, or over them where it is narrow. An
 * activity whose title has no room has a number, and its title stands below.
 */

#include "config.h"

#include "eh-chart-layout-private.h"
#include "eh-chart-time.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST 1360
#define PLOT                                                                                       \
  420 /* names stand over the lanes where less than so much would be left beside them              \
       */
#define LANE     38 /* height of a lane, at least */
#define MOST     96 /* and at most */
#define WITHHELD 10 /* height of a bar whose number is withheld */
#define TITLE    64 /* an activity's title has room from here on */

typedef struct {
  EhChartLayout *layout;
  const EhTimeline *timeline;
  gboolean over;  /* names stand over the lanes */
  double names;   /* width of the names before the lanes */
  double left;    /* of the plot */
  double stretch; /* width of a stretch of time */
  double lane;    /* height */
  double most;    /* the largest number */
  guint *rows;    /* those that are drawn */
  guint n_rows;
} Time;

static const EhCrosstab *
counts_of (const Time *self)
{
  return self->timeline->counts;
}

static EhChartColour
row_colour (const Time *self, guint row, gboolean words)
{
  const EhChartTheme *theme = self->layout->theme;
  int slot = counts_of (self)->rows[row].slot;

  if (slot < 0)
    return words ? theme->dim : theme->outline;
  return words ? theme->group_text[(guint) slot % EH_CHART_THEME_SLOTS]
               : theme->group[(guint) slot % EH_CHART_THEME_SLOTS];
}

static double
right_of (const Time *self)
{
  return self->left + self->stretch * self->timeline->n_stretches;
}

static gboolean
is_something (EhFigure count)
{
  return count.state == EH_FIGURE_PROTECTED || (eh_figure_is_known (count) && count.value > 0);
}

/* Whether a group is shown together with others instead of by itself. */
static gboolean
is_withheld (const Time *self, guint row)
{
  const EhCrosstab *counts = counts_of (self);
  gboolean together = FALSE;

  for (guint i = 0; i < counts->n_rows; i++)
    together |= g_str_equal (counts->rows[i].key, "together");
  return together && counts->rows[row].total.state == EH_FIGURE_PROTECTED;
}

static void
fill_table (Time *self)
{
  const EhCrosstab *counts = counts_of (self);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdup (eh_axis_kind_label (counts->row_axis.kind)));
  for (guint j = 0; j < counts->n_columns; j++)
    g_ptr_array_add (row, g_strdup (counts->columns[j].label));
  g_ptr_array_add (row, g_strdup (C_ ("column", "Total")));
  g_ptr_array_add (row, NULL);
  eh_chart_layout_set_header (self->layout, (const char *const *) row->pdata);
  for (guint i = 0; i <= counts->n_rows; i++) {
    gboolean last = i == counts->n_rows;

    g_ptr_array_set_size (row, 0);
    g_ptr_array_add (row, g_strdup (last ? C_ ("row", "Total") : counts->rows[i].label));
    for (guint j = 0; j < counts->n_columns; j++)
      g_ptr_array_add (row, eh_figure_to_count_text (last ? counts->columns[j].total
                                                          : eh_crosstab_cell (counts, i, j)->count,
                                                     counts->threshold));
    g_ptr_array_add (row, eh_figure_to_count_text (last ? counts->total : counts->rows[i].total,
                                                   counts->threshold));
    g_ptr_array_add (row, NULL);
    eh_chart_layout_add_row (self->layout, (const char *const *) row->pdata);
  }
}

static void
fill_notes (Time *self)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();
  g_autofree char *most = eh_figure_to_count_text (eh_figure_known (self->most), 0);
  EhFigure untimed = eh_timeline_untimed (self->timeline);

  if (self->most > 0) {
    g_autofree char *length = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", self->timeline->minutes),
        self->timeline->minutes);

    eh_chart_layout_take_note (
        self->layout,
        /* TRANSLATORS: "5 minutes", and the number that the highest bar stands for. */
        g_strdup_printf (_ ("Each bar counts the insights of %1$s; the highest bar is %2$s."),
                         length, most));
  }
  if (self->timeline->n_bands > 0)
    eh_chart_layout_add_note (self->layout,
                              _ ("Activities stand where the run sheet planned them."));
  if (eh_figure_is_known (untimed) && untimed.value > 0) {
    g_autofree char *count = eh_figure_to_count_text (untimed, counts_of (self)->threshold);

    eh_chart_layout_take_note (
        self->layout,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                         "%s insight has no time, or one of another day, and is not drawn.",
                         "%s insights have no time, or one of another day, and are not drawn.",
                         fabs (untimed.value - 1) < 0.05 ? 1 : 2),
            count));
  }
  for (guint i = 0; i < counts_of (self)->n_rows; i++)
    if (is_withheld (self, i)) {
      g_autofree char *name = eh_text_isolate (counts_of (self)->rows[i].label);

      eh_chart_layout_take_note (
          self->layout,
          /* TRANSLATORS: %s is a role group in the plural. */
          g_strdup_printf (_ ("%s are not shown apart, so that no small number can be worked out."),
                           name));
    }
  if (eh_crosstab_hides_something (counts_of (self)))
    eh_chart_layout_take_note (self->layout,
                               eh_figure_protected_note (counts_of (self)->threshold));
  for (guint i = 0; caveats && caveats[i]; i++)
    eh_chart_layout_add_note (self->layout, caveats[i]);
}

/* Which rows have something, and what the largest number is. */
static void
collect (Time *self)
{
  const EhCrosstab *counts = counts_of (self);

  self->rows = g_new (guint, counts->n_rows + 1);
  for (guint i = 0; i < counts->n_rows; i++) {
    gboolean something = counts->rows[i].kind == EH_LINE_PLAIN &&
                         counts->rows[i].total.state == EH_FIGURE_PROTECTED;

    for (guint j = 0; j < self->timeline->n_stretches; j++) {
      EhFigure count = eh_crosstab_cell (counts, i, j)->count;

      something |= is_something (count);
      self->most = MAX (self->most, count.value);
    }
    if (something && !is_withheld (self, i))
      self->rows[self->n_rows++] = i;
  }
}

static char *
total_text (const Time *self, guint row)
{
  const EhCrosstab *counts = counts_of (self);
  EhFigure total = counts->rows[row].total;

  /* Beside the lane stands what is drawn in it; what has no time is said below. */
  for (guint j = 0; j < counts->n_columns; j++) {
    EhFigure untimed = eh_crosstab_cell (counts, row, j)->count;

    if (counts->columns[j].kind != EH_LINE_PLAIN && eh_figure_is_known (total) &&
        eh_figure_is_known (untimed))
      total.value -= untimed.value;
  }
  return eh_figure_to_count_text (total, counts->threshold);
}

static void
share_width (Time *self)
{
  EhChartText *text = self->layout->text;
  double margin = eh_chart_layout_margin (self->layout);
  double room = self->layout->width - 2 * margin;

  for (guint i = 0; i < self->n_rows; i++) {
    const char *label = counts_of (self)->rows[self->rows[i]].label;
    g_autofree char *total = total_text (self, self->rows[i]);

    self->names = MAX (self->names,
                       MIN (eh_chart_text_measure (text, EH_CHART_FONT_NAME, label).width + 20,
                            MAX (120, room * 0.2)));
    self->names = MAX (self->names,
                       20 + eh_chart_text_measure (text, EH_CHART_FONT_SMALL_BOLD, total).width);
  }
  self->over = room - self->names - 14 < PLOT;
  self->left = self->over ? margin : margin + self->names + 14;
  self->stretch = (margin + room - self->left) / MAX (self->timeline->n_stretches, 1);
}

static double
name_height (Time *self, guint row)
{
  EhChartText *text = self->layout->text;
  double total = eh_chart_text_height (text, EH_CHART_FONT_SMALL_BOLD);
  const char *label = counts_of (self)->rows[row].label;
  g_autofree char *count = total_text (self, row);
  double number = eh_chart_text_measure (text, EH_CHART_FONT_SMALL_BOLD, count).width;

  if (self->over)
    return 4 + eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_NAME,
                                                 right_of (self) - self->left - 32 - number, 3,
                                                 label);
  return total + eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_NAME,
                                                   self->names - 20, 3, label);
}

/* A name and its total, in the box. */
static void
add_name (Time *self, guint row, EhChartBox box)
{
  EhChartLayout *layout = self->layout;
  double line = eh_chart_text_height (layout->text, EH_CHART_FONT_NAME);
  const char *label = counts_of (self)->rows[row].label;
  g_autofree char *total = total_text (self, row);
  double number = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL_BOLD, total).width;
  EhChartBox words = { box.x + 20, box.y, box.width - 20 - (self->over ? number + 12 : 0), 0 };
  double height;

  eh_chart_layout_add_group_marker (layout, counts_of (self)->rows[row].slot, box.x + 7,
                                    box.y + line / 2);
  height = eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME, row_colour (self, row, TRUE),
                                          EH_CHART_ALIGN_LEFT, words, 3, label);
  if (self->over)
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                               EH_CHART_ALIGN_RIGHT, box.x + box.width, box.y + 1, total);
  else
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                               EH_CHART_ALIGN_LEFT, words.x, box.y + height, total);
}

static void
add_mark (Time *self, guint row, guint stretch, EhChartBox box)
{
  const EhCrosstab *counts = counts_of (self);
  EhFigure count = eh_crosstab_cell (counts, row, stretch)->count;
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (counts->rows[row].label);
  g_autofree char *from = eh_timeline_clock (self->timeline, stretch);
  g_autofree char *to = eh_timeline_clock (self->timeline, stretch + 1);
  g_autofree char *text = eh_figure_to_count_text (count, counts->threshold);

  mark->slot = counts->rows[row].slot;
  mark->row = row;
  mark->column = stretch + 1;
  mark->row_key = g_strdup (counts->rows[row].key);
  mark->column_key = g_strdup (counts->columns[stretch].key);
  /* TRANSLATORS: a role group and two times of the day. */
  mark->label = g_strdup_printf (_ ("%1$s, %2$s to %3$s"), name, from, to);
  mark->value = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s insight", "%s insights",
                   eh_figure_is_known (count) && fabs (count.value - 1) < 0.05 ? 1 : 2),
      text);
  /* TRANSLATORS: a role group, two times of the day, and "3 insights". */
  mark->accessible = g_strdup_printf (_ ("%1$s. %2$s to %3$s: %4$s."), name, from, to, mark->value);
}

static void
add_bar (Time *self, guint row, guint stretch, double bottom)
{
  EhFigure count = eh_crosstab_cell (counts_of (self), row, stretch)->count;
  double gap = MIN (2, self->stretch * 0.2);
  EhChartBox box = { self->left + stretch * self->stretch + gap / 2, bottom, self->stretch - gap,
                     0 };
  EhChartShape *bar;

  if (!is_something (count))
    return;
  box.height = count.state == EH_FIGURE_PROTECTED
                   ? WITHHELD
                   : MAX (1.5, (self->lane - 8) * count.value / self->most);
  box.y -= box.height;
  bar = eh_chart_layout_add_rect (self->layout, box, MIN (2, box.width / 4),
                                  row_colour (self, row, FALSE));
  if (count.state == EH_FIGURE_PROTECTED) {
    bar->fill = self->layout->theme->background;
    bar->pattern = EH_CHART_PATTERN_DIAGONAL;
    bar->hatch = bar->stroke = self->layout->theme->outline;
    bar->stroked = TRUE;
    bar->width = 1;
  }
}

/* An activity between the edges of the plot; FALSE if it is outside. */
static gboolean
band_box (const Time *self, guint index, double *x, double *width)
{
  const EhTimeBand *band = &self->timeline->bands[index];
  double minute = self->stretch / self->timeline->minutes;
  double from = self->left + band->start * minute;
  double to = from + band->minutes * minute;

  *x = MAX (from, self->left);
  *width = MIN (to, right_of (self)) - *x;
  return *width > 1;
}

/* Whether the whole title of an activity stands over it; otherwise a number does. */
static gboolean
has_title (Time *self, guint index)
{
  const char *title = self->timeline->bands[index].title;
  double x;
  double width;

  return band_box (self, index, &x, &width) && width >= TITLE &&
         eh_chart_text_longest_word (self->layout->text, EH_CHART_FONT_SMALL, title) <= width - 8 &&
         eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_SMALL, width - 8, 3,
                                           title) >=
             eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_SMALL, width - 8, 0,
                                               title);
}

/* What stands over an activity: its title, or which it is of those that have no room for theirs. */
static char *
band_text (Time *self, guint index)
{
  guint number = 1;

  if (has_title (self, index))
    return g_strdup (self->timeline->bands[index].title);
  for (guint i = 0; i < index; i++)
    number += !has_title (self, i);
  return g_strdup_printf ("%u", number);
}

/* The heads of the activities from y; gives where the lanes begin. */
static double
add_heads (Time *self, double y)
{
  double tallest = 0;
  double x;
  double width;

  for (guint i = 0; i < self->timeline->n_bands; i++) {
    g_autofree char *text = band_text (self, i);

    if (band_box (self, i, &x, &width) && width > 12) {
      double height = eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_SMALL,
                                                        width - 8, 3, text);

      tallest = MAX (tallest, height);
    }
  }
  for (guint i = 0; i < self->timeline->n_bands; i++) {
    g_autofree char *text = band_text (self, i);

    if (!band_box (self, i, &x, &width) ||
        eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL, "00").width + 4 > width)
      continue;
    eh_chart_layout_add_paragraph (self->layout, EH_CHART_FONT_SMALL, self->layout->theme->dim,
                                   EH_CHART_ALIGN_LEFT, (EhChartBox){ x + 4, y, width - 6, 0 }, 3,
                                   text);
  }
  return y + tallest + (tallest > 0 ? 4 : 0);
}

/* Lines where activities begin, through a part of the plot in which no words stand. */
static void
add_rules (Time *self, double top, double bottom)
{
  double x;
  double width;

  for (guint i = 0; i < self->timeline->n_bands; i++) {
    EhChartPoint line[2];
    EhChartShape *rule;

    if (!band_box (self, i, &x, &width))
      continue;
    line[0] = (EhChartPoint){ x, top };
    line[1] = (EhChartPoint){ x, bottom };
    rule = eh_chart_layout_add_line (self->layout, line, 2, self->layout->theme->axis, 1);
    rule->crisp = TRUE;
    rule->dash = 2;
  }
}

/* A lane from y; gives where it ends. */
static double
add_lane (Time *self, guint row, double y)
{
  double name = name_height (self, row);
  double height = self->over ? name + self->lane : MAX (self->lane, name + 6);
  double bottom = y + height;
  EhChartPoint line[2] = { { self->left, bottom }, { right_of (self), bottom } };

  if (self->over)
    add_name (self, row, (EhChartBox){ self->left, y + 3, right_of (self) - self->left, 0 });
  else
    add_name (
        self, row,
        (EhChartBox){ self->left - self->names - 14, y + (height - name) / 2, self->names, 0 });
  add_rules (self, bottom - self->lane, bottom);
  for (guint j = 0; j < self->timeline->n_stretches; j++) {
    add_mark (self, row, j,
              (EhChartBox){ self->left + j * self->stretch, bottom - self->lane, self->stretch,
                            self->lane });
    add_bar (self, row, j, bottom);
  }
  eh_chart_layout_add_line (self->layout, line, 2, self->layout->theme->axis, 1)->crisp = TRUE;
  return bottom + 6;
}

/* The clock under the lanes; gives where it ends. */
static double
add_clock (Time *self, double y)
{
  static const guint steps[] = { 1, 2, 5, 10, 15, 30, 60, 120, 240, 480 };
  EhChartText *text = self->layout->text;
  double wide = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, "00:00").width + 18;
  double minute = self->stretch / self->timeline->minutes;
  gint64 start = counts_of (self)->column_axis.start / 60;
  guint step = steps[G_N_ELEMENTS (steps) - 1];
  double end = 0;

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] * minute >= wide && steps[i - 1] >= self->timeline->minutes)
      step = steps[i - 1];
  for (guint j = 0; j <= self->timeline->n_stretches; j++) {
    double x = self->left + j * self->stretch;
    g_autofree char *clock = eh_timeline_clock (self->timeline, j);
    double width = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, clock).width;
    EhChartPoint tick[2] = { { x, y - 6 }, { x, y - 2 } };
    double at = CLAMP (x, self->left + width / 2 - (self->over ? 0 : 10),
                       right_of (self) - width / 2);

    if ((start + (gint64) j * self->timeline->minutes) % step != 0 || at - width / 2 < end)
      continue;
    eh_chart_layout_add_line (self->layout, tick, 2, self->layout->theme->outline, 1)->crisp = TRUE;
    eh_chart_layout_add_label (self->layout, EH_CHART_FONT_SMALL, self->layout->theme->dim,
                               EH_CHART_ALIGN_CENTRE, at, y, clock);
    end = at + width / 2 + 8;
  }
  return y + eh_chart_text_height (text, EH_CHART_FONT_SMALL);
}

/* The titles that have no room over the plot, numbered; gives where they end. */
static double
add_key (Time *self, double y)
{
  double x;
  double width;
  guint number = 0;

  y += 8;
  for (guint i = 0; i < self->timeline->n_bands; i++) {
    g_autofree char *title = eh_text_isolate (self->timeline->bands[i].title);
    g_autofree char *text = NULL;

    if (has_title (self, i) || !band_box (self, i, &x, &width))
      continue;
    /* TRANSLATORS: the number and the title of an activity. */
    text = g_strdup_printf (C_ ("chart", "%1$u  %2$s"), ++number, title);
    y += eh_chart_layout_add_paragraph (
        self->layout, EH_CHART_FONT_SMALL, self->layout->theme->dim, EH_CHART_ALIGN_LEFT,
        (EhChartBox){ self->left, y, MIN (right_of (self) - self->left, 640), 0 }, 2, text);
  }
  return y;
}

static EhChartLayout *
lay_out (Time *self)
{
  EhChartLayout *layout = self->layout;
  gboolean titled = TRUE;
  double top;
  double y;
  double foot;

  fill_table (self);
  collect (self);
  if (self->n_rows == 0)
    return eh_chart_layout_finish_empty (
        layout, _ ("Nothing has a time yet"),
        _ ("What is added while a workshop runs gets the time of the day, and this shows who spoke "
           "when."));
  fill_notes (self);
  top = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  share_width (self);
  y = add_heads (self, top);
  add_rules (self, top, y);
  self->lane = CLAMP ((layout->height - foot - y - 30) / self->n_rows -
                          (self->over ? name_height (self, self->rows[0]) + 6 : 6),
                      LANE, MOST);
  for (guint i = 0; i < self->n_rows; i++)
    y = add_lane (self, self->rows[i], y);
  y = add_clock (self, y);
  for (guint i = 0; i < self->timeline->n_bands; i++)
    titled &= has_title (self, i);
  if (!titled)
    y = add_key (self, y);
  return eh_chart_layout_finish (
      layout, eh_chart_layout_end_frame (layout, MAX (y, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_time_layout:
 * @timeline: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * Returns: (transfer full): a layout; the marks' keys are those of the role groups and the times at
 *   which stretches begin
 */
EhChartLayout *
eh_chart_time_layout (const EhTimeline *timeline,
                      const EhChartTheme *theme,
                      double width,
                      double height,
                      EhChartDirection direction,
                      EhChartFlags flags,
                      const char *scope)
{
  Time self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .timeline = timeline,
  };
  EhChartLayout *layout;

  self.layout->is_public = timeline->counts->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Over time: who spoke when"));
  self.layout->sentence = eh_sentence_timeline_headline (timeline);
  self.layout->details = eh_sentence_timeline_all (timeline);
  self.layout->widest = WIDEST;
  layout = lay_out (&self);
  g_free (self.rows);
  return layout;
}
