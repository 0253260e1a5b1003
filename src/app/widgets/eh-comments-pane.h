#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_COMMENTS_PANE (eh_comments_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhCommentsPane, eh_comments_pane, EH, COMMENTS_PANE, GtkWidget)

void eh_comments_pane_set_doc (EhCommentsPane *self, EhGuidanceDoc *doc);
void eh_comments_pane_set_block (EhCommentsPane *self, EhId block_id);

G_END_DECLS
