#pragma once

#include "eh-connection.h"

G_BEGIN_DECLS

gboolean eh_upgrade_check (EhDb *db, gboolean *is_older, GError **error);
gboolean eh_upgrade_run (EhDb *db, GError **error);
gboolean eh_upgrade_with_backup (EhDb *db, gboolean *upgraded, GError **error);
EhDb *eh_upgrade_in_memory (EhDb *db, GError **error);

G_END_DECLS
