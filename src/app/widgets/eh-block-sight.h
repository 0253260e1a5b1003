#pragma once

#include "eh-block-row.h"

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_SIGHT (eh_block_sight_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockSight, eh_block_sight, EH, BLOCK_SIGHT, GObject)

EhBlockSight *eh_block_sight_new (GtkListBox *list);
void eh_block_sight_measure (EhBlockSight *self, EhBlockRow *row);
void eh_block_sight_show (EhBlockSight *self, EhBlockRow *row);
void eh_block_sight_update (EhBlockSight *self);

G_END_DECLS
