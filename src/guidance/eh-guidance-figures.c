/* Charts in a guidance: the picture, its sentence, its description and its numbers, all from one
 * layout, so that they cannot say different things. */

#include "config.h"

#include "eh-guidance-private.h"

#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-map.h"
#include "eh-chart-paint.h"
#include "eh-chart-stages.h"
#include "eh-sentence.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* CSS pixels: what fills the width of a page of A4. */
#define BALANCE_WIDTH  620.0
#define BALANCE_HEIGHT 400.0
/* Wide enough for a grid; it is scaled to the page. */
#define MAP_WIDTH   720.0
#define MAP_HEIGHT  480.0
#define FLOW_WIDTH  760.0
#define FLOW_HEIGHT 760.0

static void
paint (cairo_t *cr, gpointer layout)
{
  eh_chart_paint (layout, cr);
}

static void
unref_layout (gpointer layout)
{
  eh_chart_layout_unref (layout);
}

/* More rows than these would bury what they say under what is not told. */
#define MANY_ROWS 24

/* Whether a row tells a number, or a word that stands for none. */
static gboolean
tells_something (char **row, const char *withheld)
{
  for (guint c = 1; row[c] != NULL; c++)
    if (g_str_equal (row[c], withheld))
      return FALSE;
  return TRUE;
}

static EhDocTable *
numbers_of (EhGuidanceContext *self, const EhChartLayout *layout)
{
  g_autofree char *withheld = eh_figure_to_count_text (eh_figure_protected (),
                                                       eh_public_dataset_threshold (self->dataset));
  const EhChartTable *from = eh_chart_layout_table (layout);
  EhDocTable *table = eh_doc_table_new ();

  for (guint c = 0; c < from->n_columns; c++)
    eh_doc_table_add_column (table, from->header[c], c == 0 ? 1.6 : 1,
                             c == 0 ? EH_DOC_ALIGN_START : EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint r = 0; r < from->rows->len; r++) {
    char **row = from->rows->pdata[r];

    if (from->rows->len > MANY_ROWS && !tells_something (row, withheld))
      continue;
    eh_doc_table_add_row (table);
    for (guint c = 0; row[c] != NULL && c < from->n_columns; c++)
      eh_doc_table_add_cell (table, row[c]);
  }
  return table;
}

/* The notes of a chart, each a sentence; without those that @caveats say again. */
static char *
description_of (const EhChartLayout *layout, char **caveats)
{
  GString *text = g_string_new (eh_chart_layout_sentence (layout));

  for (guint i = 0; i < eh_chart_layout_n_notes (layout); i++) {
    const char *note = eh_chart_layout_note (layout, i);

    if (caveats != NULL && g_strv_contains ((const char *const *) caveats, note))
      continue;
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, note);
  }
  return g_string_free (text, FALSE);
}

/* What the team wrote for whoever cannot see it comes before what the chart says by itself. */
static const char *
alternative_of (const EhChartLayout *layout, const char *written)
{
  const char *sentence = eh_chart_layout_sentence (layout);

  if (!eh_text_is_blank (written))
    return written;
  return eh_text_is_blank (sentence) ? eh_chart_layout_title (layout) : sentence;
}

static void
add_layout (EhGuidanceContext *self,
            EhChartLayout *layout,
            const char *caption,
            const char *written,
            char **caveats)
{
  g_autofree char *description = description_of (layout, caveats);
  const char *title = eh_chart_layout_title (layout);
  EhDocFigure *figure = eh_doc_figure_new (
      alternative_of (layout, written), description, eh_chart_layout_width (layout),
      eh_chart_layout_height (layout), paint, eh_chart_layout_ref (layout), unref_layout);

  figure->table = numbers_of (self, layout);
  eh_doc_builder_figure (self->builder, eh_text_is_blank (caption) ? title : caption, figure);
}

