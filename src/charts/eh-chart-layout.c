/* A chart that has been laid out.
 *
 * Shapes are what is painted; marks are the values that a pointer, a key or a voice can reach;
 * labels are lines of text at their places. All three were made of the same numbers
 * (eh-chart-layout-make.c), and nothing changes any more.
 */

#include "eh-chart-layout-private.h"

#include <math.h>

/**
 * eh_chart_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self
 */
EhChartLayout *
eh_chart_layout_ref (EhChartLayout *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * eh_chart_layout_unref:
 * @self: (transfer full): a layout
 */
void
eh_chart_layout_unref (EhChartLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->text, eh_chart_text_free);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->table.rows);
  g_strfreev (self->table.header);
  g_free (self->table.title);
  g_ptr_array_unref (self->notes);
  g_strfreev (self->details);
  g_free (self->sentence);
  g_free (self->title);
  g_free (self->scope);
  eh_chart_theme_unref (self->theme);
  g_free (self);
}

/**
 * eh_chart_layout_width:
 * @self: a layout
 *
 * Returns: its width in CSS pixels: what was asked for, and at least 200
 */
double
eh_chart_layout_width (const EhChartLayout *self)
{
  return self->width;
}

/**
 * eh_chart_layout_height:
 * @self: a layout
 *
 * Returns: its height in CSS pixels: more than was asked for, where the content needs it
 */
double
eh_chart_layout_height (const EhChartLayout *self)
{
  return self->height;
}

/**
 * eh_chart_layout_direction:
 * @self: a layout
 *
 * Returns: the way that it runs
 */
EhChartDirection
eh_chart_layout_direction (const EhChartLayout *self)
{
  return self->direction;
}

/**
 * eh_chart_layout_is_empty:
 * @self: a layout
 *
 * Returns: whether there is nothing to draw yet, and it says so in words
 */
gboolean
eh_chart_layout_is_empty (const EhChartLayout *self)
{
  return self->empty;
}

/**
 * eh_chart_layout_is_public:
 * @self: a layout
 *
 * Returns: whether its numbers went through the gate, so that it may leave the program
 */
gboolean
eh_chart_layout_is_public (const EhChartLayout *self)
{
  return self->is_public;
}

/**
 * eh_chart_layout_theme:
 * @self: a layout
 *
 * Returns: (transfer none): what it looks like
 */
const EhChartTheme *
eh_chart_layout_theme (const EhChartLayout *self)
{
  return self->theme;
}

/**
 * eh_chart_layout_title:
 * @self: a layout
 *
 * Returns: (transfer none): what the chart is called
 */
const char *
eh_chart_layout_title (const EhChartLayout *self)
{
  return self->title;
}

/**
 * eh_chart_layout_sentence:
 * @self: a layout
 *
 * Returns: (transfer none) (nullable): what the chart shows, in words
 */
const char *
eh_chart_layout_sentence (const EhChartLayout *self)
{
  return self->sentence;
}

/**
 * eh_chart_layout_n_notes:
 * @self: a layout
 *
 * Returns: how many notes stand under it
 */
guint
eh_chart_layout_n_notes (const EhChartLayout *self)
{
  return self->notes->len;
}

/**
 * eh_chart_layout_note:
 * @self: a layout
 * @index: which
 *
 * Returns: (transfer none): what is counted, against what, and what not to read into it
 */
const char *
eh_chart_layout_note (const EhChartLayout *self, guint index)
{
  return g_ptr_array_index (self->notes, index);
}

/**
 * eh_chart_layout_describe:
 * @self: a layout
 *
 * Returns: (transfer full): the whole chart in words, a paragraph a line: for screen readers and
 *   for the text alternative of a figure
 */
char *
eh_chart_layout_describe (const EhChartLayout *self)
{
  GString *text = g_string_new (self->title);

  if (self->scope)
    g_string_append_printf (text, "\n%s", self->scope);
  for (guint i = 0; self->details && self->details[i]; i++)
    g_string_append_printf (text, "\n%s", self->details[i]);
  if (!self->details && self->sentence && *self->sentence)
    g_string_append_printf (text, "\n%s", self->sentence);
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "\n%s", eh_chart_layout_note (self, i));
  return g_string_free (text, FALSE);
}

/**
 * eh_chart_layout_table:
 * @self: a layout
 *
 * Returns: (transfer none): the same numbers as text in rows
 */
const EhChartTable *
eh_chart_layout_table (const EhChartLayout *self)
{
  return &self->table;
}

