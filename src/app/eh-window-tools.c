/* What the menu of a window opens beside it: other windows and dialogs, of which it knows nothing
 * else. */

#include "eh-window-tools.h"

#include "eh-backups-window.h"
#include "eh-categories-window.h"
#include "eh-differences-window.h"
#include "eh-document-window.h"
#include "eh-history-window.h"
#include "eh-import-window.h"
#include "eh-kiosk-ask.h"
#include "eh-merge-window.h"
#include "eh-new-project.h"
#include "eh-opening.h"
#include "eh-paste-window.h"
#include "eh-phones-window.h"
#include "eh-preferences-window.h"
#include "eh-print-window.h"
#include "eh-publish-window.h"
#include "eh-save-copy.h"
#include "eh-shortcuts-window.h"
#include "eh-sort-window.h"
#include "eh-wall-window.h"
#include "eh-window.h"
#include "eh-words-window.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_import_window_ask (eh_window_get_workspace (self), GTK_WINDOW (widget));
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_save_copy_ask (eh_window_get_session (self), eh_window_get_workspace (self),
                      GTK_WINDOW (widget));
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_merge_window_ask (eh_window_get_workspace (self), GTK_WINDOW (widget));
}

static void
looked_at_both_cb (EhWindow *self)
{
  EhSession *session = eh_window_get_session (self);

  if (session != NULL)
    eh_session_look_again (session);
}

/* What somebody else has put in the place of the file, beside what is here. */
static void
look_at_both_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);
  EhSession *session = eh_window_get_session (self);
  GtkWidget *window;

  if (session == NULL || !eh_session_has_question (session))
    return;
  window = eh_merge_window_new (eh_window_get_workspace (self), GTK_WINDOW (widget),
                                eh_window_get_file (self));
  g_signal_connect_object (window, "destroy", G_CALLBACK (looked_at_both_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
kiosk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_kiosk_ask (eh_window_get_workspace (self), GTK_WINDOW (widget));
}

/* Windows about the project that is open. */
static void
project_window_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct {
    const char *action;
    GtkWidget *(*make) (EhWorkspace *workspace, GtkWindow *parent);
  } windows[] = {
    { "win.backups", eh_backups_window_new },
    { "win.paste-wall", eh_paste_window_new },
    { "win.history", eh_history_window_new },
    { "win.sort-insights", eh_sort_window_new },
    { "win.categories", eh_categories_window_new },
    { "win.differences", eh_differences_window_new },
    { "win.documents", eh_document_window_new },
    { "win.print-workshop", eh_print_window_new },
    { "win.words", eh_words_window_new },
    { "win.publish", eh_publish_window_new },
  };
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (g_str_equal (windows[i].action, name))
      gtk_window_present (
          GTK_WINDOW (windows[i].make (eh_window_get_workspace (self), GTK_WINDOW (widget))));
}

static void
phones_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_phones_window_show (eh_window_get_workspace (self), GTK_WINDOW (widget));
}

static void
wall_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWindow *self = EH_WINDOW (widget);

  if (eh_window_get_session (self) != NULL)
    eh_wall_window_show (eh_window_get_workspace (self), GTK_WINDOW (widget));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (eh_shortcuts_window_new (GTK_WINDOW (widget))));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (eh_preferences_window_new (GTK_WINDOW (widget))));
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_about_dialog (
      GTK_WINDOW (widget), "program-name", "Evenhand", "logo-icon-name", EH_APP_ID, "version",
      EH_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Write guidance together, and show whose knowledge ended up in it."), NULL);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_new_project_ask (GTK_WINDOW (widget));
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_new_project_sample (GTK_WINDOW (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_opening_ask (GTK_WINDOW (widget));
}

/**
 * eh_window_tools_install:
 * @widget_class: the class of windows
 *
 * Adds their actions.
 */
void
eh_window_tools_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "win.look-at-both", NULL, look_at_both_action);
  gtk_widget_class_install_action (widget_class, "win.kiosk", NULL, kiosk_action);
  gtk_widget_class_install_action (widget_class, "win.paste-wall", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.print-workshop", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.differences", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.documents", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.phones", NULL, phones_action);
  gtk_widget_class_install_action (widget_class, "win.wall", NULL, wall_action);
  gtk_widget_class_install_action (widget_class, "win.sort-insights", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.categories", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.words", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.publish", NULL, project_window_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
}
