/* The wall's third face: one chart after the other, of numbers that have passed the gate. */

#include "eh-wall-charts.h"

#include "eh-chart-view.h"
#include "eh-fields.h"
#include "eh-map-chart.h"
#include "eh-text.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhWallCharts {
  GtkWidget parent_instance;

  EhWallData *data;
  guint current;
  GtkWidget *scrolled;
  GtkLabel *title;
  GtkLabel *sentence;
  EhChartView *chart;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (EhWallCharts, eh_wall_charts, GTK_TYPE_WIDGET)

static void
show_words (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && !eh_text_is_blank (text));
}

static void
refresh (EhWallCharts *self)
{
  EhChartLayout *layout;
  g_autoptr (GString) notes = g_string_new (NULL);

  if (self->data == NULL)
    return;
  eh_chart_view_set_chart (self->chart, eh_map_chart_lay_out,
                           eh_map_data_ref (self->data->charts->pdata[self->current]),
                           (GDestroyNotify) eh_map_data_unref);
  layout = eh_chart_view_get_layout (self->chart);
  show_words (self->title, eh_chart_layout_title (layout));
  show_words (self->sentence, eh_chart_layout_sentence (layout));
  for (guint i = 0; i < eh_chart_layout_n_notes (layout); i++)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "",
                            eh_chart_layout_note (layout, i));
  show_words (self->notes, notes->str);
}

static void
eh_wall_charts_dispose (GObject *object)
{
  EhWallCharts *self = EH_WALL_CHARTS (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  G_OBJECT_CLASS (eh_wall_charts_parent_class)->dispose (object);
}

static void
eh_wall_charts_class_init (EhWallChartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_wall_charts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_words (GtkWidget *box, const char *style)
{
  GtkWidget *label = eh_fields_words (NULL, style);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
eh_wall_charts_init (EhWallCharts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (box, "eh-wall-body");
  self->title = add_words (box, "eh-wall-heading");
  self->sentence = add_words (box, "eh-wall-words");
  self->chart = g_object_new (EH_TYPE_CHART_VIEW, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  self->notes = add_words (box, "eh-wall-footer");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * eh_wall_charts_new:
 *
 * Returns: (transfer floating): the face, with nothing to draw yet
 */
GtkWidget *
eh_wall_charts_new (void)
{
  return g_object_new (EH_TYPE_WALL_CHARTS, NULL);
}

/**
 * eh_wall_charts_show:
 * @self: the face
 * @data: what may be shown to the room
 */
void
eh_wall_charts_show (EhWallCharts *self, EhWallData *data)
{
  eh_wall_data_ref (data);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  self->data = data;
  refresh (self);
}

/**
 * eh_wall_charts_set_scale:
 * @self: the face
 * @scale: how much larger than usual the chart's text is
 */
void
eh_wall_charts_set_scale (EhWallCharts *self, double scale)
{
  eh_chart_view_set_text_scale (self->chart, scale);
}

/**
 * eh_wall_charts_next:
 * @self: the face
 *
 * Shows the next chart, after the last the first. What has nothing to show is passed over.
 */
void
eh_wall_charts_next (EhWallCharts *self)
{
  guint n = self->data != NULL ? self->data->charts->len : 0;

  for (guint i = 0; i < n; i++) {
    self->current = (self->current + 1) % n;
    refresh (self);
    if (!eh_chart_layout_is_empty (eh_chart_view_get_layout (self->chart)))
      return;
  }
}
