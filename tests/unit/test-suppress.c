/* Small cells: what is withheld of thousands of random tables, held against an observer who knows
 * the rules, sees everything that is shown, and tries every table that would look the same. */

#include "eh-suppress.h"

#include <string.h>

#define THRESHOLD 5
#define SIDE      3
#define PERSONS   24
#define N_CELLS   (SIDE * SIDE)
#define N_TOTALS  (2 * SIDE + 1)

/* Amounts by person and cell, and what became of the table. Elements: cells, row totals, column
 * totals, the grand total. */
typedef struct {
  guint given[PERSONS][N_CELLS];
  guint count[N_CELLS + N_TOTALS];
  gboolean hidden[N_CELLS + N_TOTALS];
  gboolean small_line[2 * SIDE];
} Table;

static gboolean
covers (guint element, guint cell)
{
  if (element < N_CELLS)
    return element == cell;
  if (element < N_CELLS + SIDE)
    return cell / SIDE == element - N_CELLS;
  if (element < N_CELLS + 2 * SIDE)
    return cell % SIDE == element - N_CELLS - SIDE;
  return TRUE;
}

/* Whether what stands behind the cells that @set names may be told. */
static gboolean
is_safe (const Table *table, guint set)
{
  guint people = 0;
  guint count = 0;
  guint top = 0;

  for (guint i = 0; i < PERSONS; i++) {
    guint given = 0;

    for (guint j = 0; j < N_CELLS; j++)
      given += set & (1u << j) ? table->given[i][j] : 0;
    people += given > 0;
    count += given;
    top = MAX (top, given);
  }
  return people == 0 || (people >= THRESHOLD && 2 * top <= count);
}

static guint
set_of (guint element)
{
  guint set = 0;

  for (guint j = 0; j < N_CELLS; j++)
    set |= covers (element, j) ? 1u << j : 0;
  return set;
}

static void
run_table (Table *table)
{
  g_autoptr (EhSuppress) suppress = eh_suppress_new (THRESHOLD, 1, 2 + 2 * SIDE);
  guint line[SIDE];

  for (guint j = 0; j < N_CELLS; j++)
    eh_suppress_add (suppress, 2 + j / SIDE, 2 + SIDE + j % SIDE);
  for (guint i = 0; i < SIDE; i++)
    eh_suppress_add (suppress, 0, 2 + i);
  for (guint i = 0; i < SIDE; i++)
    eh_suppress_add (suppress, 2 + SIDE + i, 1);
  eh_suppress_add (suppress, 1, 0);
  for (guint i = 0; i < PERSONS; i++)
    for (guint j = 0; j < N_CELLS; j++)
      eh_suppress_put (suppress, j, i, table->given[i][j]);
  for (guint i = 0; i < SIDE; i++) {
    for (guint j = 0; j < SIDE; j++)
      line[j] = i * SIDE + j;
    eh_suppress_add_line (suppress, line, SIDE, N_CELLS + i);
  }
  for (guint j = 0; j < SIDE; j++) {
    for (guint i = 0; i < SIDE; i++)
      line[i] = i * SIDE + j;
    eh_suppress_add_line (suppress, line, SIDE, N_CELLS + SIDE + j);
  }
  for (guint side = 0; side < 2; side++) {
    for (guint i = 0; i < SIDE; i++)
      line[i] = N_CELLS + side * SIDE + i;
    eh_suppress_add_line (suppress, line, SIDE, N_CELLS + 2 * SIDE);
  }
  eh_suppress_run (suppress);
  for (guint i = 0; i < N_CELLS + N_TOTALS; i++)
    table->hidden[i] = eh_suppress_is_hidden (suppress, i);
}

static void
fill_table (Table *table, GRand *rand)
{
  guint busy = (guint) g_rand_int_range (rand, 2, 9);

  memset (table, 0, sizeof *table);
  for (guint i = 0; i < PERSONS; i++)
    for (guint k = 0; k < (guint) g_rand_int_range (rand, 0, 4); k++)
      /* Unevenly, so that some cells are small and some empty. */
      table->given[i][g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, (gint32) busy + 1))]++;
  for (guint i = 0; i < N_CELLS + N_TOTALS; i++)
    for (guint j = 0; j < N_CELLS; j++)
      for (guint k = 0; covers (i, j) && k < PERSONS; k++)
        table->count[i] += table->given[k][j];
  for (guint i = 0; i < 2 * SIDE; i++)
    table->small_line[i] = !is_safe (table, set_of (N_CELLS + i));
}

