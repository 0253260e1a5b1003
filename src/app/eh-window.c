/* The window: one project, its places, and the ways between them. It knows no place by name; what
 * there is comes from the list of places, and pages are made when they are first visited. */

#include "eh-window.h"

#include "eh-actions.h"
#include "eh-application.h"
#include "eh-compat.h"
#include "eh-notices.h"
#include "eh-overdue-watch.h"
#include "eh-page.h"
#include "eh-phones-chip.h"
#include "eh-phones-window.h"
#include "eh-phones.h"
#include "eh-place.h"
#include "eh-recovery-dialog.h"
#include "eh-run-page.h"
#include "eh-sidebar.h"
#include "eh-split.h"
#include "eh-text.h"
#include "eh-toast.h"
#include "eh-wall-window.h"
#include "eh-welcome.h"
#include "eh-window-tools.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  GtkWidget *back_button;
  GtkWidget *sidebar_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwWindowTitle *window_title;
  GtkLabel *save_label;
  EhNotices *notices;
  GtkWidget *room_bar;
  GtkStack *views;
  GtkSpinner *spinner;
  GtkWidget *stop_opening_button;
  GtkLabel *loading_label;

  EhWorkspace *workspace;
  EhSession *session;
  GSettings *settings;
  EhOverdueWatch *overdue_watch;
  GFile *opening; /* what was asked for last */
  EhSplit *split; /* while a project is open */
  EhSidebar *sidebar;
  GtkStack *places;
  gboolean
      from_map; /* the insights that are shown are those behind a mark: the way back leads there */
  AdwToast *toast;
  GCancellable *cancellable;
  gboolean close_wanted; /* when what is being done is done */
  gboolean closing;
};

enum {
  PROP_ROOM_DISPLAY = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhWindow, eh_window, ADW_TYPE_APPLICATION_WINDOW)

/* The session that goes on takes the whole content. */
static gboolean
is_running (EhWindow *self)
{
  return eh_run_page_shown (self->views) != NULL;
}

static EhPage *
current_page (EhWindow *self)
{
  GtkWidget *page = is_running (self)      ? GTK_WIDGET (eh_run_page_shown (self->views))
                    : self->places != NULL ? gtk_stack_get_visible_child (self->places)
                                           : NULL;

  return EH_IS_PAGE (page) ? EH_PAGE (page) : NULL;
}

static void
refresh_title (EhWindow *self)
{
  g_autofree char *title = NULL;
  const char *id = self->places != NULL ? gtk_stack_get_visible_child_name (self->places) : NULL;
  const EhPlace *place = id != NULL ? eh_place_find (id) : NULL;
  const char *label = is_running (self) ? _ ("Session") : place != NULL ? _ (place->label) : "";
  gboolean folded = self->split != NULL && eh_split_get_folded (self->split) &&
                    eh_split_get_show_content (self->split);

  g_object_get (self->workspace, "title", &title, NULL);
  if (place == NULL || eh_text_is_blank (title)) {
    adw_window_title_set_title (self->window_title, "Evenhand");
    adw_window_title_set_subtitle (self->window_title, "");
    gtk_window_set_title (GTK_WINDOW (self), "Evenhand");
    return;
  }
  adw_window_title_set_title (self->window_title, folded ? label : title);
  adw_window_title_set_subtitle (self->window_title, folded ? title : label);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The split of the current page, where its details hide its list. */
static EhSplit *
page_in_detail (EhWindow *self)
{
  EhPage *page = current_page (self);
  EhSplit *split = page != NULL ? eh_page_get_split (page) : NULL;

  return split != NULL && eh_split_is_in_detail (split) ? split : NULL;
}

static void
refresh_header (EhWindow *self)
{
  static const char *const with_project[] = {
    "win.documents",  "win.history",      "win.import",        "win.save-copy",  "win.merge",
    "win.backups",    "win.room-display", "win.run",           "win.phones",     "win.wall",
    "win.paste-wall", "win.kiosk",        "win.sort-insights", "win.categories", "win.differences",
    "win.words",      "win.publish",
  };
  gboolean open = self->split != NULL;
  gboolean folded = open && eh_split_get_folded (self->split);
  gboolean back = open &&
                  (is_running (self) || self->from_map || eh_split_is_in_detail (self->split) ||
                   (!folded && page_in_detail (self) != NULL));

  gtk_widget_set_visible (self->back_button, back);
  /* On a narrow screen the room belongs to the way back and to undo. */
  adw_header_bar_set_decoration_layout (self->header, folded ? ":close" : NULL);
  gtk_widget_set_visible (self->sidebar_button, open && !folded && !is_running (self));
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open && !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->save_label), open && !folded);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", back);
  for (guint i = 0; i < G_N_ELEMENTS (with_project); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_project[i], open);
  eh_workspace_set_folded (self->workspace, folded);
  refresh_title (self);
}

