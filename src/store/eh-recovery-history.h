#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

gboolean eh_recovery_history_holds (EhDb *db, gboolean *holds, GError **error);

G_END_DECLS
