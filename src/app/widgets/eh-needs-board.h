#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_NEEDS_BOARD (eh_needs_board_get_type ())
G_DECLARE_FINAL_TYPE (EhNeedsBoard, eh_needs_board, EH, NEEDS_BOARD, GtkWidget)

GtkWidget *eh_needs_board_new (EhWorkspace *workspace);
void eh_needs_board_set_workshop (EhNeedsBoard *self, EhId workshop_id);

G_END_DECLS
