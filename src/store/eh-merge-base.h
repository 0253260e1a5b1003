#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

EhDb *eh_merge_base_new (EhDb *ours, EhDb *theirs, GError **error);

G_END_DECLS
