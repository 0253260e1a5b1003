#pragma once

#include "eh-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_FIELDS (eh_block_fields_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockFields, eh_block_fields, EH, BLOCK_FIELDS, GtkWidget)

GtkWidget *eh_block_fields_new (void);
void eh_block_fields_show (EhBlockFields *self, const EhBlock *block);
gboolean eh_block_fields_read (EhBlockFields *self, EhBlock *block);

G_END_DECLS
