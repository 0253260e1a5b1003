#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_TURN_BOARD (eh_turn_board_get_type ())
G_DECLARE_FINAL_TYPE (EhTurnBoard, eh_turn_board, EH, TURN_BOARD, GtkWidget)

void eh_turn_board_set_workspace (EhTurnBoard *self, EhWorkspace *workspace);
gboolean eh_turn_board_key (EhTurnBoard *self, guint keyval);
char *eh_turn_board_table_name (const char *label);

G_END_DECLS
