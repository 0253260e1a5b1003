#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

gboolean eh_recovery_merges_bring (EhDb *from, EhDb *to, gboolean *whole, GError **error);

G_END_DECLS
