/* A crosstab as it may leave the program. Distinct people and the largest part of one person are
 * never public. Rows of groups that the balance withholds are withheld whole, so that one table
 * cannot be read against the other; roles in people's own words are always, because they are often
 * one person's. */

#include "config.h"
#include "eh-public-tables.h"

#include <glib/gi18n-lib.h>

/* Who a part with no name and no group can have come from. */
#define EVERYBODY 63
/* Shares are parts of one. */
#define SHARE_UNIT 0.05

static guint
cell_element (EhPublicShape shape, guint row, guint column)
{
  return row * shape.n_columns + column;
}

guint
eh_public_crosstab_row (EhPublicShape shape, guint row)
{
  return shape.n_rows * shape.n_columns + row;
}

guint
eh_public_crosstab_column (EhPublicShape shape, guint column)
{
  return shape.n_rows * (shape.n_columns + 1) + column;
}

guint
eh_public_crosstab_grand (EhPublicShape shape)
{
  return shape.n_rows * (shape.n_columns + 1) + shape.n_columns;
}

static void
add_elements (EhSuppress *table, EhPublicShape shape)
{
  for (guint i = 0; i < shape.n_rows; i++)
    for (guint j = 0; j < shape.n_columns; j++)
      eh_suppress_add (table, 2 + i, 2 + shape.n_rows + j);
  for (guint i = 0; i < shape.n_rows; i++)
    eh_suppress_add (table, 0, 2 + i);
  for (guint j = 0; j < shape.n_columns; j++)
    eh_suppress_add (table, 2 + shape.n_rows + j, 1);
  eh_suppress_add (table, 1, 0);
}

static void
add_lines (EhSuppress *table, EhPublicShape shape)
{
  g_autofree guint *line = g_new (guint, MAX (shape.n_rows, shape.n_columns) + 1);

  for (guint i = 0; i < shape.n_rows; i++) {
    for (guint j = 0; j < shape.n_columns; j++)
      line[j] = cell_element (shape, i, j);
    eh_suppress_add_line (table, line, shape.n_columns, eh_public_crosstab_row (shape, i));
  }
  for (guint j = 0; j < shape.n_columns; j++) {
    for (guint i = 0; i < shape.n_rows; i++)
      line[i] = cell_element (shape, i, j);
    eh_suppress_add_line (table, line, shape.n_rows, eh_public_crosstab_column (shape, j));
  }
  for (guint i = 0; i < shape.n_rows; i++)
    line[i] = eh_public_crosstab_row (shape, i);
  eh_suppress_add_line (table, line, shape.n_rows, eh_public_crosstab_grand (shape));
  for (guint j = 0; j < shape.n_columns; j++)
    line[j] = eh_public_crosstab_column (shape, j);
  eh_suppress_add_line (table, line, shape.n_columns, eh_public_crosstab_grand (shape));
}

static void
put_placements (EhSuppress *table, EhPublicShape shape, const EhPlacements *placements)
{
  for (guint i = 0; i < placements->first[shape.n_rows * shape.n_columns]; i++) {
    const EhPlacement *entry = &placements->entries[i];

    if (entry->person != EH_NOBODY)
      eh_suppress_put (table, entry->cell, entry->person, entry->amount);
    else if (entry->group == EH_OUTSIDE)
      eh_suppress_put_crowd (table, entry->cell, EVERYBODY, entry->amount);
    else
      eh_suppress_put_crowd (table, entry->cell, (guint) entry->group, entry->amount);
  }
}

static void
set_crowds (EhSuppress *table, const guint *crowd, guint n_groups)
{
  guint everybody = 0;

  for (guint i = 0; i < n_groups; i++) {
    eh_suppress_set_crowd (table, i, crowd[i]);
    everybody += crowd[i];
  }
  eh_suppress_set_crowd (table, EVERYBODY, everybody);
}

/* Whether the balance withholds the group of a line. */
static gboolean
withheld_line (EhPublicDataset *self, EhAxis axis, const EhCrosstabLine *line)
{
  const EhVoices *voices = self->voices;

  if (axis.kind == EH_AXIS_ROLE)
    return TRUE;
  if (axis.kind != EH_AXIS_ROLE_GROUP || line->kind != EH_LINE_PLAIN)
    return FALSE;
  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *row = voices->groups->pdata[i];

    if ((row != NULL ? row->id : EH_ID_NONE) == line->id)
      return self->mask->voice[i];
  }
  return TRUE;
}