static const char *
why_no_undo (EhStore *store)
{
  return store != NULL && eh_store_ends_in_erasing (store)
             ? _ ("What was erased cannot come back, so nothing before it can be undone")
             : _ ("Nothing to undo");
}

static void
refresh_undo (EhWindow *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *undo = eh_workspace_hide_names (
      self->workspace, store != NULL ? eh_store_get_undo_label (store) : NULL);
  g_autofree char *redo = eh_workspace_hide_names (
      self->workspace, store != NULL ? eh_store_get_redo_label (store) : NULL);
  /* TRANSLATORS: %s is what was done last, such as "Added an insight" */
  g_autofree char *undo_hint = undo ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  /* TRANSLATORS: %s is what was undone last, such as "Added an insight" */
  g_autofree char *redo_hint = redo ? g_strdup_printf (_ ("Do again: %s"), redo) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo ? undo_hint : why_no_undo (store));
  gtk_widget_set_tooltip_text (self->redo_button, redo ? redo_hint : _ ("Nothing to do again"));
}

static void
follow_split (EhWindow *self, EhSplit *split)
{
  if (split == NULL)
    return;
  g_signal_connect_object (split, "notify::folded", G_CALLBACK (refresh_header), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (split, "notify::show-content", G_CALLBACK (refresh_header), self,
                           G_CONNECT_SWAPPED);
}

/* A page is built when it is first visited, so that opening a project costs one page. */
static GtkWidget *
page_for (EhWindow *self, const EhPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->places, place->id);

  if (page == NULL) {
    page = g_object_new (place->page_type (), "workspace", self->workspace, NULL);
    gtk_stack_add_named (self->places, page, place->id);
    follow_split (self, EH_IS_PAGE (page) ? eh_page_get_split (EH_PAGE (page)) : NULL);
  }
  return page;
}

static GtkWidget *
go_to (EhWindow *self, const char *id, gboolean leave_sidebar)
{
  const EhPlace *place = eh_place_find (id);
  GtkWidget *page = NULL;

  if (place == NULL || self->places == NULL)
    return NULL;
  eh_run_page_leave (self->views);
  page = page_for (self, place);
  if (page != gtk_stack_get_visible_child (self->places)) {
    self->from_map = FALSE;
    eh_workspace_flush (self->workspace);
    gtk_stack_set_visible_child (self->places, page);
  }
  eh_sidebar_select (self->sidebar, id);
  if (leave_sidebar)
    eh_split_set_show_content (self->split, TRUE);
  refresh_header (self);
  return page;
}

static void
place_chosen_cb (EhSidebar *sidebar, const char *id, gboolean activated, EhWindow *self)
{
  go_to (self, id, activated);
}

static void
show_place_cb (EhWorkspace *workspace, const char *id, EhWindow *self)
{
  const char *before = self->places != NULL ? gtk_stack_get_visible_child_name (self->places)
                                            : NULL;
  gboolean from_map = g_strcmp0 (before, "map") == 0 && g_str_equal (id, "insights");

  go_to (self, id, TRUE);
  self->from_map = from_map;
  refresh_header (self);
}

static void
show_item_cb (EhWorkspace *workspace, const char *id, gint64 item, EhWindow *self)
{
  GtkWidget *page = go_to (self, id, TRUE);

  if (EH_IS_PAGE (page))
    eh_page_show_item (EH_PAGE (page), item);
}

static void
show_filter_cb (EhWorkspace *workspace, const char *id, const char *filter, EhWindow *self)
{
  GtkWidget *page = go_to (self, id, TRUE);

  if (EH_IS_PAGE (page))
    eh_page_show_filter (EH_PAGE (page), filter);
}

