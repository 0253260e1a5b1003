#pragma once

#include <glib.h>

#include "eh-chart-theme.h"

G_BEGIN_DECLS

/**
 * EhChartDirection:
 * The way that lines of text run, and the picture with them.
 */
typedef enum {
  EH_CHART_LTR,
  EH_CHART_RTL
} EhChartDirection;

/**
 * EhChartFlags:
 * @EH_CHART_BARE: marks and labels alone, for a window that shows title and notes itself
 * @EH_CHART_FRAMED: with title, sentence, notes and a background, as exports are
 */
typedef enum {
  EH_CHART_BARE = 0,
  EH_CHART_FRAMED = 1 << 0
} EhChartFlags;

/**
 * EhChartMove:
 * Where an arrow key leads from a mark.
 */
typedef enum {
  EH_CHART_MOVE_LEFT,
  EH_CHART_MOVE_RIGHT,
  EH_CHART_MOVE_UP,
  EH_CHART_MOVE_DOWN,
  EH_CHART_MOVE_FIRST,
  EH_CHART_MOVE_LAST
} EhChartMove;

/**
 * EhChartBox:
 * @x: the left edge, CSS pixels from the picture's
 * @y: the top edge
 * @width: to the right
 * @height: down
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} EhChartBox;

/**
 * EhChartMark:
 * @box: where it is, and where a pointer or a finger meets it
 * @round: it is the ellipse in @box, not the whole of it
 * @slot: the role group's or category's slot; -1 if it belongs to neither
 * @is_category: @slot is a category's
 * @label: what it is: "Public contributors, insights"
 * @value: how much: "21 of 58 insights, 36%"
 * @accessible: the whole of it in one sentence, for speech
 * @row_key: (nullable): key of the row that it counts: a role group's, for one
 * @column_key: (nullable): key of the column: "insights", or a category's
 * @row: its row of the table
 * @column: its column of the table
 *
 * One value of the chart, which can be pointed at, walked to and opened.
 */
typedef struct {
  EhChartBox box;
  gboolean round;
  int slot;
  gboolean is_category;
  char *label;
  char *value;
  char *accessible;
  char *row_key;
  char *column_key;
  guint row;
  guint column;
} EhChartMark;

/**
 * EhChartAlign:
 * Which edge of a label was set, for whoever lays out again; the box is exact either way.
 */
typedef enum {
  EH_CHART_ALIGN_LEFT,
  EH_CHART_ALIGN_CENTRE,
  EH_CHART_ALIGN_RIGHT
} EhChartAlign;

/**
 * EhChartLabel:
 * @text: one line
 * @full: (nullable): all of it, where @text was shortened
 * @box: the line's box
 * @font: its size and weight
 * @colour: of the letters
 * @align: which edge was set
 * @rtl: its paragraph runs from the right
 * @halo: it stands on lines, and clears the ground around its letters
 * @mark: the mark that it belongs to, or -1
 */
typedef struct {
  char *text;
  char *full;
  EhChartBox box;
  EhChartFont font;
  EhChartColour colour;
  EhChartAlign align;
  gboolean rtl;
  gboolean halo;
  int mark;
} EhChartLabel;

/**
 * EhChartTable:
 * @title: what it shows
 * @n_columns: how many columns
 * @header: (array length=n_columns): what each column holds; the first names the rows
 * @rows: (element-type GStrv): each of them @n_columns texts
 *
 * The chart's numbers as text.
 */
typedef struct {
  char *title;
  guint n_columns;
  GStrv header;
  GPtrArray *rows;
} EhChartTable;

/* A chart that has been laid out: data that is painted, pointed at, walked and read aloud, and
 * never changes. Ref-counted; good in any thread. */
typedef struct _EhChartLayout EhChartLayout;

EhChartLayout *eh_chart_layout_ref (EhChartLayout *self);
void eh_chart_layout_unref (EhChartLayout *self);

double eh_chart_layout_width (const EhChartLayout *self);
double eh_chart_layout_height (const EhChartLayout *self);
EhChartDirection eh_chart_layout_direction (const EhChartLayout *self);
gboolean eh_chart_layout_is_empty (const EhChartLayout *self);
gboolean eh_chart_layout_is_public (const EhChartLayout *self);
const EhChartTheme *eh_chart_layout_theme (const EhChartLayout *self);

const char *eh_chart_layout_title (const EhChartLayout *self);
const char *eh_chart_layout_sentence (const EhChartLayout *self);
guint eh_chart_layout_n_notes (const EhChartLayout *self);
const char *eh_chart_layout_note (const EhChartLayout *self, guint index);
char *eh_chart_layout_describe (const EhChartLayout *self);
const EhChartTable *eh_chart_layout_table (const EhChartLayout *self);

guint eh_chart_layout_n_marks (const EhChartLayout *self);
const EhChartMark *eh_chart_layout_mark (const EhChartLayout *self, guint index);
guint eh_chart_layout_n_labels (const EhChartLayout *self);
const EhChartLabel *eh_chart_layout_label (const EhChartLayout *self, guint index);
int eh_chart_layout_hit (const EhChartLayout *self, double x, double y);
int eh_chart_layout_neighbour (const EhChartLayout *self, int from, EhChartMove move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhChartLayout, eh_chart_layout_unref)

G_END_DECLS
