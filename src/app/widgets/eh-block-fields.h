#pragma once

#include "eh-block.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_FIELDS (eh_block_fields_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockFields, eh_block_fields, EH, BLOCK_FIELDS, GtkWidget)

GtkWidget *eh_block_fields_new (EhWorkspace *workspace, EhBlockKind kind);
void eh_block_fields_show (EhBlockFields *self, const EhBlock *block);
void eh_block_fields_ask_about (EhBlockFields *self);
gboolean eh_block_fields_read (EhBlockFields *self, EhBlock *block);

G_END_DECLS
