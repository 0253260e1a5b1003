#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

GHashTable *eh_doc_page_numbers (const EhDoc *doc);

G_END_DECLS
