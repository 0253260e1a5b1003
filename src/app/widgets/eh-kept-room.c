/* Room for a part of something long, which stays as large as it was while the part is put away: so
 * that hundreds of parts have their places, and only those that are seen cost anything. */

#include "eh-kept-room.h"

struct _EhKeptRoom {
  GtkWidget parent_instance;

  GtkWidget *child;
  EhRoomState state;
  int widths[2]; /* least and natural, as they were found last */
  int width;     /* that it was given last */
  int height;    /* that its child was given last */
  int of_width;  /* for which width that was */
};

G_DEFINE_FINAL_TYPE (EhKeptRoom, eh_kept_room, GTK_TYPE_WIDGET)

static void
eh_kept_room_dispose (GObject *object)
{
  g_clear_pointer (&EH_KEPT_ROOM (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_kept_room_parent_class)->dispose (object);
}

static GtkSizeRequestMode
eh_kept_room_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_kept_room_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EhKeptRoom *self = EH_KEPT_ROOM (widget);

  if (self->state != EH_ROOM_KEPT)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    if (self->state == EH_ROOM_KEPT)
      *minimum = *natural = self->height;
    return;
  }
  if (self->state != EH_ROOM_KEPT) {
    self->widths[0] = *minimum;
    self->widths[1] = *natural;
  }
  *minimum = self->widths[0];
  *natural = self->widths[1];
}

static void
eh_kept_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhKeptRoom *self = EH_KEPT_ROOM (widget);

  self->width = width;
  if (self->state == EH_ROOM_KEPT)
    return;
  self->height = height;
  self->of_width = width;
  gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
eh_kept_room_class_init (EhKeptRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_kept_room_dispose;
  widget_class->get_request_mode = eh_kept_room_get_request_mode;
  widget_class->measure = eh_kept_room_measure;
  widget_class->size_allocate = eh_kept_room_size_allocate;
}

static void
eh_kept_room_init (EhKeptRoom *self)
{
  self->state = EH_ROOM_MEASURED;
}

/**
 * eh_kept_room_new:
 * @child: what is in it
 *
 * Returns: (transfer floating): room for it, measured and not shown
 */
GtkWidget *
eh_kept_room_new (GtkWidget *child)
{
  EhKeptRoom *self = g_object_new (EH_TYPE_KEPT_ROOM, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_child_visible (child, FALSE);
  return GTK_WIDGET (self);
}

/**
 * eh_kept_room_set_state:
 * @self: a room
 * @state: what to do with what is in it
 */
void
eh_kept_room_set_state (EhKeptRoom *self, EhRoomState state)
{
  if (self->state == state)
    return;
  self->state = state;
  gtk_widget_set_visible (self->child, state != EH_ROOM_KEPT);
  gtk_widget_set_child_visible (self->child, state == EH_ROOM_SHOWN);
  /* What was to be drawn anew when it went off the screen asks no more when it is back. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * eh_kept_room_get_state:
 * @self: a room
 *
 * Returns: what it does with what is in it
 */
EhRoomState
eh_kept_room_get_state (EhKeptRoom *self)
{
  return self->state;
}

/**
 * eh_kept_room_is_right:
 * @self: a room
 *
 * Returns: whether the room that it would keep is what its child takes at its width
 */
gboolean
eh_kept_room_is_right (EhKeptRoom *self)
{
  return self->height > 0 && self->of_width == self->width;
}
