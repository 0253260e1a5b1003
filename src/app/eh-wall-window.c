/* The wall: a second window for the projector. Its faces are the insights, the question with the
 * way to answer it, and the charts; keys and a bar at the bottom, which goes when the pointer
 * rests, switch between them. Nothing on it can be edited, and what it shows has passed the gate:
 * the rule stands in eh-wall-data.c, and in words behind the button "What is shown". */

#include "eh-wall-window.h"

#include "eh-activity.h"
#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-text.h"
#include "eh-wall-cards.h"
#include "eh-wall-charts.h"
#include "eh-wall-question.h"
#include "eh-wall-watch.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define REST_MS    3000
#define MOST_SIZES 8

struct _EhWallWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  GtkWindow *beside;  /* the project's own window; not owned, it closes this one */
  EhWallWatch *watch; /* the workspace's */
  GSettings *settings;
  GtkStack *faces;
  EhWallCards *cards;
  EhWallQuestion *question;
  EhWallCharts *charts;
  GtkRevealer *revealer;
  GtkWidget *face_buttons[3];
  GtkWidget *movement;
  GtkWidget *everything;
  GtkWidget *full_button;
  guint rest;
  int size;
  double pointer_x;
  double pointer_y;
  gboolean switching;
};

G_DEFINE_FINAL_TYPE (EhWallWindow, eh_wall_window, ADW_TYPE_WINDOW)

static const char *const face_names[] = { "insights", "question", "charts" };
static const double scales[MOST_SIZES] = { 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 4.0, 5.0 };

/* ---- the bar ---- */

static gboolean
rest_cb (gpointer data)
{
  EhWallWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->rest = 0;
  /* Whoever walks the bar by keyboard must see where they are. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer)) &&
      gtk_window_get_focus_visible (GTK_WINDOW (self)))
    return G_SOURCE_REMOVE;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
show_bar (EhWallWindow *self)
{
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, EhWallWindow *self)
{
  /* A window that moves under a pointer at rest tells of motion too. */
  if (ABS (x - self->pointer_x) < 1 && ABS (y - self->pointer_y) < 1)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  show_bar (self);
}

static void
focus_cb (EhWallWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer)))
    show_bar (self);
}

/* ---- faces and sizes ---- */

static void
show_face (EhWallWindow *self, guint face)
{
  const char *before = gtk_stack_get_visible_child_name (self->faces);

  if (self->switching)
    return;
  if (face == 2 && g_strcmp0 (before, face_names[2]) == 0)
    eh_wall_charts_next (self->charts);
  gtk_stack_set_visible_child_name (self->faces, face_names[face]);
  self->switching = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (face_names); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->face_buttons[i]), i == face);
  self->switching = FALSE;
}

static void
face_cb (GtkWidget *button, EhWallWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (face_names); i++)
    if (button == self->face_buttons[i])
      show_face (self, i);
}

static void
apply_size (EhWallWindow *self, int size)
{
  g_autofree char *before = g_strdup_printf ("eh-wall-size-%d", self->size);
  g_autofree char *after = NULL;

  self->size = CLAMP (size, 0, MOST_SIZES - 1);
  after = g_strdup_printf ("eh-wall-size-%d", self->size);
  gtk_widget_remove_css_class (GTK_WIDGET (self->faces), before);
  gtk_widget_add_css_class (GTK_WIDGET (self->faces), after);
  eh_wall_charts_set_scale (self->charts, scales[self->size]);
  g_settings_set_int (self->settings, "wall-size", self->size);
}

static void
larger_cb (EhWallWindow *self)
{
  apply_size (self, self->size + 1);
}

static void
smaller_cb (EhWallWindow *self)
{
  apply_size (self, self->size - 1);
}

static void
movement_cb (EhWallWindow *self)
{
  gboolean on = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->movement));

  eh_wall_cards_set_movement (self->cards, on);
  g_settings_set_boolean (self->settings, "wall-movement", on);
}

static void
everything_cb (EhWallWindow *self)
{
  eh_wall_watch_set_everything (
      self->watch, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->everything)));
}

/* ---- full screen, on the monitor of last time ---- */

/* Full screen goes to the monitor of last time, or to one on which the project's window is not. */
static GdkMonitor *
wished_monitor (EhWallWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  g_autofree char *kept = g_settings_get_string (self->settings, "wall-monitor");
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->beside));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GdkMonitor *other = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

    if (*kept != '\0' && g_strcmp0 (gdk_monitor_get_connector (monitor), kept) == 0)
      return monitor;
    if (monitor != own)
      other = monitor;
  }
  return other;
}

