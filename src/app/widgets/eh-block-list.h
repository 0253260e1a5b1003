#pragma once

#include "eh-block-row.h"
#include "eh-guidance-steps.h"

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_LIST (eh_block_list_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockList, eh_block_list, EH, BLOCK_LIST, GtkWidget)

GtkWidget *eh_block_list_new (EhGuidanceDoc *doc, GMenuModel *menu);
EhId eh_block_list_get_selected (EhBlockList *self);
struct _EhBlockRange *eh_block_list_get_range (EhBlockList *self);
EhBlockRow *eh_block_list_get_row (EhBlockList *self, EhId block_id);
void eh_block_list_measure_row (EhBlockList *self, EhBlockRow *row);
EhBlockText *eh_block_list_get_text_at_hand (EhBlockList *self);
void eh_block_list_go_to (EhBlockList *self, EhCaret caret);
void eh_block_list_bring_up (EhBlockList *self, EhId block_id);
void eh_block_list_show_words (EhBlockList *self, EhId block_id, gboolean detail, int from, int to);
void eh_block_list_flush (EhBlockList *self);
gboolean eh_block_list_is_whole (EhBlockList *self);

#define EH_TYPE_DRAGGED_INSIGHT (eh_dragged_insight_get_type ())
GType eh_dragged_insight_get_type (void);

G_END_DECLS