/* What of a crosstab must be withheld. @crowd: by role group, how many people what nobody is named
 * for can have come from. With @withheld, @forced_rows and @forced_columns (nullable) at least the
 * elements and the lines that they name. */
EhSuppress *
eh_public_crosstab_suppress (EhPublicDataset *self,
                             const guint *crowd,
                             const EhPlacements *placements,
                             const EhCrosstab *crosstab,
                             const gboolean *withheld,
                             const gboolean *forced_rows,
                             const gboolean *forced_columns)
{
  EhPublicShape shape = { crosstab->n_rows, crosstab->n_columns };
  EhSuppress *table = eh_suppress_new (self->threshold,
                                       placements->unit == EH_UNIT_SHARES ? SHARE_UNIT : 1,
                                       2 + shape.n_rows + shape.n_columns);

  add_elements (table, shape);
  set_crowds (table, crowd, self->voices->n_groups);
  put_placements (table, shape, placements);
  add_lines (table, shape);
  for (guint i = 0; withheld != NULL && i <= eh_public_crosstab_grand (shape); i++)
    if (withheld[i])
      eh_suppress_withhold (table, i);
  for (guint i = 0; i < shape.n_rows; i++)
    if ((forced_rows != NULL && forced_rows[i]) ||
        withheld_line (self, crosstab->row_axis, &crosstab->rows[i]))
      eh_suppress_force (table, eh_public_crosstab_row (shape, i));
  for (guint j = 0; j < shape.n_columns; j++)
    if ((forced_columns != NULL && forced_columns[j]) ||
        withheld_line (self, crosstab->column_axis, &crosstab->columns[j]))
      eh_suppress_force (table, eh_public_crosstab_column (shape, j));
  eh_suppress_run (table);
  return table;
}

static gboolean
is_shown (const EhCrosstab *self, guint row, guint column)
{
  return eh_figure_is_known (eh_crosstab_cell (self, row, column)->count) &&
         eh_figure_is_known (self->rows[row].total) &&
         eh_figure_is_known (self->columns[column].total);
}

/* Whether everything that a cell's expectation is worked out of is shown: its totals, and what was
 * taken out of these for the lines of what is unnamed and unsorted. */
static gboolean
may_relate (const EhCrosstab *self, guint row, guint column)
{
  if (!eh_figure_is_known (self->total) || !is_shown (self, row, column))
    return FALSE;
  for (guint i = 0; i < self->n_rows; i++) {
    if (self->rows[i].kind == EH_LINE_PLAIN)
      continue;
    if (!is_shown (self, i, column))
      return FALSE;
    for (guint j = 0; j < self->n_columns; j++)
      if (self->columns[j].kind != EH_LINE_PLAIN && !is_shown (self, i, j))
        return FALSE;
  }
  for (guint j = 0; j < self->n_columns; j++)
    if (self->columns[j].kind != EH_LINE_PLAIN && !is_shown (self, row, j))
      return FALSE;
  return TRUE;
}

static void
mask_relations (EhCrosstab *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      EhCrosstabCell *cell = eh_crosstab_cell (self, i, j);

      if (may_relate (self, i, j))
        continue;
      cell->expected = eh_figure_protected ();
      cell->emphasis = eh_figure_protected ();
    }
}

static void
reword_lines (EhPublicDataset *self, EhCrosstabLine *lines, guint n)
{
  for (guint i = 0; i < n; i++) {
    char *agreed = eh_public_dataset_agreed (self, lines[i].label);

    g_free (lines[i].label);
    lines[i].label = agreed;
  }
}

/* A recommendation is called by what it says, which may hold words that may not be quoted. */
void
eh_public_crosstab_reword (EhPublicDataset *self, EhCrosstab *crosstab)
{
  if (crosstab->row_axis.kind == EH_AXIS_RECOMMENDATION)
    reword_lines (self, crosstab->rows, crosstab->n_rows);
  if (crosstab->column_axis.kind == EH_AXIS_RECOMMENDATION)
    reword_lines (self, crosstab->columns, crosstab->n_columns);
}

