/* The gate, parts of a project: somebody has every table that can be had, of the whole, of each
 * workshop, of each kind, of what both make together, and subtracts. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "project-fixture.h"

#include <math.h>
#include <string.h>

#define THRESHOLD    5
#define N_WORKSHOPS  3
#define N_KINDS      2
#define N_GROUPS     3
#define N_CATEGORIES 2
#define N_CELLS      (N_GROUPS * N_CATEGORIES)
#define N_UNKNOWN    (N_WORKSHOPS * N_KINDS * N_CELLS)
#define ANY          (-1)

static const char *const kinds[N_KINDS] = { "idea", "barrier" };

typedef struct {
  int workshop, kind, cell;
  guint person;
} Said;

/* A project, and what the attacker has of it. */
typedef struct {
  EhDataset *project;
  EhId workshops[N_WORKSHOPS];
  EhId categories[N_CATEGORIES];
  GArray *said;
  double rows[N_UNKNOWN][N_UNKNOWN]; /* equations in echelon form; the pivot of row i is i */
  gboolean has[N_UNKNOWN];
} Attack;

static int
kind_of (int kind)
{
  int value;

  g_assert_true (eh_vocabulary_find (&eh_insight_kind_vocabulary, kinds[kind], &value));
  return value;
}

/* ---- What can be worked out ---- */

/* Marks what adds up to a number: @workshop, @kind and @cell may be any. */
static void
add_up (double *sum, int workshop, int kind, int cell, double sign)
{
  for (int w = 0; w < N_WORKSHOPS; w++)
    for (int k = 0; k < N_KINDS; k++)
      for (int c = 0; c < N_CELLS; c++)
        if ((workshop == ANY || workshop == w) && (kind == ANY || kind == k) &&
            (cell == ANY || cell == c))
          sum[(w * N_KINDS + k) * N_CELLS + c] += sign;
}

/* Takes out of a sum what is known. Returns its first unknown that is left, or -1. */
static int
reduce (const Attack *self, double *sum)
{
  int first = -1;

  for (int i = 0; i < N_UNKNOWN; i++) {
    double factor = sum[i];

    if (fabs (factor) < 1e-7)
      continue;
    if (!self->has[i]) {
      first = first < 0 ? i : first;
      continue;
    }
    for (int j = i; j < N_UNKNOWN; j++)
      sum[j] -= factor * self->rows[i][j];
  }
  return first;
}

static void
learn (Attack *self, double *sum)
{
  int first = reduce (self, sum);

  if (first < 0)
    return;
  for (int j = first + 1; j < N_UNKNOWN; j++)
    sum[j] /= sum[first];
  sum[first] = 1;
  memcpy (self->rows[first], sum, sizeof self->rows[first]);
  self->has[first] = TRUE;
}

static int
cell_with (const Attack *self, const EhCrosstab *table, guint row, guint column)
{
  int group = table->rows[row].key[0] == 'g' ? table->rows[row].key[1] - '0' : ANY;
  int category = table->columns[column].key[0] == 'c' ? table->columns[column].key[1] - '0' : ANY;

  return group == ANY || category == ANY ? ANY : group * N_CATEGORIES + category;
}

static void
read_table (Attack *self, const EhCrosstab *table, int workshop, int kind, int category)
{
  double whole[N_UNKNOWN] = { 0 };

  for (guint i = 0; i < table->n_rows; i++) {
    double row[N_UNKNOWN] = { 0 };

    for (guint j = 0; j < table->n_columns; j++) {
      double one[N_UNKNOWN] = { 0 };
      int cell = cell_with (self, table, i, j);

      if (cell == ANY || (category != ANY && cell % N_CATEGORIES != category))
        continue;
      add_up (one, workshop, kind, cell, 1);
      add_up (row, workshop, kind, cell, 1);
      if (eh_figure_is_known (eh_crosstab_cell (table, i, j)->count))
        learn (self, one);
    }
    if (eh_figure_is_known (table->rows[i].total))
      learn (self, row);
  }
  for (guint j = 0; j < table->n_columns; j++) {
    double column[N_UNKNOWN] = { 0 };

    for (guint i = 0; i < table->n_rows; i++)
      if (cell_with (self, table, i, j) != ANY &&
          (category == ANY || cell_with (self, table, i, j) % N_CATEGORIES == category))
        add_up (column, workshop, kind, cell_with (self, table, i, j), 1);
    if (eh_figure_is_known (table->columns[j].total))
      learn (self, column);
  }
  for (int c = 0; c < N_CELLS; c++)
    if (category == ANY || c % N_CATEGORIES == category)
      add_up (whole, workshop, kind, c, 1);
  if (eh_figure_is_known (table->total))
    learn (self, whole);
}

