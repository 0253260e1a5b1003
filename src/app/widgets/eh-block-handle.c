/* The handle of the block at hand: pressed, it tells what can be done with the block; dragged, it
 * takes the block with it. */

#include "eh-block-handle.h"

#include "eh-block-row.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define ICON "list-drag-handle-symbolic"

static GtkWidget *
row_of (GtkDragSource *source)
{
  return gtk_widget_get_ancestor (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)),
                                  EH_TYPE_BLOCK_ROW);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = row_of (source);

  return row != NULL ? gdk_content_provider_new_typed (EH_TYPE_BLOCK_ROW, row) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *row = row_of (source);
  g_autoptr (GdkPaintable) picture = row != NULL ? gtk_widget_paintable_new (row) : NULL;

  if (picture != NULL)
    gtk_drag_source_set_icon (source, picture, 12, 12);
}

/**
 * eh_block_handle_new:
 * @menu: what can be done with a block, as actions of the page around it
 *
 * Returns: (transfer floating): a handle, to be put into the row of a block
 */
GtkWidget *
eh_block_handle_new (GMenuModel *menu)
{
  GtkWidget *self = gtk_menu_button_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self), ICON);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self), menu);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self), FALSE);
  gtk_widget_add_css_class (self, "eh-handle");
  gtk_widget_set_tooltip_text (self, _ ("Drag to move, press for more"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to do with this part"), -1);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (self, GTK_EVENT_CONTROLLER (source));
  return self;
}
