/* What the Map place knows of each chart: its name in plain words, what narrows it, how it is laid
 * out, what to do where it has nothing to show, and which insights are behind a mark. */

#include "eh-map-chart.h"

#include "eh-chart-agreement.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-map.h"
#include "eh-chart-people.h"
#include "eh-chart-stages.h"
#include "eh-chart-time.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define ALL_FILTERS                                                                                \
  (EH_MAP_FILTER_WORKSHOP | EH_MAP_FILTER_GROUP | EH_MAP_FILTER_KIND | EH_MAP_FILTER_CATEGORY)

static const struct {
  const char *key;
  const char *label;
  EhMapFilterFlags filters;
  int job; /* EhJobChartKind; -1 for what never leaves the team */
  const char *step;
  const char *action;
} charts[EH_MAP_CHART_N_VALUES] = {
  [EH_MAP_CHART_BALANCE] = { "balance", N_ ("From room to guidance"), ALL_FILTERS,
                             EH_JOB_CHART_BALANCE, N_ ("Add People"), "win.place-people" },
  [EH_MAP_CHART_MAP] = { "map", N_ ("Who spoke about what"), ALL_FILTERS | EH_MAP_FILTER_LENS,
                         EH_JOB_CHART_MAP, N_ ("Sort Insights"), "win.sort-insights" },
  [EH_MAP_CHART_FLOW] = { "flow", N_ ("Where words went"), ALL_FILTERS | EH_MAP_FILTER_LENS,
                          EH_JOB_CHART_FLOW, N_ ("Add Insights"), "win.place-insights" },
  [EH_MAP_CHART_TIME] = { "time", N_ ("Over time"), ALL_FILTERS, EH_JOB_CHART_TIME,
                          N_ ("Plan a Workshop"), "win.place-workshops" },
  [EH_MAP_CHART_PEOPLE] = { "people", N_ ("Each person"), ALL_FILTERS, -1, N_ ("Add People"),
                            "win.place-people" },
  [EH_MAP_CHART_STAGES] = { "stages", N_ ("How early"), 0, EH_JOB_CHART_STAGES,
                            N_ ("Say When in the Work"), "win.place-workshops" },
  [EH_MAP_CHART_HOURS] = { "hours", N_ ("Hours and money"), EH_MAP_FILTER_WORKSHOP,
                           EH_JOB_CHART_HOURS, N_ ("Record Payments"), "win.place-people" },
  [EH_MAP_CHART_AGREEMENT] = { "agreement", N_ ("Do we sort alike?"),
                               ALL_FILTERS | EH_MAP_FILTER_LENS, EH_JOB_CHART_AGREEMENT,
                               N_ ("Sort Insights"), "win.sort-insights" },
};

/**
 * eh_map_chart_key:
 * @chart: a chart
 *
 * Returns: (transfer none): its name in settings and files
 */
const char *
eh_map_chart_key (EhMapChart chart)
{
  g_return_val_if_fail (chart < EH_MAP_CHART_N_VALUES, NULL);
  return charts[chart].key;
}

/**
 * eh_map_chart_from_key:
 * @key: as eh_map_chart_key() gives
 * @chart: (out): the chart
 *
 * Returns: whether there is such a chart
 */
