#pragma once

#include <glib.h>

G_BEGIN_DECLS

void eh_stall_log_start (void);

G_END_DECLS
