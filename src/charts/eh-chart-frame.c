/* What stands around a chart: title, sentence, notes, the words of an empty one; and the spreading
 * of labels that would stand on one another.
 */

#include "eh-chart-layout-private.h"

#define READABLE 720 /* a line of a paragraph is not longer */
#define ASIDE    0.1 /* spare room at either side, of the width, that is not left */

/* The room at the edges, left and right. */
double
eh_chart_layout_margin (const EhChartLayout *self)
{
  gboolean framed = (self->flags & EH_CHART_FRAMED) != 0;
  double least = self->width < 560 ? (framed ? 16 : 2) : (framed ? 28 : 2);

  double spare = self->widest > 0 ? (self->width - self->widest) / 2 : 0;

  /* In the window a chart stands under its title, not a little beside it. */
  if (!framed && spare < self->width * ASIDE)
    return least;
  return MAX (least, spare);
}

/* The room at the top and the bottom. */
static double
edge (const EhChartLayout *self)
{
  return self->flags & EH_CHART_FRAMED ? MIN (eh_chart_layout_margin (self), 28) : 6;
}

static EhChartBox
column (const EhChartLayout *self, double y)
{
  double margin = eh_chart_layout_margin (self);

  return (EhChartBox){ margin, y, MIN (self->width - 2 * margin, READABLE), 0 };
}

/* Puts down scope, title and sentence; gives where the picture itself begins. */
double
eh_chart_layout_begin_frame (EhChartLayout *self)
{
  double y = edge (self);
  const EhChartTheme *theme = self->theme;

  if (!(self->flags & EH_CHART_FRAMED))
    return y;
  if (self->scope)
    y += 2 + eh_chart_layout_add_paragraph (self, EH_CHART_FONT_SMALL_BOLD, theme->dim,
                                            EH_CHART_ALIGN_LEFT, column (self, y), 2, self->scope);
  if (self->title)
    y += eh_chart_layout_add_paragraph (self, EH_CHART_FONT_TITLE, theme->text, EH_CHART_ALIGN_LEFT,
                                        column (self, y), 3, self->title);
  if (self->sentence && *self->sentence)
    y += 4 + eh_chart_layout_add_paragraph (self, EH_CHART_FONT_SENTENCE, theme->dim,
                                            EH_CHART_ALIGN_LEFT, column (self, y + 4), 0,
                                            self->sentence);
  return y + 20;
}

/* How high the notes will be, with the room above them and the margin below. */
double
eh_chart_layout_frame_foot (EhChartLayout *self)
{
  double margin = edge (self);
  double height = 0;

  if (!(self->flags & EH_CHART_FRAMED))
    return margin;
  for (guint i = 0; i < self->notes->len; i++)
    height += 2 + eh_chart_layout_paragraph_height (self, EH_CHART_FONT_SMALL,
                                                    column (self, 0).width, 0,
                                                    g_ptr_array_index (self->notes, i));
  return height + (self->notes->len > 0 ? 18 : 0) + margin;
}

/* Where the notes begin at the earliest, which are @foot high: a page is filled; in the window what
 * follows stands close under the picture. */
double
eh_chart_layout_least (const EhChartLayout *self, double foot)
{
  return self->flags & EH_CHART_FRAMED ? self->height - foot : 0;
}

/* Puts down the notes under what ends at y; gives the height of the whole. */
double
eh_chart_layout_end_frame (EhChartLayout *self, double y)
{
  double margin = edge (self);

  if (!(self->flags & EH_CHART_FRAMED))
    return y + margin;
  if (self->notes->len > 0)
    y += 18;
  for (guint i = 0; i < self->notes->len; i++)
    y += 2 + eh_chart_layout_add_paragraph (self, EH_CHART_FONT_SMALL, self->theme->dim,
                                            EH_CHART_ALIGN_LEFT, column (self, y), 0,
                                            g_ptr_array_index (self->notes, i));
  return y + margin;
}

/* A chart with nothing in it yet: a headline and what to do, in the middle. */
EhChartLayout *
eh_chart_layout_finish_empty (EhChartLayout *self, const char *headline, const char *advice)
{
  double margin = eh_chart_layout_margin (self);
  double top = eh_chart_layout_begin_frame (self);
  double foot = eh_chart_layout_frame_foot (self);
  double line = eh_chart_text_height (self->text, EH_CHART_FONT_HEADING);
  double width = MIN (self->width - 2 * margin, 420);
  EhChartBox room = { (self->width - width) / 2, 0, width, 0 };
  gboolean framed = (self->flags & EH_CHART_FRAMED) != 0;
  double y = framed ? MAX (top, top + (self->height - top - foot) / 2 - 2 * line) : top + 2 * line;

  self->empty = TRUE;
  room.y = y;
  y += eh_chart_layout_add_paragraph (self, EH_CHART_FONT_VALUE, self->theme->text,
                                      EH_CHART_ALIGN_CENTRE, room, 0, headline);
  room.y = y + 6;
  y += 6 + eh_chart_layout_add_paragraph (self, EH_CHART_FONT_BODY, self->theme->dim,
                                          EH_CHART_ALIGN_CENTRE, room, 0, advice);
  y = MAX (y, eh_chart_layout_least (self, foot));
  return eh_chart_layout_finish (self, eh_chart_layout_end_frame (self, y));
}

/* Moves the centres of boxes, sorted by them, as little as possible (least squares) until none
 * stands on the next and all lie between low and high. What does not fit hangs out at high.
 *
 * Taking away what stands above each makes it a regression to values that never fall, for which
 * pooling adjacent violators is exact (Ayer and others, 1955). */
void
eh_chart_spread (double *centres, const double *heights, guint n, double low, double high)
{
  g_autofree double *value = g_new (double, n + 1);
  g_autofree guint *size = g_new (guint, n + 1);
  double above = 0;
  guint blocks = 0;

  for (guint i = 0; i < n; i++) {
    value[blocks] = centres[i] - above - heights[i] / 2;
    size[blocks] = 1;
    above += heights[i];
    for (blocks++; blocks > 1 && value[blocks - 2] >= value[blocks - 1]; blocks--) {
      guint both = size[blocks - 2] + size[blocks - 1];

      value[blocks - 2] = (value[blocks - 2] * size[blocks - 2] +
                           value[blocks - 1] * size[blocks - 1]) /
                          both;
      size[blocks - 2] = both;
    }
  }

  high -= above;
  above = 0;
  for (guint block = 0, i = 0; block < blocks; block++)
    for (guint last = i + size[block]; i < last; i++) {
      centres[i] = MAX (low, MIN (value[block], high)) + above + heights[i] / 2;
      above += heights[i];
    }
}