static void
remember_monitor (EhWallWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = NULL;
  const char *connector = NULL;

  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self)),
                                                  surface);
  if (monitor != NULL)
    connector = gdk_monitor_get_connector (monitor);
  if (connector != NULL)
    g_settings_set_string (self->settings, "wall-monitor", connector);
}

static void
full_cb (EhWallWindow *self)
{
  GdkMonitor *monitor;

  if (gtk_window_is_fullscreen (GTK_WINDOW (self))) {
    remember_monitor (self);
    gtk_window_unfullscreen (GTK_WINDOW (self));
    return;
  }
  monitor = wished_monitor (self);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
fullscreened_cb (EhWallWindow *self)
{
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_button_set_icon_name (GTK_BUTTON (self->full_button),
                            full ? "view-restore-symbolic" : "view-fullscreen-symbolic");
}

static void
leave (EhWallWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    full_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- what is shown ---- */

static char *
question_now (EhWallWindow *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhActivity) activity = eh_reader_get (db, &eh_activity_row_type,
                                                   eh_workspace_get_activity_id (self->workspace));
  g_autoptr (EhWorkshop) workshop = eh_reader_get (db, &eh_workshop_row_type,
                                                   eh_workspace_get_workshop_id (self->workspace));
  g_autofree char *title = NULL;

  if (activity != NULL && !eh_text_is_blank (activity->prompt))
    return eh_text_clean (activity->prompt);
  if (workshop != NULL && !eh_text_is_blank (workshop->title))
    return eh_text_clean_line (workshop->title);
  g_object_get (self->workspace, "title", &title, NULL);
  return g_steal_pointer (&title);
}

static void
show_question (EhWallWindow *self)
{
  g_autofree char *question = NULL;
  g_autofree char *shown = NULL;

  if (eh_workspace_get_store (self->workspace) == NULL)
    return;
  question = question_now (self);
  shown = eh_workspace_hide_names (self->workspace, question);
  eh_wall_cards_set_heading (self->cards, shown);
  eh_wall_question_set_question (self->question, shown);
}

static void
loaded_cb (EhWallWindow *self)
{
  EhWallData *data = eh_wall_watch_get_data (self->watch);

  show_question (self);
  gtk_widget_set_sensitive (self->everything,
                            eh_workspace_get_workshop_id (self->workspace) != EH_ID_NONE);
  if (data == NULL)
    return;
  eh_wall_cards_show (self->cards, data);
  eh_wall_charts_show (self->charts, data);
}

/* ---- keys ---- */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhWallWindow *self)
{
  if ((state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_1:
  case GDK_KEY_2:
  case GDK_KEY_3:
    show_face (self, keyval - GDK_KEY_1);
    return GDK_EVENT_STOP;
  case GDK_KEY_KP_1:
  case GDK_KEY_KP_2:
  case GDK_KEY_KP_3:
    show_face (self, keyval - GDK_KEY_KP_1);
    return GDK_EVENT_STOP;
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    larger_cb (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    smaller_cb (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
  case GDK_KEY_Page_Up:
    eh_wall_cards_scroll (self->cards, keyval == GDK_KEY_Page_Down ? 0.9 : -0.9);
    return GDK_EVENT_STOP;
  case GDK_KEY_F11:
    full_cb (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    leave (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* ---- putting it together ---- */

static GtkWidget *
add_icon (GtkWidget *bar, const char *icon, const char *name, GCallback callback, gpointer self)
{
  GtkWidget *button = eh_fields_icon_button (icon, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
add_toggle (GtkWidget *bar, const char *label, const char *tip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
add_rule (GtkWidget *bar)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *words = eh_fields_words (
      _ ("Only what was accepted, and only as each person agreed: their own words if they may be "
         "quoted, a summary if they agreed to no more than that, and nothing if they said no or have "
         "not been asked. A name stands there only if its owner chose that, and none while names "
         "are hidden. What came from a phone without a code is nobody's by name."),
      "eh-popover");

  gtk_label_set_max_width_chars (GTK_LABEL (words), 44);
  gtk_popover_set_child (GTK_POPOVER (popover), words);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _ ("What is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is shown"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (bar), button);
}

static void
make_bar (EhWallWindow *self)
{
  const char *labels[] = { _ ("Insights"), _ ("Question"), _ ("Charts") };
  const char *tips[] = { _ ("Insights (1)"), _ ("Question (2)"),
                         _ ("Charts; again for the next (3)") };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "eh-wall-bar");
  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    self->face_buttons[i] = add_toggle (linked, labels[i], tips[i]);
    g_signal_connect_object (self->face_buttons[i], "clicked", G_CALLBACK (face_cb), self, 0);
  }
  gtk_box_append (GTK_BOX (bar), linked);
  add_icon (bar, "zoom-out-symbolic", _ ("Smaller (−)"), G_CALLBACK (smaller_cb), self);
  add_icon (bar, "zoom-in-symbolic", _ ("Larger (+)"), G_CALLBACK (larger_cb), self);
  self->everything = add_toggle (bar, _ ("Whole Project"),
                                 _ ("Show every workshop, not only the one that is current"));
  self->movement = add_toggle (bar, _ ("Movement"), _ ("Let what is new fade in"));
  add_rule (bar);
  self->full_button = add_icon (bar, "view-fullscreen-symbolic", _ ("Full screen (F11)"),
                                G_CALLBACK (full_cb), self);
  add_icon (bar, "window-close-symbolic", _ ("Close the wall"), G_CALLBACK (gtk_window_close),
            self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bar);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, scrolled);
  gtk_widget_set_halign (GTK_WIDGET (self->revealer), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->revealer), GTK_ALIGN_END);
}

static void
make_faces (EhWallWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *handle = gtk_window_handle_new ();

  self->faces = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->faces, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_add_css_class (GTK_WIDGET (self->faces), "eh-wall");
  self->cards = EH_WALL_CARDS (eh_wall_cards_new (self->workspace));
  self->question = EH_WALL_QUESTION (eh_wall_question_new (self->workspace));
  self->charts = EH_WALL_CHARTS (eh_wall_charts_new ());
  gtk_stack_add_named (self->faces, GTK_WIDGET (self->cards), face_names[0]);
  gtk_stack_add_named (self->faces, GTK_WIDGET (self->question), face_names[1]);
  gtk_stack_add_named (self->faces, GTK_WIDGET (self->charts), face_names[2]);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), GTK_WIDGET (self->faces));
  make_bar (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), handle);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->revealer));
  adw_window_set_content (ADW_WINDOW (self), overlay);
}

