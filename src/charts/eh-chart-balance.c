/* Voice balance: from the room to the insights to the guidance, a line for each role group that
 * rises, holds or falls.
 *
 * It takes one of three forms, whichever shows all that there is to show in the room that there is:
 * lines between three scales, rows with a bar at each stage, or bars one under the other. Groups of
 * which no share may be said are listed with their counts, at the same stages. What has no name and
 * what rests on no insight is counted apart and never spread.
 */

#include "config.h"

#include "eh-chart-balance-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST 1240 /* wider, and the lines between the scales would all look level */

static const char *const stage_keys[EH_STAGE_N] = { "room", "insights", "guidance" };

static char *
of_text (const char *part, EhFigure whole, guint threshold)
{
  g_autofree char *all = NULL;

  if (!eh_figure_is_known (whole) || whole.value <= 0)
    return g_strdup (part);
  all = eh_figure_to_count_text (whole, threshold);
  /* TRANSLATORS: part and whole, as "12 of 22". */
  return g_strdup_printf (C_ ("chart", "%s of %s"), part, all);
}

/* Recommendations' credit that comes from groups: what carry shares are shares of. */
static EhFigure
carried_in_all (const EhBalance *balance)
{
  double sum = 0;

  for (guint i = 0; i < balance->n_groups; i++) {
    if (balance->groups[i].carried.state == EH_FIGURE_PROTECTED)
      return eh_figure_undefined ();
    sum += balance->groups[i].carried.value;
  }
  return sum > 0 ? eh_figure_known (sum) : eh_figure_undefined ();
}

static char *
long_text (EhStage stage, const char *counted, EhFigure count)
{
  gulong n = count.state == EH_FIGURE_KNOWN ? (gulong) lround (count.value) : 2;

  switch (stage) {
  case EH_STAGE_ROOM:
    /* TRANSLATORS: %s is a count: "12 of 22", "fewer than 5". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", n), counted);
  case EH_STAGE_INSIGHTS:
    /* TRANSLATORS: %s is a count: "21 of 58", "fewer than 5". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s insight", "%s insights", n), counted);
  case EH_STAGE_GUIDANCE:
  case EH_STAGE_N:
  default:
    /* TRANSLATORS: %s is a count, perhaps with a fraction: "6.5 of 11". */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s recommendation", "%s recommendations", n), counted);
  }
}

static void
fill_value (EhStageValue *value,
            EhStage stage,
            EhFigure count,
            EhFigure whole,
            EhFigure share,
            gboolean drawn,
            guint threshold)
{
  g_autofree char *part = eh_figure_to_count_text (count, threshold);
  g_autofree char *of = eh_figure_is_known (count) ? of_text (part, whole, threshold)
                                                   : g_strdup (part);

  value->long_text = long_text (stage, of, eh_figure_is_known (whole) ? whole : count);
  if (count.state == EH_FIGURE_UNDEFINED) {
    g_free (value->long_text);
    value->long_text = g_steal_pointer (&of);
    of = g_strdup ("–");
  }
  value->count_text = g_steal_pointer (&of);
  value->share = drawn ? share : eh_figure_undefined ();
  if (eh_figure_is_known (value->share))
    value->share_text = eh_figure_to_percent_text (share);
  value->low = value->share;
  value->high = value->share;
}

static void
fill_line (EhStages *self, EhStageLine *line, const EhBalanceGroup *group)
{
  const EhBalance *balance = self->balance;
  const EhChartTheme *theme = self->layout->theme;
  guint slot = (guint) MAX (group->slot, 0) % EH_CHART_THEME_SLOTS;

  line->group = group;
  line->drawn = balance->may_say_shares && group->may_say_shares;
  line->mark_colour = group->slot < 0 ? theme->outline : theme->group[slot];
  line->text_colour = group->slot < 0 ? theme->dim : theme->group_text[slot];
  fill_value (&line->values[EH_STAGE_ROOM], EH_STAGE_ROOM, group->people, balance->people,
              group->room_share, line->drawn, balance->threshold);
  fill_value (&line->values[EH_STAGE_INSIGHTS], EH_STAGE_INSIGHTS, group->insights,
              balance->insights, group->voice_share, line->drawn, balance->threshold);
  fill_value (&line->values[EH_STAGE_GUIDANCE], EH_STAGE_GUIDANCE, group->carried,
              carried_in_all (balance), group->carry_share, line->drawn, balance->threshold);
  if (line->drawn && eh_figure_is_known (group->voice_low) &&
      eh_figure_is_known (group->voice_high)) {
    line->values[EH_STAGE_INSIGHTS].low = group->voice_low;
    line->values[EH_STAGE_INSIGHTS].high = group->voice_high;
  }
}

