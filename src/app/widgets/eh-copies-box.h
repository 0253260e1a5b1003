#pragma once

#include "eh-kept.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_COPIES_BOX (eh_copies_box_get_type ())
G_DECLARE_FINAL_TYPE (EhCopiesBox, eh_copies_box, EH, COPIES_BOX, GtkBox)

void eh_copies_box_look (EhCopiesBox *self, const EhKeptQuery *query);
guint eh_copies_box_get_n_copies (EhCopiesBox *self);
gboolean eh_copies_box_delete (EhCopiesBox *self, GError **error);

G_END_DECLS
