#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean eh_versions_wipe_insights (EhStore *store, GArray *insight_ids, GError **error);
gboolean eh_versions_wipe_person (EhStore *store,
                                  const EhParticipant *person,
                                  gboolean words_too,
                                  GError **error);

G_END_DECLS
