#pragma once

#include "eh-doc-work.h"
#include "eh-doc.h"

G_BEGIN_DECLS

/* Of each page, in points: A4. */
#define EH_DOC_PAGE_WIDTH  595.28
#define EH_DOC_PAGE_HEIGHT 841.89

GHashTable *eh_doc_page_numbers (const EhDoc *doc, const EhDocWork *work, GError **error);

G_END_DECLS
