#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_TEXT (eh_block_text_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockText, eh_block_text, EH, BLOCK_TEXT, GtkWidget)

GtkWidget *eh_block_text_new (const char *name, const char *hint);
void eh_block_text_set_text (EhBlockText *self, EhWorkspace *workspace, const char *text);
char *eh_block_text_get_text (EhBlockText *self);
void eh_block_text_flush (EhBlockText *self);
GtkWidget *eh_block_text_get_view (EhBlockText *self);

G_END_DECLS
