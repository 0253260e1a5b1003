/* A chart in the window: lays itself out for its width, has what the layout says painted, is walked
 * with the arrow keys mark by mark, says each, and tells which one was opened. One stop of the Tab
 * key. What is focused or pointed at is drawn over the picture, at once. */

#include "eh-chart-view.h"

#include "eh-chart-between.h"
#include "eh-chart-painter.h"
#include "eh-chart-spot.h"

#include <adwaita.h>

#define LEAST_WIDTH   240
#define NATURAL_WIDTH 760
#define WISHED_HEIGHT 380
#define DPI_PER_POINT 1024.0
#define PLAIN_DPI     96.0
#define MOVING_MS     250

struct _EhChartView {
  GtkWidget parent_instance;

  EhChartLayouter layouter;
  gpointer data;
  GDestroyNotify free_data;
  EhChartLayout *layout;
  EhChartPainter *painter;
  EhChartLayout *spotted; /* not owned: the layout that the spots are those of */
  GPtrArray *spots;       /* (element-type EhChartSpot) children, in the layout's order */
  EhChartLayout *before;  /* (nullable): the picture that the layout is made of at the moment */
  AdwAnimation *moving;
  guint current;
  int pointed;       /* -1 for none */
  double text_scale; /* beside the desktop's */
};

enum {
  MARK_ACTIVATED,
  MARK_REACHED,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartView, eh_chart_view, GTK_TYPE_WIDGET)

static void
forget_layout (EhChartView *self)
{
  self->spotted = NULL;
  g_clear_pointer (&self->layout, eh_chart_layout_unref);
}

static void
end_move (EhChartView *self)
{
  g_clear_pointer (&self->before, eh_chart_layout_unref);
  if (self->moving != NULL)
    adw_animation_reset (self->moving);
}

static EhChartTheme *
theme_for (EhChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean dark = adw_style_manager_get_dark (style);
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  EhChartThemeKind kind = contrast ? (dark ? EH_CHART_THEME_DARK_CONTRAST
                                           : EH_CHART_THEME_LIGHT_CONTRAST)
                                   : (dark ? EH_CHART_THEME_DARK : EH_CHART_THEME_LIGHT);
  g_autofree char *font_name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, "gtk-font-name", &font_name, NULL);
  font = pango_font_description_from_string (font_name != NULL ? font_name : "Sans");
  return eh_chart_theme_new_scaled (
      kind, self->text_scale * (dpi > 0 ? dpi / DPI_PER_POINT / PLAIN_DPI : 1.0),
      pango_font_description_get_family (font));
}

/* Laying out takes a few milliseconds at most, and measuring asks for the same width again. */
static EhChartLayout *
layout_for (EhChartView *self, int width)
{
  g_autoptr (EhChartTheme) theme = NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layouter == NULL)
    return NULL;
  if (self->layout != NULL && (int) eh_chart_layout_width (self->layout) == width)
    return self->layout;
  forget_layout (self);
  g_clear_pointer (&self->before, eh_chart_layout_unref);
  theme = theme_for (self);
  self->layout = self->layouter (self->data, theme, width, WISHED_HEIGHT,
                                 rtl ? EH_CHART_RTL : EH_CHART_LTR);
  return self->layout;
}

static void
eh_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  EhChartView *self = EH_CHART_VIEW (widget);
  EhChartLayout *layout;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  layout = layout_for (self, MAX (for_size < 0 ? NATURAL_WIDTH : for_size, LEAST_WIDTH));
  *minimum = *natural = layout != NULL ? (int) eh_chart_layout_height (layout) + 1 : 0;
}

static GtkSizeRequestMode
eh_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
update_spots (EhChartView *self)
{
  guint n_marks = self->layout != NULL ? eh_chart_layout_n_marks (self->layout) : 0;

  self->spotted = self->layout;
  while (self->spots->len > n_marks) {
    gtk_widget_unparent (self->spots->pdata[self->spots->len - 1]);
    g_ptr_array_set_size (self->spots, (int) self->spots->len - 1);
  }
  while (self->spots->len < n_marks) {
    GtkWidget *spot = eh_chart_spot_new (self->spots->len);

    gtk_widget_set_parent (spot, GTK_WIDGET (self));
    g_ptr_array_add (self->spots, spot);
  }
  for (guint i = 0; i < n_marks; i++) {
    eh_chart_spot_set_text (self->spots->pdata[i],
                            eh_chart_layout_mark (self->layout, i)->accessible);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->spots->pdata[i]),
                                    GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_marks, -1);
  }
  self->current = MIN (self->current, n_marks > 0 ? n_marks - 1 : 0);
}

