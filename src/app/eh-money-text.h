#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eh_money_text (gint64 amount, const char *currency);

G_END_DECLS
