#pragma once

#include "eh-db.h"
#include "eh-received.h"

G_BEGIN_DECLS

gboolean eh_received_wipe (EhDb *db, EhId id, gboolean unsettled, GError **error);
gboolean eh_received_wipe_of_insight (EhDb *db, EhId insight_id, GError **error);
gboolean eh_received_wipe_of_person (EhDb *db, EhId participant_id, GError **error);
gboolean eh_received_unname (
    EhDb *db, EhId participant_id, EhId nameless, EhId role_group_id, GError **error);
guint eh_received_count_of_person (EhDb *db, EhId participant_id);
GPtrArray *eh_received_union (EhDb *ours, EhDb *theirs, GError **error);
gboolean eh_received_put_union (EhDb *db, GPtrArray *rows, GError **error);

G_END_DECLS
