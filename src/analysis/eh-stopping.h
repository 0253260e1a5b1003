#pragma once

/* Private to analysis: counting that nobody waits for any more; see eh-stopping.c. */

#include <glib.h>

G_BEGIN_DECLS

gboolean eh_stopping (guint round);

G_END_DECLS
