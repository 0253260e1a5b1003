/* A window about the project that stands over the window of the project: one column that scrolls,
 * messages of its own, undo and redo, and Escape, which closes it. */

#include "eh-project-window.h"

#include "eh-actions.h"
#include "eh-compat.h"
#include "eh-toast.h"

#define WIDTH     760
#define HEIGHT    700
#define MIN_WIDTH 360
/* What is left of a screen of 320 CSS pixels in height at 200 %. */
#define MIN_HEIGHT 294

typedef struct {
  EhWorkspace *workspace;
  AdwToastOverlay *toasts;
} EhProjectWindowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (EhProjectWindow, eh_project_window, ADW_TYPE_WINDOW)

static EhProjectWindowPrivate *
private_of (EhProjectWindow *self)
{
  return eh_project_window_get_instance_private (self);
}

static void
toast_cb (EhProjectWindow *self, const char *text, gboolean with_undo)
{
  adw_toast_overlay_add_toast (private_of (self)->toasts, eh_toast_new (text));
  eh_compat_announce (GTK_WIDGET (self), text);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWorkspace *workspace = private_of (EH_PROJECT_WINDOW (widget))->workspace;

  if (g_str_equal (name, "win.undo"))
    eh_workspace_undo (workspace);
  else
    eh_workspace_redo (workspace);
}

/* What was typed is safe before anything goes. */
static gboolean
eh_project_window_close_request (GtkWindow *window)
{
  EhWorkspace *workspace = private_of (EH_PROJECT_WINDOW (window))->workspace;

  if (workspace != NULL)
    eh_workspace_flush (workspace);
  return GTK_WINDOW_CLASS (eh_project_window_parent_class)->close_request (window);
}

static void
eh_project_window_dispose (GObject *object)
{
  g_clear_object (&private_of (EH_PROJECT_WINDOW (object))->workspace);
  G_OBJECT_CLASS (eh_project_window_parent_class)->dispose (object);
}

static void
eh_project_window_class_init (EhProjectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_project_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_project_window_close_request;
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_project_window_init (EhProjectWindow *self)
{
}

/**
 * eh_project_window_set_up:
 * @self: a window that was just made
 * @workspace: a workspace with a project
 * @parent: the window of the project
 * @title: what it is called
 * @body: (transfer floating): what stands in it
 */
void
eh_project_window_set_up (EhProjectWindow *self,
                          EhWorkspace *workspace,
                          GtkWindow *parent,
                          const char *title,
                          GtkWidget *body)
{
  EhProjectWindowPrivate *private = private_of (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  private->workspace = g_object_ref (workspace);
  private->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, MIN_HEIGHT);
  gtk_widget_add_css_class (body, "eh-sort-pane");
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_toast_overlay_set_child (private->toasts, scrolled);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (private->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  eh_actions_install_window (GTK_WIDGET (self));
  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_project_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its workspace; %NULL once it is closed
 */
EhWorkspace *
eh_project_window_get_workspace (EhProjectWindow *self)
{
  return private_of (self)->workspace;
}
