/* Flow as lists, for narrow pictures: each category with the groups that spoke of it, and where
 * that went; a bar under each name, all to one scale.
 */

#include "config.h"

#include "eh-chart-flow-private.h"

#include <glib/gi18n-lib.h>

#define WIDEST 560
#define BAR    6
#define INDENT 20

typedef struct {
  EhFlowPicture *picture;
  EhChartLayout *layout;
  EhChartBox room;
  double y;
  double most;
} List;

static void
add_bar (List *self, double x, EhFigure count, EhChartColour colour, gboolean hollow)
{
  double width = self->room.x + self->room.width - x;
  EhChartShape *bar;

  if (count.state == EH_FIGURE_PROTECTED) {
    bar = eh_chart_layout_add_rect (self->layout, (EhChartBox){ x, self->y, 18, BAR }, 2,
                                    self->layout->theme->background);
    bar->pattern = EH_CHART_PATTERN_DIAGONAL;
    bar->hatch = bar->stroke = self->layout->theme->outline;
    bar->stroked = TRUE;
    bar->width = 1;
    return;
  }
  bar = eh_chart_layout_add_rect (
      self->layout, (EhChartBox){ x, self->y, MAX (1, width * count.value / self->most), BAR }, 2,
      hollow ? self->layout->theme->background : colour);
  bar->stroked = hollow;
  bar->stroke = colour;
  bar->width = 1;
}

/* A name with its number at the end of the line and a bar below, and a mark over all of it. */
static void
add_item (List *self,
          double indent,
          EhChartFont font,
          EhChartColour words,
          EhChartColour colour,
          const EhCrosstabLine *from,
          const EhCrosstabLine *to,
          const char *name,
          EhFigure count,
          guint row)
{
  double x = self->room.x + indent;
  double top = self->y;
  g_autofree char *number = eh_figure_to_count_text (count, self->picture->flow->threshold);
  double width = eh_chart_text_measure (self->layout->text, EH_CHART_FONT_SMALL_BOLD, number).width;

  eh_chart_layout_add_label (self->layout, EH_CHART_FONT_SMALL_BOLD, self->layout->theme->dim,
                             EH_CHART_ALIGN_RIGHT, self->room.x + self->room.width, self->y + 1,
                             number);
  self->y += 2 + eh_chart_layout_add_paragraph (
                     self->layout, font, words, EH_CHART_ALIGN_LEFT,
                     (EhChartBox){ x, self->y, self->room.width - indent - width - 12, 0 }, 3,
                     name);
  /* What no recommendation rests on is only outlined. */
  add_bar (self, x, count, colour, to != NULL && g_str_equal (to->key, "unused"));
  self->y += BAR + 6;
  eh_flow_add_mark (self->picture,
                    (EhChartBox){ self->room.x, top, self->room.width, self->y - top }, from, to,
                    count, row);
}

static void
add_heading (List *self, const char *words)
{
  self->y += eh_chart_layout_add_paragraph (
                 self->layout, EH_CHART_FONT_SMALL_BOLD, self->layout->theme->dim,
                 EH_CHART_ALIGN_LEFT,
                 (EhChartBox){ self->room.x + INDENT, self->y, self->room.width - INDENT, 0 }, 2,
                 words) +
             4;
}

static void
add_groups (List *self, guint category)
{
  EhFlowPicture *picture = self->picture;
  const EhCrosstab *given = picture->flow->given;

  for (guint i = 0; i < given->n_rows; i++) {
    guint at = i * given->n_columns + category;

    if (!eh_flow_is_something (given->cells[at].count))
      continue;
    eh_chart_layout_add_group_marker (
        self->layout, given->rows[i].slot, self->room.x + 7,
        self->y + eh_chart_text_height (self->layout->text, EH_CHART_FONT_BODY) / 2);
    add_item (self, INDENT, EH_CHART_FONT_BODY, eh_flow_group_text_colour (picture, i),
              eh_flow_group_colour (picture, i), &given->rows[i], &given->columns[category],
              given->rows[i].label, given->cells[at].count, picture->given_rows[at]);
  }
}

static void
add_recommendations (List *self, guint category)
{
  EhFlowPicture *picture = self->picture;
  const EhCrosstab *used = picture->flow->used;
  const EhChartTheme *theme = self->layout->theme;

  for (guint j = 0; j < used->n_columns; j++) {
    guint at = category * used->n_columns + j;
    gboolean rest = (int) j == picture->unused;

    if (eh_flow_is_something (used->cells[at].count))
      add_item (self, INDENT, EH_CHART_FONT_BODY, rest ? theme->dim : theme->text, theme->outline,
                &used->rows[category], &used->columns[j], used->columns[j].label,
                used->cells[at].count, picture->used_rows[at]);
  }
}

/* Lays out lists from y. */
void
eh_flow_list (EhFlowPicture *picture, double y, double *bottom)
{
  EhChartLayout *layout = picture->layout;
  const EhFlow *flow = picture->flow;
  double margin = eh_chart_layout_margin (layout);
  List self = {
    .picture = picture,
    .layout = layout,
    .room = { margin, y, MIN (layout->width - 2 * margin, WIDEST), 0 },
    .y = y,
    .most = 1,
  };
  g_autofree char *untraced = eh_flow_untraced_text (picture);

  for (guint j = 0; j < flow->given->n_columns; j++)
    self.most = MAX (self.most, flow->given->columns[j].total.value);
  for (guint j = 0; j < flow->given->n_columns; j++) {
    const EhCrosstabLine *line = &flow->given->columns[j];

    if (!eh_flow_is_something (line->total))
      continue;
    add_item (&self, 0, EH_CHART_FONT_NAME, layout->theme->text, layout->theme->text, line, NULL,
              line->label, line->total, picture->category_rows[j]);
    add_heading (&self, C_ ("chart", "From"));
    add_groups (&self, j);
    add_heading (&self, C_ ("chart", "Leads to"));
    add_recommendations (&self, j);
    self.y += 14;
  }
  if (untraced != NULL)
    self.y += eh_chart_layout_add_paragraph (
        layout, EH_CHART_FONT_BODY, layout->theme->dim, EH_CHART_ALIGN_LEFT,
        (EhChartBox){ self.room.x, self.y, self.room.width, 0 }, 3, untraced);
  *bottom = self.y;
}