static gboolean
counts_something (const EhBalanceGroup *group)
{
  return group->people.state == EH_FIGURE_PROTECTED ||
         group->insights.state == EH_FIGURE_PROTECTED || group->people.value > 0 ||
         group->insights.value > 0 || group->carried.value > 0;
}

/* Those drawn first, each kind in the balance's own order. */
static void
fill_lines (EhStages *self)
{
  self->lines = g_new0 (EhStageLine, self->balance->n_groups);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->balance->n_groups; i++) {
      const EhBalanceGroup *group = &self->balance->groups[i];
      gboolean drawn = self->balance->may_say_shares && group->may_say_shares;

      if (drawn != (pass == 0) || !counts_something (group))
        continue;
      fill_line (self, &self->lines[self->n_lines++], group);
      self->n_drawn += drawn;
    }
}

static void
fill_scale (EhStages *self)
{
  double top = 0;

  for (guint i = 0; i < self->n_drawn; i++)
    for (guint stage = 0; stage < EH_STAGE_N; stage++) {
      const EhStageValue *value = &self->lines[i].values[stage];

      top = MAX (top, MAX (value->share.value, value->high.value));
    }
  self->top = CLAMP (ceil (top * 20 + 0.2) / 20, 0.1, 1);
}

static char *
counted (const char *one, const char *many, EhFigure count, guint threshold)
{
  g_autofree char *text = NULL;

  if (count.state == EH_FIGURE_UNDEFINED || (eh_figure_is_known (count) && count.value <= 0))
    return NULL;
  text = eh_figure_to_count_text (count, threshold);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, one, many,
                   eh_figure_is_known (count) ? (gulong) lround (count.value) : 2),
      text);
#pragma GCC diagnostic pop
}

static void
fill_headings (EhStages *self)
{
  const EhBalance *balance = self->balance;
  guint t = balance->threshold;

  self->heading[EH_STAGE_ROOM] = balance->reference == EH_REFERENCE_RECORDED
                                     ? C_ ("chart", "Everyone recorded")
                                     : C_ ("chart", "In the room");
  self->heading[EH_STAGE_INSIGHTS] = C_ ("chart", "In the insights");
  self->heading[EH_STAGE_GUIDANCE] = C_ ("chart", "In the guidance");
  self->brief[EH_STAGE_ROOM] = C_ ("chart", "Room");
  self->brief[EH_STAGE_INSIGHTS] = C_ ("chart", "Insights");
  self->brief[EH_STAGE_GUIDANCE] = C_ ("chart", "Guidance");
  /* TRANSLATORS: %s is a number, or "fewer than 5". */
  self->base[EH_STAGE_ROOM] = counted (NN_ ("%s person", "%s people"), balance->people, t);
  self->base[EH_STAGE_INSIGHTS] = counted (NN_ ("%s insight", "%s insights"), balance->insights, t);
  self->base[EH_STAGE_GUIDANCE] = counted (NN_ ("%s recommendation", "%s recommendations"),
                                           balance->recommendations, t);
  if (self->base[EH_STAGE_INSIGHTS])
    self->rest[EH_STAGE_INSIGHTS] = counted (NN_ ("%s more with no name", "%s more with no name"),
                                             balance->unattributed, t);
  else
    self->base[EH_STAGE_INSIGHTS] = counted (
        NN_ ("%s insight with no name", "%s insights with no name"), balance->unattributed, t);
  self->rest[EH_STAGE_GUIDANCE] = counted (
      NN_ ("%s of them rests on no insight", "%s of them rest on no insight"), balance->untraced,
      t);
  if (!self->base[EH_STAGE_GUIDANCE])
    self->base[EH_STAGE_GUIDANCE] = g_strdup (C_ ("chart", "nothing yet"));
  if (!self->base[EH_STAGE_ROOM])
    self->base[EH_STAGE_ROOM] = g_strdup (C_ ("chart", "nobody recorded"));
}

