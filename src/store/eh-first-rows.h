#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

gboolean eh_first_rows_put_project (EhDb *db, const char *title, GError **error);
gboolean eh_first_rows_put_copy (EhDb *db, GError **error);

G_END_DECLS
