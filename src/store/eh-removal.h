#pragma once

#include "eh-db.h"
#include "eh-row.h"

G_BEGIN_DECLS

gboolean eh_removal_run (EhDb *db, const EhRowType *type, EhId id, GError **error);

gboolean eh_removal_knows (const char *parent, const char *child, const char *column);
const EhRowType *eh_removal_parent (const EhRowType *child, const char *column, gboolean *goes_too);

G_END_DECLS
