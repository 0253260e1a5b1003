#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

/* What eh-store-work.c needs of a store and nobody else. */
void eh_store_set_busy (EhStore *self, gboolean busy);
void eh_store_follow (EhStore *self, GArray *changes, gboolean received);

G_END_DECLS
