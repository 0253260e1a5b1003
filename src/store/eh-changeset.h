#pragma once

#include "eh-change.h"
#include "eh-db.h"

G_BEGIN_DECLS

/**
 * EhRecorder:
 *
 * Records what a connection does to the tracked tables while it exists (a session of SQLite's
 * session extension). One for each transaction.
 */
typedef struct sqlite3_session EhRecorder;

EhRecorder *eh_recorder_new (EhDb *db, GError **error);
void eh_recorder_free (EhRecorder *self);
GBytes *eh_recorder_finish (EhRecorder *self, EhDb *db, GError **error);

GBytes *eh_changeset_join (GBytes *first, GBytes *second, EhDb *db, GError **error);
gboolean eh_changeset_apply (EhDb *db, GBytes *changes, gboolean inverted, GError **error);
GArray *eh_changeset_list (GBytes *changes, gboolean inverted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRecorder, eh_recorder_free)

G_END_DECLS
