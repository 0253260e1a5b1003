/* Flow: from role groups, over categories, to recommendations.
 *
 * Ribbons run between three columns, each as wide as the insights in it; names stand in and beside
 * the columns, where no ribbon goes. What no recommendation rests on is the outlined end of its
 * category; a recommendation that rests on no insight is a dashed frame with no ribbon.
 */

#include "config.h"

#include "eh-chart-flow-private.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST 1360

EhChartColour
eh_flow_group_colour (const EhFlowPicture *self, guint group)
{
  const EhChartTheme *theme = self->layout->theme;
  int slot = self->flow->given->rows[group].slot;

  return slot < 0 ? theme->outline : theme->group[(guint) slot % EH_CHART_THEME_SLOTS];
}

EhChartColour
eh_flow_group_text_colour (const EhFlowPicture *self, guint group)
{
  const EhChartTheme *theme = self->layout->theme;
  int slot = self->flow->given->rows[group].slot;

  return slot < 0 ? theme->dim : theme->group_text[(guint) slot % EH_CHART_THEME_SLOTS];
}

/* Whether there is a ribbon to draw. */
gboolean
eh_flow_is_something (EhFigure count)
{
  return count.state == EH_FIGURE_PROTECTED || (count.state == EH_FIGURE_KNOWN && count.value > 0);
}

static char *
insights_text (EhFigure count, guint threshold)
{
  g_autofree char *text = eh_figure_to_count_text (count, threshold);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s insight", "%s insights",
                   count.state == EH_FIGURE_KNOWN && fabs (count.value - 1) < 0.05 ? 1 : 2),
      text);
}

/* A value that can be reached: all of a line, or what runs from one to another (@to). */
EhChartMark *
eh_flow_add_mark (EhFlowPicture *self,
                  EhChartBox box,
                  const EhCrosstabLine *from,
                  const EhCrosstabLine *to,
                  EhFigure count,
                  guint row)
{
  EhChartMark *mark = eh_chart_layout_add_mark (self->layout, box);
  g_autofree char *name = eh_text_isolate (from->label);

  mark->slot = from->slot;
  mark->row = row;
  mark->column = 2;
  mark->row_key = g_strdup (from->key);
  mark->column_key = g_strdup (to != NULL ? to->key : "all");
  mark->value = insights_text (count, self->flow->threshold);
  if (to != NULL) {
    g_autofree char *other = eh_text_isolate (to->label);

    /* TRANSLATORS: where a ribbon begins and where it leads: "Researchers, Money and payment". */
    mark->label = g_strdup_printf (C_ ("chart", "%s, %s"), name, other);
    /* TRANSLATORS: where a ribbon begins, where it leads, "29 insights". */
    mark->accessible = g_strdup_printf (C_ ("chart", "%s. %s: %s."), name, other, mark->value);
  } else if (from->kind == EH_LINE_UNTRACED) {
    mark->label = g_strdup (name);
    /* TRANSLATORS: a recommendation, and "0 insights". */
    mark->accessible = g_strdup_printf (
        C_ ("chart", "%1$s: %2$s; it rests on nothing that was said."), name, mark->value);
  } else {
    mark->label = g_strdup (name);
    /* TRANSLATORS: a group, a category or a recommendation, and "29 insights". */
    mark->accessible = g_strdup_printf (C_ ("chart", "%s: %s."), name, mark->value);
  }
  return mark;
}

/* NULL where every recommendation rests on something. */
char *
eh_flow_untraced_text (const EhFlowPicture *self)
{
  guint n = self->flow->n_untraced;

  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recommendation rests on no insight",
                                       "%u recommendations rest on no insight", n),
                          n);
}

static guint
add_row (EhFlowPicture *self, const char *from, const char *to, EhFigure count)
{
  g_autofree char *text = eh_figure_to_count_text (count, self->flow->threshold);
  const char *const row[] = { from, to, text, NULL };

  eh_chart_layout_add_row (self->layout, row);
  return self->layout->table.rows->len - 1;
}

static guint *
rows_new (guint n)
{
  guint *rows = g_new (guint, n + 1);

  for (guint i = 0; i <= n; i++)
    rows[i] = G_MAXUINT;
  return rows;
}

/* The lines of one column: each in all, then where it leads. */
static void
add_rows (EhFlowPicture *self, const EhCrosstab *crosstab, guint *totals, guint *cells)
{
  for (guint i = 0; i < crosstab->n_rows; i++) {
    const EhCrosstabLine *line = &crosstab->rows[i];

    totals[i] = add_row (self, line->label, C_ ("row", "In all"), line->total);
    for (guint j = 0; j < crosstab->n_columns; j++) {
      EhFigure count = eh_crosstab_cell (crosstab, i, j)->count;

      if (eh_flow_is_something (count))
        cells[i * crosstab->n_columns + j] = add_row (self, line->label, crosstab->columns[j].label,
                                                      count);
    }
  }
}