/* Takes out of a crosstab the elements that @withheld names. */
void
eh_public_crosstab_mask (EhCrosstab *self, const gboolean *withheld)
{
  EhPublicShape shape = { self->n_rows, self->n_columns };

  for (guint i = 0; i < shape.n_rows; i++)
    if (withheld[eh_public_crosstab_row (shape, i)])
      self->rows[i].total = eh_figure_protected ();
  for (guint j = 0; j < shape.n_columns; j++)
    if (withheld[eh_public_crosstab_column (shape, j)])
      self->columns[j].total = eh_figure_protected ();
  if (withheld[eh_public_crosstab_grand (shape)]) {
    self->total = eh_figure_protected ();
    self->may_say_ratios = FALSE;
  }
  for (guint i = 0; i < shape.n_rows * shape.n_columns; i++) {
    EhCrosstabCell *cell = &self->cells[i];

    if (withheld[i])
      cell->count = eh_figure_protected ();
    cell->contributors = eh_figure_protected ();
    cell->top_share = eh_figure_protected ();
  }
  mask_relations (self);
}

/* Adds up what the lines of role groups that are withheld leave in one crossing line: what its
 * total and what is shown of it give anyway. Known where nothing else in it is withheld. */
static EhFigure
sum_together (const EhCrosstab *self, const gboolean *withheld, gboolean by_row, guint across)
{
  EhFigure left = by_row ? self->columns[across].total : self->rows[across].total;
  guint n = by_row ? self->n_rows : self->n_columns;

  for (guint i = 0; i < n && eh_figure_is_known (left); i++) {
    const EhCrosstabCell *cell = by_row ? eh_crosstab_cell (self, i, across)
                                        : eh_crosstab_cell (self, across, i);

    if (eh_figure_is_known (cell->count))
      left.value -= cell->count.value;
    else if (!withheld[i])
      left = eh_figure_protected ();
  }
  return left;
}

static EhFigure
total_together (const EhCrosstab *self, const gboolean *withheld, gboolean by_row)
{
  EhFigure left = self->total;
  guint n = by_row ? self->n_rows : self->n_columns;

  for (guint i = 0; i < n && eh_figure_is_known (left); i++) {
    EhFigure total = by_row ? self->rows[i].total : self->columns[i].total;

    if (eh_figure_is_known (total))
      left.value -= total.value;
    else if (!withheld[i])
      left = eh_figure_protected ();
  }
  return left;
}

static EhCrosstabLine
copy_line (const EhCrosstabLine *line)
{
  EhCrosstabLine copy = *line;

  copy.key = g_strdup (line->key);
  copy.label = g_strdup (line->label);
  return copy;
}

static EhCrosstabLine
together_line (gboolean all, EhFigure total)
{
  EhCrosstabLine line = { .slot = -1, .total = total };

  line.key = g_strdup ("together");
  line.label = g_strdup (all ? _ ("All groups together") : _ ("Other groups together"));
  return line;
}

/* The crosstab with a line more, for the role groups that are withheld, before the line of what has
 * no name. */
static EhCrosstab *
with_together (const EhCrosstab *self, const gboolean *withheld, gboolean by_row, gboolean all)
{
  EhCrosstab *more = eh_crosstab_alloc (self->n_rows + by_row, self->n_columns + !by_row);
  guint n = by_row ? self->n_rows : self->n_columns;
  const EhCrosstabLine *lines = by_row ? self->rows : self->columns;
  guint at = n;

  while (at > 0 && lines[at - 1].kind != EH_LINE_PLAIN)
    at--;
  more->audience = self->audience;
  more->threshold = self->threshold;
  more->row_axis = self->row_axis;
  more->column_axis = self->column_axis;
  more->unit = self->unit;
  more->total = self->total;
  more->may_say_ratios = self->may_say_ratios;
  for (guint i = 0; i < more->n_rows; i++)
    more->rows[i] = by_row && i == at ? together_line (all, total_together (self, withheld, TRUE))
                                      : copy_line (&self->rows[i - (by_row && i > at)]);
  for (guint j = 0; j < more->n_columns; j++)
    more->columns[j] = !by_row && j == at
                           ? together_line (all, total_together (self, withheld, FALSE))
                           : copy_line (&self->columns[j - (!by_row && j > at)]);
  for (guint i = 0; i < more->n_rows; i++)
    for (guint j = 0; j < more->n_columns; j++) {
      EhCrosstabCell *cell = eh_crosstab_cell (more, i, j);

      if ((by_row ? i : j) != at) {
        *cell = *eh_crosstab_cell (self, i - (by_row && i > at), j - (!by_row && j > at));
        continue;
      }
      cell->count = sum_together (self, withheld, by_row, by_row ? j : i);
      cell->contributors = cell->top_share = eh_figure_protected ();
      cell->expected = cell->emphasis = eh_figure_protected ();
    }
  return more;
}

