#pragma once

#include "eh-row-model.h"
#include "eh-split.h"

G_BEGIN_DECLS

gboolean eh_row_list_show (GtkListView *list, EhSplit *split, EhId id);

G_END_DECLS
