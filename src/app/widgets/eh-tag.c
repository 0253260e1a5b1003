/* A category on an insight: its label on the tint of its top category, which no role group has.
 * With no category, an outline: something that waits. */

#include "eh-tag.h"

#include "eh-theme.h"

#define RADIUS  6
#define PADDING EH_TAG_PADDING

struct _EhTag {
  GtkWidget parent_instance;

  GtkWidget *label;
  int slot; /* -1 for an outline */
};

G_DEFINE_FINAL_TYPE (EhTag, eh_tag, GTK_TYPE_WIDGET)

static void
colour_label (EhTag *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  EhChartColour colour = eh_tag_ink (self->slot);

  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (colour.r * 65535),
                                                                 (guint16) (colour.g * 65535),
                                                                 (guint16) (colour.b * 65535)));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

static void
eh_tag_measure (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  EhTag *self = EH_TAG (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int padding = across ? 2 * PADDING : 2 * EH_TAG_MARGIN;

  gtk_widget_measure (self->label, orientation,
                      !across && for_size >= 0 ? MAX (for_size - 2 * PADDING, 0) : -1, minimum,
                      natural, NULL, NULL);
  *minimum += padding;
  *natural += padding;
  *minimum_baseline = *natural_baseline = -1;
}

static void
eh_tag_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (
      EH_TAG (widget)->label,
      &(GtkAllocation){ PADDING, EH_TAG_MARGIN, width - 2 * PADDING, height - 2 * EH_TAG_MARGIN },
      -1);
}

static void
eh_tag_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhTag *self = EH_TAG (widget);

  eh_tag_paint (snapshot,
                &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)),
                self->slot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
eh_tag_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  EhTag *self = EH_TAG (widget);

  GTK_WIDGET_CLASS (eh_tag_parent_class)->css_changed (widget, change);
  if (self->label != NULL)
    colour_label (self);
  gtk_widget_queue_draw (widget);
}

static void
eh_tag_dispose (GObject *object)
{
  g_clear_pointer (&EH_TAG (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_tag_parent_class)->dispose (object);
}

static void
eh_tag_class_init (EhTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_tag_dispose;
  widget_class->measure = eh_tag_measure;
  widget_class->size_allocate = eh_tag_size_allocate;
  widget_class->snapshot = eh_tag_snapshot;
  widget_class->css_changed = eh_tag_css_changed;
  gtk_widget_class_set_css_name (widget_class, "tag");
}

static void
eh_tag_init (EhTag *self)
{
  self->slot = -1;
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * eh_tag_new:
 * @text: what it says
 * @slot: of the category at the top of the branch; -1 for an outline
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
eh_tag_new (const char *text, int slot)
{
  EhTag *self = g_object_new (EH_TYPE_TAG, NULL);

  self->slot = slot;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  colour_label (self);
  return GTK_WIDGET (self);
}

/**
 * eh_tag_set:
 * @self: a tag
 * @text: what it says from now on
 * @slot: as for eh_tag_new()
 */
void
eh_tag_set (EhTag *self, const char *text, int slot)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  if (self->slot == slot)
    return;
  self->slot = slot;
  colour_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * eh_tag_ink:
 * @slot: as for eh_tag_new()
 *
 * Returns: the colour of a tag's words
 */
EhChartColour
eh_tag_ink (int slot)
{
  const EhChartTheme *theme = eh_theme_current ();

  if (slot < 0)
    return theme->text;
  /* Darker than a chart's lines: these are small words. */
  return eh_chart_colour_mix (theme->category[(guint) slot % EH_CHART_THEME_SLOTS], theme->text,
                              0.6);
}

/**
 * eh_tag_paint:
 * @snapshot: where to
 * @bounds: of the tag
 * @slot: as for eh_tag_new()
 *
 * Paints what stands behind a tag's words.
 */
void
eh_tag_paint (GtkSnapshot *snapshot, const graphene_rect_t *bounds, int slot)
{
  const EhChartTheme *theme = eh_theme_current ();
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, bounds, RADIUS);
  if (slot >= 0) {
    GdkRGBA fill = eh_theme_rgba (theme->category_fill[(guint) slot % EH_CHART_THEME_SLOTS]);

    gtk_snapshot_push_rounded_clip (snapshot, &shape);
    gtk_snapshot_append_color (snapshot, &fill, bounds);
    gtk_snapshot_pop (snapshot);
  }
  if (slot < 0 || theme->contrast) {
    GdkRGBA line = eh_theme_rgba (slot < 0 ? theme->outline : eh_tag_ink (slot));

    gtk_snapshot_append_border (snapshot, &shape, (const float[4]){ 1, 1, 1, 1 },
                                (const GdkRGBA[4]){ line, line, line, line });
  }
}
