#pragma once

#include "eh-block-list.h"

G_BEGIN_DECLS

#define EH_TYPE_FIND_BAR (eh_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (EhFindBar, eh_find_bar, EH, FIND_BAR, GtkWidget)

GtkWidget *eh_find_bar_new (EhGuidanceDoc *doc, EhBlockList *list);
void eh_find_bar_open (EhFindBar *self, gboolean replace);

G_END_DECLS
