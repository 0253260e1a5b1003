/* Agreement between coders: a line for each category, with how often they agree and what is left of
 * that when chance is taken off.
 *
 *                      0                    1
 *   All categories     |---------<>----o----|   81%   alpha 0.62
 *   Hierarchies        |------<>-----o------|   74%   alpha 0.48
 *
 * The disc is the percentage, the diamond Krippendorff's alpha; one that is below 0 stands at the
 * beginning of the line, and its number says so.
 */

#include "config.h"

#include "eh-chart-agreement.h"

#include "eh-chart-layout-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define WIDEST 1040
#define TRACK  160 /* with less than so much beside them, names stand over the lines */
#define NARROW 90  /* a line is at least so long */
#define DOT    5
/* Room for a marker in the head, and how many columns have one. */
#define KEY       (2 * DOT + 6)
#define N_MARKERS 2

typedef struct {
  EhChartLayout *layout;
  const EhCoderAgreement *agreement;
  gboolean over;
  gboolean has_kappa;
  guint n_columns; /* of numbers; the table has them all */
  double left;
  double names;
  double track_left;
  double track;
  double numbers[3]; /* widths of the columns of numbers */
} Lines;

static const char *
column_name (guint column)
{
  const char *const names[] = { C_ ("column", "Agree"), C_ ("column", "Alpha"),
                                C_ ("column", "Kappa") };

  return names[column];
}

static char *
number_text (const EhCoderAgreementRatio *ratio, guint column)
{
  if (column == 0)
    return eh_figure_to_percent_text (ratio->percent);
  return eh_figure_to_coefficient_text (column == 1 ? ratio->alpha : ratio->kappa);
}

static const EhCoderAgreementRatio *
ratio_of (const Lines *self, guint row)
{
  return row == 0 ? &self->agreement->whole : &self->agreement->categories[row - 1].ratio;
}

static const char *
label_of (const Lines *self, guint row)
{
  return row == 0 ? C_ ("row", "All categories") : self->agreement->categories[row - 1].label;
}

static void
fill_table (Lines *self)
{
  const char *header[] = { C_ ("column", "Category"),
                           C_ ("column", "Insights"),
                           C_ ("column", "Agreement"),
                           C_ ("column", "Krippendorff's alpha"),
                           self->has_kappa ? C_ ("column", "Cohen's kappa") : NULL,
                           NULL };

  eh_chart_layout_set_header (self->layout, header);
  for (guint i = 0; i <= self->agreement->n_categories; i++) {
    const EhCoderAgreementRatio *ratio = ratio_of (self, i);
    g_autofree char *insights = eh_figure_to_count_text (ratio->insights,
                                                         self->agreement->threshold);
    g_autofree char *percent = number_text (ratio, 0);
    g_autofree char *alpha = number_text (ratio, 1);
    g_autofree char *kappa = number_text (ratio, 2);
    const char *row[] = {
      label_of (self, i), insights, percent, alpha, self->has_kappa ? kappa : NULL, NULL
    };

    eh_chart_layout_add_row (self->layout, row);
  }
}

static void
fill_notes (Lines *self)
{
  g_auto (GStrv) limits = eh_sentence_agreement_limits (self->agreement);

  eh_chart_layout_add_note (self->layout,
                            _ ("The disc is how often two coders agree, the diamond is alpha."));
  for (guint i = 0; limits[i] != NULL; i++)
    eh_chart_layout_add_note (self->layout, limits[i]);
}

/* How wide the first columns of numbers are, together. */
static double
numbers_width (const Lines *self)
{
  double width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    width += 14 + self->numbers[i];
  return width;
}

