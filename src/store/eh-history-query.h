#pragma once

/* Looking through the history, which may have a hundred thousand steps: their numbers are found in
 * a worker, and a step is read when somebody looks at it. */

#include "eh-history.h"

G_BEGIN_DECLS

/**
 * EhHistoryMatch:
 * @step: a step, without the tables that it touched
 * @data: what eh_history_find() was given
 *
 * Returns: whether it is wanted
 */
typedef gboolean (*EhHistoryMatch) (const EhHistoryStep *step, gpointer data);

/**
 * EhHistoryQuery:
 * @who: (nullable): by whom, or on which computer where nobody gave a name
 * @tables: steps that touched one of these, a bit each in the order of eh_history_types(); 0 for
 * all
 * @since: not before then, in seconds since 1970
 * @until: before then
 * @match: (nullable): what else is asked
 * @data: for @match
 *
 * Which steps; all zeros but @until, which is %G_MAXINT64, for every one.
 */
typedef struct {
  char *who;
  guint64 tables;
  gint64 since;
  gint64 until;
  EhHistoryMatch match;
  gpointer data;
} EhHistoryQuery;

GArray *eh_history_find (EhDb *db, const EhHistoryQuery *query, GError **error);
EhHistoryStep *eh_history_get (EhDb *db, gint64 seq);
guint eh_history_distance (EhDb *db, const EhHistoryStep *step);
gint64 eh_history_last_erasing (EhDb *db);
GPtrArray *eh_history_people (EhDb *db, GError **error);
gboolean eh_history_tables (EhDb *db, guint64 *tables, GError **error);

G_END_DECLS
