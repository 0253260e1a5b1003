#pragma once

#include "eh-document-check.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_MARKS_BAR (eh_marks_bar_get_type ())
G_DECLARE_FINAL_TYPE (EhMarksBar, eh_marks_bar, EH, MARKS_BAR, GtkWidget)

void eh_marks_bar_set_workspace (EhMarksBar *self, EhWorkspace *workspace);
void eh_marks_bar_set_guidance (EhMarksBar *self, EhId guidance_id);
GPtrArray *eh_marks_bar_marks_of (EhMarksBar *self, EhId block_id);
const char *eh_marks_bar_words_of (EhMarksBar *self, EhId block_id);
guint eh_marks_bar_n_of (EhMarksBar *self, EhId block_id);
const EhDocumentMark *eh_marks_bar_step (EhMarksBar *self, int by);

G_END_DECLS
