#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eh_latex_to_text (const char *latex);
char *eh_latex_from_text (const char *text);

G_END_DECLS
