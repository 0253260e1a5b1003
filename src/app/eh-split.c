/* Two panes side by side: one of a fixed width (the sidebar), one that takes the rest (the
 * content). Where there is no room for both, it folds: one of them is shown, `show-content` says
 * which. The sidebar stands at the start; with `sidebar-at-end`, at the end, as a pane of details
 * does. Right to left, all is mirrored.
 *
 * Folding changes only which child is visible, inside size_allocate: that never asks for another
 * size, so no loop can come of it. All widths grow with the text. */

#include "eh-split.h"

struct _EhSplit {
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  int sidebar_width;
  int content_width;
  guint notify_id;
  guint folded : 1;
  guint show_content : 1;
  guint show_sidebar : 1;
  guint sidebar_at_end : 1;
};

enum {
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_SIDEBAR_WIDTH,
  PROP_CONTENT_WIDTH,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_SIDEBAR_AT_END,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhSplit, eh_split, GTK_TYPE_WIDGET)

/* How much larger than usual the text is. */
static double
text_scale (EhSplit *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / (96.0 * 1024.0)) : 1.0;
}

static int
scaled (EhSplit *self, int width)
{
  return (int) (width * text_scale (self));
}

static void
measure_child (
    GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* For how high a pane is it is asked at the width that it has: its texts are broken into lines for
 * that anyhow, and would be a second time for a width that it never gets. */
static int
width_of (GtkWidget *child, GtkOrientation orientation)
{
  int least, natural;

  if (child == NULL || orientation == GTK_ORIENTATION_HORIZONTAL ||
      gtk_widget_get_width (child) <= 0)
    return -1;
  measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural);
  return MAX (gtk_widget_get_width (child), least);
}

