#pragma once

#include "eh-block-marks.h"
#include "eh-block-text.h"
#include "eh-guidance-doc.h"
#include "eh-kept-room.h"

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_ROW (eh_block_row_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockRow, eh_block_row, EH, BLOCK_ROW, GtkListBoxRow)

GtkWidget *eh_block_row_new (EhGuidanceDoc *doc, const EhBlock *block);
EhId eh_block_row_get_id (EhBlockRow *self);
const EhBlock *eh_block_row_get_block (EhBlockRow *self);
gboolean eh_block_row_fits (EhBlockRow *self, const EhBlock *block);
gboolean eh_block_row_update (EhBlockRow *self, const EhBlock *block, guint number);
void eh_block_row_refresh (EhBlockRow *self);
void eh_block_row_focus (EhBlockRow *self);
gboolean eh_block_row_write_at (EhBlockRow *self, int offset);
void eh_block_row_set_state (EhBlockRow *self, EhRoomState state);
EhRoomState eh_block_row_get_state (EhBlockRow *self);
void eh_block_row_ask_about (EhBlockRow *self);
void eh_block_row_set_figure_words (EhBlockRow *self, const char *says);
gboolean eh_block_row_is_settled (EhBlockRow *self);
EhBlockText *eh_block_row_get_text (EhBlockRow *self);
EhBlockText *eh_block_row_get_text_at_hand (EhBlockRow *self);
GtkBox *eh_block_row_get_gutter (EhBlockRow *self);
EhBlockMarks *eh_block_row_get_marks (EhBlockRow *self);

G_END_DECLS
