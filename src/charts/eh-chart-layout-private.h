#pragma once

/* How layouts are made, for the files that lay out one kind of chart each and for the painter.
 *
 * All of them lay out from left to right and for the normal size of text;
 * eh_chart_layout_finish() turns the picture round for those who read from the right, and brings it
 * to its size. */

#include "eh-chart-layout.h"
#include "eh-chart-text.h"

G_BEGIN_DECLS

typedef enum {
  EH_CHART_SHAPE_RECT,
  EH_CHART_SHAPE_CIRCLE,
  EH_CHART_SHAPE_LINE,
  EH_CHART_SHAPE_POLYGON,
  EH_CHART_SHAPE_RIBBON
} EhChartShapeKind;

/**
 * EhChartShape:
 * @kind: what it is
 * @box: a rectangle's, or the one around a circle
 * @radius: of a rectangle's corners
 * @points: (nullable) (element-type EhChartPoint): of lines and polygons; of a ribbon its corners:
 *   where its upper edge begins and ends, where its lower edge ends and begins;
 *   one that is not filled is its upper edge alone
 * @filled: fill it with @fill
 * @fill: the colour inside
 * @pattern: the hatch over the filling, drawn in @hatch
 * @hatch: the colour of the hatch
 * @stroked: draw its outline
 * @stroke: the outline's colour
 * @width: of the outline
 * @dash: index into the dashes of lines; 0 is unbroken
 * @alpha: how opaque all of it is
 * @crisp: move it to where a pixel begins
 * @grain: how much coarser than usual hatch and dashes are
 *
 * What the painter draws, in the order of the layout.
 */
typedef struct {
  EhChartShapeKind kind;
  EhChartBox box;
  double radius;
  GArray *points;
  gboolean filled;
  EhChartColour fill;
  EhChartPattern pattern;
  EhChartColour hatch;
  gboolean stroked;
  EhChartColour stroke;
  double width;
  guint dash;
  double alpha;
  gboolean crisp;
  double grain;
} EhChartShape;

struct _EhChartLayout {
  gatomicrefcount refs;
  EhChartTheme *theme;
  double width;
  double height; /* wanted, and in the end what it is */
  EhChartDirection direction;
  EhChartFlags flags;
  gboolean is_public;
  gboolean empty;
  char *scope;
  char *title;
  char *sentence;
  char **details; /* (nullable): all that it says, in place of the sentence where it is described */
  GPtrArray *notes;
  EhChartTable table;
  GPtrArray *shapes;
  GPtrArray *marks;
  GPtrArray *labels;

  /* While it is being laid out: */
  EhChartText *text;
  double scale;  /* what width and height will be multiplied by, and all else */
  double widest; /* the content is not wider and stands in the middle; 0 for as wide as there is
                    room */
};

EhChartLayout *eh_chart_layout_new (const EhChartTheme *theme,
                                    double width,
                                    double height,
                                    gboolean grows,
                                    EhChartDirection direction,
                                    EhChartFlags flags);
EhChartLayout *eh_chart_layout_finish (EhChartLayout *self, double bottom);

EhChartShape *
eh_chart_layout_add_rect (EhChartLayout *self, EhChartBox box, double radius, EhChartColour fill);
EhChartShape *eh_chart_layout_add_circle (EhChartLayout *self, double x, double y, double radius);
EhChartShape *eh_chart_layout_add_line (EhChartLayout *self,
                                        const EhChartPoint *points,
                                        guint n_points,
                                        EhChartColour stroke,
                                        double width);
EhChartShape *eh_chart_layout_add_ribbon (EhChartLayout *self,
                                          EhChartBox from,
                                          EhChartBox to,
                                          EhChartColour fill);
EhChartShape *eh_chart_layout_add_marker (EhChartLayout *self,
                                          EhChartMarker marker,
                                          double x,
                                          double y,
                                          double radius,
                                          EhChartColour fill);
void eh_chart_layout_add_group_marker (EhChartLayout *self, int slot, double x, double y);
EhChartMark *eh_chart_layout_add_mark (EhChartLayout *self, EhChartBox box);
EhChartLabel *eh_chart_layout_add_label (EhChartLayout *self,
                                         EhChartFont font,
                                         EhChartColour colour,
                                         EhChartAlign align,
                                         double x,
                                         double y,
                                         const char *text);
double eh_chart_layout_add_paragraph (EhChartLayout *self,
                                      EhChartFont font,
                                      EhChartColour colour,
                                      EhChartAlign align,
                                      EhChartBox room,
                                      guint max_lines,
                                      const char *text);
double eh_chart_layout_paragraph_height (
    EhChartLayout *self, EhChartFont font, double width, guint max_lines, const char *text);
void eh_chart_layout_add_note (EhChartLayout *self, const char *note);
void eh_chart_layout_take_note (EhChartLayout *self, char *note);
void eh_chart_layout_set_header (EhChartLayout *self, const char *const *header);
void eh_chart_layout_add_row (EhChartLayout *self, const char *const *row);

double eh_chart_layout_margin (const EhChartLayout *self);
double eh_chart_layout_begin_frame (EhChartLayout *self);
double eh_chart_layout_frame_foot (EhChartLayout *self);
double eh_chart_layout_least (const EhChartLayout *self, double foot);
double eh_chart_layout_end_frame (EhChartLayout *self, double y);
EhChartLayout *
eh_chart_layout_finish_empty (EhChartLayout *self, const char *headline, const char *advice);

void eh_chart_spread (double *centres, const double *heights, guint n, double low, double high);

G_END_DECLS
