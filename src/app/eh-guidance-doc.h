#pragma once

#include "eh-guidance-use.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_GUIDANCE_DOC (eh_guidance_doc_get_type ())
G_DECLARE_FINAL_TYPE (EhGuidanceDoc, eh_guidance_doc, EH, GUIDANCE_DOC, GObject)

EhGuidanceDoc *eh_guidance_doc_new (EhWorkspace *workspace);
EhWorkspace *eh_guidance_doc_get_workspace (EhGuidanceDoc *self);
void eh_guidance_doc_choose (EhGuidanceDoc *self, EhId guidance_id);
GPtrArray *eh_guidance_doc_get_all (EhGuidanceDoc *self);
const EhGuidance *eh_guidance_doc_get_guidance (EhGuidanceDoc *self);
GPtrArray *eh_guidance_doc_get_blocks (EhGuidanceDoc *self);
guint eh_guidance_doc_index_of (EhGuidanceDoc *self, EhId block_id);
const EhBlock *eh_guidance_doc_get_block (EhGuidanceDoc *self, EhId block_id);
const EhBehind *eh_guidance_doc_get_behind (EhGuidanceDoc *self, EhId block_id);
guint eh_guidance_doc_get_number (EhGuidanceDoc *self, EhId block_id);
guint eh_guidance_doc_get_serial (EhGuidanceDoc *self);
char *eh_guidance_doc_say_groups (EhGuidanceDoc *self, EhId block_id);

G_END_DECLS
