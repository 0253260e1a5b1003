#pragma once

#include "eh-connection.h"
#include "eh-id.h"

G_BEGIN_DECLS

GHashTable *eh_category_use_load (EhDb *db);
guint eh_category_use_of (GHashTable *use, EhId category_id);
void eh_category_use_add (GHashTable *use, EhId category_id, int n);

G_END_DECLS
