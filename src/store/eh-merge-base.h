#pragma once

#include "eh-connection.h"

G_BEGIN_DECLS

gboolean
eh_merge_base_find (EhDb *ours, EhDb *theirs, gboolean related, EhDb **base, GError **error);

G_END_DECLS
