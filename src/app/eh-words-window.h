#pragma once

#include "eh-project-window.h"

G_BEGIN_DECLS

#define EH_TYPE_WORDS_WINDOW (eh_words_window_get_type ())
G_DECLARE_FINAL_TYPE (EhWordsWindow, eh_words_window, EH, WORDS_WINDOW, EhProjectWindow)

GtkWidget *eh_words_window_new (EhWorkspace *workspace, GtkWindow *parent);
void eh_words_window_explain (EhWordsWindow *self, const char *word);

G_END_DECLS
