/* People: a dot for each, by group, at what they gave; silent ones at nothing.
 *
 *   Public      o
 *               o   o       o
 *   12          o o o o   o o      o
 *            -----------------------------
 *               0   2   4   6   8
 *
 * Those who gave as much stand on one another. Where a pile would be too high, its people share one
 * dot that says how many they are. No name is written: whose a dot is, is told where it is pointed
 * at.
 */

#include "config.h"

#include "eh-chart-layout-private.h"
#include "eh-chart-people.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST 1240
#define PLOT                                                                                       \
  320             /* names stand over the lanes where less than so much would be left beside them  \
                   */
#define HIGH   12 /* people on one another, at most */
#define DOT    5  /* radius */
#define LEAST  20 /* height of a lane */
#define SHARED 15 /* radius of the largest dot of several people */

typedef struct {
  EhChartLayout *layout;
  const EhPeople *people;
  EhPeopleMeasure measure;
  gboolean over;
  gboolean shared; /* a dot for a pile, not for a person */
  double names;
  double left;
  double width; /* of the plot */
  double lane;  /* height */
  guint most;   /* that somebody gave */
  guint highest;
  guint *piles; /* people, by group and by what they gave */
} Dots;

static double
value_of (const Dots *self, const EhPerson *person)
{
  return self->measure == EH_PEOPLE_TURNS ? person->turns : person->insights;
}

/* On the scale's whole numbers; what somebody shared with others is rounded up, so that only silent
 * people stand at nothing. */
static guint
place_of (const Dots *self, const EhPerson *person)
{
  return (guint) ceil (value_of (self, person) - 1e-9);
}

static guint *
pile_at (const Dots *self, guint group, guint at)
{
  return &self->piles[group * (self->most + 1) + at];
}

static const EhBalanceGroup *
group_of (const Dots *self, guint group)
{
  return &self->people->balance->groups[group];
}

static EhChartColour
group_colour (const Dots *self, guint group, gboolean words)
{
  const EhChartTheme *theme = self->layout->theme;
  int slot = group_of (self, group)->slot;

  if (slot < 0)
    return words ? theme->dim : theme->outline;
  return words ? theme->group_text[(guint) slot % EH_CHART_THEME_SLOTS]
               : theme->group[(guint) slot % EH_CHART_THEME_SLOTS];
}

static void
fill_table (Dots *self)
{
  const char *header[] = { C_ ("column", "Person"), C_ ("column", "Group"),
                           C_ ("column", "Insights"),
                           self->people->has_turns ? C_ ("column", "Took the floor") : NULL, NULL };

  eh_chart_layout_set_header (self->layout, header);
  for (guint i = 0; i < self->people->n_people; i++) {
    const EhPerson *person = &self->people->people[i];
    g_autofree char *insights = eh_figure_to_count_text (eh_figure_known (person->insights), 0);
    g_autofree char *turns = g_strdup_printf ("%u", person->turns);
    const char *row[] = { person->name, group_of (self, person->group)->label, insights,
                          self->people->has_turns ? turns : NULL, NULL };

    eh_chart_layout_add_row (self->layout, row);
  }
}

static void
fill_notes (Dots *self)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  eh_chart_layout_add_note (
      self->layout, self->measure == EH_PEOPLE_TURNS
                        ? _ ("A dot is a person, at how often they were noted to take the floor.")
                        : _ ("A dot is a person, at the number of their insights. What several "
                             "people gave together is shared between them, and rounded up here."));
  if (self->shared)
    eh_chart_layout_add_note (self->layout, _ ("A dot with a number stands for that many people."));
  eh_chart_layout_add_note (self->layout,
                            _ ("This is for you who run the workshop. To be quiet can "
                               "be a choice. It is never exported."));
  for (guint i = 0; caveats && caveats[i]; i++)
    eh_chart_layout_add_note (self->layout, caveats[i]);
}

static void
collect (Dots *self)
{
  const EhPeople *people = self->people;

  for (guint i = 0; i < people->n_people; i++)
    self->most = MAX (self->most, place_of (self, &people->people[i]));
  self->piles = g_new0 (guint, (gsize) (self->most + 1) * (people->balance->n_groups + 1));
  for (guint i = 0; i < people->n_people; i++) {
    guint *pile = pile_at (self, people->people[i].group, place_of (self, &people->people[i]));

    (*pile)++;
    self->highest = MAX (self->highest, *pile);
  }
}