static void
eh_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhChartView *self = EH_CHART_VIEW (widget);
  EhChartLayout *layout = layout_for (self, width);

  if (layout == NULL || layout != self->spotted)
    update_spots (self);
  for (guint i = 0; i < self->spots->len; i++) {
    const EhChartMark *mark = eh_chart_layout_mark (layout, i);
    GtkAllocation box = { (int) mark->box.x, (int) mark->box.y, MAX ((int) mark->box.width, 1),
                          MAX ((int) mark->box.height, 1) };
    int least;

    gtk_widget_measure (self->spots->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                        NULL);
    box.width = MAX (box.width, least);
    gtk_widget_measure (self->spots->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL,
                        NULL);
    box.height = MAX (box.height, least);
    gtk_widget_size_allocate (self->spots->pdata[i], &box, -1);
  }
}

/* Asks for the picture of now. While marks move, the next is asked for when the one before is
 * there.
 */
static void
ask_for_picture (EhChartView *self, EhChartLayout *layout)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->before != NULL) {
    g_autoptr (EhChartLayout) between = NULL;

    if (eh_chart_painter_is_busy (self->painter))
      return;
    between = eh_chart_layout_between (self->before, layout,
                                       adw_animation_get_value (self->moving));
    eh_chart_painter_paint (self->painter, between, scale);
  } else if (!eh_chart_painter_is_of (self->painter, layout, scale)) {
    eh_chart_painter_paint (self->painter, layout, scale);
  }
}

static void
append_picture (EhChartView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double width, height;
  GdkTexture *picture = eh_chart_painter_get_picture (self->painter, &width, &height);

  if (picture == NULL)
    return;
  /* It may still be that of another width. */
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  gtk_snapshot_append_texture (snapshot, picture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_pop (snapshot);
}

static void
eh_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhChartView *self = EH_CHART_VIEW (widget);
  EhChartLayout *layout = layout_for (self, gtk_widget_get_width (widget));

  if (layout != NULL) {
    ask_for_picture (self, layout);
    append_picture (self, snapshot);
  }
  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_snapshot_child (widget, self->spots->pdata[i], snapshot);
}

static void
moved_cb (double at, gpointer data)
{
  EhChartView *self = data;

  if (at >= 1)
    g_clear_pointer (&self->before, eh_chart_layout_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks go from where they were to where they are. What is read and said is that of now, and
 * whoever wants no movement sees none. */
static void
begin_move (EhChartView *self, EhChartLayout *before)
{
  if (before == NULL || self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)) || eh_chart_layout_is_empty (before) ||
      eh_chart_layout_is_empty (self->layout) ||
      eh_chart_layout_width (before) != eh_chart_layout_width (self->layout) ||
      g_strcmp0 (eh_chart_layout_title (before), eh_chart_layout_title (self->layout)) != 0)
    return;
  self->before = eh_chart_layout_ref (before);
  if (self->moving == NULL)
    self->moving = adw_timed_animation_new (
        GTK_WIDGET (self), 0, 1, MOVING_MS,
        adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_animation_play (self->moving);
}

static void
focus_mark (EhChartView *self, int index)
{
  if (index < 0 || (guint) index >= self->spots->len)
    return;
  self->current = (guint) index;
  gtk_widget_grab_focus (self->spots->pdata[index]);
  g_signal_emit (self, signals[MARK_REACHED], 0, index);
}

/* Stays at what was reached, wherever it is among the marks now; at the first where it is gone. */
static void
keep_mark (EhChartView *self, EhChartLayout *before)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint n_marks = self->layout != NULL ? eh_chart_layout_n_marks (self->layout) : 0;
  const EhChartMark *old = NULL;
  guint found = 0;

  if (before != NULL && self->current < eh_chart_layout_n_marks (before))
    old = eh_chart_layout_mark (before, self->current);
  for (guint i = 0; old != NULL && i < n_marks; i++) {
    const EhChartMark *mark = eh_chart_layout_mark (self->layout, i);

    if (g_strcmp0 (mark->row_key, old->row_key) == 0 &&
        g_strcmp0 (mark->column_key, old->column_key) == 0) {
      found = i;
      break;
    }
  }
  self->current = found;
  if (focused && n_marks > 0)
    gtk_widget_grab_focus (self->spots->pdata[found]);
}

