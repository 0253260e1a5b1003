#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_VENUE_BOARD (eh_venue_board_get_type ())
G_DECLARE_FINAL_TYPE (EhVenueBoard, eh_venue_board, EH, VENUE_BOARD, GtkWidget)

GtkWidget *eh_venue_board_new (EhWorkspace *workspace);
void eh_venue_board_set_workshop (EhVenueBoard *self, EhId workshop_id);

G_END_DECLS