static gboolean
has_people (const Dots *self, guint group)
{
  for (guint at = 0; at <= self->most; at++)
    if (*pile_at (self, group, at) > 0)
      return TRUE;
  return FALSE;
}

static char *
people_text (const Dots *self, guint group)
{
  guint n = 0;

  for (guint at = 0; at <= self->most; at++)
    n += *pile_at (self, group, at);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
}

static void
share_width (Dots *self)
{
  EhChartText *text = self->layout->text;
  double margin = eh_chart_layout_margin (self->layout);
  double room = self->layout->width - 2 * margin;

  for (guint i = 0; i < self->people->balance->n_groups; i++) {
    g_autofree char *n = people_text (self, i);

    self->names = MAX (
        self->names,
        MAX (
            MIN (eh_chart_text_measure (text, EH_CHART_FONT_NAME, group_of (self, i)->label).width +
                     20,
                 MAX (120, room * 0.24)),
            20 + eh_chart_text_measure (text, EH_CHART_FONT_SMALL_BOLD, n).width));
  }
  self->over = room - self->names - 20 < PLOT;
  self->left = margin + (self->over ? 0 : self->names + 20);
  self->width = margin + room - self->left;
}

/* Where so much is on the scale: a dot has its room at either end. */
static double
scale_x (const Dots *self, double at)
{
  double edge = self->shared ? SHARED + 1 : DOT + 2;

  return self->left + edge + (self->width - 2 * edge) * at / MAX (self->most, 1);
}

static double
step_of (const Dots *self)
{
  return self->most > 0 ? scale_x (self, 1) - scale_x (self, 0) : self->width;
}

static double
name_height (Dots *self, guint group)
{
  EhChartText *text = self->layout->text;
  double width = self->over ? self->width - 20 : self->names - 20;

  return eh_chart_layout_paragraph_height (self->layout, EH_CHART_FONT_NAME, width, 3,
                                           group_of (self, group)->label) +
         eh_chart_text_height (text, EH_CHART_FONT_SMALL_BOLD);
}

static void
add_name (Dots *self, guint group, EhChartBox box)
{
  EhChartLayout *layout = self->layout;
  const EhBalanceGroup *of = group_of (self, group);
  double line = eh_chart_text_height (layout->text, EH_CHART_FONT_NAME);
  g_autofree char *n = people_text (self, group);

  eh_chart_layout_add_group_marker (layout, of->slot, box.x + 7, box.y + line / 2);
  box.x += 20;
  box.width -= 20;
  box.y += eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME,
                                          group_colour (self, group, TRUE), EH_CHART_ALIGN_LEFT,
                                          box, 3, of->label);
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                             EH_CHART_ALIGN_LEFT, box.x, box.y, n);
}

static char *
value_text (const Dots *self, const EhPerson *person)
{
  g_autofree char *insights = eh_figure_to_count_text (eh_figure_known (person->insights), 0);
  g_autofree char *said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s insight",
                                                        "%s insights",
                                                        fabs (person->insights - 1) < 0.05 ? 1 : 2),
                                           insights);
  g_autofree char *turns = NULL;

  if (!self->people->has_turns)
    return g_steal_pointer (&said);
  turns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "took the floor %u time",
                                        "took the floor %u times", person->turns),
                           person->turns);
  /* TRANSLATORS: "3 insights" and "took the floor 5 times". */
  return g_strdup_printf (C_ ("chart", "%1$s, %2$s"), said, turns);
}

static void
add_person_mark (Dots *self, guint index, EhChartBox box)
{
  const EhPerson *person = &self->people->people[index];
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (person->name);
  g_autofree char *group = eh_text_isolate (group_of (self, person->group)->singular);

  mark->round = !self->shared;
  mark->slot = group_of (self, person->group)->slot;
  mark->row = index;
  mark->column = self->measure == EH_PEOPLE_TURNS && self->people->has_turns ? 3 : 2;
  mark->row_key = eh_id_to_string (person->id);
  mark->column_key = g_strdup (self->measure == EH_PEOPLE_TURNS ? "turns" : "insights");
  /* TRANSLATORS: a person and their role group, in the singular. */
  mark->label = g_strdup_printf (C_ ("chart", "%1$s, %2$s"), name, group);
  mark->value = value_text (self, person);
  /* TRANSLATORS: a person, their role group in the singular, and what they gave. */
  mark->accessible = g_strdup_printf (C_ ("chart", "%1$s, %2$s: %3$s."), name, group, mark->value);
}

