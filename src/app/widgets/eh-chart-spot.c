/* Where a mark of a chart can be focused and is read aloud. GTK 4.8 has no accessible children that
 * are not widgets, so each mark gets one, which draws nothing but its focus. */

#include "eh-chart-spot.h"

struct _EhChartSpot {
  GtkWidget parent_instance;

  guint index;
};

G_DEFINE_FINAL_TYPE (EhChartSpot, eh_chart_spot, GTK_TYPE_WIDGET)

static void
eh_chart_spot_class_init (EhChartSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "chartspot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
eh_chart_spot_init (EhChartSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The chart itself answers pointers, so that a small mark can be met beside its box. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * eh_chart_spot_new:
 * @index: the mark's place in its layout
 *
 * Returns: (transfer full): a spot for it
 */
GtkWidget *
eh_chart_spot_new (guint index)
{
  EhChartSpot *self = g_object_new (EH_TYPE_CHART_SPOT, NULL);

  self->index = index;
  return GTK_WIDGET (self);
}

/**
 * eh_chart_spot_get_index:
 * @self: a spot
 *
 * Returns: its mark's place in the layout
 */
guint
eh_chart_spot_get_index (EhChartSpot *self)
{
  return self->index;
}

/**
 * eh_chart_spot_set_text:
 * @self: a spot
 * @text: the mark in one sentence
 */
void
eh_chart_spot_set_text (EhChartSpot *self, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
