#pragma once

#include "eh-document-check.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_BLOCK_MARKS (eh_block_marks_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockMarks, eh_block_marks, EH, BLOCK_MARKS, GtkWidget)

GtkWidget *eh_block_marks_new (EhWorkspace *workspace);
void eh_block_marks_set_text (EhBlockMarks *self, EhBlockPart part, GtkTextView *view);
void eh_block_marks_show (EhBlockMarks *self, GPtrArray *marks);
guint eh_block_marks_get_n (EhBlockMarks *self);
gboolean eh_block_marks_go_to (EhBlockMarks *self, EhId looked_at);

G_END_DECLS