static void
add_table_row (EhStages *self,
               const char *label,
               EhFigure people,
               EhFigure insights,
               EhFigure carried,
               const EhStageLine *line)
{
  guint t = self->balance->threshold;
  g_autofree char *n_people = people.state ? eh_figure_to_count_text (people, t) : g_strdup ("");
  g_autofree char *n_insights = insights.state ? eh_figure_to_count_text (insights, t)
                                               : g_strdup ("");
  g_autofree char *n_carried = carried.state ? eh_figure_to_count_text (carried, t) : g_strdup ("");
  const char *row[9] = { label, n_people, n_insights, n_carried, "", "", "", "", NULL };
  g_autofree char *bounds = NULL;

  for (guint stage = 0; line && stage < EH_STAGE_N; stage++)
    row[4 + stage] = line->values[stage].share_text ? line->values[stage].share_text : "";
  if (line &&
      line->values[EH_STAGE_INSIGHTS].high.value > line->values[EH_STAGE_INSIGHTS].low.value) {
    g_autofree char *low = eh_figure_to_percent_text (line->values[EH_STAGE_INSIGHTS].low);
    g_autofree char *high = eh_figure_to_percent_text (line->values[EH_STAGE_INSIGHTS].high);

    /* TRANSLATORS: a range of percentages: "34% to 40%". */
    bounds = g_strdup_printf (C_ ("chart", "%s to %s"), low, high);
    row[7] = bounds;
  }
  eh_chart_layout_add_row (self->layout, row);
}

static void
fill_table (EhStages *self)
{
  const EhBalance *balance = self->balance;
  const char *const header[] = {
    C_ ("column", "Group"),
    C_ ("column", "People"),
    C_ ("column", "Insights"),
    C_ ("column", "Recommendations"),
    C_ ("column", "Share of the room"),
    C_ ("column", "Share of the insights"),
    C_ ("column", "Share of the guidance"),
    C_ ("column", "Share of the insights could be"),
    NULL,
  };
  EhFigure none = eh_figure_undefined ();

  eh_chart_layout_set_header (self->layout, header);
  for (guint i = 0; i < self->n_lines; i++) {
    EhStageLine *line = &self->lines[i];
    const EhBalanceGroup *group = line->group;

    line->row = self->layout->table.rows->len;
    add_table_row (self, group->label, group->people, group->insights, group->carried, line);
  }
  if (balance->unattributed.state == EH_FIGURE_PROTECTED || balance->unattributed.value > 0)
    add_table_row (self, C_ ("row", "No name"), none, balance->unattributed,
                   balance->carried_unattributed, NULL);
  if (balance->untraced.state == EH_FIGURE_PROTECTED || balance->untraced.value > 0)
    add_table_row (self, C_ ("row", "Rest on no insight"), none, none, balance->untraced, NULL);
}

static gboolean
has_protected (const EhStages *self)
{
  for (guint i = 0; i < self->n_lines; i++) {
    const EhBalanceGroup *group = self->lines[i].group;

    if (group->people.state == EH_FIGURE_PROTECTED ||
        group->insights.state == EH_FIGURE_PROTECTED || group->carried.state == EH_FIGURE_PROTECTED)
      return TRUE;
  }
  return self->balance->unattributed.state == EH_FIGURE_PROTECTED;
}

static gboolean
is_whole (EhFigure count)
{
  return fabs (count.value - round (count.value)) < 0.05;
}