static void
connect (EhWallWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (self->movement, "toggled", G_CALLBACK (movement_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->everything, "toggled", G_CALLBACK (everything_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::workshop-id", G_CALLBACK (show_question), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::activity-id", G_CALLBACK (show_question), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

static gboolean
eh_wall_window_close_request (GtkWindow *window)
{
  if (gtk_window_is_fullscreen (window))
    remember_monitor (EH_WALL_WINDOW (window));
  return GTK_WINDOW_CLASS (eh_wall_window_parent_class)->close_request (window);
}

static void
eh_wall_window_dispose (GObject *object)
{
  EhWallWindow *self = EH_WALL_WINDOW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_wall_window_parent_class)->dispose (object);
}

static void
eh_wall_window_class_init (EhWallWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_wall_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_wall_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_w, GDK_CONTROL_MASK,
                                       "window.close", NULL);
}

static void
eh_wall_window_init (EhWallWindow *self)
{
  self->settings = g_settings_new (EH_APP_ID);
  self->pointer_x = self->pointer_y = -1;
}

static EhWallWindow *
window_new (EhWorkspace *workspace, GtkWindow *beside)
{
  EhWallWindow *self = g_object_new (EH_TYPE_WALL_WINDOW, "application",
                                     gtk_window_get_application (beside), "title", _ ("Wall"),
                                     "default-width", 1100, "default-height", 700, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  self->beside = beside;
  self->watch = eh_wall_watch_of (workspace);
  make_faces (self);
  connect (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->movement),
                                g_settings_get_boolean (self->settings, "wall-movement"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->everything),
                                eh_wall_watch_get_everything (self->watch));
  apply_size (self, g_settings_get_int (self->settings, "wall-size"));
  show_face (self, 0);
  loaded_cb (self);
  eh_wall_watch_want (self->watch);
  show_bar (self);
  return self;
}

static EhWallWindow *
find (EhWorkspace *workspace)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (EH_IS_WALL_WINDOW (l->data) && EH_WALL_WINDOW (l->data)->workspace == workspace)
      return l->data;
  return NULL;
}

/**
 * eh_wall_window_show:
 * @workspace: a workspace with a project
 * @beside: the window of the project
 *
 * Shows the wall; there is one for each project.
 */
void
eh_wall_window_show (EhWorkspace *workspace, GtkWindow *beside)
{
  EhWallWindow *self = find (workspace);

  if (self == NULL)
    self = window_new (workspace, beside);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * eh_wall_window_close:
 * @workspace: a workspace
 *
 * Closes its wall, if there is one.
 */
void
eh_wall_window_close (EhWorkspace *workspace)
{
  EhWallWindow *self = find (workspace);

  if (self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}