static gboolean
eh_chart_view_grab_focus (GtkWidget *widget)
{
  EhChartView *self = EH_CHART_VIEW (widget);

  if (self->spots->len == 0)
    return FALSE;
  focus_mark (self, (int) MIN (self->current, self->spots->len - 1));
  return TRUE;
}

static gboolean
eh_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EhChartView *self = EH_CHART_VIEW (widget);

  if (self->spots->len == 0 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  focus_mark (self, (int) self->current);
  return TRUE;
}

static gboolean
move_for_key (guint keyval, EhChartMove *move)
{
  static const struct {
    guint keyval;
    EhChartMove move;
  } keys[] = {
    { GDK_KEY_Left, EH_CHART_MOVE_LEFT },   { GDK_KEY_KP_Left, EH_CHART_MOVE_LEFT },
    { GDK_KEY_Right, EH_CHART_MOVE_RIGHT }, { GDK_KEY_KP_Right, EH_CHART_MOVE_RIGHT },
    { GDK_KEY_Up, EH_CHART_MOVE_UP },       { GDK_KEY_KP_Up, EH_CHART_MOVE_UP },
    { GDK_KEY_Down, EH_CHART_MOVE_DOWN },   { GDK_KEY_KP_Down, EH_CHART_MOVE_DOWN },
    { GDK_KEY_Home, EH_CHART_MOVE_FIRST },  { GDK_KEY_End, EH_CHART_MOVE_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval) {
      *move = keys[i].move;
      return TRUE;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EhChartView *self)
{
  EhChartMove move;

  if (self->spots->len == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space) {
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, self->current);
    return GDK_EVENT_STOP;
  }
  if (keyval == GDK_KEY_t || keyval == GDK_KEY_T)
    return gtk_widget_activate_action (GTK_WIDGET (self), "map.numbers", NULL);
  if (keyval == GDK_KEY_Escape) {
    g_signal_emit (self, signals[LEFT], 0);
    return GDK_EVENT_STOP;
  }
  if (!move_for_key (keyval, &move))
    return GDK_EVENT_PROPAGATE;
  focus_mark (self, eh_chart_layout_neighbour (self->layout, (int) self->current, move));
  return GDK_EVENT_STOP;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, EhChartView *self)
{
  int hit = self->layout != NULL ? eh_chart_layout_hit (self->layout, x, y) : -1;

  if (hit < 0)
    return;
  focus_mark (self, hit);
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, (guint) hit);
}

static GtkWidget *
spot_of (EhChartView *self, int index)
{
  return self->spots != NULL && index >= 0 && (guint) index < self->spots->len
             ? self->spots->pdata[index]
             : NULL;
}

/* The spot of what is pointed at draws a ring, as focus does. A new layout may know of more marks
 * than there are spots yet: they come with the next allocation. */
static void
point_at (EhChartView *self, int index)
{
  GtkWidget *now = spot_of (self, index);
  GtkWidget *before = spot_of (self, self->pointed);

  if (now == NULL)
    index = -1;
  if (index == self->pointed)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (before, "pointed");
  self->pointed = index;
  if (now != NULL)
    gtk_widget_add_css_class (now, "pointed");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), index >= 0 ? "pointer" : NULL);
  g_signal_emit (self, signals[MARK_REACHED], 0, index);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, EhChartView *self)
{
  point_at (self, self->layout != NULL ? eh_chart_layout_hit (self->layout, x, y) : -1);
}

static void
pointer_left_cb (GtkEventControllerMotion *controller, EhChartView *self)
{
  point_at (self, -1);
}

