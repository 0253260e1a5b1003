#pragma once

#include "eh-store.h"
#include "eh-told.h"

G_BEGIN_DECLS

gboolean eh_tolds_mark (EhStore *store, GPtrArray *rows, GError **error);
gboolean eh_tolds_take_back (EhStore *store, EhId id, GError **error);

G_END_DECLS
