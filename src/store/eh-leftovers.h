#pragma once

#include <glib.h>

G_BEGIN_DECLS

void eh_leftovers_sweep (const char *folder, const char *snapshot, const char *target);

G_END_DECLS
