#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_GUIDANCE_SIDE (eh_guidance_side_get_type ())
G_DECLARE_FINAL_TYPE (EhGuidanceSide, eh_guidance_side, EH, GUIDANCE_SIDE, GtkWidget)

void eh_guidance_side_set_doc (EhGuidanceSide *self, EhGuidanceDoc *doc);
void eh_guidance_side_set_block (EhGuidanceSide *self, EhId block_id);
void eh_guidance_side_show (EhGuidanceSide *self, const char *name, gboolean focus);

G_END_DECLS
