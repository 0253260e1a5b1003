#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EhRoomState:
 * @EH_ROOM_SHOWN: what is in it is on the screen
 * @EH_ROOM_MEASURED: it is laid out and not drawn, to find out how much room it needs
 * @EH_ROOM_KEPT: it is put away, and its room is kept
 *
 * What a room does with what is in it.
 */
typedef enum {
  EH_ROOM_SHOWN,
  EH_ROOM_MEASURED,
  EH_ROOM_KEPT,
} EhRoomState;

#define EH_TYPE_KEPT_ROOM (eh_kept_room_get_type ())
G_DECLARE_FINAL_TYPE (EhKeptRoom, eh_kept_room, EH, KEPT_ROOM, GtkWidget)

GtkWidget *eh_kept_room_new (GtkWidget *child);
void eh_kept_room_set_state (EhKeptRoom *self, EhRoomState state);
EhRoomState eh_kept_room_get_state (EhKeptRoom *self);
gboolean eh_kept_room_is_right (EhKeptRoom *self);

G_END_DECLS
