#pragma once

#include "eh-block.h"

G_BEGIN_DECLS

GPtrArray *eh_pasted_html (const char *html);
GPtrArray *eh_pasted_text (const char *text);

G_END_DECLS
