#pragma once

/* Power map as its two forms share it: a grid of dots, and lists of them. */

#include "eh-chart-layout-private.h"
#include "eh-chart-map.h"

G_BEGIN_DECLS

/* From much less than the totals alone would give to much more. */
#define EH_MAP_SHADES 5

/* Cells: so many take no more width than is good, and grow instead. */
#define EH_MAP_FEW    48
#define EH_MAP_WIDEST 1240

/**
 * EhMap:
 * @layout: what is being made
 * @crosstab: the numbers
 * @turned: the table's columns go down the picture
 * @most: the largest count of a cell; at least 1
 * @most_down: the largest total of the lines that go down
 * @most_across: of those that go across
 */
typedef struct {
  EhChartLayout *layout;
  const EhCrosstab *crosstab;
  gboolean turned;
  double most;
  double most_down;
  double most_across;
} EhMap;

guint eh_map_n_down (const EhMap *self);
guint eh_map_n_across (const EhMap *self);
const EhCrosstabLine *eh_map_down (const EhMap *self, guint index);
const EhCrosstabLine *eh_map_across (const EhMap *self, guint index);
EhAxisKind eh_map_down_kind (const EhMap *self);
EhAxisKind eh_map_across_kind (const EhMap *self);
const EhCrosstabCell *eh_map_cell (const EhMap *self, guint down, guint across);

EhChartColour eh_map_line_colour (const EhMap *self, EhAxisKind kind, const EhCrosstabLine *line);
EhChartColour
eh_map_line_text_colour (const EhMap *self, EhAxisKind kind, const EhCrosstabLine *line);
void eh_map_add_dot (EhMap *self, guint down, guint across, EhChartBox room, double most_radius);
void eh_map_add_withheld (EhMap *self, double x, double y, double radius);
void eh_map_add_total (EhMap *self, EhAxisKind kind, const EhCrosstabLine *line, EhChartBox bar);
double eh_map_add_legend (EhMap *self, EhChartBox room);
double eh_map_widest_count (const EhMap *self);
gboolean eh_map_counts_fit (const EhMap *self, double cell, double most_radius);

EhChartLayout *eh_map_lay_out (EhMap *self);
gboolean eh_map_grid (EhMap *self, gboolean break_words, double y, double height, double *bottom);
void eh_map_list (EhMap *self, double y, double *bottom);

G_END_DECLS
