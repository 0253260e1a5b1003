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
    int most = g_rand_int_range (rand, 0, 12) > 0 ? 12 : g_rand_boolean (rand) ? 400 : 100000;

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

/* Protects what is small, cells and totals. */
static void
protect_small (EhCrosstab *self, double least)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].count.value > 0 && self->cells[i].count.value < least)
      self->cells[i].count = eh_figure_protected ();
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i].total.value > 0 && self->rows[i].total.value < least)
      self->rows[i].total = eh_figure_protected ();
  for (guint j = 0; j < self->n_columns; j++)
    if (self->columns[j].total.value > 0 && self->columns[j].total.value < least)
      self->columns[j].total = eh_figure_protected ();
}

static void
set_axes (EhCrosstab *self, EhAxisKind rows, EhAxisKind columns, EhAudience audience)
{
  self->audience = audience;
  self->threshold = 5;
  self->unit = EH_UNIT_SHARES;
  self->row_axis.kind = rows;
  self->column_axis.kind = columns;
}

/* The categories of @given across recommendations: of each a part, the rest unused. */
static EhCrosstab *
used_of (const EhCrosstab *given, guint n_recommendations, GRand *rand)
{
  EhCrosstab *self = eh_crosstab_alloc (given->n_columns, n_recommendations + 1);

  set_axes (self, EH_AXIS_CATEGORY, EH_AXIS_RECOMMENDATION, given->audience);
  for (guint i = 0; i < self->n_rows; i++) {
    double left = given->columns[i].total.value;

    set_line (&self->rows[i], given->columns[i].key, given->columns[i].label,
              given->columns[i].slot);
    self->rows[i].kind = given->columns[i].kind;
    for (guint j = 0; j <= n_recommendations; j++) {
      double part = j == n_recommendations  ? left
                    : g_rand_boolean (rand) ? floor (left * g_rand_double_range (rand, 0, 0.4))
                                            : 0;

      eh_crosstab_cell (self, i, j)->count = eh_figure_known (part);
      left -= part;
    }
  }
  return self;
}

EhFlow *
chart_cases_flow (
    guint n_groups, guint n_categories, guint n_recommendations, EhAudience audience, GRand *rand)
{
  EhCrosstab *given = chart_cases_map (n_groups + 1, n_categories, EH_AUDIENCE_TEAM, rand);
  double times = g_rand_int_range (rand, 0, 8) == 0 ? 100 : 1;
  EhCrosstab *used;
  EhFlow *self;

  set_axes (given, EH_AXIS_ROLE_GROUP, EH_AXIS_CATEGORY, audience);
  given->rows[n_groups].kind = EH_LINE_UNNAMED;
  given->rows[n_groups].slot = -1;
  for (guint i = 0; i < (n_groups + 1) * n_categories; i++)
    given->cells[i].count.value *= times;
  work_out_map (given);
  used = used_of (given, n_recommendations, rand);
  for (guint j = 0; j < n_recommendations; j++) {
    g_autofree char *key = g_strdup_printf ("recommendation-%u", j);
    g_autofree char *label = random_name (rand, g_rand_int_range (rand, 1, 120));

    set_line (&used->columns[j], key, label, -1);
  }
  set_line (&used->columns[n_recommendations], "unused", "In no recommendation", -1);
  used->columns[n_recommendations].kind = EH_LINE_UNSORTED;
  work_out_map (used);
  self = eh_flow_alloc (given, used);
  self->n_recommendations = n_recommendations;
  for (guint j = 0; j < n_recommendations; j++)
    if (used->columns[j].total.value <= 0) {
      used->columns[j].kind = EH_LINE_UNTRACED;
      self->n_untraced++;
    }
  if (audience == EH_AUDIENCE_PUBLIC) {
    protect_small (given, 5);
    protect_small (used, 5);
  }
  return self;
}

