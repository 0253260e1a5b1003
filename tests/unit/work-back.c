/* See work-back.h. */

#include "work-back.h"

#define TINY    1e-6
#define NOTHING 1e12 /* more than any number here */

typedef struct {
  double low;
  double high;
  double is;
  gboolean told;
} Number;

typedef struct {
  guint total;
  guint *parts;
  guint n;
} Sum;

struct _WorkBack {
  GArray *numbers;
  GArray *sums;
  gboolean moved;
};

static Number *
number (WorkBack *self, guint index)
{
  return &g_array_index (self->numbers, Number, index);
}

WorkBack *
work_back_new (void)
{
  WorkBack *self = g_new0 (WorkBack, 1);

  self->numbers = g_array_new (FALSE, FALSE, sizeof (Number));
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  return self;
}

void
work_back_free (WorkBack *self)
{
  for (guint i = 0; i < self->sums->len; i++)
    g_free (g_array_index (self->sums, Sum, i).parts);
  g_array_unref (self->sums);
  g_array_unref (self->numbers);
  g_free (self);
}

/* A number as it is told, or not, and as it is. */
guint
work_back_add (WorkBack *self, EhFigure told, double is)
{
  Number added = { 0, NOTHING, is, eh_figure_is_known (told) };

  /* Nothing shines through. */
  g_assert_true (added.told || told.value == 0);
  if (added.told) {
    g_assert_cmpfloat_with_epsilon (told.value, is, TINY);
    added.low = added.high = told.value;
  }
  g_array_append_val (self->numbers, added);
  return self->numbers->len - 1;
}

void
work_back_sum (WorkBack *self, guint total, const guint *parts, guint n)
{
  Sum sum = { total, g_memdup2 (parts, n * sizeof (guint)), n };

  g_array_append_val (self->sums, sum);
}

void
work_back_same (WorkBack *self, guint a, guint b)
{
  work_back_sum (self, a, &b, 1);
}

static void
narrow (WorkBack *self, guint index, double low, double high)
{
  Number *is = number (self, index);

  if (low > is->low + TINY) {
    is->low = MIN (low, is->high);
    self->moved = TRUE;
  }
  if (high < is->high - TINY) {
    is->high = MAX (high, is->low);
    self->moved = TRUE;
  }
}

static void
carry (WorkBack *self, const Sum *sum)
{
  double low = 0;
  double high = 0;

  for (guint i = 0; i < sum->n; i++) {
    low += number (self, sum->parts[i])->low;
    high += number (self, sum->parts[i])->high;
  }
  narrow (self, sum->total, low, high);
  for (guint i = 0; i < sum->n; i++) {
    const Number *part = number (self, sum->parts[i]);
    const Number *total = number (self, sum->total);
    double least = total->low - (high - part->high);
    double most = total->high - (low - part->low);

    narrow (self, sum->parts[i], least, most);
  }
}

/* Fails if anything withheld can be had more closely than the rule allows. */
void
work_back_check (WorkBack *self, double unit, guint threshold)
{
  guint rounds = 0;

  do {
    self->moved = FALSE;
    for (guint i = 0; i < self->sums->len; i++)
      carry (self, &g_array_index (self->sums, Sum, i));
  } while (self->moved && ++rounds < 10000);
  for (guint i = 0; i < self->numbers->len; i++) {
    const Number *is = number (self, i);
    double width = MIN ((threshold - 1) / 2.0, MAX (is->is, unit));

    g_assert_cmpfloat (is->low, <=, is->is + TINY);
    g_assert_cmpfloat (is->high, >=, is->is - TINY);
    if (!is->told && is->is > 0)
      g_assert_cmpfloat (is->high - is->low, >=, width - 10 * TINY);
  }
}

/* Adds all of a crosstab. Lines of @told that @is does not have stand for others and are left out,
 * for they are sums of what is there. @rows and @columns (nullable) get the totals. */
void
work_back_crosstab (
    WorkBack *self, const EhCrosstab *told, const EhCrosstab *is, guint *rows, guint *columns)
{
  g_autofree guint *cells = g_new (guint, is->n_rows * is->n_columns + 1);
  g_autofree guint *row_totals = g_new (guint, is->n_rows + 1);
  g_autofree guint *column_totals = g_new (guint, is->n_columns + 1);
  g_autofree guint *line = g_new (guint, MAX (is->n_rows, is->n_columns) + 1);
  g_autofree guint *at = g_new (guint, is->n_rows + 1);
  guint grand = work_back_add (self, told->total, is->total.value);

  g_assert_cmpuint (told->n_columns, ==, is->n_columns);
  for (guint i = 0, k = 0; i < is->n_rows; i++, k++) {
    while (g_strcmp0 (told->rows[k].key, is->rows[i].key) != 0)
      k++;
    at[i] = k;
    row_totals[i] = work_back_add (self, told->rows[k].total, is->rows[i].total.value);
    for (guint j = 0; j < is->n_columns; j++)
      cells[i * is->n_columns + j] = work_back_add (self, eh_crosstab_cell (told, k, j)->count,
                                                    eh_crosstab_cell (is, i, j)->count.value);
    work_back_sum (self, row_totals[i], &cells[i * is->n_columns], is->n_columns);
  }
  for (guint j = 0; j < is->n_columns; j++) {
    column_totals[j] = work_back_add (self, told->columns[j].total, is->columns[j].total.value);
    for (guint i = 0; i < is->n_rows; i++)
      line[i] = cells[i * is->n_columns + j];
    work_back_sum (self, column_totals[j], line, is->n_rows);
  }
  work_back_sum (self, grand, row_totals, is->n_rows);
  work_back_sum (self, grand, column_totals, is->n_columns);
  for (guint i = 0; rows != NULL && i < is->n_rows; i++)
    rows[i] = row_totals[i];
  for (guint j = 0; columns != NULL && j < is->n_columns; j++)
    columns[j] = column_totals[j];
}
