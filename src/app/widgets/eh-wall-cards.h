#pragma once

#include "eh-wall-data.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_WALL_CARDS (eh_wall_cards_get_type ())
G_DECLARE_FINAL_TYPE (EhWallCards, eh_wall_cards, EH, WALL_CARDS, GtkWidget)

GtkWidget *eh_wall_cards_new (EhWorkspace *workspace);
void eh_wall_cards_show (EhWallCards *self, EhWallData *data);
void eh_wall_cards_set_heading (EhWallCards *self, const char *heading);
void eh_wall_cards_set_movement (EhWallCards *self, gboolean movement);
void eh_wall_cards_scroll (EhWallCards *self, double pages);

G_END_DECLS
