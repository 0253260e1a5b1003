#pragma once

#include "eh-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean eh_snapshot_write (EhDb *db, const char *where, GError **error);
gboolean eh_snapshot_write_of_file (const char *path, const char *where, GError **error);

G_END_DECLS
