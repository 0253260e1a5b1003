#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean eh_honour_erased (EhStore *store, GArray *ids, GError **error);

G_END_DECLS