/* Takes @crosstab and gives it back, with a line for the role groups that are withheld. */
EhCrosstab *
eh_public_crosstab_show_together (EhPublicDataset *self, EhCrosstab *crosstab)
{
  gboolean by_row = crosstab->row_axis.kind == EH_AXIS_ROLE_GROUP;
  guint n = by_row ? crosstab->n_rows : crosstab->n_columns;
  const EhCrosstabLine *lines = by_row ? crosstab->rows : crosstab->columns;
  g_autofree gboolean *withheld = g_new0 (gboolean, n + 1);
  EhCrosstab *more;
  guint n_withheld = 0;
  guint n_plain = 0;

  if (!by_row && crosstab->column_axis.kind != EH_AXIS_ROLE_GROUP)
    return crosstab;
  for (guint i = 0; i < n; i++) {
    EhAxis axis = { .kind = EH_AXIS_ROLE_GROUP };

    withheld[i] = withheld_line (self, axis, &lines[i]);
    n_withheld += withheld[i] != 0;
    n_plain += lines[i].kind == EH_LINE_PLAIN;
  }
  if (n_withheld == 0)
    return crosstab;
  more = with_together (crosstab, withheld, by_row, n_withheld == n_plain);
  eh_crosstab_unref (crosstab);
  return more;
}

/* As eh_public_dataset_crosstab(), of a project of which at least @base is always asked for. */
EhCrosstab *
eh_public_crosstab_within (
    EhPublicDataset *self, EhAxis rows, EhAxis columns, const EhFilter *filter, EhFilter base)
{
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, &base);
  g_autoptr (EhPlacements) whole = eh_placements_new (voices, rows, columns);
  g_autoptr (EhCrosstab) lines = eh_crosstab_count (voices, whole, rows, columns);
  g_auto (EhPublicTables) tables = { .dataset = self, .whole = voices, .base = base, .n = 1 };
  g_autoptr (EhPlacements) part = NULL;
  EhCrosstab *crosstab;

  tables.places[0] = whole;
  tables.lines[0] = lines;
  eh_public_tables_withhold (&tables, filter);
  part = eh_public_tables_part (&tables, 0, filter);
  crosstab = eh_crosstab_count (voices, part, rows, columns);
  crosstab->audience = EH_AUDIENCE_PUBLIC;
  crosstab->threshold = self->threshold;
  eh_public_crosstab_mask (crosstab, tables.withheld[0]);
  eh_public_crosstab_reword (self, crosstab);
  return eh_public_crosstab_show_together (self, crosstab);
}

/**
 * eh_public_dataset_crosstab:
 * @self: what may leave the program
 * @rows: what the rows are
 * @columns: what the columns are; not the same as @rows
 * @filter: (nullable): what to look at; a role group is not heeded, because group by group what one
 *   result withholds another would give away
 *
 * Groups that are withheld have a line together, "together", with what the totals give anyway. A
 * part of the project has the rows and columns of the whole, and withholds what beside the whole
 * and the other parts would give something away.
 *
 * Returns: (transfer full): the crosstab
 */
EhCrosstab *
eh_public_dataset_crosstab (EhPublicDataset *self,
                            EhAxis rows,
                            EhAxis columns,
                            const EhFilter *filter)
{
  EhFilter wide = { 0 };
  EhFilter base = { 0 };

  g_return_val_if_fail (!eh_axis_equal (rows, columns), NULL);
  if (filter != NULL)
    wide = *filter;
  wide.role_group_id = EH_ID_NONE;
  base.lens_id = wide.lens_id;
  base.guidance_id = wide.guidance_id;
  return eh_public_crosstab_within (self, rows, columns, &wide, base);
}
