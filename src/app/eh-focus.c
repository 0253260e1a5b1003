/* The keyboard's way into what is made of several controls, and out of it. */

#include "eh-focus.h"

/**
 * eh_focus_hand_on:
 * @widget: a composite widget that is asked to take the keyboard
 * @to: the control in it that takes it
 *
 * For a widget's grab_focus. Shift+Tab out of a widget's first control asks the widget itself
 * before it goes on: whoever has the keyboard inside must say no then, or it could never leave.
 *
 * Returns: whether @to has the keyboard now and had not before
 */
gboolean
eh_focus_hand_on (GtkWidget *widget, GtkWidget *to)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == to || gtk_widget_is_ancestor (focus, to)))
    return FALSE;
  return gtk_widget_grab_focus (to);
}
