#pragma once

#include "eh-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_COPIED_BLOCKS (eh_copied_blocks_get_type ())
GType eh_copied_blocks_get_type (void) G_GNUC_CONST;

char *eh_block_copy_text (GPtrArray *blocks);
char *eh_block_copy_html (GPtrArray *blocks);
GdkContentProvider *eh_block_copy_provider (GPtrArray *blocks);

G_END_DECLS
