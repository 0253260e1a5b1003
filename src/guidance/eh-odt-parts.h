#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

GBytes *eh_odt_content (const EhDoc *doc, GBytes *body, GPtrArray *keys, GHashTable *names);
GBytes *eh_odt_metadata (const EhDoc *doc);

G_END_DECLS
