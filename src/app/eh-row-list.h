#pragma once

#include "eh-row-model.h"
#include "eh-split.h"

G_BEGIN_DECLS

gboolean eh_row_list_show (GtkListView *list, EhSplit *split, EhId id);
void eh_row_list_follow_search (GtkListView *list, GtkSearchEntry *search);

G_END_DECLS