EhFlow *
chart_cases_flow_example (void)
{
  static const char *const words_of[] = {
    "Agree the agenda together before the first meeting",
    "Pay people on the day",
    "Write one page in plain English",
    "Name lived experience as evidence",
    "Share the chair",
    "Rotate venues; meet where people are",
    "Publish what was not done, and why",
    "Ask again in a year",
  };
  static const int parts[3][6] = { { 14, 7, 8, 6, 0, 3 },
                                   { 0, 3, 6, 14, 6, 0 },
                                   { 7, 9, 4, 5, 8, 2 } };
  EhCrosstab *given = chart_cases_map_example ();
  EhCrosstab *used = eh_crosstab_alloc (3, 9);
  EhFlow *self;

  set_axes (given, EH_AXIS_ROLE_GROUP, EH_AXIS_CATEGORY, EH_AUDIENCE_PUBLIC);
  set_axes (used, EH_AXIS_CATEGORY, EH_AXIS_RECOMMENDATION, EH_AUDIENCE_PUBLIC);
  for (guint i = 0; i < 3; i++) {
    double left = given->columns[i].total.value;

    set_line (&used->rows[i], given->columns[i].key, given->columns[i].label, (int) i);
    for (guint j = 0; j < 6; j++) {
      eh_crosstab_cell (used, i, j)->count = eh_figure_known (parts[i][j]);
      left -= parts[i][j];
    }
    eh_crosstab_cell (used, i, 8)->count = eh_figure_known (left);
  }
  for (guint j = 0; j < 8; j++) {
    g_autofree char *key = g_strdup_printf ("recommendation-%u", j);

    set_line (&used->columns[j], key, words_of[j], -1);
    used->columns[j].kind = j < 6 ? EH_LINE_PLAIN : EH_LINE_UNTRACED;
  }
  set_line (&used->columns[8], "unused", "In no recommendation", -1);
  used->columns[8].kind = EH_LINE_UNSORTED;
  work_out_map (used);
  self = eh_flow_alloc (given, used);
  self->n_recommendations = 8;
  self->n_untraced = 2;
  return self;
}

/* An afternoon from 13:30 on. */
EhTimeline *
chart_cases_timeline (
    guint n_groups, guint n_stretches, guint n_bands, EhAudience audience, GRand *rand)
{
  static const guint lengths[] = { 1, 5, 10, 20, 30 };
  EhCrosstab *counts = chart_cases_map (n_groups, n_stretches + 1, EH_AUDIENCE_TEAM, rand);
  g_autoptr (GDateTime) begin = g_date_time_new_local (2026, 11, 12, 13, 30, 0);
  guint minutes = lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
  EhTimeline *self = eh_timeline_alloc (counts, n_bands);
  int at = g_rand_int_range (rand, -20, 20);

  counts->audience = audience;
  counts->unit = EH_UNIT_INSIGHTS;
  counts->column_axis = (EhAxis){ .kind = EH_AXIS_TIME,
                                  .start = g_date_time_to_unix (begin),
                                  .minutes = minutes,
                                  .most = n_stretches };
  counts->columns[n_stretches].kind = EH_LINE_UNNAMED;
  self->minutes = minutes;
  self->n_stretches = n_stretches;
  self->workshop = random_name (rand, g_rand_int_range (rand, 1, 81));
  for (guint j = 0; j <= n_stretches; j++) {
    EhCrosstabLine *line = &counts->columns[j];

    g_free (line->label);
    line->label = j < n_stretches ? eh_timeline_clock (self, j) : g_strdup ("No time");
    line->slot = -1;
  }
  for (guint i = 0; i < n_bands; i++) {
    int length = g_rand_int_range (rand, 1, (gint32) (n_stretches * minutes / n_bands) + 10);

    self->bands[i] = (EhTimeBand){ random_name (rand, g_rand_int_range (rand, 1, 81)), at, length };
    at += length;
  }
  if (audience == EH_AUDIENCE_PUBLIC)
    protect_small (counts, 5);
  return self;
}

EhStageMap *
chart_cases_stages (guint n_groups, EhAudience audience, GRand *rand)
{
  static const char *const stages[] = { "Setting the question", "Getting the money",
                                        "Planning it",          "Doing it",
                                        "Making sense of it",   "Writing it up",
                                        "Putting it to use",    "Afterwards" };
  EhCrosstab *people = chart_cases_map (n_groups, G_N_ELEMENTS (stages), EH_AUDIENCE_TEAM, rand);

  people->audience = audience;
  people->unit = EH_UNIT_PEOPLE;
  people->column_axis.kind = EH_AXIS_STAGE;
  people->may_say_ratios = FALSE;
  for (guint j = 0; j < people->n_columns; j++) {
    EhCrosstabLine *line = &people->columns[j];

    g_free (line->label);
    line->label = g_strdup (stages[j]);
    line->slot = -1;
    line->kind = g_rand_boolean (rand) ? EH_LINE_PLAIN : EH_LINE_UNNAMED;
    for (guint i = 0; i < n_groups && line->kind == EH_LINE_UNNAMED; i++)
      eh_crosstab_cell (people, i, j)->count = eh_figure_known (0);
  }
  work_out_map (people);
  people->may_say_ratios = FALSE;
  if (audience == EH_AUDIENCE_PUBLIC)
    protect_small (people, 5);
  return eh_stage_map_alloc (people);
}

