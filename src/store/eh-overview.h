#pragma once

#include "eh-insight-query.h"

G_BEGIN_DECLS

/**
 * EhOverview:
 * @n_workshops: workshops
 * @n_people: participants
 * @n_insights: insights
 * @n_resources: resources
 * @n_recommendations: recommendations in all guidance
 * @n_blocks: blocks in all guidance
 * @n_unmapped: insights under no category
 * @n_unnamed: insights of nobody known
 * @n_untraced: recommendations that rest on no insight
 * @n_unused: insights that no block rests on
 * @n_no_consent: participants who were not asked whether they take part
 * @n_no_credit: participants who were not asked how they want to be named
 * @n_silent: participants with no insight
 * @n_untold: participants who are written to and were not told yet what became of what was said;
 * none as long as nothing was said at all
 * @n_told: times that somebody was told
 * @n_days_since: days since the last workshop that is over; 0 where there was none
 * @n_withdrawn: participants who withdrew
 * @n_needs_open: access needs asked for and not arranged yet
 * @n_needs_overdue: access needs past the date by which they should be deleted
 * @n_needs_soon: access needs that are deleted within the next days (%EH_OVERDUE_DAYS_AHEAD)
 * @n_needs_early: access needs that will be deleted before the last workshop
 * @n_needs_late: access needs still only asked for, on a day when they should have been booked for
 * a workshop to come
 * @n_promises_open: promises still to keep
 * @n_promises_overdue: of those, promises whose date has passed
 * @n_payments_waiting: payments claimed and not paid yet
 * @n_received_waiting: contributions from phones that wait for a nod
 *
 * Where a project stands, and what waits. Facilitators are among the participants.
 */
typedef struct {
  gint64 n_workshops;
  gint64 n_people;
  gint64 n_insights;
  gint64 n_resources;
  gint64 n_recommendations;
  gint64 n_blocks;
  gint64 n_unmapped;
  gint64 n_unnamed;
  gint64 n_untraced;
  gint64 n_unused;
  gint64 n_no_consent;
  gint64 n_no_credit;
  gint64 n_silent;
  gint64 n_untold;
  gint64 n_told;
  gint64 n_days_since;
  gint64 n_withdrawn;
  gint64 n_needs_open;
  gint64 n_needs_overdue;
  gint64 n_needs_soon;
  gint64 n_needs_early;
  gint64 n_needs_late;
  gint64 n_promises_open;
  gint64 n_promises_overdue;
  gint64 n_payments_waiting;
  gint64 n_received_waiting;
} EhOverview;

void eh_overview_load (EhDb *db, EhOverview *self);
EhId eh_overview_workshop (EhDb *db, const char *filter);

G_END_DECLS