static void
toast_gone_cb (AdwToast *toast, EhWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* One toast at a time: what is undone by its button is always the step that it speaks of. */
static void
toast_cb (EhWorkspace *workspace, const char *text, gboolean with_undo, EhWindow *self)
{
  AdwToast *toast = eh_toast_new (text);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  if (with_undo) {
    adw_toast_set_button_label (toast, _ ("_Undo"));
    adw_toast_set_action_name (toast, "win.undo");
  }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A toast offers to undo what it speaks of; after the next change that is no longer what it does.
 */
static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

static void
announce_cb (EhWorkspace *workspace, const char *text, EhWindow *self)
{
  eh_compat_announce (GTK_WIDGET (self), text);
}

/* What was said before names were hidden may hold some. */
static void
room_display_cb (EhWindow *self)
{
  gboolean on = eh_workspace_get_room_display (self->workspace);

  gtk_widget_set_visible (self->room_bar, on);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM_DISPLAY]);
  eh_workspace_announce (self->workspace, on ? _ ("Names are hidden") : _ ("Names are shown"));
}

/* Beside what else there is to know, if that has not been read yet. */
static void
deleted_cb (EhOverdueWatch *watch, const char *text, EhWindow *self)
{
  eh_notices_add_news (self->notices, text);
  eh_workspace_announce (self->workspace, text);
}

static void
working_cb (EhWindow *self)
{
  if (self->close_wanted && eh_workspace_get_working (self->workspace) == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_state_cb (EhWindow *self)
{
  g_autofree char *state = NULL;

  g_object_get (self->workspace, "save-state", &state, NULL);
  gtk_label_set_label (self->save_label, state != NULL ? state : "");
}

static void
show_project (EhWindow *self)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  self->split = EH_SPLIT (eh_split_new ());
  self->places = GTK_STACK (gtk_stack_new ());
  self->sidebar = EH_SIDEBAR (eh_sidebar_new (self->workspace));
  gtk_stack_set_hhomogeneous (self->places, FALSE);
  gtk_stack_set_vhomogeneous (self->places, FALSE);
  g_object_set (self->split, "sidebar-width", 212, "content-width", 420, NULL);
  eh_split_set_sidebar (self->split, GTK_WIDGET (self->sidebar));
  eh_split_set_content (self->split, GTK_WIDGET (self->places));
  eh_split_set_show_content (self->split, TRUE);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (place_chosen_cb), self, 0);
  follow_split (self, self->split);
  g_settings_bind (self->settings, "sidebar-visible", self->split, "show-sidebar",
                   G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (self->split, "show-sidebar", self->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_stack_add_named (self->views, GTK_WIDGET (self->split), "project");
  gtk_stack_set_visible_child_name (self->views, "project");
  go_to (self, places[0].id, TRUE);
  refresh_undo (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EhWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = eh_session_open_finish (self->session, result, &error);

  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->stop_opening_button, FALSE);
  g_clear_object (&self->cancellable);
  if (!opened) {
    gtk_stack_set_visible_child_name (self->views, "welcome");
    if (g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED)) {
      eh_recovery_dialog_ask (GTK_WINDOW (self), self->opening, error->message);
    } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      /* TRANSLATORS: %s says why */
      g_autofree char *text = g_strdup_printf (_ ("The project could not be opened. %s"),
                                               error->message);

      eh_workspace_set_problem (self->workspace, text);
    }
    return;
  }
  show_project (self);
  eh_notices_set_news (self->notices, eh_session_get_news (self->session));
  if (eh_session_get_news (self->session) != NULL)
    eh_workspace_announce (self->workspace, eh_session_get_news (self->session));
  eh_welcome_remember (eh_session_get_file (self->session));
  eh_overdue_watch_look (self->overdue_watch);
}

/**
 * eh_window_open:
 * @self: a window with no project
 * @file: a project
 *
 * Opens a project; what goes wrong is shown above the welcome.
 */
