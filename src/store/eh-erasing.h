#pragma once

#include "eh-connection.h"
#include "eh-redaction.h"
#include "eh-row.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

gboolean eh_erasing_forget_insights (EhDb *db, GArray *ids, GError **error);
gboolean eh_erasing_forget_name (EhDb *db, const char *name, GError **error);
gboolean eh_erasing_run (EhDb *db,
                         GArray *changes,
                         const char *name,
                         const EhRedaction *redaction,
                         gboolean *reached,
                         GError **error);
gboolean eh_erasing_forget (EhDb *db, GArray *ids, const EhRowType *type, GError **error);
gboolean eh_erasing_settle (EhDb *db, GError **error);

G_END_DECLS