/* Whether the observer must allow that a withheld element is nothing. */
static gboolean
maybe_zero (const Table *table, guint element)
{
  gboolean all = !is_safe (table, (1u << N_CELLS) - 1);

  if (element >= N_CELLS)
    return all;
  return all || table->small_line[element / SIDE] || table->small_line[SIDE + element % SIDE];
}

/* The observer: tables that look the same, found by trying. Notes which withheld elements have been
 * seen with another number than the true one. */
typedef struct {
  const Table *table;
  guint count[N_CELLS];
  gboolean open[N_CELLS + N_TOTALS];
  guint n_closed;
  guint tries;
} Observer;

static guint
sum_of (const Observer *self, guint element)
{
  guint sum = 0;

  for (guint j = 0; j < N_CELLS; j++)
    sum += covers (element, j) ? self->count[j] : 0;
  return sum;
}

static gboolean
looks_right (const Observer *self, guint element)
{
  guint sum = sum_of (self, element);

  if (self->table->hidden[element])
    return sum > 0 || maybe_zero (self->table, element);
  return sum == self->table->count[element];
}

static void
observe (Observer *self, guint cell)
{
  guint least;
  guint most;

  if (self->n_closed == 0 || self->tries > 4000000)
    return;
  self->tries++;
  if (cell > 0 && cell % SIDE == 0 && !looks_right (self, N_CELLS + cell / SIDE - 1))
    return;
  if (cell == N_CELLS) {
    for (guint i = N_CELLS + SIDE; i < N_CELLS + N_TOTALS; i++)
      if (!looks_right (self, i))
        return;
    for (guint i = 0; i < N_CELLS + N_TOTALS; i++)
      if (!self->open[i] && sum_of (self, i) != self->table->count[i]) {
        self->open[i] = TRUE;
        self->n_closed--;
      }
    return;
  }
  least = most = self->table->count[cell];
  if (self->table->hidden[cell]) {
    least = maybe_zero (self->table, cell) ? 0 : 1;
    least = MAX (least, most > 2 ? most - 2 : least);
    most += 2;
  }
  for (guint i = least; i <= most; i++) {
    self->count[cell] = i;
    observe (self, cell + 1);
  }
}

static void
check_shown (const Table *table)
{
  for (guint i = 0; i < N_CELLS + N_TOTALS; i++)
    if (!table->hidden[i] && table->count[i] > 0)
      g_assert_true (is_safe (table, set_of (i)));
}

static guint
people_behind (const Table *table, guint set)
{
  guint people = 0;

  for (guint i = 0; i < PERSONS; i++) {
    guint given = 0;

    for (guint j = 0; j < N_CELLS; j++)
      given += set & (1u << j) ? table->given[i][j] : 0;
    people += given > 0;
  }
  return people;
}

static gboolean
is_nothing (const Table *table, guint set)
{
  for (guint j = 0; j < N_CELLS; j++)
    if (set & (1u << j) && table->count[j] > 0)
      return FALSE;
  return TRUE;
}

/* The cells of the lines that cross the line of @total in @set. */
static guint
across (guint set, guint total)
{
  guint cells = 0;

  for (guint j = 0; j < N_CELLS; j++)
    for (guint k = 0; set & (1u << j) && k < N_CELLS; k++)
      if (total < N_CELLS + SIDE ? k % SIDE == j % SIDE : k / SIDE == j / SIDE)
        cells |= 1u << k;
  return cells;
}

/* Whether a line tells that a cell is nothing, as it may. */
static gboolean
is_told_nothing (const Table *table, guint cell)
{
  for (guint i = N_CELLS; cell < N_CELLS && i < N_CELLS + 2 * SIDE; i++) {
    guint left = 0;

    for (guint j = 0; j < N_CELLS; j++)
      left |= covers (i, j) && table->hidden[j] ? 1u << j : 0;
    if (!table->hidden[i] && covers (i, cell) && is_nothing (table, left))
      return TRUE;
  }
  return FALSE;
}

/* What the shown cells leave of a shown total. */
static void
check_left_over (const Table *table)
{
  for (guint i = N_CELLS; i < N_CELLS + N_TOTALS; i++) {
    guint left = 0;
    guint n = 0;

    for (guint j = 0; j < N_CELLS; j++)
      if (covers (i, j) && table->hidden[j]) {
        left |= 1u << j;
        n++;
      }
    if (table->hidden[i] || n == 0 || table->count[i] == 0)
      continue;
    g_assert_true (n > 1 && is_safe (table, left));
    /* That they are nothing is told of enough people. */
    if (is_nothing (table, left))
      g_assert_true (people_behind (table, across (left, i)) >= THRESHOLD);
  }
}

