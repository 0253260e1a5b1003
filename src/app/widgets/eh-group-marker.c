/* The shape and colour of a role group, beside a name. It says nothing by itself: the group stands
 * in words next to it or in the label of what holds it. */

#include "eh-group-marker.h"

#include "eh-theme.h"

/* The greatest marker reaches half as far again as its radius. */
#define SIZE   14
#define RADIUS 4.8

struct _EhGroupMarker {
  GtkWidget parent_instance;

  int slot;
};

enum {
  PROP_SLOT = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhGroupMarker, eh_group_marker, GTK_TYPE_WIDGET)

static void
eh_group_marker_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = eh_group_marker_size (widget);
  *minimum_baseline = *natural_baseline = -1;
}

static void
path_of (cairo_t *cr, guint slot)
{
  EhChartPoint points[EH_CHART_MARKER_MAX_POINTS];
  guint n = eh_chart_marker_points (eh_chart_theme_group_marker (slot), 0, 0, RADIUS, points);

  if (n == 0)
    cairo_arc (cr, 0, 0, RADIUS, 0, 2 * G_PI);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

/* Nobody's group: a hollow ring in the colour of notes. */
/* Nobody's group: a hollow ring in the colour of notes. */
static void
draw (cairo_t *cr, int slot)
{
  const EhChartTheme *theme = eh_theme_current ();
  EhChartColour colour = theme->dim;

  if (slot < 0) {
    cairo_arc (cr, 0, 0, SIZE / 2.0 - 2.5, 0, 2 * G_PI);
    cairo_set_source_rgb (cr, colour.r, colour.g, colour.b);
    cairo_set_line_width (cr, 1.5);
    cairo_stroke (cr);
    return;
  }
  colour = theme->group[(guint) slot % EH_CHART_THEME_SLOTS];
  path_of (cr, (guint) slot % EH_CHART_THEME_SLOTS);
  cairo_set_source_rgb (cr, colour.r, colour.g, colour.b);
  cairo_fill (cr);
}

static void
eh_group_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  eh_group_marker_paint (snapshot,
                         &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget)),
                         EH_GROUP_MARKER (widget)->slot);
}

static void
eh_group_marker_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (eh_group_marker_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
eh_group_marker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SLOT)
    g_value_set_int (value, EH_GROUP_MARKER (object)->slot);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
eh_group_marker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SLOT)
    eh_group_marker_set_slot (EH_GROUP_MARKER (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
eh_group_marker_class_init (EhGroupMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = eh_group_marker_get_property;
  object_class->set_property = eh_group_marker_set_property;
  widget_class->measure = eh_group_marker_measure;
  widget_class->snapshot = eh_group_marker_snapshot;
  widget_class->css_changed = eh_group_marker_css_changed;

  /**
   * EhGroupMarker:slot: of the group; -1 for none
   */
  props[PROP_SLOT] = g_param_spec_int ("slot", NULL, NULL, -1, G_MAXINT, -1,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "marker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
eh_group_marker_init (EhGroupMarker *self)
{
  self->slot = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * eh_group_marker_new:
 * @slot: of the group; -1 for none
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
eh_group_marker_new (int slot)
{
  return g_object_new (EH_TYPE_GROUP_MARKER, "slot", slot, NULL);
}

/**
 * eh_group_marker_set_slot:
 * @self: a marker
 * @slot: of the group; -1 for none
 */
void
eh_group_marker_set_slot (EhGroupMarker *self, int slot)
{
  if (self->slot == slot)
    return;
  self->slot = slot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SLOT]);
}

/**
 * eh_group_marker_size:
 * @widget: where a marker is to stand
 *
 * Returns: its width and height: as large beside large text as beside small
 */
int
eh_group_marker_size (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return MAX (SIZE, SIZE * dpi / (96 * 1024));
}

/**
 * eh_group_marker_paint:
 * @snapshot: where to
 * @bounds: of the marker
 * @slot: of the group; -1 for nobody's
 *
 * Paints a marker.
 */
void
eh_group_marker_paint (GtkSnapshot *snapshot, const graphene_rect_t *bounds, int slot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double size = MIN (bounds->size.width, bounds->size.height);

  cairo_translate (cr, bounds->origin.x + bounds->size.width / 2.0,
                   bounds->origin.y + bounds->size.height / 2.0);
  cairo_scale (cr, size / SIZE, size / SIZE);
  draw (cr, slot);
  cairo_destroy (cr);
}
