#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eh_plural_evaluate (const char *expression, gulong n, gulong *form);

G_END_DECLS