static gboolean
eh_chart_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  EhChartView *self = EH_CHART_VIEW (widget);
  int hit = self->layout == NULL ? -1
            : keyboard           ? (int) self->current
                                 : eh_chart_layout_hit (self->layout, x, y);

  if (hit < 0 || (guint) hit >= eh_chart_layout_n_marks (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, eh_chart_layout_mark (self->layout, (guint) hit)->accessible);
  return TRUE;
}

static void
look_changed (EhChartView *self)
{
  forget_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
eh_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  look_changed (EH_CHART_VIEW (widget));
}

static void
eh_chart_view_dispose (GObject *object)
{
  EhChartView *self = EH_CHART_VIEW (object);

  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    gtk_widget_unparent (self->spots->pdata[i]);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_object (&self->moving);
  g_clear_object (&self->painter);
  g_clear_pointer (&self->before, eh_chart_layout_unref);
  forget_layout (self);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  G_OBJECT_CLASS (eh_chart_view_parent_class)->dispose (object);
}

static void
eh_chart_view_class_init (EhChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_chart_view_dispose;
  widget_class->measure = eh_chart_view_measure;
  widget_class->get_request_mode = eh_chart_view_get_request_mode;
  widget_class->size_allocate = eh_chart_view_size_allocate;
  widget_class->snapshot = eh_chart_view_snapshot;
  widget_class->focus = eh_chart_view_focus;
  widget_class->grab_focus = eh_chart_view_grab_focus;
  widget_class->query_tooltip = eh_chart_view_query_tooltip;
  widget_class->direction_changed = eh_chart_view_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  /**
   * EhChartView::mark-activated:
   * @mark: its place in the layout
   *
   * A mark was clicked, or opened with Enter.
   */
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", EH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * EhChartView::mark-reached:
   * @mark: its place in the layout; -1 when the pointer left the one that it was at
   *
   * A mark has the keyboard, or is pointed at.
   */
  signals[MARK_REACHED] = g_signal_new ("mark-reached", EH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * EhChartView::left: Escape: the keyboard goes elsewhere
   */
  signals[LEFT] = g_signal_new ("left", EH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
eh_chart_view_init (EhChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->spots = g_ptr_array_new ();
  self->painter = eh_chart_painter_new ();
  g_signal_connect_object (self->painter, "painted", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  self->text_scale = 1.0;
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  self->pointed = -1;
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (look_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (look_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (look_changed), self, G_CONNECT_SWAPPED);
}

/**
 * eh_chart_view_set_chart:
 * @self: a chart view
 * @layouter: (nullable): lays the chart out; called again for every width and look
 * @data: what it draws from
 * @free_data: (nullable): frees @data when another chart is set
 *
 * Shows a chart, or the same one of newer numbers.
 */
void
eh_chart_view_set_chart (EhChartView *self,
                         EhChartLayouter layouter,
                         gpointer data,
                         GDestroyNotify free_data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autoptr (EhChartLayout) before = self->layout != NULL ? eh_chart_layout_ref (self->layout)
                                                          : NULL;

  end_move (self);
  point_at (self, -1);
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  self->layouter = layouter;
  self->data = data;
  self->free_data = free_data;
  forget_layout (self);
  if (layouter == NULL)
    eh_chart_painter_forget (self->painter);
  layout_for (self, width > 0 ? width : NATURAL_WIDTH);
  update_spots (self);
  keep_mark (self, before);
  begin_move (self, before);
  if (self->layout != NULL) {
    g_autofree char *description = eh_chart_layout_describe (self->layout);

    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    eh_chart_layout_title (self->layout),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * eh_chart_view_get_layout:
 * @self: a chart view
 *
 * Returns: (transfer none) (nullable): the chart as it is laid out now
 */
EhChartLayout *
eh_chart_view_get_layout (EhChartView *self)
{
  return self->layout;
}

/**
 * eh_chart_view_set_text_scale:
 * @self: a chart view
 * @scale: how much larger its text is than the desktop's, 1 at first: to be read from afar
 */
void
eh_chart_view_set_text_scale (EhChartView *self, double scale)
{
  self->text_scale = scale;
  look_changed (self);
}
