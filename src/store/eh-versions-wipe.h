#pragma once

#include "eh-participant.h"
#include "eh-store.h"

G_BEGIN_DECLS

gboolean eh_versions_wipe_person (EhStore *store,
                                  const EhParticipant *person,
                                  gboolean words_too,
                                  GError **error);

G_END_DECLS
