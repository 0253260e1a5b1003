#pragma once

#include "eh-block-list.h"

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_RANGE (eh_block_range_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockRange, eh_block_range, EH, BLOCK_RANGE, GObject)

EhBlockRange *eh_block_range_new (EhBlockList *blocks, EhGuidanceDoc *doc);
gboolean eh_block_range_is_on (EhBlockRange *self);
GArray *eh_block_range_get_ids (EhBlockRange *self);
gboolean eh_block_range_begin (EhBlockRange *self, EhId from, int by);
gboolean eh_block_range_reach (EhBlockRange *self, EhId from, EhId to);
gboolean eh_block_range_all (EhBlockRange *self);
void eh_block_range_end (EhBlockRange *self);
void eh_block_range_mark (EhBlockRange *self);
gboolean eh_block_range_remove (EhBlockRange *self);
gboolean eh_block_range_move (EhBlockRange *self, int by);
gboolean eh_block_range_key (EhBlockRange *self, guint keyval, GdkModifierType held);

G_END_DECLS