gboolean
eh_map_chart_from_key (const char *key, EhMapChart *chart)
{
  for (guint i = 0; i < EH_MAP_CHART_N_VALUES; i++)
    if (g_strcmp0 (key, charts[i].key) == 0) {
      *chart = (EhMapChart) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * eh_map_chart_label:
 * @chart: a chart
 *
 * Returns: (transfer none): what it answers, in plain words
 */
const char *
eh_map_chart_label (EhMapChart chart)
{
  g_return_val_if_fail (chart < EH_MAP_CHART_N_VALUES, NULL);
  return _ (charts[chart].label);
}

/**
 * eh_map_chart_filters:
 * @chart: a chart
 * @audience: for whom it is drawn
 *
 * Returns: what narrows it. What is shared is shared of all groups together, because group by group
 *   one chart would give away what another withholds; only the balance knows what to leave out.
 */
EhMapFilterFlags
eh_map_chart_filters (EhMapChart chart, EhAudience audience)
{
  g_return_val_if_fail (chart < EH_MAP_CHART_N_VALUES, 0);
  if (audience == EH_AUDIENCE_PUBLIC && chart != EH_MAP_CHART_BALANCE)
    return charts[chart].filters & ~(EhMapFilterFlags) EH_MAP_FILTER_GROUP;
  return charts[chart].filters;
}

/**
 * eh_map_chart_to_job:
 * @chart: a chart
 * @kind: (out): what makes a file of it
 *
 * Returns: whether it may leave the team at all
 */
gboolean
eh_map_chart_to_job (EhMapChart chart, EhJobChartKind *kind)
{
  g_return_val_if_fail (chart < EH_MAP_CHART_N_VALUES, FALSE);
  if (charts[chart].job < 0)
    return FALSE;
  *kind = (EhJobChartKind) charts[chart].job;
  return TRUE;
}

/**
 * eh_map_chart_first_step:
 * @chart: a chart with nothing to show
 * @action: (out): the window's action that leads to what is missing
 *
 * Returns: (transfer none): what to do first, for a button
 */
const char *
eh_map_chart_first_step (EhMapChart chart, const char **action)
{
  g_return_val_if_fail (chart < EH_MAP_CHART_N_VALUES, NULL);
  *action = charts[chart].action;
  return _ (charts[chart].step);
}

/**
 * eh_map_chart_lay_out:
 * @data: an #EhMapData
 * @theme: colours and text sizes
 * @width: CSS pixels
 * @height: CSS pixels, as a wish
 * @direction: of the text
 *
 * An #EhChartLayouter of the chart that was asked for.
 *
 * Returns: (transfer full): the chart laid out
 */
EhChartLayout *
eh_map_chart_lay_out (gpointer data,
                      const EhChartTheme *theme,
                      double width,
                      double height,
                      EhChartDirection direction)
{
  const EhMapData *self = data;

  if (self->crosstab != NULL)
    return eh_chart_map_layout (self->crosstab, theme, width, height, direction, EH_CHART_BARE,
                                NULL);
  if (self->flow != NULL)
    return eh_chart_flow_layout (self->flow, theme, width, height, direction, EH_CHART_BARE, NULL);
  if (self->timeline != NULL)
    return eh_chart_time_layout (self->timeline, theme, width, height, direction, EH_CHART_BARE,
                                 NULL);
  if (self->people != NULL)
    return eh_chart_people_layout (self->people, EH_PEOPLE_INSIGHTS, theme, width, height,
                                   direction, EH_CHART_BARE, NULL);
  if (self->stages != NULL)
    return eh_chart_stages_layout (self->stages, theme, width, height, direction, EH_CHART_BARE,
                                   NULL);
  if (self->hours != NULL)
    return eh_chart_hours_layout (self->hours, theme, width, height, direction, EH_CHART_BARE,
                                  NULL);
  if (self->agreement != NULL)
    return eh_chart_agreement_layout (self->agreement, theme, width, height, direction,
                                      EH_CHART_BARE, NULL);
  return eh_chart_balance_layout (self->balance, theme, width, height, direction, EH_CHART_BARE,
                                  NULL);
}

/* ---- What is behind a mark ---- */

/* The Insights place has a control for categories of the project's own framework; one of another
 * framework, or a second one, is named beside it. */
static void
apply_category (EhInsightQuery *query, const EhMapData *data, EhId framework_id, EhId id)
{
  gboolean home = framework_id == EH_ID_NONE || framework_id == data->home_id;

  if (home && query->category_id == EH_ID_NONE)
    query->category_id = id;
  else if (id != query->category_id)
    query->other_category_id = id;
}

static void
apply_unsorted (EhInsightQuery *query, const EhMapData *data, const EhAxis *axis)
{
  query->unused |= axis->kind == EH_AXIS_RECOMMENDATION;
  if (axis->kind != EH_AXIS_CATEGORY || axis->parent_id != EH_ID_NONE)
    return;
  if (data->one_framework)
    query->unmapped = TRUE;
  else
    query->outside_id = axis->framework_id;
}

static void
apply_line (EhInsightQuery *query,
            const EhMapData *data,
            const EhAxis *axis,
            const EhCrosstabLine *line,
            guint index)
{
  if (line->kind == EH_LINE_UNSORTED) {
    apply_unsorted (query, data, axis);
    return;
  }
  switch (axis->kind) {
  case EH_AXIS_ROLE_GROUP:
    query->role_group_id = line->id;
    query->unnamed = line->kind == EH_LINE_UNNAMED;
    break;
  case EH_AXIS_CATEGORY:
    apply_category (query, data, axis->framework_id, line->id);
    break;
  case EH_AXIS_WORKSHOP:
    query->workshop_id = line->id;
    break;
  case EH_AXIS_KIND:
    query->has_kind = TRUE;
    query->kind = (EhInsightKind) line->id;
    break;
  case EH_AXIS_LEVEL:
    query->has_level = TRUE;
    query->level = (EhInsightLevel) line->id;
    break;
  case EH_AXIS_RECOMMENDATION:
    query->block_id = line->id;
    break;
  case EH_AXIS_TIME:
    if (line->kind == EH_LINE_PLAIN) {
      query->said_from = axis->start + (gint64) index * axis->minutes * 60;
      query->said_until = query->said_from + (gint64) axis->minutes * 60;
    }
    break;
  case EH_AXIS_ROLE: /* people's own words; the other way of sorting says what it can */
  case EH_AXIS_STAGE:
  case EH_AXIS_N_VALUES:
  default:
    break;
  }
}

static int
line_with (const EhCrosstabLine *lines, guint n_lines, const char *key)
{
  for (guint i = 0; i < n_lines; i++)
    if (g_strcmp0 (lines[i].key, key) == 0)
      return (int) i;
  return -1;
}

/* Whether both keys, or the one that there is, are this table's. */
static gboolean
apply_crosstab (EhInsightQuery *query,
                const EhMapData *data,
                const EhCrosstab *table,
                const char *row,
                const char *column)
{
  int i = line_with (table->rows, table->n_rows, row);
  int j = line_with (table->columns, table->n_columns, column);

  if ((row != NULL && i < 0) || (column != NULL && j < 0))
    return FALSE;
  if (i >= 0)
    apply_line (query, data, &table->row_axis, &table->rows[i], (guint) i);
  if (j >= 0)
    apply_line (query, data, &table->column_axis, &table->columns[j], (guint) j);
  return TRUE;
}

/* A mark of the flow is a ribbon of either half, or all of a group, category or recommendation. */
static void
apply_flow (EhInsightQuery *query, const EhMapData *data, const EhChartMark *mark)
{
  const char *to = g_strcmp0 (mark->column_key, "all") == 0 ? NULL : mark->column_key;

  if (to != NULL) {
    if (!apply_crosstab (query, data, data->flow->given, mark->row_key, to))
      apply_crosstab (query, data, data->flow->used, mark->row_key, to);
  } else if (!apply_crosstab (query, data, data->flow->given, mark->row_key, NULL) &&
             !apply_crosstab (query, data, data->flow->used, mark->row_key, NULL)) {
    apply_crosstab (query, data, data->flow->used, NULL, mark->row_key);
  }
}

static EhId
category_with (const EhCoderAgreement *agreement, const char *key)
{
  for (guint i = 0; i < agreement->n_categories; i++)
    if (g_strcmp0 (agreement->categories[i].key, key) == 0)
      return agreement->categories[i].id;
  return EH_ID_NONE;
}

static void
apply_filter (EhInsightQuery *query, const EhMapData *data)
{
  const EhMapChoice *choice = &data->choice;
  EhMapFilterFlags filters = eh_map_chart_filters (choice->chart, choice->audience);

  if ((filters & EH_MAP_FILTER_WORKSHOP) != 0)
    query->workshop_id = choice->filter.workshop_id;
  if ((filters & EH_MAP_FILTER_GROUP) != 0)
    query->role_group_id = choice->filter.role_group_id;
  if ((filters & EH_MAP_FILTER_CATEGORY) != 0 && choice->filter.category_id != EH_ID_NONE)
    apply_category (query, data, choice->filter.lens_id, choice->filter.category_id);
  if ((filters & EH_MAP_FILTER_KIND) != 0 && choice->filter.by_kind) {
    query->has_kind = TRUE;
    query->kind = (EhInsightKind) choice->filter.kind;
  }
}

/**
 * eh_map_chart_query:
 * @data: what is shown
 * @mark: a mark of its layout
 *
 * Returns: (transfer full): the insights behind the mark, within what the chart was narrowed to
 */
EhInsightQuery *
eh_map_chart_query (const EhMapData *data, const EhChartMark *mark)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  apply_filter (query, data);
  if (data->crosstab != NULL) {
    apply_crosstab (query, data, data->crosstab, mark->row_key, mark->column_key);
  } else if (data->flow != NULL) {
    apply_flow (query, data, mark);
  } else if (data->timeline != NULL) {
    apply_crosstab (query, data, data->timeline->counts, mark->row_key, mark->column_key);
  } else if (data->people != NULL) {
    query->participant_id = eh_id_from_string (mark->row_key);
  } else if (data->stages != NULL) {
    apply_crosstab (query, data, data->stages->people, mark->row_key, NULL);
  } else if (data->hours != NULL) {
    apply_crosstab (query, data, data->hours->hours, mark->row_key, NULL);
  } else if (data->agreement != NULL) {
    EhId category = category_with (data->agreement, mark->row_key);

    if (category != EH_ID_NONE)
      apply_category (query, data, data->choice.filter.lens_id, category);
  } else {
    const EhBalanceGroup *group = mark->row_key != NULL
                                      ? eh_balance_find (data->balance, mark->row_key)
                                      : NULL;

    query->role_group_id = group != NULL ? group->id : query->role_group_id;
  }
  return g_steal_pointer (&query);
}
