/* After another copy, or a backup, has told that something was erased at somebody's wish: the
 * copies on this computer that still hold it, to be deleted or not. It comes up when there are any.
 */

#include "eh-copies-window.h"

#include "eh-compat.h"
#include "eh-copies-box.h"
#include "eh-window.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define EH_TYPE_COPIES_WINDOW (eh_copies_window_get_type ())
G_DECLARE_FINAL_TYPE (EhCopiesWindow, eh_copies_window, EH, COPIES_WINDOW, AdwWindow)

struct _EhCopiesWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhCopiesBox *copies;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (EhCopiesWindow, eh_copies_window, ADW_TYPE_WINDOW)

static void
delete_cb (EhCopiesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (eh_copies_box_delete (self->copies, &error))
    eh_workspace_toast (self->workspace, _ ("The copies are deleted"), FALSE);
  else
    eh_workspace_report_error (self->workspace, error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
looked_cb (EhCopiesWindow *self)
{
  guint n = eh_copies_box_get_n_copies (self->copies);
  g_autofree char *said = NULL;

  if (self->workspace == NULL)
    return;
  if (n == 0) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  said = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "It is erased from the project. %u copy on this computer still holds it.",
                   "It is erased from the project. %u copies on this computer still hold it.", n),
      n);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->delete_button);
  eh_compat_announce (GTK_WIDGET (self), said);
}

static void
eh_copies_window_dispose (GObject *object)
{
  EhCopiesWindow *self = EH_COPIES_WINDOW (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_copies_window_parent_class)->dispose (object);
}

static void
eh_copies_window_class_init (EhCopiesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_copies_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-copies-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EhCopiesWindow, copies);
  gtk_widget_class_bind_template_child (widget_class, EhCopiesWindow, delete_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_copies_window_init (EhCopiesWindow *self)
{
  g_type_ensure (EH_TYPE_COPIES_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->delete_button, "clicked", G_CALLBACK (delete_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copies, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_copies_window_look:
 * @workspace: a workspace with a project, from which something was just erased
 * @parent: the window of the project
 *
 * Looks for copies that still hold what was ever erased, and asks what shall become of them. With
 * none, nothing is shown.
 */
void
eh_copies_window_look (EhWorkspace *workspace, GtkWindow *parent)
{
  EhCopiesWindow *self = g_object_new (EH_TYPE_COPIES_WINDOW, "transient-for", parent, NULL);
  GFile *file = EH_IS_WINDOW (parent) ? eh_window_get_file (EH_WINDOW (parent)) : NULL;
  g_autofree char *user_file = file != NULL ? g_file_get_path (file) : NULL;
  const EhKeptQuery query = { eh_store_get_path (eh_workspace_get_store (workspace)), user_file,
                              NULL, NULL };

  self->workspace = g_object_ref (workspace);
  eh_copies_box_look (self->copies, &query);
}
