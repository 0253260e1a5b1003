#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

/* What a paragraph begins. */
typedef enum {
  EH_ODT_BEGINS_NOTHING,
  EH_ODT_BEGINS_PAGE,
  EH_ODT_BEGINS_COVER,
} EhOdtBegins;

GBytes *eh_odt_content (const EhDoc *doc, GBytes *body, GPtrArray *keys, GHashTable *names);
GBytes *eh_odt_metadata (const EhDoc *doc);

G_END_DECLS
