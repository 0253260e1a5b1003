#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eh_text_clean (const char *text);
char *eh_text_clean_line (const char *text);
gboolean eh_text_is_blank (const char *text);
char *eh_text_fold (const char *text);
char *eh_text_slug (const char *text);
char *eh_text_initials (const char *name);
char *eh_text_first_name (const char *name);
char *eh_text_shorten (const char *text, guint max_chars);
char *eh_text_isolate (const char *text);
char *eh_text_join (GPtrArray *strings, const char *separator);
gboolean eh_set_str (char **place, const char *text);

G_END_DECLS