/**
 * eh_chart_layout_n_marks:
 * @self: a layout
 *
 * Returns: how many marks it has
 */
guint
eh_chart_layout_n_marks (const EhChartLayout *self)
{
  return self->marks->len;
}

/**
 * eh_chart_layout_mark:
 * @self: a layout
 * @index: which, in reading order
 *
 * Returns: (transfer none): a mark
 */
const EhChartMark *
eh_chart_layout_mark (const EhChartLayout *self, guint index)
{
  return g_ptr_array_index (self->marks, index);
}

/**
 * eh_chart_layout_n_labels:
 * @self: a layout
 *
 * Returns: how many lines of text it has
 */
guint
eh_chart_layout_n_labels (const EhChartLayout *self)
{
  return self->labels->len;
}

/**
 * eh_chart_layout_label:
 * @self: a layout
 * @index: which
 *
 * Returns: (transfer none): a line of text
 */
const EhChartLabel *
eh_chart_layout_label (const EhChartLayout *self, guint index)
{
  return g_ptr_array_index (self->labels, index);
}

static EhChartPoint
middle (const EhChartMark *mark)
{
  return (EhChartPoint){ mark->box.x + mark->box.width / 2, mark->box.y + mark->box.height / 2 };
}

static gboolean
covers (const EhChartMark *mark, double x, double y)
{
  EhChartPoint at = middle (mark);

  if (mark->round)
    return hypot ((x - at.x) / (mark->box.width / 2), (y - at.y) / (mark->box.height / 2)) <= 1;
  return x >= mark->box.x && x < mark->box.x + mark->box.width && y >= mark->box.y &&
         y < mark->box.y + mark->box.height;
}

/**
 * eh_chart_layout_hit:
 * @self: a layout
 * @x: CSS pixels from the left
 * @y: from the top
 *
 * Returns: the mark there, the one with the nearest middle if several are; -1 if none is
 */
int
eh_chart_layout_hit (const EhChartLayout *self, double x, double y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++) {
    const EhChartMark *mark = eh_chart_layout_mark (self, i);
    EhChartPoint at = middle (mark);
    double distance = hypot (x - at.x, y - at.y);

    if (distance < best && covers (mark, x, y)) {
      best = distance;
      found = (int) i;
    }
  }
  return found;
}

/* How far a mark is, seen from another in the direction of a key; negative if it does not lie
 * there. What shares the row stays in line however steep the line is that joins them. */
static double
distance_along (const EhChartMark *from, const EhChartMark *to, EhChartMove move, gboolean later)
{
  EhChartPoint a = middle (from);
  EhChartPoint b = middle (to);
  gboolean level = move == EH_CHART_MOVE_LEFT || move == EH_CHART_MOVE_RIGHT;
  double along = level ? b.x - a.x : b.y - a.y;
  double across = level ? fabs (b.y - a.y) : fabs (b.x - a.x);

  if (move == EH_CHART_MOVE_LEFT || move == EH_CHART_MOVE_UP)
    along = -along;
  if (level && from->row == to->row)
    across = 0;
  if (fabs (along) < 0.5 && across < 0.5) /* one upon the other: in reading order */
    return later == (move == EH_CHART_MOVE_RIGHT || move == EH_CHART_MOVE_DOWN) ? 0 : -1;
  if (along < 0.5)
    return -1;
  return along + 3 * across;
}

/**
 * eh_chart_layout_neighbour:
 * @self: a layout
 * @from: a mark, or -1 for none yet
 * @move: what was pressed; left and right are as seen, in either direction
 *
 * Returns: the mark that the key leads to; @from if there is none that way; -1 without any marks
 */
int
eh_chart_layout_neighbour (const EhChartLayout *self, int from, EhChartMove move)
{
  double best = G_MAXDOUBLE;
  int found = from;

  if (self->marks->len == 0)
    return -1;
  if (move == EH_CHART_MOVE_LAST)
    return (int) self->marks->len - 1;
  if (move == EH_CHART_MOVE_FIRST || from < 0 || from >= (int) self->marks->len)
    return 0;

  for (int i = 0; i < (int) self->marks->len; i++) {
    double distance;

    if (i == from)
      continue;
    distance = distance_along (eh_chart_layout_mark (self, (guint) from),
                               eh_chart_layout_mark (self, (guint) i), move, i > from);
    if (distance >= 0 && distance < best) {
      best = distance;
      found = i;
    }
  }
  return found;
}
