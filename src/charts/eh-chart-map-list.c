/* Power map as lists, for narrow pictures: a heading for each row of the table, under it a line for
 * each column that it has something in, with its dot and its count.
 */

#include "config.h"

#include "eh-chart-map-private.h"

#include <glib/gi18n-lib.h>

#define LARGEST 16
#define WIDEST  520 /* a dot stands no farther from its name than an eye follows */

static double
add_section_head (EhMap *map, guint down, EhChartBox room)
{
  EhChartLayout *layout = map->layout;
  const EhCrosstabLine *line = eh_map_down (map, down);
  EhAxisKind kind = eh_map_down_kind (map);
  g_autofree char *total = eh_figure_to_count_text (line->total, map->crosstab->threshold);
  double number = eh_chart_text_measure (layout->text, EH_CHART_FONT_SMALL_BOLD, total).width;
  double first = eh_chart_text_height (layout->text, EH_CHART_FONT_NAME);
  EhChartBox name = { room.x, room.y, room.width - number - 12, 0 };
  double height;

  if (kind == EH_AXIS_ROLE_GROUP && line->slot >= 0) {
    eh_chart_layout_add_marker (layout, eh_chart_theme_group_marker ((guint) line->slot),
                                room.x + 7, room.y + first / 2, 5,
                                eh_map_line_colour (map, kind, line));
    name.x += 20;
    name.width -= 20;
  }
  height = eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_NAME,
                                          eh_map_line_text_colour (map, kind, line),
                                          EH_CHART_ALIGN_LEFT, name, 3, line->label);
  eh_chart_layout_add_label (layout, EH_CHART_FONT_SMALL_BOLD, layout->theme->dim,
                             EH_CHART_ALIGN_RIGHT, room.x + room.width, room.y + 1, total);
  if (line->total.value > 0) {
    EhChartBox bar = { room.x, room.y + height + 3, room.width * line->total.value / map->most_down,
                       5 };

    eh_map_add_total (map, kind, line, bar);
    height += 3 + bar.height;
  }
  return height;
}

static double
add_item (EhMap *map, guint down, guint across, EhChartBox room)
{
  EhChartLayout *layout = map->layout;
  const EhCrosstabLine *line = eh_map_across (map, across);
  EhAxisKind kind = eh_map_across_kind (map);
  double dots = MAX (72, eh_map_widest_count (map) + (2 * LARGEST + 8));
  EhChartBox words = { room.x, room.y, room.width - dots - 8, 0 };
  double height = eh_chart_layout_paragraph_height (layout, EH_CHART_FONT_BODY, words.width, 3,
                                                    line->label);

  room.height = MAX (height + 6, (2 * LARGEST + 2));
  words.y += (room.height - height) / 2;
  eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_BODY,
                                 eh_map_line_text_colour (map, kind, line), EH_CHART_ALIGN_LEFT,
                                 words, 3, line->label);
  eh_map_add_dot (map, down, across,
                  (EhChartBox){ room.x + room.width - dots, room.y, dots, room.height }, LARGEST);
  return room.height;
}

static gboolean
is_nothing (const EhCrosstabCell *cell)
{
  return cell->count.state != EH_FIGURE_PROTECTED && cell->count.value < 0.05;
}

/* Lays out lists from y. */
void
eh_map_list (EhMap *map, double y, double *bottom)
{
  EhChartLayout *layout = map->layout;
  double margin = eh_chart_layout_margin (layout);
  EhChartBox room = { margin, y, MIN (layout->width - 2 * margin, WIDEST), 0 };

  room.y += eh_map_add_legend (map, room) + 14;
  for (guint i = 0; i < eh_map_n_down (map); i++) {
    guint nothing = 0;

    room.y += add_section_head (map, i, room) + 8;
    for (guint j = 0; j < eh_map_n_across (map); j++) {
      if (is_nothing (eh_map_cell (map, i, j)))
        nothing++;
      else
        room.y += add_item (map, i, j, room);
    }
    if (nothing > 0) {
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                             "Nothing under %u other",
                                                             "Nothing under %u others", nothing),
                                                nothing);

      room.y += 4 + eh_chart_layout_add_paragraph (layout, EH_CHART_FONT_SMALL, layout->theme->dim,
                                                   EH_CHART_ALIGN_LEFT, room, 2, words);
    }
    room.y += 18;
  }
  *bottom = room.y - 18;
}