/* What no chart can say, once a document. */
static void
add_caveats (EhGuidanceContext *self, char **caveats)
{
  g_autofree char *text = g_strjoinv ("\n\n", caveats);

  if (self->caveats_said)
    return;
  self->caveats_said = TRUE;
  eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_NOTE, _ ("What these numbers cannot say"),
                          text);
}

static EhChartLayout *
map_layout (EhPublicDataset *dataset,
            const EhFilter *filter,
            EhChartTheme *theme,
            EhChartDirection d)
{
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (dataset, rows, columns, filter);

  return eh_chart_map_layout (map, theme, MAP_WIDTH, MAP_HEIGHT, d, EH_CHART_BARE, NULL);
}

static EhChartLayout *
flow_layout (EhPublicDataset *dataset,
             const EhFilter *filter,
             EhChartTheme *theme,
             EhChartDirection d)
{
  g_autoptr (EhFlow) flow = eh_public_dataset_flow (dataset, filter);

  return eh_chart_flow_layout (flow, theme, FLOW_WIDTH, FLOW_HEIGHT, d, EH_CHART_BARE, NULL);
}

static EhChartLayout *
balance_layout (EhPublicDataset *dataset,
                const EhFilter *filter,
                EhChartTheme *theme,
                EhChartDirection d)
{
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (dataset, filter);

  return eh_chart_balance_layout (balance, theme, BALANCE_WIDTH, BALANCE_HEIGHT, d, EH_CHART_BARE,
                                  NULL);
}

static EhChartLayout *
stages_layout (EhPublicDataset *dataset,
               const EhFilter *filter,
               EhChartTheme *theme,
               EhChartDirection d)
{
  g_autoptr (EhStageMap) stages = eh_public_dataset_stage_map (dataset);

  return eh_chart_stages_layout (stages, theme, MAP_WIDTH, BALANCE_HEIGHT, d, EH_CHART_BARE, NULL);
}

static EhChartLayout *
hours_layout (EhPublicDataset *dataset,
              const EhFilter *filter,
              EhChartTheme *theme,
              EhChartDirection d)
{
  g_autoptr (EhHours) hours = eh_public_dataset_hours (dataset, filter);

  return eh_chart_hours_layout (hours, theme, BALANCE_WIDTH, BALANCE_HEIGHT, d, EH_CHART_BARE,
                                NULL);
}

static const struct {
  const char *source;
  EhChartLayout *(*layout) (EhPublicDataset *dataset,
                            const EhFilter *filter,
                            EhChartTheme *theme,
                            EhChartDirection direction);
} charts[] = {
  { "balance", balance_layout }, { "map", map_layout },     { "flow", flow_layout },
  { "stages", stages_layout },   { "hours", hours_layout },
};

/**
 * eh_guidance_add_chart:
 * @source: "balance", "map", "flow", "stages" or "hours"; another adds nothing
 * @caption: (nullable): what to print under it; its own title when blank
 * @written: (nullable): what it shows, for whoever cannot see it; its own sentence when blank
 */
void
eh_guidance_add_chart (EhGuidanceContext *self,
                       const char *source,
                       const char *caption,
                       const char *written)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_PRINT);
  EhChartDirection direction = eh_doc_builder_meta (self->builder)->rtl ? EH_CHART_RTL
                                                                        : EH_CHART_LTR;
  g_autoptr (EhChartLayout) layout = NULL;
  g_auto (GStrv) caveats = eh_sentence_caveats ();
  const EhFilter filter = { .guidance_id = self->about_id };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i].source, source) == 0)
      layout = charts[i].layout (self->dataset, &filter, theme, direction);
  if (layout != NULL && !eh_chart_layout_is_empty (layout)) {
    add_layout (self, layout, caption, written, caveats);
    add_caveats (self, caveats);
  } else if (layout != NULL && self->say_missing) {
    eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_CAUTION, NULL,
                            _ ("Too little has been recorded for a chart here."));
  }
}
