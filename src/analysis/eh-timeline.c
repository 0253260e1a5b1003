/* When things were said at one workshop, by role group, beside its run sheet.
 *
 * The time is cut into stretches of 1, 2, 5, 10 ... minutes, as short as there is room for; they
 * begin where the clock's do. What has no time, or one that is not of that day, is counted apart.
 */

#include "eh-timeline.h"

#include "eh-measures.h"
#include "eh-placements.h"
#include "eh-schedule.h"
#include "eh-timeline-private.h"

#define MINUTE 60
#define DAY    (24 * 60 * MINUTE)

/**
 * eh_timeline_alloc:
 * @counts: (transfer full): role groups across stretches of time
 * @n_bands: how many activities
 *
 * Returns: (transfer full): a timeline, for whoever makes one
 */
EhTimeline *
eh_timeline_alloc (EhCrosstab *counts, guint n_bands)
{
  EhTimeline *self = g_atomic_rc_box_new0 (EhTimeline);

  self->counts = counts;
  self->bands = g_new0 (EhTimeBand, n_bands + 1);
  self->n_bands = n_bands;
  return self;
}

/**
 * eh_timeline_ref:
 * @self: a timeline
 *
 * Returns: (transfer full): @self
 */
EhTimeline *
eh_timeline_ref (EhTimeline *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_timeline_clear (gpointer data)
{
  EhTimeline *self = data;

  for (guint i = 0; i < self->n_bands; i++)
    g_free (self->bands[i].title);
  g_free (self->bands);
  g_free (self->workshop);
  eh_crosstab_unref (self->counts);
}

/**
 * eh_timeline_unref:
 * @self: (transfer full): a timeline
 */
void
eh_timeline_unref (EhTimeline *self)
{
  g_atomic_rc_box_release_full (self, eh_timeline_clear);
}

/**
 * eh_timeline_untimed:
 * @self: a timeline
 *
 * Returns: insights with no time
 */
EhFigure
eh_timeline_untimed (const EhTimeline *self)
{
  for (guint j = self->n_stretches; j < self->counts->n_columns; j++)
    if (self->counts->columns[j].kind == EH_LINE_UNNAMED)
      return self->counts->columns[j].total;
  return eh_figure_known (0);
}

/**
 * eh_timeline_clock:
 * @self: a timeline
 * @stretch: which stretch; the number of stretches for the end of the last
 *
 * Returns: (transfer full): when it begins: "14:05"
 */
char *
eh_timeline_clock (const EhTimeline *self, guint stretch)
{
  gint64 at = self->counts->column_axis.start + (gint64) stretch * self->minutes * MINUTE;
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (at);

  return g_date_time_format (when, "%H:%M");
}

/* When the workshop began, in seconds since 1970, where it is fixed; 0 where not. */
static gint64
beginning_of (const EhWorkshop *workshop)
{
  gint64 minute = eh_schedule_minute_of (workshop->start_time);
  g_autofree char *text = g_strdup_printf ("%sT00:00:00", workshop->date);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, zone);
  g_autoptr (GDateTime) begin = NULL;

  if (day == NULL || minute < 0)
    return 0;
  begin = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day), (int) (minute / 60),
                           (int) (minute % 60), 0);
  return begin != NULL ? g_date_time_to_unix (begin) : 0;
}

/* The last workshop at which something has a time; else the last one. */
static const EhWorkshop *
usual_workshop (EhDataset *dataset)
{
  g_autoptr (GHashTable) timed = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *rows = dataset->workshops;

  for (guint i = 0; i < dataset->insights->len; i++) {
    EhInsight *insight = dataset->insights->pdata[i];

    if (insight->said_at != 0)
      g_hash_table_add (timed, &insight->workshop_id);
  }
  for (guint i = rows->len; i > 0; i--)
    if (g_hash_table_contains (timed, rows->pdata[i - 1]))
      return rows->pdata[i - 1];
  return rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;
}

/* From when to when there is something to show. */
typedef struct {
  gint64 begin;
  gint64 first;
  gint64 last;
} Span;

static void
stretch (Span *span, gint64 at)
{
  if (span->first == 0 || at < span->first)
    span->first = at;
  span->last = MAX (span->last, at);
}