static void
test_random_tables (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  guint n_hidden = 0;
  guint n_shown = 0;

  for (guint round = 0; round < 1000; round++) {
    Table table;
    Observer observer = { .table = &table };

    fill_table (&table, rand);
    run_table (&table);
    check_shown (&table);
    check_left_over (&table);
    for (guint i = 0; i < N_CELLS + N_TOTALS; i++) {
      observer.open[i] = !table.hidden[i] || is_told_nothing (&table, i);
      observer.n_closed += !observer.open[i];
      n_hidden += table.hidden[i] != 0;
      n_shown += !table.hidden[i] && table.count[i] > 0;
    }
    observe (&observer, 0);
    g_assert_cmpuint (observer.n_closed, ==, 0);
  }
  /* Something is left to show, and something had to go. */
  g_assert_cmpuint (n_hidden, >, 2000);
  g_assert_cmpuint (n_shown, >, 2000);
}

static void
test_nothing_small (void)
{
  Table table = { 0 };

  for (guint i = 0; i < PERSONS; i++)
    for (guint j = 0; j < N_CELLS; j++)
      table.given[i][j] = 1;
  run_table (&table);
  for (guint i = 0; i < N_CELLS + N_TOTALS; i++)
    g_assert_false (table.hidden[i]);
}

/* One line of groups, as in 12, 3 and 7 people. */
static void
check_line (const guint *people, guint n, guint threshold, const char *expected)
{
  g_autoptr (EhSuppress) suppress = eh_suppress_new (threshold, 1, 2);
  guint elements[8];
  guint person = 0;
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    elements[i] = eh_suppress_add (suppress, 0, 1);
    for (guint j = 0; j < people[i]; j++)
      eh_suppress_put (suppress, elements[i], person++, 1);
  }
  eh_suppress_add_line (suppress, elements, n, eh_suppress_add (suppress, 1, 0));
  eh_suppress_run (suppress);
  for (guint i = 0; i <= n; i++)
    g_string_append_c (seen, eh_suppress_is_hidden (suppress, i) ? 'x' : '.');
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_lines (void)
{
  check_line ((const guint[]){ 12, 3, 7 }, 3, 5, ".xx.");
  check_line ((const guint[]){ 11, 6, 11 }, 3, 5, "....");
  /* Of equals the later goes. */
  check_line ((const guint[]){ 11, 6, 11 }, 3, 10, ".xx.");
  check_line ((const guint[]){ 20, 15, 6, 12 }, 4, 5, ".....");
  /* A group with nobody in it is shown as that. */
  check_line ((const guint[]){ 12, 0, 7 }, 3, 5, "....");
  check_line ((const guint[]){ 12, 2, 0, 7, 20 }, 5, 5, ".x.x..");
  /* Two ones with a total of two would be known: a third goes. */
  check_line ((const guint[]){ 1, 1, 30, 40 }, 4, 5, "xxx..");
  /* Five ones would be known by their total. */
  check_line ((const guint[]){ 1, 1, 1, 1, 1 }, 5, 5, "xxxxxx");
  /* All are small, together they are not. */
  check_line ((const guint[]){ 3, 3, 3 }, 3, 5, "xxx.");
  check_line ((const guint[]){ 2, 2 }, 2, 5, "xxx");
  check_line ((const guint[]){ 3 }, 1, 5, "xx");
  check_line ((const guint[]){ 9 }, 1, 5, "..");
  check_line ((const guint[]){ 0, 0 }, 2, 5, "...");
}

/* One person's many insights do not make a crowd. */
static void
test_one_loud_person (void)
{
  g_autoptr (EhSuppress) suppress = eh_suppress_new (THRESHOLD, 1, 2);
  guint elements[3];

  for (guint i = 0; i < 3; i++) {
    elements[i] = eh_suppress_add (suppress, 0, 1);
    for (guint j = 0; j < 8; j++)
      eh_suppress_put (suppress, elements[i], i * 8 + j, 2);
  }
  eh_suppress_put (suppress, elements[0], 0, 20);
  eh_suppress_add_line (suppress, elements, 3, eh_suppress_add (suppress, 1, 0));
  eh_suppress_run (suppress);
  g_assert_true (eh_suppress_is_hidden (suppress, elements[0]));
  g_assert_false (eh_suppress_is_hidden (suppress, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suppress/random-tables", test_random_tables);
  g_test_add_func ("/suppress/nothing-small", test_nothing_small);
  g_test_add_func ("/suppress/lines", test_lines);
  g_test_add_func ("/suppress/one-loud-person", test_one_loud_person);
  return g_test_run ();
}