void
eh_window_open (EhWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *isolated = eh_text_isolate (name);
  /* TRANSLATORS: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Opening %s…"), isolated);

  g_return_if_fail (self->split == NULL);
  eh_workspace_set_problem (self->workspace, NULL);
  gtk_label_set_label (self->loading_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->views, "loading");
  gtk_widget_set_visible (self->stop_opening_button, TRUE);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->opening, file);
  eh_session_open_async (self->session, file, self->cancellable, opened_cb, g_object_ref (self));
}

/**
 * eh_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the project that it has open
 */
GFile *
eh_window_get_file (EhWindow *self)
{
  return eh_session_get_file (self->session);
}

/**
 * eh_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none): what its places share
 */
EhWorkspace *
eh_window_get_workspace (EhWindow *self)
{
  return self->workspace;
}

/**
 * eh_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its session while its project can be worked on
 */
EhSession *
eh_window_get_session (EhWindow *self)
{
  return self->split != NULL ? self->session : NULL;
}

/**
 * eh_window_show_place:
 * @self: a window with a project
 * @place_id: the place to go to
 */
void
eh_window_show_place (EhWindow *self, const char *place_id)
{
  go_to (self, place_id, TRUE);
}

static gboolean
destroy_cb (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

/* The dialog is still busy with its own end when it tells; the window waits for that. */
static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  eh_compat_ask_finish (result, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, destroy_cb, user_data, g_object_unref);
}

/* What could not be put into the user's file waits on this computer; nobody should find that out by
 * opening the file on another one. */
static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EhWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (eh_session_close_finish (self->session, result, &error)) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  gtk_spinner_stop (self->spinner);
  gtk_label_set_label (self->loading_label, _ ("Not in your file yet"));
  /* TRANSLATORS: %s says why */
  body = g_strdup_printf (_ ("%s The changes are safe on this computer, and go into the file when "
                             "the project is opened here again."),
                          error->message);
  eh_compat_tell_async (GTK_WINDOW (self), _ ("The last changes are not in your file"), body,
                        _ ("_Close"), told_cb, g_object_ref (self));
}

static void
save_size (EhWindow *self)
{
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

/* What is beside the window ends with the project: nothing is served or shown of one that is
 * closed.
 */
static void
leave_room (EhWindow *self)
{
  eh_wall_window_close (self->workspace);
  eh_phones_window_close (self->workspace);
  eh_phones_let_go (eh_phones_of (self->workspace));
}

/* The window goes when the user's file holds everything; until then it shows that it is saving. */
static gboolean
eh_window_close_request (GtkWindow *window)
{
  EhWindow *self = EH_WINDOW (window);

  if (self->closing)
    return TRUE;
  self->close_wanted = eh_workspace_get_working (self->workspace) != NULL;
  if (self->close_wanted)
    return TRUE;
  self->closing = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  save_size (self);
  if (self->split == NULL)
    return FALSE;
  eh_workspace_flush (self->workspace);
  leave_room (self);
  gtk_label_set_label (self->loading_label, _ ("Saving…"));
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->views, "loading");
  eh_run_page_close (self->views);
  gtk_stack_remove (self->views, GTK_WIDGET (self->split));
  self->split = NULL;
  self->places = NULL;
  self->sidebar = NULL;
  refresh_header (self);
  eh_session_close_async (self->session, closed_cb, g_object_ref (self));
  return TRUE;
}

static void
place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = go_to (EH_WINDOW (widget), name + strlen ("win.place-"), TRUE);

  if (page != NULL)
    eh_page_focus (page);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_workspace_undo (EH_WINDOW (widget)->workspace);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_workspace_redo (EH_WINDOW (widget)->workspace);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *opening = EH_WINDOW (widget);

  if (opening->cancellable != NULL)
    g_cancellable_cancel (opening->cancellable);
  eh_workspace_stop (EH_WINDOW (widget)->workspace);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhPage *page = current_page (EH_WINDOW (widget));

  if (page == NULL || !eh_page_focus_search (page))
    gtk_widget_error_bell (widget);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhPage *page = current_page (EH_WINDOW (widget));

  if (page == NULL || !eh_page_add (page))
    gtk_widget_error_bell (widget);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);
  gboolean shown = FALSE;

  if (self->split == NULL || is_running (self))
    return;
  if (eh_split_get_folded (self->split)) {
    eh_split_set_show_content (self->split, !eh_split_get_show_content (self->split));
    return;
  }
  g_object_get (self->split, "show-sidebar", &shown, NULL);
  g_object_set (self->split, "show-sidebar", !shown, NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (self->split == NULL)
    return;
  if (page_in_detail (self) != NULL) {
    eh_split_leave_detail (page_in_detail (self));
  } else if (eh_run_page_leave (self->views)) {
    refresh_header (self);
  } else if (self->from_map) {
    GtkWidget *map = go_to (self, "map", TRUE);

    gtk_widget_grab_focus (map);
  } else {
    eh_split_leave_detail (self->split);
  }
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (self->split == NULL)
    return;
  if (eh_run_page_show (self->views, self->workspace))
    follow_split (self, eh_page_get_split (current_page (self)));
  refresh_header (self);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
eh_window_dispose (GObject *object)
{
  EhWindow *self = EH_WINDOW (object);

  self->toast = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->overdue_watch);
  g_clear_object (&self->opening);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (eh_window_parent_class)->dispose (object);
}

