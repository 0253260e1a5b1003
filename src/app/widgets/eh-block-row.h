#pragma once

#include "eh-workspace.h"

#include "eh-block-marks.h"
#include "eh-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_ROW (eh_block_row_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockRow, eh_block_row, EH, BLOCK_ROW, GtkListBoxRow)

GtkWidget *eh_block_row_new (EhWorkspace *workspace, const EhBlock *block);
EhId eh_block_row_get_id (EhBlockRow *self);
const EhBlock *eh_block_row_get_block (EhBlockRow *self);
void eh_block_row_update (EhBlockRow *self, const EhBlock *block, guint number);
void eh_block_row_focus (EhBlockRow *self);
EhBlockMarks *eh_block_row_get_marks (EhBlockRow *self);

G_END_DECLS
