/* Stage map: who was there from the question to what came after. Drawn as a power map is
 * (eh-chart-map.c): a dot for each group at each stage, its area the number of people. */

#include "config.h"

#include "eh-chart-stages.h"

#include "eh-chart-map-private.h"
#include "eh-sentence.h"

#include <glib/gi18n-lib.h>

/**
 * eh_chart_stages_layout:
 * @map: the numbers
 * @theme: what it looks like
 * @width: CSS pixels
 * @height: CSS pixels; the layout is higher where its content needs it
 * @direction: which way it reads
 * @flags: with title and notes or without
 * @scope: (nullable): what of: a project's title; stands over the title
 *
 * Returns: (transfer full): a layout; the marks' keys are those of the role groups and of the
 * stages
 */
EhChartLayout *
eh_chart_stages_layout (const EhStageMap *map,
                        const EhChartTheme *theme,
                        double width,
                        double height,
                        EhChartDirection direction,
                        EhChartFlags flags,
                        const char *scope)
{
  EhMap self = {
    .layout = eh_chart_layout_new (theme, width, height, TRUE, direction, flags),
    .crosstab = map->people,
  };

  self.layout->is_public = map->people->audience == EH_AUDIENCE_PUBLIC;
  self.layout->scope = g_strdup (scope);
  self.layout->title = g_strdup (_ ("Stage map: how early people were let in"));
  self.layout->sentence = eh_sentence_stage_map_headline (map);
  self.layout->details = eh_sentence_stage_map_all (map);
  self.layout->widest = EH_MAP_WIDEST;
  return eh_map_lay_out (&self);
}
