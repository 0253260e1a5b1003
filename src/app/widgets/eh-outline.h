#pragma once

#include "eh-guidance-steps.h"

G_BEGIN_DECLS

#define EH_TYPE_OUTLINE (eh_outline_get_type ())
G_DECLARE_FINAL_TYPE (EhOutline, eh_outline, EH, OUTLINE, GtkWidget)

GtkWidget *eh_outline_new (void);
void eh_outline_set_doc (EhOutline *self, EhGuidanceDoc *doc);
void eh_outline_show_block (EhOutline *self, EhId block_id);
EhId eh_outline_get_moved_before (GPtrArray *blocks, guint index, int by);

G_END_DECLS
