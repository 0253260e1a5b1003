#pragma once

#include "eh-wall-data.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_WALL_WATCH (eh_wall_watch_get_type ())
G_DECLARE_FINAL_TYPE (EhWallWatch, eh_wall_watch, EH, WALL_WATCH, GObject)

EhWallWatch *eh_wall_watch_of (EhWorkspace *workspace);
EhWallData *eh_wall_watch_get_data (EhWallWatch *self);
void eh_wall_watch_want (EhWallWatch *self);
gboolean eh_wall_watch_get_everything (EhWallWatch *self);
void eh_wall_watch_set_everything (EhWallWatch *self, gboolean everything);

G_END_DECLS
