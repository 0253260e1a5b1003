#pragma once

#include "eh-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean eh_integrity_counts_agree (EhDb *db, GError **error);
gboolean eh_integrity_indexes_agree (EhDb *db, GError **error);
gboolean eh_integrity_words_agree (const char *path);
GPtrArray *eh_integrity_faults (EhDb *db, GError **error);

G_END_DECLS
