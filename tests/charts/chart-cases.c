/* Numbers for tests of charts. The results of analysis are filled in by hand: what is tested here
 * is how they are drawn, and a test can have them as odd as it likes. */

#include "chart-cases.h"

#include <math.h>

static const char *const words[] = {
  "Public",      "contributors",
  "Gofalwyr",    "di-dâl",
  "Ymchwilwyr",  "cymdeithasol",
  "الباحثون",    "المساهمون",
  "العموم",      "الممارسون",
  "Pobl",        "Llanfairpwllgwyngyll",
  "and",         "of",
  "health",      "care",
  "staff",       "anghydraddoldebau",
  "knowledge",   "who sets",
  "the agenda",  "intersectional",
  "(voluntary)", "Community—partners",
};

/* A name of about so many characters: English, Welsh, Arabic, or all of them. */
static char *
random_name (GRand *rand, int length)
{
  GString *name = g_string_new (NULL);

  while (g_utf8_strlen (name->str, -1) < length) {
    if (name->len > 0)
      g_string_append_c (name, ' ');
    g_string_append (name, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  }
  {
    g_autofree char *cut = g_utf8_substring (name->str, 0, length);

    g_string_assign (name, g_strchomp (cut));
  }
  return g_string_free (name, FALSE);
}

/* Fills in what follows from the counts. */
static void
work_out (EhBalance *self)
{
  double carried = 0;

  for (guint i = 0; i < self->n_groups; i++)
    carried += self->groups[i].carried.value;
  self->may_say_shares = self->insights.value >= EH_FEW_INSIGHTS;
  self->unattributed_share = eh_figure_ratio (
      self->unattributed, eh_figure_known (self->insights.value + self->unattributed.value));
  for (guint i = 0; i < self->n_groups; i++) {
    EhBalanceGroup *group = &self->groups[i];
    double all = self->insights.value + self->unattributed.value;

    group->room_share = eh_figure_ratio (group->people, self->people);
    group->voice_share = eh_figure_ratio (group->insights, self->insights);
    group->carry_share = eh_figure_ratio (group->carried, eh_figure_known (carried));
    group->voice_ratio = eh_figure_ratio (group->voice_share, group->room_share);
    group->carry_ratio = eh_figure_ratio (group->carry_share, group->room_share);
    if (all > 0 && group->insights.state == EH_FIGURE_KNOWN) {
      group->voice_low = eh_figure_known (group->insights.value / all);
      group->voice_high = eh_figure_known ((group->insights.value + self->unattributed.value) /
                                           all);
    }
    group->may_say_shares = self->may_say_shares && group->people.value >= EH_FEW_PEOPLE;
  }
}

static EhBalance *
balance_of (guint n_groups, EhAudience audience)
{
  EhBalance *self = eh_balance_alloc (n_groups);

  self->audience = audience;
  self->reference = EH_REFERENCE_ROOM;
  self->threshold = 5;
  return self;
}

static void
set_group (EhBalance *self,
           guint index,
           const char *key,
           const char *label,
           double people,
           double insights,
           double carried)
{
  EhBalanceGroup *group = &self->groups[index];

  group->key = g_strdup (key);
  group->label = g_strdup (label);
  group->singular = g_strdup (label);
  group->slot = (int) index;
  group->people = eh_figure_known (people);
  group->insights = eh_figure_known (insights);
  group->carried = eh_figure_known (carried);
  self->people = eh_figure_known (self->people.value + people);
  self->insights = eh_figure_known (self->insights.value + insights);
}

/* 12, 3 and 7 people; 21, 9 and 28 insights and 4 with no name; 9, 6 and 15 carried. */
EhBalance *
chart_cases_worked_example (void)
{
  EhBalance *self = balance_of (3, EH_AUDIENCE_PUBLIC);

  set_group (self, 0, "public", "Public contributors", 12, 21, 9);
  set_group (self, 1, "staff", "Health, care and community staff", 3, 9, 6);
  set_group (self, 2, "research", "Researchers", 7, 28, 15);
  self->unattributed = eh_figure_known (4);
  self->recommendations = eh_figure_known (33);
  self->untraced = eh_figure_known (3);
  work_out (self);
  return self;
}

EhBalance *
chart_cases_balance (guint n_groups, EhAudience audience, GRand *rand)
{
  EhBalance *self = balance_of (n_groups, audience);
  gboolean alike = g_rand_int_range (rand, 0, 4) == 0; /* many lines upon one another */

  for (guint i = 0; i < n_groups; i++) {
    g_autofree char *key = g_strdup_printf ("group-%u", i);
    g_autofree char *label = random_name (rand, g_rand_int_range (rand, 1, 81));

    set_group (self, i, key, label, alike ? 6 : g_rand_int_range (rand, 0, 40),
               alike ? 9 : g_rand_int_range (rand, 0, 600) / 3.0,
               alike ? 2.5 : g_rand_int_range (rand, 0, 60) / 4.0);
  }
  self->unattributed = eh_figure_known (g_rand_int_range (rand, 0, 50));
  self->recommendations = eh_figure_known (g_rand_int_range (rand, 0, 30));
  self->untraced = eh_figure_known (g_rand_int_range (rand, 0, 5));
  work_out (self);
  for (guint i = 0; audience == EH_AUDIENCE_PUBLIC && i < n_groups; i++)
    if (!self->groups[i].may_say_shares) {
      EhBalanceGroup *group = &self->groups[i];

      group->people = group->insights = group->carried = eh_figure_protected ();
      group->room_share = group->voice_share = group->carry_share = eh_figure_protected ();
      group->voice_low = group->voice_high = eh_figure_protected ();
    }
  return self;
}

static void
set_line (EhCrosstabLine *line, const char *key, const char *label, int slot)
{
  line->key = g_strdup (key);
  line->label = g_strdup (label);
  line->slot = slot;
}

/* Fills in totals, and what they alone would give. */
static void
work_out_map (EhCrosstab *self)
{
  self->total = eh_figure_known (0);
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i].total = eh_figure_known (0);
  for (guint j = 0; j < self->n_columns; j++)
    self->columns[j].total = eh_figure_known (0);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      double count = eh_crosstab_cell (self, i, j)->count.value;

      self->rows[i].total.value += count;
      self->columns[j].total.value += count;
      self->total.value += count;
    }
  self->may_say_ratios = self->total.value >= EH_FEW_INSIGHTS;
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++) {
      EhCrosstabCell *cell = eh_crosstab_cell (self, i, j);

      if (self->total.value <= 0)
        continue;
      cell->expected = eh_figure_known (self->rows[i].total.value * self->columns[j].total.value /
                                        self->total.value);
      if (cell->expected.value >= 1)
        cell->emphasis = eh_figure_ratio (cell->count, cell->expected);
    }
}