static void
add_single (Dots *self, guint group, double bottom)
{
  g_autofree guint *risen = g_new0 (guint, self->most + 1);

  for (guint i = 0; i < self->people->n_people; i++) {
    const EhPerson *person = &self->people->people[i];
    guint at = place_of (self, person);
    EhChartShape *dot;
    double y;

    if (person->group != group)
      continue;
    y = bottom - 5 - DOT - risen[at]++ * (2 * DOT + 1.5);
    dot = eh_chart_layout_add_circle (self->layout, scale_x (self, at), y, DOT);
    dot->filled = at > 0;
    dot->fill = group_colour (self, group, FALSE);
    /* A ring for silence: there is somebody, and nothing of theirs. */
    dot->stroked = TRUE;
    dot->stroke = dot->fill;
    dot->width = 1.5;
    dot->box = (EhChartBox){ dot->box.x + 0.75, dot->box.y + 0.75, 2 * DOT - 1.5, 2 * DOT - 1.5 };
    dot->radius = DOT - 0.75;
    add_person_mark (self, i, (EhChartBox){ scale_x (self, at) - DOT, y - DOT, 2 * DOT, 2 * DOT });
  }
}

/* A dot for each pile, with how many they are; on the way, their marks side by side in its lane. */
static void
add_shared (Dots *self, guint group, double bottom)
{
  double y = bottom - SHARED - 3;
  g_autofree guint *gone = g_new0 (guint, self->most + 1);
  double end = self->left - 4;

  for (guint at = 0; at <= self->most; at++) {
    guint n = *pile_at (self, group, at);
    double radius = MAX (3, SHARED * sqrt ((double) n / self->highest));
    double x = scale_x (self, at);
    EhChartShape *dot;
    g_autofree char *text = g_strdup_printf ("%u", n);
    EhChartTextSize size = eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD,
                                                  text);

    if (n == 0)
      continue;
    radius = MIN (radius, MAX (3, step_of (self) / 2));
    dot = eh_chart_layout_add_circle (self->layout, x, y, radius);
    dot->filled = TRUE;
    dot->fill = at > 0 ? group_colour (self, group, FALSE) : self->layout->theme->background;
    dot->stroked = TRUE;
    dot->stroke = group_colour (self, group, FALSE);
    dot->width = 1.5;
    if (n > 1 && hypot (size.width, size.height * 0.62) <= 2 * radius - 3 &&
        size.height <= 2 * radius) {
      eh_chart_layout_add_label (self->layout, EH_CHART_FONT_SMALL_BOLD,
                                 eh_chart_colour_on (dot->fill), EH_CHART_ALIGN_CENTRE, x,
                                 y - size.height / 2, text);
    } else if (n > 1 && x - size.width / 2 > end && x - size.width / 2 >= self->left &&
               x + size.width / 2 <= self->left + self->width) {
      /* Over the dot, where none stands yet. */
      eh_chart_layout_add_label (self->layout, EH_CHART_FONT_SMALL_BOLD, self->layout->theme->text,
                                 EH_CHART_ALIGN_CENTRE, x, bottom - self->lane, text);
      end = x + size.width / 2 + 4;
    }
  }
  for (guint i = 0; i < self->people->n_people; i++) {
    guint at = place_of (self, &self->people->people[i]);
    guint n;
    double width;

    if (self->people->people[i].group != group)
      continue;
    n = *pile_at (self, group, at);
    width = MIN (2 * SHARED, MAX (step_of (self), 2));
    add_person_mark (self, i,
                     (EhChartBox){ scale_x (self, at) - width / 2 + width * gone[at] / n,
                                   bottom - self->lane, width / n, self->lane });
    gone[at]++;
  }
}