/* Whether enough people are behind what adds up to a sum. */
static gboolean
is_safe (const Attack *self, const double *sum)
{
  guint given[64] = { 0 };
  guint people = 0;
  guint most = 0;
  guint all = 0;

  for (guint i = 0; i < self->said->len; i++) {
    const Said *said = &g_array_index (self->said, Said, i);

    if (fabs (sum[(said->workshop * N_KINDS + said->kind) * N_CELLS + said->cell]) < 0.5)
      continue;
    people += given[said->person]++ == 0;
    most = MAX (most, given[said->person]);
    all++;
  }
  return people == 0 || (people >= THRESHOLD && 2 * most <= all);
}

static void
try_all (const Attack *self)
{
  for (int w = ANY; w < N_WORKSHOPS; w++)
    for (int k = ANY; k < N_KINDS; k++)
      for (int c = 0; c < N_CELLS; c++)
        for (int without = 0; without < 2; without++) {
          double sum[N_UNKNOWN] = { 0 };
          double left[N_UNKNOWN];

          add_up (sum, without ? ANY : w, without ? ANY : k, c, 1);
          if (without)
            add_up (sum, w, k, c, -1);
          memcpy (left, sum, sizeof left);
          if (reduce (self, left) < 0 && !is_safe (self, sum))
            g_error ("workshop %d, kind %d, cell %d, without %d can be worked out", w, k, c,
                     without);
        }
}

/* ---- Projects ---- */

static void
make (Attack *self, GRand *rand)
{
  EhBlock *blocks[3];
  guint n_people = 0;

  *self = (Attack){ .project = project_new () };
  self->said = g_array_new (FALSE, FALSE, sizeof (Said));
  for (int i = 0; i < N_WORKSHOPS; i++)
    self->workshops[i] = project_workshop (self->project, "W");
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    blocks[i] = project_recommend (self->project);
  for (int i = 0; i < N_CATEGORIES; i++) {
    g_autofree char *key = g_strdup_printf ("c%d", i);

    self->categories[i] = project_category (self->project, EH_ID_NONE, key);
  }
  for (int g = 0; g < N_GROUPS; g++) {
    g_autofree char *key = g_strdup_printf ("g%d", g);
    EhId group = project_group (self->project, key, key, key);
    EhId people[20];
    guint n = (guint) g_rand_int_range (rand, 5, 20);

    project_people (self->project, group, n, people);
    for (guint i = 0; i < 5 * n; i++) {
      guint who = (guint) g_rand_int_range (rand, 0, (gint32) n);
      int category = g_rand_int_range (rand, 0, N_CATEGORIES);
      /* Most is said at the first two workshops, and of the first kind. */
      Said said = { g_rand_int_range (rand, 0, 7) % N_WORKSHOPS,
                    g_rand_int_range (rand, 0, 4) == 0 ? 1 : 0, g * N_CATEGORIES + category,
                    n_people + who };
      EhInsight *insight = project_insight (self->project, self->workshops[said.workshop]);

      insight->kind = (EhInsightKind) kind_of (said.kind);
      project_say (self->project, insight, people[who]);
      project_place (self->project, insight, self->categories[category], "");
      if (g_rand_int_range (rand, 0, 3) == 0)
        project_rest (self->project, blocks[g_rand_int_range (rand, 0, 3)], insight);
      g_array_append_val (self->said, said);
    }
    n_people += n;
  }
  eh_dataset_freeze (self->project);
}

