#pragma once

#include "eh-audience.h"
#include "eh-figure.h"

G_BEGIN_DECLS

/**
 * EhAxisKind:
 * @EH_AXIS_ROLE_GROUP: role groups, and a line for insights with no name
 * @EH_AXIS_ROLE: the roles in people's own words; never public
 * @EH_AXIS_WORKSHOP: workshops
 * @EH_AXIS_KIND: kinds of insight
 * @EH_AXIS_CATEGORY: categories
 * @EH_AXIS_LEVEL: where an insight sits: me or you, between us, our organisations …
 * @EH_AXIS_STAGE: how far the work was at the workshop
 * @EH_AXIS_N_VALUES: how many there are to choose from; those below are made by one measure each
 * @EH_AXIS_RECOMMENDATION: recommendations in force; see eh_flow_new()
 * @EH_AXIS_TIME: stretches of time of one length; see eh_timeline_new()
 */
typedef enum {
  EH_AXIS_ROLE_GROUP,
  EH_AXIS_ROLE,
  EH_AXIS_WORKSHOP,
  EH_AXIS_KIND,
  EH_AXIS_CATEGORY,
  EH_AXIS_LEVEL,
  EH_AXIS_STAGE,
  EH_AXIS_N_VALUES,
  EH_AXIS_RECOMMENDATION,
  EH_AXIS_TIME,
} EhAxisKind;

/**
 * EhAxis:
 * @kind: what the lines are
 * @parent_id: for categories: the category whose children are the lines; 0 for the top ones
 * @framework_id: for top categories: whose; 0 for the lens of the
 *   filter; in a table, which one it was
 * @most: how many lines there may be; the smallest of more stand together in one; 0 for any number;
 *   of time: how many stretches there are
 * @start: of time: when the first stretch begins, seconds since 1970
 * @minutes: of time: how long a stretch is
 */
typedef struct {
  EhAxisKind kind;
  EhId parent_id;
  EhId framework_id;
  guint most;
  gint64 start;
  guint minutes;
} EhAxis;

/**
 * EhLineKind:
 * @EH_LINE_PLAIN: a group, a category …
 * @EH_LINE_UNNAMED: insights with no name, no workshop, no kind, no role
 * @EH_LINE_UNSORTED: insights not sorted yet, or placed on the parent itself, or in no
 *   recommendation
 * @EH_LINE_UNTRACED: a recommendation that rests on no insight
 */
typedef enum {
  EH_LINE_PLAIN,
  EH_LINE_UNNAMED,
  EH_LINE_UNSORTED,
  EH_LINE_UNTRACED,
} EhLineKind;

/**
 * EhUnit:
 * @EH_UNIT_PLACEMENTS: an insight counts once under each category that it is placed in
 * @EH_UNIT_INSIGHTS: an insight counts once
 * @EH_UNIT_SHARES: an insight counts once in all, and its categories and recommendations share it
 * @EH_UNIT_PEOPLE: people; see eh_stage_map_new()
 */
typedef enum {
  EH_UNIT_PLACEMENTS,
  EH_UNIT_INSIGHTS,
  EH_UNIT_SHARES,
  EH_UNIT_PEOPLE,
} EhUnit;

/**
 * EhCrosstabLine:
 * @id: of the row that it stands for, 0 for none
 * @key: short and stable
 * @label: what people read
 * @slot: colour and pattern; -1 for none
 * @kind: whether it is a line like others
 * @total: of its cells
 */
typedef struct {
  EhId id;
  char *key;
  char *label;
  int slot;
  EhLineKind kind;
  EhFigure total;
} EhCrosstabLine;

/**
 * EhCrosstabCell:
 * @count: in the table's unit; several contributors of an insight share it equally
 * @contributors: distinct people behind it; never public
 * @top_share: the largest part that one person gave, 0 to 1; never public
 * @expected: what the row's and the column's totals alone would give, of what is named and sorted
 * @emphasis: count to expected; undefined where fewer than one is expected
 */
typedef struct {
  EhFigure count;
  EhFigure contributors;
  EhFigure top_share;
  EhFigure expected;
  EhFigure emphasis;
} EhCrosstabCell;

/**
 * EhCrosstab:
 * @audience: for whom it was made
 * @threshold: fewest people behind a number that is shared
 * @row_axis: what the rows are
 * @column_axis: what the columns are
 * @unit: what is counted
 * @total: of all cells
 * @may_say_ratios: there are enough insights to say emphasis at all
 * @rows: (array length=n_rows): the rows
 * @columns: (array length=n_columns): the columns
 * @cells: row by row; see eh_crosstab_cell()
 *
 * Two ways of sorting insights, one against the other. Immutable.
 */
typedef struct {
  EhAudience audience;
  guint threshold;
  EhAxis row_axis;
  EhAxis column_axis;
  EhUnit unit;
  EhFigure total;
  gboolean may_say_ratios;
  EhCrosstabLine *rows;
  guint n_rows;
  EhCrosstabLine *columns;
  guint n_columns;
  EhCrosstabCell *cells;
} EhCrosstab;

EhCrosstab *eh_crosstab_alloc (guint n_rows, guint n_columns);
EhCrosstab *eh_crosstab_ref (EhCrosstab *self);
void eh_crosstab_unref (EhCrosstab *self);
EhCrosstabCell *eh_crosstab_cell (const EhCrosstab *self, guint row, guint column);

gboolean eh_crosstab_hides_something (const EhCrosstab *self);

gboolean eh_axis_equal (EhAxis a, EhAxis b);
const char *eh_axis_kind_key (EhAxisKind kind);
const char *eh_axis_kind_label (EhAxisKind kind);
gboolean eh_axis_kind_from_key (const char *key, EhAxisKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCrosstab, eh_crosstab_unref)

G_END_DECLS
