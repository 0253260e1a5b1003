/* A popover that is made for one question, and goes for good when it closes. */

#include "eh-passing-popover.h"

static gboolean
unparent_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Not from within its own closing. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * eh_passing_popover_open:
 * @popover: a popover that nobody else owns
 * @over: what it is about
 * @at: (nullable): where in it; %NULL for all of it
 *
 * Opens it; when it closes, it is let go of.
 */
void
eh_passing_popover_open (GtkPopover *popover, GtkWidget *over, const GdkRectangle *at)
{
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_widget_set_parent (GTK_WIDGET (popover), over);
  if (at != NULL)
    gtk_popover_set_pointing_to (popover, at);
  gtk_popover_popup (popover);
}