static void
eh_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhWindow *self = EH_WINDOW (object);

  /* The menu asks while the window is being made. */
  g_value_set_boolean (value, self->workspace && eh_workspace_get_room_display (self->workspace));
}

static void
eh_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  eh_workspace_set_room_display (EH_WINDOW (object)->workspace, g_value_get_boolean (value));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, header);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, save_label);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, room_bar);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, views);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, stop_opening_button);
  gtk_widget_class_bind_template_child (widget_class, EhWindow, loading_label);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  for (guint i = 0; i < n_places; i++) {
    g_autofree char *name = g_strconcat ("win.place-", places[i].id, NULL);

    gtk_widget_class_install_action (widget_class, g_intern_string (name), NULL, place_action);
  }
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.run", NULL, run_action);
  gtk_widget_class_install_property_action (widget_class, "win.room-display", "room-display");
  eh_window_tools_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);
}

static void
eh_window_class_init (EhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = eh_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = eh_window_set_property;
  /**
   * EhWindow:room-display: whether names are hidden; see #EhWorkspace:room-display
   */
  props[PROP_ROOM_DISPLAY] = g_param_spec_boolean ("room-display", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  GTK_WINDOW_CLASS (klass)->close_request = eh_window_close_request;
  g_type_ensure (EH_TYPE_NOTICES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/evenhand/Evenhand/eh-window.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, EhWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    eh_application_open_file (EH_APPLICATION (application), l->data, GTK_WINDOW (self));
  return TRUE;
}

/* A project that is dropped on the window opens, here or in another one. */
static void
take_drops (EhWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
connect_workspace (EhWindow *self)
{
  EhWorkspace *workspace = self->workspace;

  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, 0);
  g_signal_connect_object (workspace, "announce", G_CALLBACK (announce_cb), self, 0);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (workspace, "show-place", G_CALLBACK (show_place_cb), self, 0);
  g_signal_connect_object (workspace, "show-item", G_CALLBACK (show_item_cb), self, 0);
  g_signal_connect_object (workspace, "show-filter", G_CALLBACK (show_filter_cb), self, 0);
  self->overdue_watch = eh_overdue_watch_new (workspace);
  g_signal_connect_object (self->overdue_watch, "deleted", G_CALLBACK (deleted_cb), self, 0);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::title", G_CALLBACK (refresh_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (refresh_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::redo-label", G_CALLBACK (refresh_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::working", G_CALLBACK (working_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::save-state", G_CALLBACK (save_state_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_window_init (EhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->settings = g_settings_new (EH_APP_ID);
  self->workspace = eh_workspace_new ();
  self->session = eh_session_new (self->workspace);
  connect_workspace (self);
  adw_header_bar_pack_end (self->header, eh_phones_chip_new (self->workspace));
  eh_notices_set_session (self->notices, self->workspace, self->session);
  eh_actions_install_window (GTK_WIDGET (self));
  take_drops (self);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_stack_add_named (self->views, eh_welcome_new (), "welcome");
  gtk_stack_set_visible_child_name (self->views, "welcome");
  refresh_header (self);
  refresh_undo (self);
}

/**
 * eh_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that welcomes
 */
EhWindow *
eh_window_new (GtkApplication *application)
{
  return g_object_new (EH_TYPE_WINDOW, "application", application, NULL);
}
