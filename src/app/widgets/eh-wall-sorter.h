#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_WALL_SORTER (eh_wall_sorter_get_type ())
G_DECLARE_FINAL_TYPE (EhWallSorter, eh_wall_sorter, EH, WALL_SORTER, GtkWidget)

GtkWidget *eh_wall_sorter_new (EhWorkspace *workspace);
void eh_wall_sorter_set_notes (EhWallSorter *self, GPtrArray *notes);

G_END_DECLS
