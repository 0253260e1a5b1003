#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_USE_PANE (eh_use_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhUsePane, eh_use_pane, EH, USE_PANE, GtkWidget)

void eh_use_pane_set_doc (EhUsePane *self, EhGuidanceDoc *doc);
void eh_use_pane_set_block (EhUsePane *self, EhId block_id);

G_END_DECLS