static void
share_width (Lines *self)
{
  EhChartText *text = self->layout->text;
  double margin = eh_chart_layout_margin (self->layout);
  double room = self->layout->width - 2 * margin;

  self->n_columns = self->has_kappa ? 3 : 2;
  for (guint column = 0; column < self->n_columns; column++) {
    self->numbers[column] = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, column_name (column))
                                .width +
                            (column < N_MARKERS ? KEY : 0);
    for (guint i = 0; i <= self->agreement->n_categories; i++) {
      g_autofree char *number = number_text (ratio_of (self, i), column);

      self->numbers[column] = MAX (
          self->numbers[column],
          MIN (eh_chart_text_measure (text, EH_CHART_FONT_SMALL_BOLD, number).width, 64));
    }
  }
  /* Where it is very narrow, the table alone has what is behind the marks. */
  while (self->n_columns > 1 && room - numbers_width (self) < NARROW)
    self->n_columns--;
  for (guint i = 0; i <= self->agreement->n_categories; i++)
    self->names = MAX (
        self->names,
        MIN (eh_chart_text_measure (text, EH_CHART_FONT_NAME, label_of (self, i)).width,
             MAX (120, room * 0.32)));
  self->left = margin;
  self->over = room - self->names - 20 - numbers_width (self) < TRACK;
  self->track_left = margin + (self->over ? 0 : self->names + 20) + DOT + 2;
  self->track = margin + room - self->track_left - DOT - 2 - numbers_width (self);
}

static double
numbers_x (const Lines *self, guint column)
{
  double x = self->track_left + self->track + DOT + 2;

  for (guint i = 0; i <= column; i++)
    x += 14 + self->numbers[i];
  return x;
}

/* The disc of how often coders agree, or the diamond of alpha. */
static void
add_marker (Lines *self, guint column, double x, double y, double size)
{
  const EhChartTheme *theme = self->layout->theme;
  EhChartShape *shape;

  if (column == 0) {
    shape = eh_chart_layout_add_circle (self->layout, x, y, size);
    shape->filled = TRUE;
    shape->fill = theme->text;
    return;
  }
  shape = eh_chart_layout_add_marker (self->layout, EH_CHART_MARKER_DIAMOND, x, y, size,
                                      theme->background);
  shape->stroked = TRUE;
  shape->stroke = theme->text;
  shape->width = 1.5;
}

/* What the columns of numbers are, each with its marker, and the ends of the line; gives where the
 * lines begin. */
static double
add_head (Lines *self, double y)
{
  EhChartLayout *layout = self->layout;
  double line = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL);

  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim, EH_CHART_ALIGN_CENTRE,
                             self->track_left, y, "0");
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim, EH_CHART_ALIGN_CENTRE,
                             self->track_left + self->track, y, "1");
  for (guint i = 0; i < self->n_columns; i++) {
    double width = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL, column_name (i)).width;

    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                               EH_CHART_ALIGN_RIGHT, numbers_x (self, i), y, column_name (i));
    if (i < N_MARKERS)
      add_marker (self, i, numbers_x (self, i) - width - KEY / 2, y + line / 2, DOT - 1);
  }
  return y + line + 6;
}

static void
add_mark (Lines *self, guint row, EhChartBox box)
{
  const EhCoderAgreementRatio *ratio = ratio_of (self, row);
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (label_of (self, row));
  g_autofree char *percent = number_text (ratio, 0);
  g_autofree char *alpha = number_text (ratio, 1);

  mark->slot = row > 0 ? self->agreement->categories[row - 1].slot : -1;
  mark->is_category = TRUE;
  mark->row = row;
  mark->column = 2;
  mark->row_key = g_strdup (row > 0 ? self->agreement->categories[row - 1].key : "all");
  mark->column_key = g_strdup ("agreement");
  mark->label = g_strdup (name);
  /* TRANSLATORS: a percentage, and a coefficient up to 1: "81%, alpha 0.62". */
  mark->value = g_strdup_printf (C_ ("chart", "%1$s, alpha %2$s"), percent, alpha);
  /* TRANSLATORS: a category, a percentage, and a coefficient up to 1. */
  mark->accessible = g_strdup_printf (C_ ("chart",
                                          "%1$s: coders agree on %2$s; Krippendorff's alpha "
                                          "%3$s."),
                                      name, percent, alpha);
}

