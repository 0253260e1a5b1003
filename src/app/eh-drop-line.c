/* Where in a list something would land that is dragged over it: a line between two rows. Near to
 * the upper or lower edge of what is seen, the list goes on by itself. */

#include "eh-drop-line.h"

#define ABOVE "eh-drop-above"
#define BELOW "eh-drop-below"
/* How near to an edge, and how far each motion goes. */
#define EDGE_PX 40
#define STEP_PX 18

/**
 * eh_drop_line_row_at:
 * @list: a list
 * @y: where, in it
 * @below: (out): whether that is the lower half of the row
 *
 * Returns: (transfer none) (nullable): the row there
 */
GtkListBoxRow *
eh_drop_line_row_at (GtkListBox *list, double y, gboolean *below)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds))
    return NULL;
  *below = y > bounds.origin.y + bounds.size.height / 2;
  return row;
}

static void
show_line (GtkListBox *list, GtkListBoxRow *at, gboolean below)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (row != GTK_WIDGET (at) || below)
      gtk_widget_remove_css_class (row, ABOVE);
    if (row != GTK_WIDGET (at) || !below)
      gtk_widget_remove_css_class (row, BELOW);
  }
  if (at != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (at), below ? BELOW : ABOVE);
}

static void
go_on (GtkListBox *list, double y)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_point_t at;
  double step;

  if (viewport == NULL || !gtk_widget_compute_point (GTK_WIDGET (list), viewport,
                                                     &GRAPHENE_POINT_INIT (0, (float) y), &at))
    return;
  step = at.y < EDGE_PX                                      ? -STEP_PX
         : at.y > gtk_widget_get_height (viewport) - EDGE_PX ? STEP_PX
                                                             : 0;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (step != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkListBox *list)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  gboolean below = FALSE;
  GtkListBoxRow *row = eh_drop_line_row_at (list, y, &below);

  go_on (list, y);
  show_line (list, row, below);
  return drop != NULL ? gdk_drop_get_actions (drop) & gtk_drop_target_get_actions (target) : 0;
}

static void
leave_cb (GtkDropTarget *target, GtkListBox *list)
{
  show_line (list, NULL, FALSE);
}

/**
 * eh_drop_line_watch:
 * @list: a list
 * @target: what takes what is dropped on it
 */
void
eh_drop_line_watch (GtkListBox *list, GtkDropTarget *target)
{
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), list, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), list, G_CONNECT_DEFAULT);
}
