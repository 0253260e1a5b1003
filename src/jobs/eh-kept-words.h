#pragma once

#include "eh-kept.h"

G_BEGIN_DECLS

char *eh_kept_words_when (const EhKept *kept);
const char *eh_kept_words_title (const EhKept *kept);
char *eh_kept_words_detail (const EhKept *kept);

G_END_DECLS