static void
eh_split_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  EhSplit *self = EH_SPLIT (widget);
  int side_min, side_nat, main_min, main_nat;

  measure_child (self->sidebar, orientation, width_of (self->sidebar, orientation), &side_min,
                 &side_nat);
  measure_child (self->content, orientation, width_of (self->content, orientation), &main_min,
                 &main_nat);
  *minimum = MAX (side_min, main_min);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (side_min, scaled (self, self->sidebar_width)) + main_nat;
  else
    *natural = MAX (side_nat, main_nat);
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
notify_folded_cb (gpointer data)
{
  EhSplit *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

static void
place (GtkWidget *child, gboolean shown, int x, int width, int height)
{
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, shown);
  if (shown && gtk_widget_get_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
eh_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhSplit *self = EH_SPLIT (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean has_side = self->sidebar != NULL && gtk_widget_get_visible (self->sidebar);
  int side_min, main_min, ignored;

  measure_child (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &side_min, &ignored);
  measure_child (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &main_min, &ignored);

  int side = MAX (side_min, scaled (self, self->sidebar_width));
  gboolean folded = width < side + MAX (main_min, scaled (self, self->content_width));

  if (folded) {
    place (self->sidebar, !self->show_content, 0, width, height);
    place (self->content, self->show_content, 0, width, height);
  } else {
    gboolean shown = has_side && self->show_sidebar;
    gboolean left = self->sidebar_at_end == rtl;
    int taken = shown ? side : 0;

    place (self->sidebar, shown, left ? 0 : width - side, side, height);
    place (self->content, TRUE, left ? taken : 0, width - taken, height);
  }
  if (folded != self->folded) {
    self->folded = folded;
    if (self->notify_id == 0)
      self->notify_id = g_idle_add (notify_folded_cb, self);
  }
}

static void
eh_split_dispose (GObject *object)
{
  EhSplit *self = EH_SPLIT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_split_parent_class)->dispose (object);
}

static void
eh_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhSplit *self = EH_SPLIT (object);

  switch (id) {
  case PROP_SIDEBAR:
    g_value_set_object (value, self->sidebar);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, self->content);
    break;
  case PROP_SIDEBAR_WIDTH:
    g_value_set_int (value, self->sidebar_width);
    break;
  case PROP_CONTENT_WIDTH:
    g_value_set_int (value, self->content_width);
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded);
    break;
  case PROP_SHOW_CONTENT:
    g_value_set_boolean (value, self->show_content);
    break;
  case PROP_SHOW_SIDEBAR:
    g_value_set_boolean (value, self->show_sidebar);
    break;
  case PROP_SIDEBAR_AT_END:
    g_value_set_boolean (value, self->sidebar_at_end);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhSplit *self = EH_SPLIT (object);

  switch (id) {
  case PROP_SIDEBAR:
    eh_split_set_sidebar (self, g_value_get_object (value));
    break;
  case PROP_CONTENT:
    eh_split_set_content (self, g_value_get_object (value));
    break;
  case PROP_SIDEBAR_WIDTH:
    self->sidebar_width = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  case PROP_CONTENT_WIDTH:
    self->content_width = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  case PROP_SHOW_CONTENT:
    eh_split_set_show_content (self, g_value_get_boolean (value));
    break;
  case PROP_SHOW_SIDEBAR:
    self->show_sidebar = g_value_get_boolean (value);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_SIDEBAR_AT_END:
    self->sidebar_at_end = g_value_get_boolean (value);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, rw);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, rw);
  /**
   * EhSplit:sidebar-width: width of the sidebar beside the content, in pixels at usual text size
   */
  props[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 220, rw);
  /**
   * EhSplit:content-width: the content is never narrower beside the sidebar: it folds before
   */
  props[PROP_CONTENT_WIDTH] = g_param_spec_int ("content-width", NULL, NULL, 0, G_MAXINT, 400, rw);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EhSplit:show-content: which of the two is shown when folded
   */
  props[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, rw);
  /**
   * EhSplit:show-sidebar: whether the sidebar is shown when not folded
   */
  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, rw);
  props[PROP_SIDEBAR_AT_END] = g_param_spec_boolean ("sidebar-at-end", NULL, NULL, FALSE, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eh_split_class_init (EhSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_split_dispose;
  object_class->get_property = eh_split_get_property;
  object_class->set_property = eh_split_set_property;
  widget_class->measure = eh_split_measure;
  widget_class->size_allocate = eh_split_size_allocate;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
eh_split_init (EhSplit *self)
{
  self->sidebar_width = 220;
  self->content_width = 400;
  self->show_sidebar = TRUE;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * eh_split_new:
 *
 * Returns: (transfer floating): a split with nothing in it
 */
GtkWidget *
eh_split_new (void)
{
  return g_object_new (EH_TYPE_SPLIT, NULL);
}

/**
 * eh_split_set_sidebar:
 * @self: a split
 * @sidebar: (nullable): the pane of a fixed width
 *
 * It comes before the content in the order of the keyboard, unless it stands at the end.
 */
void
eh_split_set_sidebar (EhSplit *self, GtkWidget *sidebar)
{
  if (self->sidebar == sidebar)
    return;
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  self->sidebar = sidebar;
  if (sidebar != NULL && self->sidebar_at_end)
    gtk_widget_insert_before (sidebar, GTK_WIDGET (self), NULL);
  else if (sidebar != NULL)
    gtk_widget_insert_after (sidebar, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR]);
}

/**
 * eh_split_set_content:
 * @self: a split
 * @content: (nullable): the pane that takes the rest
 */
void
eh_split_set_content (EhSplit *self, GtkWidget *content)
{
  if (self->content == content)
    return;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content != NULL && self->sidebar_at_end)
    gtk_widget_insert_after (content, GTK_WIDGET (self), NULL);
  else if (content != NULL)
    gtk_widget_insert_before (content, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

/**
 * eh_split_get_folded:
 * @self: a split
 *
 * Returns: whether only one of the two is shown, for want of room
 */
gboolean
eh_split_get_folded (EhSplit *self)
{
  return self->folded;
}

/**
 * eh_split_get_show_content:
 * @self: a split
 *
 * Returns: whether the content is the one that is shown when folded
 */
gboolean
eh_split_get_show_content (EhSplit *self)
{
  return self->show_content;
}

/**
 * eh_split_set_show_content:
 * @self: a split
 * @show: whether to show the content when folded, rather than the sidebar
 *
 * The keyboard goes along if it was in what is no longer shown.
 */
void
eh_split_set_show_content (EhSplit *self, gboolean show)
{
  GtkWidget *from = show ? self->sidebar : self->content;
  GtkWidget *to = show ? self->content : self->sidebar;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->show_content == show)
    return;
  self->show_content = show;
  if (self->folded && to != NULL && from != NULL) {
    gtk_widget_set_child_visible (to, TRUE);
    if (focus != NULL && gtk_widget_is_ancestor (focus, from))
      gtk_widget_child_focus (to, GTK_DIR_TAB_FORWARD);
    /* A field that is come upon like this must not lose its words to the next key. */
    focus = root != NULL ? gtk_root_get_focus (root) : NULL;
    if (GTK_IS_TEXT (focus))
      gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_CONTENT]);
}

/**
 * eh_split_is_in_detail:
 * @self: a split of a list and its details
 *
 * Returns: whether the details alone are shown, so that there is a way back to the list
 */
gboolean
eh_split_is_in_detail (EhSplit *self)
{
  return self->folded && self->show_content != self->sidebar_at_end;
}

/**
 * eh_split_enter_detail:
 * @self: a split of a list and its details
 *
 * Shows the details where only one of the two has room.
 */
void
eh_split_enter_detail (EhSplit *self)
{
  eh_split_set_show_content (self, !self->sidebar_at_end);
}

/**
 * eh_split_leave_detail:
 * @self: a split of a list and its details
 *
 * Shows the list where only one of the two has room.
 */
void
eh_split_leave_detail (EhSplit *self)
{
  eh_split_set_show_content (self, self->sidebar_at_end);
}
