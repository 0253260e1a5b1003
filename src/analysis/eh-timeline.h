#pragma once

#include "eh-crosstab.h"

G_BEGIN_DECLS

/**
 * EhTimeBand:
 * @title: of the activity
 * @start: minutes from the beginning of the first stretch; may be below 0
 * @minutes: how long it was planned to take
 *
 * An activity of the run sheet.
 */
typedef struct {
  char *title;
  int start;
  int minutes;
} EhTimeBand;

/**
 * EhTimeline:
 * @workshop: (nullable): title of the workshop
 * @minutes: length of a stretch
 * @n_stretches: how many there are: the first columns of @counts
 * @counts: role groups across stretches of time; the column "untimed" is what has no time, or one
 *   that is not of that day
 * @bands: (array length=n_bands): activities as planned, where the workshop has a beginning
 * @n_bands: how many
 *
 * When things were said at one workshop. Immutable.
 */
typedef struct {
  char *workshop;
  guint minutes;
  guint n_stretches;
  EhCrosstab *counts;
  EhTimeBand *bands;
  guint n_bands;
} EhTimeline;

EhTimeline *eh_timeline_alloc (EhCrosstab *counts, guint n_bands);
EhTimeline *eh_timeline_ref (EhTimeline *self);
void eh_timeline_unref (EhTimeline *self);
char *eh_timeline_clock (const EhTimeline *self, guint stretch);
EhFigure eh_timeline_untimed (const EhTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhTimeline, eh_timeline_unref)

G_END_DECLS
