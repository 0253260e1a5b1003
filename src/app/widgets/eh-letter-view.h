#pragma once

#include "eh-letter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_LETTER_VIEW (eh_letter_view_get_type ())
G_DECLARE_FINAL_TYPE (EhLetterView, eh_letter_view, EH, LETTER_VIEW, GtkWidget)

GtkWidget *eh_letter_view_new (void);
void eh_letter_view_set_letter (EhLetterView *self, EhLetter *letter);

G_END_DECLS