static double
on_track (const Lines *self, EhFigure figure)
{
  return self->track_left + self->track * CLAMP (figure.value, 0, 1);
}

static void
add_markers (Lines *self, const EhCoderAgreementRatio *ratio, double y)
{
  if (eh_figure_is_known (ratio->percent))
    add_marker (self, 0, on_track (self, ratio->percent), y, DOT);
  if (eh_figure_is_known (ratio->alpha))
    add_marker (self, 1, on_track (self, ratio->alpha), y, DOT);
}

static double
add_line (Lines *self, guint row, double y)
{
  EhChartLayout *layout = self->layout;
  const EhChartTheme *theme = layout->theme;
  const EhCoderAgreementRatio *ratio = ratio_of (self, row);
  EhChartFont font = row == 0 ? EH_CHART_FONT_NAME : EH_CHART_FONT_BODY;
  double right = numbers_x (self, self->n_columns - 1);
  double width = self->over ? right - self->left : self->names;
  double name = eh_chart_layout_paragraph_height (layout, font, width, 3, label_of (self, row));
  double number = eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL_BOLD);
  double height = self->over ? name + number + 10 : MAX (name, number) + 12;
  double middle = self->over ? y + name + number / 2 + 2 : y + height / 2;
  EhChartPoint track[2] = { { self->track_left, middle },
                            { self->track_left + self->track, middle } };

  add_mark (self, row, (EhChartBox){ self->left, y, right - self->left, height });
  eh_chart_layout_add_paragraph (
      layout, font, theme->text, EH_CHART_ALIGN_LEFT,
      (EhChartBox){ self->left, self->over ? y : y + (height - name) / 2, width, 0 }, 3,
      label_of (self, row));
  eh_chart_layout_add_line (layout, track, 2, theme->axis, 1.5);
  add_markers (self, ratio, middle);
  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *text = number_text (ratio, i);
    g_autofree char *fitting = NULL;
    gboolean known = eh_figure_is_known (i == 0   ? ratio->percent
                                         : i == 1 ? ratio->alpha
                                                  : ratio->kappa);

    /* What is not known is said in the table; here there is room for a number. */
    fitting = known ? eh_chart_text_shorten (layout->text, EH_CHART_FONT_SMALL_BOLD, text,
                                             self->numbers[i])
                    : g_strdup ("–");
    eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, known ? theme->text : theme->dim,
                               EH_CHART_ALIGN_RIGHT, numbers_x (self, i), middle - number / 2,
                               fitting);
  }
  return y + height;
}

static EhChartLayout *
lay_out (Lines *self)
{
  EhChartLayout *layout = self->layout;
  double y;
  double foot;

  fill_table (self);
  if (self->agreement->n_categories == 0 ||
      self->agreement->whole.percent.state == EH_FIGURE_UNDEFINED)
    return eh_chart_layout_finish_empty (
        layout, _ ("Nothing to compare yet"),
        _ ("Where two people place the same insights, each under their own name, this shows how far "
           "they agree."));
  fill_notes (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  share_width (self);
  y = add_head (self, y);
  for (guint i = 0; i <= self->agreement->n_categories; i++)
    y = add_line (self, i, y);
  return eh_chart_layout_finish (
      layout, eh_chart_layout_end_frame (layout, MAX (y, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_agreement_layout:
 * @agreement: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title; stands over the title
 *
 * Returns: (transfer full): a layout; the marks' row keys are those of the categories
 */
EhChartLayout *
eh_chart_agreement_layout (const EhCoderAgreement *agreement,
                           const EhChartTheme *theme,
                           double width,
                           double height,
                           EhChartDirection direction,
                           EhChartFlags flags,
                           const char *scope)
{
  Lines self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .agreement = agreement,
    .has_kappa = agreement->n_coders == 2,
  };

  self.layout->is_public = agreement->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Agreement between coders"));
  self.layout->sentence = eh_sentence_agreement_headline (agreement);
  self.layout->details = eh_sentence_agreement_all (agreement);
  self.layout->widest = WIDEST;
  return lay_out (&self);
}