static gboolean
has_fractions (const EhStages *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    if (!is_whole (self->lines[i].group->insights) || !is_whole (self->lines[i].group->carried))
      return TRUE;
  return FALSE;
}

static void
fill_notes (EhStages *self)
{
  const EhBalance *balance = self->balance;
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  if (self->n_drawn > 0 && balance->unattributed.value > 0)
    eh_chart_layout_add_note (
        self->layout,
        _ ("Marked around each share of the insights: how far it could move if those with no name were "
           "all, or none, from that group."));
  if (has_fractions (self))
    eh_chart_layout_add_note (
        self->layout, _ ("Each insight counts as one, shared by those who gave it; each "
                         "recommendation counts as one, shared by the insights that it rests on."));
  for (guint i = 0; i < self->n_lines; i++) {
    const EhBalanceGroup *group = self->lines[i].group;

    if (group->merged && group->members && group->members[0]) {
      g_autofree char *members = g_strjoinv (", ", group->members);

      /* TRANSLATORS: %s: a line that stands for several groups; %s: their names. */
      g_autofree char *note = g_strdup_printf (C_ ("chart", "%s: %s."), group->label, members);

      eh_chart_layout_add_note (self->layout, note);
    }
  }
  if (has_protected (self)) {
    g_autofree char *note = eh_figure_protected_note (balance->threshold);

    eh_chart_layout_add_note (self->layout, note);
  }
  for (guint i = 0; caveats && caveats[i]; i++)
    eh_chart_layout_add_note (self->layout, caveats[i]);
}

/* What a share of insights or recommendations means beside the share of the room; nothing where
 * that is not said. */
static char *
say_ratio (const EhBalanceGroup *group, EhStage stage)
{
  EhFigure ratio = stage == EH_STAGE_INSIGHTS ? group->voice_ratio : group->carry_ratio;
  g_autofree char *times = NULL;

  if (stage == EH_STAGE_ROOM || !group->may_say_shares || !eh_figure_is_known (ratio))
    return NULL;
  times = eh_figure_to_ratio_text (ratio);
  /* TRANSLATORS: %s is a ratio like 1.5×: a share of the insights against the share of the people.
   */
  return g_strdup_printf (C_ ("chart", "That is %s their share of the people."), times);
}

/* Makes a line's value at a stage something that can be reached. */
void
eh_stages_add_mark (EhStages *self, guint index, EhStage stage, EhChartBox box)
{
  const EhStageLine *line = &self->lines[index];
  const EhStageValue *value = &line->values[stage];
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (line->group->label);
  g_autofree char *meaning = say_ratio (line->group, stage);

  mark->slot = line->group->slot;
  /* TRANSLATORS: a role group, and where it is counted: "Researchers, in the room". */
  mark->label = g_strdup_printf (C_ ("chart", "%s, %s"), name, self->brief[stage]);
  if (value->share_text)
    /* TRANSLATORS: a percentage and the counts behind it: "36%, 21 of 58". */
    mark->value = g_strdup_printf (C_ ("chart", "%s, %s"), value->share_text, value->count_text);
  else
    mark->value = g_strdup (value->count_text);
  if (value->share_text)
    /* TRANSLATORS: group, place, counts and percentage: "Researchers. In the room: 7 of 22 people,
     * 32%." */
    mark->accessible = g_strdup_printf (C_ ("chart", "%s. %s: %s, %s."), name, self->heading[stage],
                                        value->long_text, value->share_text);
  else
    /* TRANSLATORS: group, place and counts: "Staff. In the room: 3 of 22 people." */
    mark->accessible = g_strdup_printf (C_ ("chart", "%s. %s: %s."), name, self->heading[stage],
                                        value->long_text);
  if (meaning != NULL) {
    char *more = g_strconcat (mark->accessible, " ", meaning, NULL);

    g_free (mark->accessible);
    mark->accessible = more;
  }
  mark->row_key = g_strdup (line->group->key);
  mark->column_key = g_strdup (stage_keys[stage]);
  mark->row = line->row;
  mark->column = stage + 1;
}

