#pragma once

#include "eh-docx-text.h"

G_BEGIN_DECLS

GBytes *eh_docx_content_types (const EhDoc *doc);
GBytes *eh_docx_package_relations (const EhDoc *doc);
GBytes *eh_docx_document_relations (const EhDocx *docx, guint n_pictures);
GBytes *eh_docx_note_relations (const EhDocx *docx);
GBytes *eh_docx_footer (EhDocx *docx);
GBytes *eh_docx_cover_header (const EhDoc *doc);
GBytes *eh_docx_notes (EhDocx *docx);
GBytes *eh_docx_core_properties (const EhDoc *doc);
GBytes *eh_docx_program_properties (void);
GBytes *eh_docx_own_properties (const EhDoc *doc);

G_END_DECLS