static EhFilter
filter_of (const Attack *self, int workshop, int kind)
{
  EhFilter filter = { 0 };

  if (workshop != ANY)
    filter.workshop_id = self->workshops[workshop];
  filter.by_kind = kind != ANY;
  if (kind != ANY)
    filter.kind = kind_of (kind);
  return filter;
}

static void
clear (Attack *self)
{
  g_array_unref (self->said);
  eh_dataset_unref (self->project);
}

static void
read_balance (Attack *self, const EhBalance *balance, int workshop, int kind)
{
  double all[N_UNKNOWN] = { 0 };

  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *group = &balance->groups[i];
    double sum[N_UNKNOWN] = { 0 };

    if (group->merged || !eh_figure_is_known (group->insights))
      continue;
    for (int c = 0; c < N_CATEGORIES; c++)
      add_up (sum, workshop, kind, (group->key[1] - '0') * N_CATEGORIES + c, 1);
    learn (self, sum);
  }
  add_up (all, workshop, kind, ANY, 1);
  if (eh_figure_is_known (balance->insights))
    learn (self, all);
}

/* Every map, flow and balance that can be had, all at once. */
static void
test_every_table (void)
{
  static const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  static const EhAxis categories = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_shown = 0;

  for (guint round = 0; round < 30; round++) {
    Attack attack;
    g_autoptr (EhPublicDataset) public = NULL;

    make (&attack, rand);
    public = eh_disclosure_apply (attack.project, NULL, NULL);
    for (int w = ANY; w < N_WORKSHOPS; w++)
      for (int k = ANY; k < N_KINDS; k++) {
        EhFilter filter = filter_of (&attack, w, k);
        g_autoptr (EhCrosstab) table = eh_public_dataset_crosstab (public, groups, categories,
                                                                   &filter);

        g_autoptr (EhFlow) flow = eh_public_dataset_flow (public, &filter);
        g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, &filter);

        read_table (&attack, table, w, k, ANY);
        read_table (&attack, flow->given, w, k, ANY);
        for (int c = 0; c < N_CATEGORIES; c++) {
          g_autoptr (EhCrosstab) inside = NULL;

          filter.category_id = attack.categories[c];
          inside = eh_public_dataset_crosstab (public, groups, categories, &filter);
          read_table (&attack, inside, w, k, c);
        }
        read_balance (&attack, balance, w, k);
        for (guint i = 0; w != ANY && i < table->n_rows * table->n_columns; i++)
          n_shown += eh_figure_is_known (table->cells[i].count);
      }
    try_all (&attack);
    clear (&attack);
  }
  /* Not because nothing was told. */
  g_assert_cmpuint (n_shown, >, 40);
}

/* Of the balance: how much a group gave at each workshop. */
static void
test_every_balance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_shown = 0;

  for (guint round = 0; round < 30; round++) {
    Attack attack;
    g_autoptr (EhPublicDataset) public = NULL;

    make (&attack, rand);
    public = eh_disclosure_apply (attack.project, NULL, NULL);
    for (int w = ANY; w < N_WORKSHOPS; w++)
      for (int k = ANY; k < N_KINDS; k++) {
        EhFilter filter = filter_of (&attack, w, k);
        g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, &filter);

        read_balance (&attack, balance, w, k);
        for (guint i = 0; i < balance->n_groups; i++)
          n_shown += w != ANY && eh_figure_is_known (balance->groups[i].insights);
      }
    for (int w = ANY; w < N_WORKSHOPS; w++)
      for (int k = ANY; k < N_KINDS; k++)
        for (int g = 0; g < N_GROUPS; g++) {
          double sum[N_UNKNOWN] = { 0 };
          double left[N_UNKNOWN];

          for (int c = 0; c < N_CATEGORIES; c++)
            add_up (sum, w, k, g * N_CATEGORIES + c, 1);
          memcpy (left, sum, sizeof left);
          g_assert_true (reduce (&attack, left) >= 0 || is_safe (&attack, sum));
        }
    clear (&attack);
  }
  g_assert_cmpuint (n_shown, >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-parts/every-table", test_every_table);
  g_test_add_func ("/public-parts/every-balance", test_every_balance);
  return g_test_run ();
}
