#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

/* The lists of a document: 1 is the list with bullets, those with numbers follow. */
#define EH_DOCX_BULLETS 1

GBytes *eh_docx_styles (const EhDoc *doc);
GBytes *eh_docx_numbering (guint n_numbered);
GBytes *eh_docx_settings (const EhDoc *doc);
GBytes *eh_docx_fonts (void);

G_END_DECLS
