#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eh_author_split (const char *author, char **family, char **given);
gboolean eh_author_is_others (const char *author);

G_END_DECLS
