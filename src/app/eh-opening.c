/* Asking for a project to open. */

#include "eh-opening.h"

#include "eh-application.h"
#include "eh-compat.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_opening_filters:
 *
 * Returns: (transfer full) (element-type GtkFileFilter): the kinds of file that hold projects
 */
GListModel *
eh_opening_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _ ("Evenhand projects"));
  gtk_file_filter_add_pattern (ours, "*.evenhand");
  g_list_store_append (filters, ours);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

/**
 * eh_opening_last_folder:
 *
 * Returns: (transfer full) (nullable): where the last file was; %NULL for where a dialog begins by
 * itself
 */
GFile *
eh_opening_last_folder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (EH_APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * eh_opening_remember_folder:
 * @file: a file that was chosen
 *
 * Has the next dialog begin in its folder.
 */
void
eh_opening_remember_folder (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (EH_APP_ID);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "last-folder", uri);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GFile) file = eh_compat_open_file_finish (result, NULL);
  GtkApplication *application = gtk_window_get_application (window);

  if (file == NULL || application == NULL)
    return;
  eh_opening_remember_folder (file);
  eh_application_open_file (EH_APPLICATION (application), file, window);
}

/**
 * eh_opening_ask:
 * @window: the window that asks
 *
 * Asks which project to open, and opens it: here if the window has none, else in a new one.
 */
void
eh_opening_ask (GtkWindow *window)
{
  g_autoptr (GListModel) filters = eh_opening_filters ();
  g_autoptr (GFile) folder = eh_opening_last_folder ();

  eh_compat_open_file_async (window, _ ("Open a Project"), filters, folder, NULL, chosen_cb,
                             g_object_ref (window));
}