static double
add_lane (Dots *self, guint group, double y)
{
  double name = name_height (self, group);
  double height = self->over ? name + 4 + self->lane : MAX (self->lane, name + 8);
  double bottom = y + height;
  EhChartPoint line[2] = { { self->left, bottom }, { self->left + self->width, bottom } };

  if (self->over)
    add_name (self, group, (EhChartBox){ self->left, y, self->width, 0 });
  else
    add_name (
        self, group,
        (EhChartBox){ self->left - self->names - 20, y + (height - name) / 2, self->names, 0 });
  eh_chart_layout_add_line (self->layout, line, 2, self->layout->theme->axis, 1)->crisp = TRUE;
  if (self->shared)
    add_shared (self, group, bottom);
  else
    add_single (self, group, bottom);
  return bottom + 8;
}

/* The scale under the lanes. */
static double
add_scale (Dots *self, double y)
{
  static const guint steps[] = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000
  };
  EhChartText *text = self->layout->text;
  guint step = steps[G_N_ELEMENTS (steps) - 1];
  const char *name = self->measure == EH_PEOPLE_TURNS ? C_ ("scale", "times they took the floor")
                                                      : C_ ("scale", "insights");
  g_autofree char *last = g_strdup_printf ("%u", self->most);
  double wide = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, last).width + 14;

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] * step_of (self) >= wide)
      step = steps[i - 1];
  for (guint at = 0; at <= self->most; at += step) {
    g_autofree char *words = g_strdup_printf ("%u", at);
    double half = eh_chart_text_measure (text, EH_CHART_FONT_SMALL, words).width / 2;
    double x = scale_x (self, at);

    eh_chart_layout_add_label (
        self->layout, EH_CHART_FONT_SMALL, self->layout->theme->dim, EH_CHART_ALIGN_CENTRE,
        CLAMP (x, self->left + half, self->left + self->width - half), y, words);
  }
  y += eh_chart_text_height (text, EH_CHART_FONT_SMALL);
  return y + eh_chart_layout_add_paragraph (self->layout, EH_CHART_FONT_SMALL,
                                            self->layout->theme->dim, EH_CHART_ALIGN_LEFT,
                                            (EhChartBox){ self->left, y, self->width, 0 }, 2, name);
}

static EhChartLayout *
lay_out (Dots *self)
{
  EhChartLayout *layout = self->layout;
  double y;
  double foot;

  fill_table (self);
  if (self->people->n_people == 0)
    return eh_chart_layout_finish_empty (
        layout, _ ("Nobody is recorded yet"),
        _ ("Add people and say who came, and this shows who has been heard and who has not."));
  collect (self);
  self->shared = self->highest > HIGH;
  fill_notes (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  share_width (self);
  self->shared |= step_of (self) < 2 * DOT - 2;
  self->lane = self->shared
                   ? 2 * SHARED + 6 + eh_chart_text_height (layout->text, EH_CHART_FONT_SMALL_BOLD)
                   : MAX (LEAST, self->highest * (2 * DOT + 1.5) + 8);
  for (guint i = 0; i < self->people->balance->n_groups; i++)
    if (has_people (self, i))
      y = add_lane (self, i, y);
  y = add_scale (self, y);
  return eh_chart_layout_finish (
      layout, eh_chart_layout_end_frame (layout, MAX (y, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_people_layout:
 * @people: what each person gave
 * @measure: what a dot stands at
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * For the team's own view alone: it is never public, and eh_chart_export() refuses it.
 *
 * Returns: (transfer full): a layout; the marks' row keys are the ids of participants
 */
EhChartLayout *
eh_chart_people_layout (const EhPeople *people,
                        EhPeopleMeasure measure,
                        const EhChartTheme *theme,
                        double width,
                        double height,
                        EhChartDirection direction,
                        EhChartFlags flags,
                        const char *scope)
{
  Dots self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .people = people,
    .measure = measure,
  };
  EhChartLayout *layout;

  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("People: who has been heard"));
  self.layout->sentence = eh_sentence_people_headline (people);
  self.layout->details = eh_sentence_people_all (people);
  self.layout->widest = WIDEST;
  layout = lay_out (&self);
  g_free (self.piles);
  return layout;
}
