/* Cards in as many columns of one width as there is room for, each card in the column that is the
 * shortest so far: reading order goes along the top, and no gap is left where a neighbour is long.
 * Columns grow with the size of the text, so that lines stay short enough to be read from afar. */

#include "eh-wall-columns.h"

#define LINE_CHARACTERS 26
#define GAP             18
#define MOST_COLUMNS    12

struct _EhWallColumns {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (EhWallColumns, eh_wall_columns, GTK_TYPE_WIDGET)

static int
wished_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * LINE_CHARACTERS;

  pango_font_metrics_unref (metrics);
  return MAX (PANGO_PIXELS (width), 1);
}

static guint
columns_for (GtkWidget *widget, int width)
{
  return (guint) CLAMP ((width + GAP) / (wished_width (widget) + GAP), 1, MOST_COLUMNS);
}

/* Places the cards, or only adds up: how high it all is. */
static int
place (GtkWidget *widget, int width, gboolean allocate)
{
  guint n_columns = columns_for (widget, width);
  int column_width = MAX (1, (width - GAP * ((int) n_columns - 1)) / (int) n_columns);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int heights[MOST_COLUMNS] = { 0 };
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    guint column = 0;
    int height;

    if (!gtk_widget_should_layout (child))
      continue;
    for (guint i = 1; i < n_columns; i++)
      if (heights[i] < heights[column])
        column = i;
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &height, NULL, NULL, NULL);
    if (allocate) {
      int at = (int) (rtl ? n_columns - 1 - column : column);
      GtkAllocation box = { at * (column_width + GAP), heights[column], column_width, height };

      gtk_widget_size_allocate (child, &box, -1);
    }
    heights[column] += height + GAP;
    highest = MAX (highest, heights[column]);
  }
  return MAX (0, highest - GAP);
}

static GtkSizeRequestMode
eh_wall_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_wall_columns_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int least = 1;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = place (widget, for_size < 0 ? wished_width (widget) : for_size, FALSE);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int width;

    gtk_widget_measure (child, orientation, -1, &width, NULL, NULL, NULL);
    least = MAX (least, width);
  }
  *minimum = least;
  *natural = MAX (least, wished_width (widget) * 3);
}

static void
eh_wall_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place (widget, width, TRUE);
}

static void
eh_wall_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (eh_wall_columns_parent_class)->dispose (object);
}

static void
eh_wall_columns_class_init (EhWallColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_wall_columns_dispose;
  widget_class->get_request_mode = eh_wall_columns_get_request_mode;
  widget_class->measure = eh_wall_columns_measure;
  widget_class->size_allocate = eh_wall_columns_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
eh_wall_columns_init (EhWallColumns *self)
{
}

/**
 * eh_wall_columns_new:
 * @name: for screen readers
 *
 * Returns: (transfer floating): columns of no cards; cards are its children
 */
GtkWidget *
eh_wall_columns_new (const char *name)
{
  GtkWidget *self = g_object_new (EH_TYPE_WALL_COLUMNS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}
