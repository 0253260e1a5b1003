/* Asking for a project to open. */

#include "eh-opening.h"

#include "eh-application.h"
#include "eh-compat.h"
#include "eh-unlock-window.h"
#include "eh-window.h"
#include "eh-working-copy.h"

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

  gtk_file_filter_set_name (ours, _ ("Evenhand projects and protected copies"));
  gtk_file_filter_add_pattern (ours, "*.evenhand");
  gtk_file_filter_add_pattern (ours, "*.zip");
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

/* A project on its way from a protected copy to a place of its own. */
typedef struct {
  GtkWindow *window;
  EhUnlocked *unlocked;
  GFile *to;
} Placing;

static void
placing_free (Placing *self)
{
  g_object_unref (self->window);
  eh_unlocked_free (self->unlocked);
  g_clear_object (&self->to);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Placing, placing_free)

static void
place_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Placing *self = data;
  g_autoptr (GError) error = NULL;

  /* The dialog has asked before a file is replaced; one that is open would be taken from under a
   * window. */
  if (g_file_peek_path (self->to) != NULL &&
      eh_working_copy_state_of (g_file_peek_path (self->to)) == EH_WORK_STATE_OPEN)
    g_task_return_new_error (task, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE, "%s",
                             _ ("A window has that project open. Choose another place."));
  else if (eh_job_place (self->unlocked->path, self->to, TRUE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Placing *self = g_task_get_task_data (G_TASK (result));
  GtkApplication *application = gtk_window_get_application (self->window);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    eh_workspace_report_error (eh_window_get_workspace (EH_WINDOW (self->window)), error);
  else if (application != NULL)
    eh_application_open_file (EH_APPLICATION (application), self->to, self->window);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Placing) self = user_data;
  g_autoptr (GTask) task = NULL;

  self->to = eh_compat_save_file_finish (result, NULL);
  if (self->to == NULL)
    return;
  eh_opening_remember_folder (self->to);
  task = g_task_new (NULL, NULL, placed_cb, NULL);
  g_task_set_source_tag (task, place_chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&self), (GDestroyNotify) placing_free);
  g_task_run_in_thread (task, place_in_thread);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Placing *self = NULL;
  EhUnlocked *unlocked = eh_unlock_finish (result, NULL);
  g_autoptr (GFile) folder = NULL;

  if (unlocked == NULL)
    return;
  folder = eh_opening_last_folder ();
  self = g_new0 (Placing, 1);
  self->window = g_object_ref (GTK_WINDOW (source));
  self->unlocked = unlocked;
  eh_compat_save_file_async (self->window, _ ("Where Shall the Project Be Kept?"), unlocked->name,
                             NULL, folder, NULL, place_chosen_cb, self);
}

/**
 * eh_opening_protected:
 * @window: the window that asks
 * @archive: a protected copy
 *
 * Takes the project out of it, asks where it shall be kept from now on, and opens it there.
 */
void
eh_opening_protected (GtkWindow *window, GFile *archive)
{
  eh_unlock_async (window, archive, unlocked_cb, NULL);
}
