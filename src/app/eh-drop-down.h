#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_drop_down_let_shrink (GtkDropDown *self);
void eh_drop_down_set_words (GtkDropDown *self, GtkStringList *words);

G_END_DECLS