/* The shape of a group; a grey ring for those that have none. */
void
eh_stages_add_group_marker (
    EhStages *self, const EhStageLine *line, double x, double y, double radius)
{
  EhChartLayout *layout = self->layout;

  if (line->group->slot >= 0) {
    eh_chart_layout_add_marker (layout, eh_chart_theme_group_marker ((guint) line->group->slot), x,
                                y, radius, line->mark_colour);
  } else {
    EhChartShape *ring = eh_chart_layout_add_circle (layout, x, y, radius - 0.75);

    ring->filled = TRUE;
    ring->fill = layout->theme->background;
    ring->stroked = TRUE;
    ring->stroke = line->mark_colour;
    ring->width = 1.75;
  }
}

/* Why groups are listed and not drawn. */
const char *
eh_stages_few_text (const EhStages *self)
{
  if (!self->balance->may_say_shares)
    return _ ("Too little is recorded so far to draw shares");
  for (guint i = self->n_drawn; i < self->n_lines; i++)
    if (self->lines[i].group->people.state == EH_FIGURE_PROTECTED)
      return _ ("Not shown apart, to protect people");
  return _ ("Too few people to draw as shares");
}

static EhChartLayout *
finish_if_empty (EhStages *self)
{
  const EhBalance *balance = self->balance;

  if (self->n_lines == 0)
    return eh_chart_layout_finish_empty (
        self->layout, _ ("Nobody here yet"),
        _ ("Once people are recorded at a workshop and say something, this shows whose voice "
           "carries from the room to the guidance."));
  if (balance->insights.state != EH_FIGURE_PROTECTED && balance->insights.value <= 0 &&
      balance->unattributed.state != EH_FIGURE_PROTECTED && balance->unattributed.value <= 0)
    return eh_chart_layout_finish_empty (
        self->layout, _ ("No insights yet"),
        _ ("Write down what somebody says, and this begins to show whose voice is heard."));
  return NULL;
}

static EhChartLayout *
lay_out (EhStages *self)
{
  EhChartLayout *layout = self->layout;
  double y;
  double foot;
  double bottom;

  fill_lines (self);
  fill_headings (self);
  fill_table (self);
  if (finish_if_empty (self))
    return layout;
  fill_notes (self);
  fill_scale (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  if (!eh_stages_slope (self, y, layout->height - foot - y, &bottom) &&
      !eh_stages_rows (self, y, &bottom))
    eh_stages_stack (self, y, &bottom);
  /* Notes stand at the foot of a picture that is higher than it needs to be. */
  return eh_chart_layout_finish (
      layout,
      eh_chart_layout_end_frame (layout, MAX (bottom, eh_chart_layout_least (layout, foot))));
}

static void
stages_clear (EhStages *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    for (guint stage = 0; stage < EH_STAGE_N; stage++) {
      g_free (self->lines[i].values[stage].share_text);
      g_free (self->lines[i].values[stage].count_text);
      g_free (self->lines[i].values[stage].long_text);
    }
  g_free (self->lines);
  for (guint stage = 0; stage < EH_STAGE_N; stage++) {
    g_free (self->base[stage]);
    g_free (self->rest[stage]);
  }
}

/**
 * eh_chart_balance_layout:
 * @balance: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * Lays out voice balance. The marks' row keys are those of role groups, their column keys "room",
 * "insights" and "guidance".
 *
 * Returns: (transfer full): a layout
 */
EhChartLayout *
eh_chart_balance_layout (const EhBalance *balance,
                         const EhChartTheme *theme,
                         double width,
                         double height,
                         EhChartDirection direction,
                         EhChartFlags flags,
                         const char *scope)
{
  EhStages self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .balance = balance,
  };
  EhChartLayout *layout;

  self.layout->is_public = balance->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Voice balance"));
  self.layout->sentence = eh_sentence_balance_headline (balance);
  self.layout->details = eh_sentence_balance_all (balance);
  self.layout->widest = WIDEST;
  layout = lay_out (&self);
  stages_clear (&self);
  return layout;
}
