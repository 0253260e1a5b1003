#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_PAGES_PANE (eh_pages_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhPagesPane, eh_pages_pane, EH, PAGES_PANE, GtkWidget)

GtkWidget *eh_pages_pane_new (gboolean full);
void eh_pages_pane_set_doc (EhPagesPane *self, EhGuidanceDoc *doc);
void eh_pages_pane_set_block (EhPagesPane *self, EhId block_id);

G_END_DECLS
