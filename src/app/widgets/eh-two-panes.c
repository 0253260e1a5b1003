/* Two panes that are both always seen: side by side where there is room, one above the other where
 * there is not. Each scrolls by itself. */

#include "eh-two-panes.h"

/* In widths of an average character, so that large text goes one above the other sooner. */
#define ENOUGH_CHARS 86
/* Of the height, for the first where it is above. */
#define UPPER_SHARE 0.46
#define SIDE_SHARE  0.56

struct _EhTwoPanes {
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (EhTwoPanes, eh_two_panes, GTK_TYPE_WIDGET)

static gboolean
is_wide (GtkWidget *widget, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int across = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return width >= ENOUGH_CHARS * across / PANGO_SCALE;
}

static void
eh_two_panes_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EhTwoPanes *self = EH_TWO_PANES (widget);
  int first, second, first_natural, second_natural;

  gtk_widget_measure (self->first, orientation, -1, &first, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, orientation, -1, &second, &second_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (first, second);
    *natural = first_natural + second_natural;
  } else {
    *minimum = first + second;
    *natural = first_natural + second_natural;
  }
  *minimum_baseline = *natural_baseline = -1;
}

static void
eh_two_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhTwoPanes *self = EH_TWO_PANES (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least_first, least_second, part;
  GtkAllocation one, two;

  if (is_wide (widget, width)) {
    gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &least_second, NULL, NULL,
                        NULL);
    part = MIN ((int) (width * SIDE_SHARE), width - least_second);
    one = (GtkAllocation){ mirrored ? width - part : 0, 0, part, height };
    two = (GtkAllocation){ mirrored ? 0 : part, 0, width - part, height };
  } else {
    gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &least_first, NULL, NULL,
                        NULL);
    gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, width, &least_second, NULL, NULL,
                        NULL);
    part = CLAMP ((int) (height * UPPER_SHARE), least_first,
                  MAX (least_first, height - least_second));
    one = (GtkAllocation){ 0, 0, width, part };
    two = (GtkAllocation){ 0, part, width, MAX (height - part, least_second) };
  }
  gtk_widget_size_allocate (self->first, &one, -1);
  gtk_widget_size_allocate (self->second, &two, -1);
}

static void
eh_two_panes_dispose (GObject *object)
{
  EhTwoPanes *self = EH_TWO_PANES (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_two_panes_parent_class)->dispose (object);
}

static void
eh_two_panes_class_init (EhTwoPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_two_panes_dispose;
  widget_class->measure = eh_two_panes_measure;
  widget_class->size_allocate = eh_two_panes_size_allocate;
}

static void
eh_two_panes_init (EhTwoPanes *self)
{
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 100);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);
  return window;
}

/**
 * eh_two_panes_new:
 * @first: (transfer floating): at the start, or above
 * @second: (transfer floating): at the end, or below
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
eh_two_panes_new (GtkWidget *first, GtkWidget *second)
{
  EhTwoPanes *self = g_object_new (EH_TYPE_TWO_PANES, NULL);

  self->first = scrolled (first);
  self->second = scrolled (second);
  gtk_widget_set_parent (self->first, GTK_WIDGET (self));
  gtk_widget_set_parent (self->second, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}
