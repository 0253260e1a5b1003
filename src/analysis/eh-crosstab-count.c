/* A crosstab, counted: cells, distinct people, totals, and the emphasis of each cell against what
 * the totals alone would give. */

#include "eh-measures.h"
#include "eh-placements.h"

/* Fewer expected than this, and a ratio says more about chance than about anybody. */
#define FEW_EXPECTED 1.0

/* Scratch for counting people: amounts by person, and who has one. */
typedef struct {
  double *amount;
  guint *touched;
  guint n_touched;
} Scratch;

static void
count_cell (EhCrosstabCell *cell, const EhPlacements *placements, guint index, Scratch *scratch)
{
  double sum = 0;
  double top = 0;

  scratch->n_touched = 0;
  for (guint i = placements->first[index]; i < placements->first[index + 1]; i++) {
    const EhPlacement *entry = &placements->entries[i];

    sum += entry->amount;
    if (entry->person == EH_NOBODY)
      continue;
    if (scratch->amount[entry->person] <= 0)
      scratch->touched[scratch->n_touched++] = entry->person;
    scratch->amount[entry->person] += entry->amount;
    top = MAX (top, scratch->amount[entry->person]);
  }
  for (guint i = 0; i < scratch->n_touched; i++)
    scratch->amount[scratch->touched[i]] = 0;
  cell->count = eh_figure_known (sum);
  cell->contributors = eh_figure_known (scratch->n_touched);
  cell->top_share = eh_figure_ratio (eh_figure_known (top), cell->count);
}

static void
total_lines (EhCrosstab *self)
{
  double total = 0;

  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i].total = eh_figure_known (0);
  for (guint j = 0; j < self->n_columns; j++)
    self->columns[j].total = eh_figure_known (0);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      double count = eh_crosstab_cell (self, i, j)->count.value;

      self->rows[i].total.value += count;
      self->columns[j].total.value += count;
      total += count;
    }
  self->total = eh_figure_known (total);
}

/* What is left of the totals when the lines of what is unnamed and unsorted are taken out: what the
 * others share out among them. */
static void
total_named (const EhCrosstab *self, double *row_totals, double *column_totals, double *total)
{
  *total = 0;
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      double count = eh_crosstab_cell (self, i, j)->count.value;

      if (self->rows[i].kind != EH_LINE_PLAIN || self->columns[j].kind != EH_LINE_PLAIN)
        continue;
      row_totals[i] += count;
      column_totals[j] += count;
      *total += count;
    }
}

/**
 * eh_crosstab_relate:
 * @self: a crosstab with exact counts, not shared yet
 *
 * Fills in what each cell was to be expected to have and its emphasis.
 */
void
eh_crosstab_relate (EhCrosstab *self)
{
  g_autofree double *row_totals = g_new0 (double, self->n_rows + 1);
  g_autofree double *column_totals = g_new0 (double, self->n_columns + 1);
  double total;

  total_named (self, row_totals, column_totals, &total);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      EhCrosstabCell *cell = eh_crosstab_cell (self, i, j);

      cell->expected = eh_figure_undefined ();
      cell->emphasis = eh_figure_undefined ();
      if (self->rows[i].kind != EH_LINE_PLAIN || self->columns[j].kind != EH_LINE_PLAIN ||
          total <= 0)
        continue;
      cell->expected = eh_figure_known (row_totals[i] * column_totals[j] / total);
      if (cell->expected.value >= FEW_EXPECTED)
        cell->emphasis = eh_figure_ratio (cell->count, cell->expected);
    }
}

static void
take_lines (EhCrosstabLine *lines, const GArray *from)
{
  for (guint i = 0; i < from->len; i++) {
    lines[i] = g_array_index (from, EhCrosstabLine, i);
    lines[i].key = g_strdup (lines[i].key);
    lines[i].label = g_strdup (lines[i].label);
  }
}

/* Which framework it was is known to whoever gets the table. */
static EhAxis
with_framework (EhAxis axis, const EhVoices *voices)
{
  if (axis.kind == EH_AXIS_CATEGORY && axis.framework_id == EH_ID_NONE)
    axis.framework_id = eh_voices_lens (voices->dataset, &voices->filter);
  return axis;
}

/**
 * eh_crosstab_count:
 * @voices: who said what
 * @placements: what falls where
 * @rows: what the rows are
 * @columns: what the columns are
 *
 * Returns: (transfer full): the crosstab, for the team
 */
EhCrosstab *
eh_crosstab_count (const EhVoices *voices,
                   const EhPlacements *placements,
                   EhAxis rows,
                   EhAxis columns)
{
  EhCrosstab *self = eh_crosstab_alloc (placements->rows->len, placements->columns->len);
  Scratch scratch = { 0 };

  self->audience = EH_AUDIENCE_TEAM;
  self->threshold = (guint) voices->dataset->project->threshold;
  self->row_axis = with_framework (rows, voices);
  self->column_axis = with_framework (columns, voices);
  self->unit = placements->unit;
  take_lines (self->rows, placements->rows);
  take_lines (self->columns, placements->columns);
  scratch.amount = g_new0 (double, voices->n_persons + 1);
  scratch.touched = g_new (guint, voices->n_persons + 1);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    count_cell (&self->cells[i], placements, i, &scratch);
  g_free (scratch.amount);
  g_free (scratch.touched);
  total_lines (self);
  eh_crosstab_relate (self);
  self->may_say_ratios = self->total.value >= EH_FEW_INSIGHTS;
  return self;
}

/**
 * eh_crosstab_new:
 * @dataset: a frozen dataset
 * @rows: what the rows are
 * @columns: what the columns are; not the same as @rows
 * @filter: (nullable): what to look at; %NULL for everything
 *
 * Returns: (transfer full): the crosstab, exact, for the team's own view
 */
EhCrosstab *
eh_crosstab_new (EhDataset *dataset, EhAxis rows, EhAxis columns, const EhFilter *filter)
{
  g_autoptr (EhVoices) voices = NULL;
  g_autoptr (EhPlacements) placements = NULL;

  g_return_val_if_fail (!eh_axis_equal (rows, columns), NULL);
  voices = eh_voices_new (dataset, filter);
  placements = eh_placements_new (voices, rows, columns);
  return eh_crosstab_count (voices, placements, rows, columns);
}
