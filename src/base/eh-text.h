#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NN_:
 * @one: a message for a count of one
 * @many: the same for other counts
 *
 * Marks a message and its plural for the catalogues where a table or an argument holds the two, to
 * be given to g_dngettext() later.
 */
#define NN_(one, many) one, many

char *eh_text_clean (const char *text);
char *eh_text_clean_line (const char *text);
gboolean eh_text_is_blank (const char *text);
char *eh_text_fold (const char *text);
char **eh_text_words (const char *text);
gboolean eh_text_has_words (const char *folded, char *const *words);
char *eh_text_unescape (const char *escaped);
char *eh_text_slug (const char *text);
char *eh_text_initials (const char *name);
char *eh_text_first_name (const char *name);
char *eh_text_shorten (const char *text, guint max_chars);
char *eh_text_isolate (const char *text);
char *eh_text_join (GPtrArray *strings, const char *separator);
gboolean eh_set_str (char **place, const char *text);

G_END_DECLS