static Span
find_span (EhDataset *dataset, const EhWorkshop *workshop)
{
  Span span = { .begin = beginning_of (workshop) };
  gint64 around = span.begin;
  gint64 length = 0;

  for (guint i = 0; i < dataset->insights->len; i++) {
    EhInsight *insight = dataset->insights->pdata[i];

    if (insight->workshop_id != workshop->id || insight->said_at == 0)
      continue;
    if (around == 0)
      around = insight->said_at;
    /* Typed up days later, it says nothing of when it was said. */
    if (ABS (insight->said_at - around) < DAY / 2)
      stretch (&span, insight->said_at);
  }
  if (span.begin == 0 || span.first == 0)
    return span;
  for (guint i = 0; i < dataset->activities->len; i++) {
    EhActivity *activity = dataset->activities->pdata[i];

    if (activity->workshop_id == workshop->id)
      length += activity->minutes;
  }
  stretch (&span, span.begin);
  stretch (&span, span.begin + MIN (length * MINUTE, DAY / 2) - 1);
  return span;
}

/* Stretches of the shortest usual length of which there are at most so many. */
static EhAxis
cut (Span span, guint most)
{
  static const guint lengths[] = { 1, 2, 5, 10, 15, 20, 30, 60, 120, 240 };
  EhAxis axis = { .kind = EH_AXIS_TIME, .minutes = 1, .start = span.first };

  for (guint i = 0; i < G_N_ELEMENTS (lengths) && span.first != 0; i++) {
    g_autoptr (GDateTime) first = g_date_time_new_from_unix_local (span.first);
    gint64 into = ((gint64) g_date_time_get_hour (first) * 60 + g_date_time_get_minute (first)) %
                      lengths[i] * MINUTE +
                  g_date_time_get_second (first);

    axis.minutes = lengths[i];
    axis.start = span.first - into;
    axis.most = (guint) ((span.last - axis.start) / (lengths[i] * MINUTE)) + 1;
    if (axis.most <= most)
      break;
  }
  return axis;
}

static void
add_bands (
    EhTimeline *self, EhDataset *dataset, const EhWorkshop *workshop, gint64 begin, gint64 start)
{
  int at = (int) ((begin - start) / MINUTE);

  for (guint i = 0; begin != 0 && i < dataset->activities->len; i++) {
    const EhActivity *activity = dataset->activities->pdata[i];

    if (activity->workshop_id != workshop->id || activity->minutes <= 0)
      continue;
    self->bands[self->n_bands++] = (EhTimeBand){ g_strdup (activity->title), at,
                                                 (int) activity->minutes };
    at += (int) activity->minutes;
  }
}

/**
 * eh_timeline_plan:
 * @dataset: a frozen dataset
 * @filter: (inout): what to look at; its workshop is set where it names none
 * @most: how many stretches of time there may be
 * @axis: (out): these
 *
 * Returns: (transfer full): a timeline with no counts yet
 */
EhTimeline *
eh_timeline_plan (EhDataset *dataset, EhFilter *filter, guint most, EhAxis *axis)
{
  const EhWorkshop *workshop = filter->workshop_id != EH_ID_NONE
                                   ? eh_dataset_workshop (dataset, filter->workshop_id)
                                   : usual_workshop (dataset);
  EhTimeline *self = eh_timeline_alloc (NULL, dataset->activities->len);
  Span span = { 0 };

  self->n_bands = 0;
  if (workshop != NULL) {
    filter->workshop_id = workshop->id;
    self->workshop = g_strdup (workshop->title);
    span = find_span (dataset, workshop);
  }
  *axis = cut (span, most);
  self->minutes = axis->minutes;
  self->n_stretches = axis->most;
  if (workshop != NULL && span.first != 0)
    add_bands (self, dataset, workshop, span.begin, axis->start);
  return self;
}

/**
 * eh_timeline_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at; without a workshop the last one at which something has a
 *   time
 *
 * Returns: (transfer full): the timeline, exact, for the team's own view
 */
EhTimeline *
eh_timeline_new (EhDataset *dataset, const EhFilter *filter)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  EhFilter narrow = filter != NULL ? *filter : (EhFilter){ 0 };
  EhAxis axis;
  EhTimeline *self = eh_timeline_plan (dataset, &narrow, EH_TIMELINE_TEAM, &axis);

  self->counts = eh_crosstab_new (dataset, groups, axis, &narrow);
  return self;
}
