#pragma once

/* Private to analysis: words that say nothing of what a sentence is about; see eh-small-words.c. */

#include <glib.h>

G_BEGIN_DECLS

gboolean eh_is_small_word (const char *folded);

G_END_DECLS
