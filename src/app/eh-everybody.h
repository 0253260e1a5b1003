#pragma once

/* app: the window. May include every layer below and GTK, but not SQLite. */

#include "eh-store.h"

G_BEGIN_DECLS

#define EH_TYPE_EVERYBODY (eh_everybody_get_type ())
G_DECLARE_FINAL_TYPE (EhEverybody, eh_everybody, EH, EVERYBODY, GObject)

EhEverybody *eh_everybody_new (EhStore *store);
GPtrArray *eh_everybody_get (EhEverybody *self);
void eh_everybody_follow (EhEverybody *self, GArray *changes);

G_END_DECLS