EhCrosstab *
chart_cases_map_example (void)
{
  static const char *const rows[][2] = { { "public", "Public contributors" },
                                         { "staff", "Health, care and community staff" },
                                         { "research", "Researchers" } };
  static const char *const columns[][2] = { { "hier", "Hierarchies" },
                                            { "know", "Whose knowledge counts" },
                                            { "soc", "Social inequalities" } };
  static const int counts[3][3] = { { 19, 9, 29 }, { 14, 9, 8 }, { 17, 27, 7 } };
  EhCrosstab *self = eh_crosstab_alloc (3, 3);

  self->audience = EH_AUDIENCE_PUBLIC;
  self->threshold = 5;
  self->row_axis.kind = EH_AXIS_ROLE_GROUP;
  self->column_axis.kind = EH_AXIS_CATEGORY;
  for (guint i = 0; i < 3; i++) {
    set_line (&self->rows[i], rows[i][0], rows[i][1], (int) i);
    set_line (&self->columns[i], columns[i][0], columns[i][1], (int) i);
    for (guint j = 0; j < 3; j++)
      eh_crosstab_cell (self, i, j)->count = eh_figure_known (counts[i][j]);
  }
  work_out_map (self);
  return self;
}

EhCrosstab *
chart_cases_map (guint n_rows, guint n_columns, EhAudience audience, GRand *rand)
{
  EhCrosstab *self = eh_crosstab_alloc (n_rows, n_columns);

  self->audience = audience;
  self->threshold = 5;
  self->row_axis.kind = EH_AXIS_ROLE_GROUP;
  self->column_axis.kind = EH_AXIS_CATEGORY;
  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *key = g_strdup_printf ("group-%u", i);
    g_autofree char *label = random_name (rand, g_rand_int_range (rand, 1, 81));

    set_line (&self->rows[i], key, label, (int) (i % 12));
  }
  for (guint j = 0; j < n_columns; j++) {
    g_autofree char *key = g_strdup_printf ("category-%u", j);
    g_autofree char *label = random_name (rand, g_rand_int_range (rand, 1, 81));

    set_line (&self->columns[j], key, label, (int) (j % 12));
  }
  for (guint i = 0; i < n_rows * n_columns; i++) {
    int most = g_rand_int_range (rand, 0, 12) == 0 ? 400 : 12;

    self->cells[i].count = eh_figure_known (g_rand_boolean (rand) ? g_rand_int_range (rand, 0, most)
                                                                  : 0);
  }
  work_out_map (self);
  for (guint i = 0; audience == EH_AUDIENCE_PUBLIC && i < n_rows * n_columns; i++)
    if (self->cells[i].count.value > 0 && self->cells[i].count.value < 5) {
      self->cells[i].count = eh_figure_protected ();
      self->cells[i].expected = eh_figure_protected ();
      self->cells[i].emphasis = eh_figure_protected ();
    }
  return self;
}