EhPeople *
chart_cases_people (guint n_groups, guint n_people, guint most, GRand *rand)
{
  EhPeople *self = eh_people_alloc (chart_cases_balance (n_groups, EH_AUDIENCE_TEAM, rand),
                                    n_people);

  self->has_turns = g_rand_boolean (rand);
  for (guint i = 0; i < n_people; i++) {
    EhPerson *person = &self->people[i];

    person->id = i + 1;
    person->name = random_name (rand, g_rand_int_range (rand, 1, 40));
    person->group = (guint) g_rand_int_range (rand, 0, (gint32) n_groups);
    person->insights = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, (gint32) most + 1) / 2.0
                                             : g_rand_int_range (rand, 0, 4);
    person->turns = (guint) g_rand_int_range (rand, 0, 30);
  }
  return self;
}

static EhCoderAgreementRatio
random_ratio (GRand *rand, guint n_coders)
{
  EhCoderAgreementRatio ratio = { .insights = eh_figure_known (
                                      g_rand_int_range (rand, 0, 100000)) };

  ratio.percent = eh_figure_known (g_rand_double (rand));
  if (g_rand_int_range (rand, 0, 6) > 0)
    ratio.alpha = eh_figure_known (g_rand_double_range (rand, -0.4, 1));
  if (n_coders == 2)
    ratio.kappa = ratio.alpha;
  ratio.rare = g_rand_boolean (rand);
  return ratio;
}

EhCoderAgreement *
chart_cases_agreement (guint n_categories, guint n_coders, EhAudience audience, GRand *rand)
{
  EhCoderAgreement *self = eh_coder_agreement_alloc (n_categories);

  self->audience = audience;
  self->threshold = 5;
  self->n_coders = n_coders;
  self->whole = random_ratio (rand, n_coders);
  for (guint i = 0; i < n_categories; i++) {
    EhCoderAgreementCategory *category = &self->categories[i];

    category->key = g_strdup_printf ("category-%u", i);
    category->label = random_name (rand, g_rand_int_range (rand, 1, 81));
    category->slot = (int) (i % 12);
    category->ratio = random_ratio (rand, n_coders);
    if (audience == EH_AUDIENCE_PUBLIC && g_rand_boolean (rand))
      category->ratio.percent = category->ratio.alpha = category->ratio
                                                            .kappa = eh_figure_protected ();
  }
  return self;
}

EhHours *
chart_cases_hours (guint n_groups, EhAudience audience, GRand *rand)
{
  static const char *const columns[][2] = { { "paid", "Paid" },
                                            { "waiting", "Still to be paid" },
                                            { "unpaid", "Without pay" } };
  EhCrosstab *hours = chart_cases_map (n_groups, 3, EH_AUDIENCE_TEAM, rand);
  EhCrosstab *money = chart_cases_map (n_groups, 2, EH_AUDIENCE_TEAM, rand);
  EhHours *self;

  for (guint j = 0; j < 3; j++) {
    g_free (hours->columns[j].key);
    g_free (hours->columns[j].label);
    hours->columns[j].key = g_strdup (columns[j][0]);
    hours->columns[j].label = g_strdup (columns[j][1]);
  }
  hours->audience = money->audience = audience;
  if (audience == EH_AUDIENCE_PUBLIC) {
    protect_small (hours, 5);
    protect_small (money, 5);
  }
  self = eh_hours_alloc (hours, money, "GBP");
  for (guint i = 0; i < n_groups; i++)
    self->days[i] = eh_figure_known (g_rand_int_range (rand, 0, 90) / 2.0);
  return self;
}
