#pragma once

#include "eh-db.h"
#include "eh-recovery.h"

G_BEGIN_DECLS

gboolean eh_recovery_references_note (
    EhRecovery *result, EhDb *to, GHashTable *erased, GHashTable *lost, GError **error);
gboolean
eh_recovery_references_settle (EhRecovery *result, EhDb *to, GHashTable *erased, GError **error);

G_END_DECLS
