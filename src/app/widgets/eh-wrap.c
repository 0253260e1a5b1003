/* Children one after another, on as many lines as they need, like words. With `spread`, the first
 * stands at the start and the others at the end while all fit on one line, and else has a line of
 * its own. A child that expands
 * takes what is left of its line. Right to left, mirrored.
 *
 * A line is broken in one place, next_line(), for measuring and for allocating alike. */

#include "eh-wrap.h"

struct _EhWrap {
  GtkWidget parent_instance;

  int spacing;
  gboolean spread;
};

enum {
  PROP_SPACING = 1,
  PROP_SPREAD,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_wrap_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhWrap,
                               eh_wrap,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, eh_wrap_buildable_init))

static void
eh_wrap_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  eh_wrap_append (EH_WRAP (buildable), GTK_WIDGET (child));
}

static void
eh_wrap_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = eh_wrap_add_child;
}

static int
width_of (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

static int
height_of (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static GtkWidget *
first_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
natural_width (EhWrap *self)
{
  GtkWidget *child = first_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int sum = 0;

  for (; child != NULL; child = first_shown (gtk_widget_get_next_sibling (child)))
    sum += width_of (child, G_MAXINT / 4) + (sum > 0 ? self->spacing : 0);
  return sum;
}

/* Fills a line from @child on. Returns the child that the line after it begins with. */
static GtkWidget *
next_line (EhWrap *self, GtkWidget *child, int available, int *used, int *height)
{
  GtkWidget *start = child;
  gboolean alone = self->spread &&
                   start == first_shown (gtk_widget_get_first_child (GTK_WIDGET (self))) &&
                   natural_width (self) > available;

  *used = 0;
  *height = 0;
  while (child != NULL) {
    int width = width_of (child, available);

    if (alone && child != start)
      break;
    if (*used > 0 && *used + self->spacing + width > available)
      break;
    *used += width + (*used > 0 ? self->spacing : 0);
    *height = MAX (*height, height_of (child, width));
    child = first_shown (gtk_widget_get_next_sibling (child));
  }
  return child;
}

static void
eh_wrap_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  EhWrap *self = EH_WRAP (widget);
  GtkWidget *child = first_shown (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    for (; child != NULL; child = first_shown (gtk_widget_get_next_sibling (child))) {
      int child_min, child_nat;

      gtk_widget_measure (child, orientation, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural += child_nat + (*natural > 0 ? self->spacing : 0);
    }
    return;
  }
  while (child != NULL) {
    int used, height;

    child = next_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &used, &height);
    *natural += height + (*natural > 0 ? self->spacing : 0);
  }
  *minimum = *natural;
}

/* In the middle of its line, unless the child says where. */
static int
room_above (GtkWidget *child, int room)
{
  GtkAlign align = gtk_widget_get_valign (child);

  if (align == GTK_ALIGN_START)
    return 0;
  return align == GTK_ALIGN_END ? room : room / 2;
}

static void
eh_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhWrap *self = EH_WRAP (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = first_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL) {
    int used, line;
    GtkWidget *after = next_line (self, child, width, &used, &line);
    int left = width - used;
    int gap = self->spread && y == 0 && after == NULL ? left : 0;
    int x = 0;

    for (; child != after; child = first_shown (gtk_widget_get_next_sibling (child))) {
      gboolean takes = left > 0 && !self->spread && gtk_widget_get_hexpand (child);
      int own = width_of (child, width) + (takes ? left : 0);
      int tall = MIN (height_of (child, own), line);
      int top = y + room_above (child, line - tall);

      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ rtl ? width - x - own : x, top, own, tall }, -1);
      x += own + self->spacing + gap;
      gap = 0;
      left = takes ? 0 : left;
    }
    y += line + self->spacing;
  }
}

static GtkSizeRequestMode
eh_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_wrap_dispose (GObject *object)
{
  eh_wrap_clear (EH_WRAP (object));
  G_OBJECT_CLASS (eh_wrap_parent_class)->dispose (object);
}

static void
eh_wrap_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhWrap *self = EH_WRAP (object);

  switch (id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_SPREAD:
    g_value_set_boolean (value, self->spread);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_wrap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhWrap *self = EH_WRAP (object);

  switch (id) {
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  case PROP_SPREAD:
    self->spread = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
eh_wrap_class_init (EhWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_wrap_dispose;
  object_class->get_property = eh_wrap_get_property;
  object_class->set_property = eh_wrap_set_property;
  widget_class->measure = eh_wrap_measure;
  widget_class->size_allocate = eh_wrap_size_allocate;
  widget_class->get_request_mode = eh_wrap_get_request_mode;

  /**
   * EhWrap:spacing: between children and between lines, in pixels
   */
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 6,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EhWrap:spread: the first child at the start, the others at the end, while all fit on one line
   */
  props[PROP_SPREAD] = g_param_spec_boolean ("spread", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "wrap");
}

static void
eh_wrap_init (EhWrap *self)
{
  self->spacing = 6;
}

/**
 * eh_wrap_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
eh_wrap_new (int spacing)
{
  return g_object_new (EH_TYPE_WRAP, "spacing", spacing, NULL);
}

/**
 * eh_wrap_append:
 * @self: a wrap
 * @child: (transfer floating): what to put last
 */
void
eh_wrap_append (EhWrap *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * eh_wrap_clear:
 * @self: a wrap
 *
 * Removes all children.
 */
void
eh_wrap_clear (EhWrap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
