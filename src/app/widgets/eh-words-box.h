#pragma once

#include "eh-withdrawal.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WORDS_BOX (eh_words_box_get_type ())
G_DECLARE_FINAL_TYPE (EhWordsBox, eh_words_box, EH, WORDS_BOX, GtkBox)

void eh_words_box_show (EhWordsBox *self, EhWorkspace *workspace, const EhWithdrawalPlan *plan);

G_END_DECLS
