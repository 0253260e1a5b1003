#pragma once

#include "eh-job-letters.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_LETTERS_BAR (eh_letters_bar_get_type ())
G_DECLARE_FINAL_TYPE (EhLettersBar, eh_letters_bar, EH, LETTERS_BAR, GtkWidget)

gboolean eh_letters_bar_is_busy (EhLettersBar *self);
void eh_letters_bar_make (EhLettersBar *self,
                          EhWorkspace *workspace,
                          EhFeedbackIndex *index,
                          GPtrArray *items,
                          GFile *folder);

G_END_DECLS