static void
fill_table (EhFlowPicture *self)
{
  const EhCrosstab *given = self->flow->given;
  const EhCrosstab *used = self->flow->used;
  const char *const header[] = {
    /* TRANSLATORS: the columns of a table of ribbons: where it begins, where it leads, how much. */
    C_ ("column", "From"),
    C_ ("column", "To"),
    C_ ("column", "Insights"),
    NULL,
  };

  self->group_rows = rows_new (given->n_rows);
  self->category_rows = rows_new (used->n_rows);
  self->recommendation_rows = rows_new (used->n_columns);
  self->given_rows = rows_new (given->n_rows * given->n_columns);
  self->used_rows = rows_new (used->n_rows * used->n_columns);
  eh_chart_layout_set_header (self->layout, header);
  add_rows (self, given, self->group_rows, self->given_rows);
  add_rows (self, used, self->category_rows, self->used_rows);
  for (guint j = 0; j < used->n_columns; j++) {
    const EhCrosstabLine *line = &used->columns[j];

    if ((int) j != self->unused)
      self->recommendation_rows[j] = add_row (
          self, line->label,
          line->kind == EH_LINE_UNTRACED ? _ ("Rests on no insight") : C_ ("row", "In all"),
          line->total);
  }
}

static void
fill_notes (EhFlowPicture *self)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  eh_chart_layout_add_note (
      self->layout,
      _ ("Widths are numbers of insights. Each insight counts as one: those who gave it, its "
         "categories and the recommendations that rest on it share it."));
  if (eh_flow_is_something (eh_flow_unused (self->flow)))
    eh_chart_layout_add_note (self->layout,
                              _ ("What no recommendation rests on is outlined, not filled."));
  if (eh_crosstab_hides_something (self->flow->given) ||
      eh_crosstab_hides_something (self->flow->used)) {
    g_autofree char *note = eh_figure_protected_note (self->flow->threshold);

    eh_chart_layout_add_note (self->layout, note);
  }
  for (guint i = 0; caveats && caveats[i]; i++)
    eh_chart_layout_add_note (self->layout, caveats[i]);
}

static EhChartLayout *
lay_out (EhFlowPicture *self)
{
  EhChartLayout *layout = self->layout;
  const EhCrosstab *given = self->flow->given;
  double y;
  double foot;
  double bottom;

  fill_table (self);
  if (given->n_columns == 0 || !eh_flow_is_something (given->total))
    return eh_chart_layout_finish_empty (
        layout, _ ("No insights yet"),
        _ ("Add insights, place them under categories and let recommendations rest on them, and this "
           "shows where each of them went."));
  fill_notes (self);
  y = eh_chart_layout_begin_frame (layout);
  foot = eh_chart_layout_frame_foot (layout);
  if (!eh_flow_ribbons (self, y, layout->height - foot - y, &bottom))
    eh_flow_list (self, y, &bottom);
  return eh_chart_layout_finish (
      layout,
      eh_chart_layout_end_frame (layout, MAX (bottom, eh_chart_layout_least (layout, foot))));
}

/**
 * eh_chart_flow_layout:
 * @flow: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title, a workshop's; stands over the title
 *
 * Lays out a flow; where it is too narrow for ribbons it becomes lists. The marks' keys are those
 * of the lines that a ribbon joins; the column key of all of a line is "all".
 *
 * Returns: (transfer full): a layout
 */
EhChartLayout *
eh_chart_flow_layout (const EhFlow *flow,
                      const EhChartTheme *theme,
                      double width,
                      double height,
                      EhChartDirection direction,
                      EhChartFlags flags,
                      const char *scope)
{
  EhFlowPicture self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .flow = flow,
    .unused = eh_flow_unused_column (flow),
  };
  EhChartLayout *layout;

  self.layout->is_public = flow->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Flow: from who spoke to what the guidance says"));
  self.layout->sentence = eh_sentence_flow_headline (flow);
  self.layout->details = eh_sentence_flow_all (flow);
  self.layout->widest = WIDEST;
  layout = lay_out (&self);
  g_free (self.group_rows);
  g_free (self.category_rows);
  g_free (self.recommendation_rows);
  g_free (self.given_rows);
  g_free (self.used_rows);
  return layout;
}
