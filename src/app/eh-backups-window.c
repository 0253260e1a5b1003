/* The backups of the project: when and why each was made and what is in it, and the way back to it.
 * They are looked into in a worker. Restoring asks nothing, for what there is now becomes a backup
 * itself; deleting asks. */

#include "eh-backups-window.h"

#include "eh-compat.h"
#include "eh-copies-window.h"
#include "eh-job-backup.h"
#include "eh-kept-row.h"
#include "eh-kept-words.h"
#include "eh-link.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhBackupsWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *folder_label;
  GtkWidget *folder_button;

  char *folder;
  GPtrArray *kept;
  GCancellable *loading;
  char *restoring; /* the day and time of what is being restored */
  guint n_erased;  /* before that */
};

G_DEFINE_FINAL_TYPE (EhBackupsWindow, eh_backups_window, ADW_TYPE_WINDOW)

static void load (EhBackupsWindow *self);

static void
fail (EhBackupsWindow *self, const GError *error)
{
  eh_workspace_report_error (self->workspace, error);
  eh_compat_announce (GTK_WIDGET (self), error->message);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
restore_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return eh_job_backup_restore (store, data, cancellable, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhBackupsWindow) self = data;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  gboolean restored = eh_workspace_run_finish (EH_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  if (!restored) {
    fail (self, error);
    return;
  }
  /* TRANSLATORS: %s is a date and a time */
  said = g_strdup_printf (_ ("The project is as it was on %s. What was there until now is in the "
                             "backups."),
                          self->restoring);
  eh_workspace_toast (self->workspace, said, FALSE);
  /* A backup that another copy made may know of more that was erased than this one did. */
  if (eh_kept_count_erased (eh_workspace_get_db (self->workspace)) > self->n_erased)
    eh_copies_window_look (self->workspace, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore_cb (GtkWidget *button, EhBackupsWindow *self)
{
  const EhKept *kept = g_object_get_data (G_OBJECT (button), "kept");

  if (eh_workspace_get_store (self->workspace) == NULL)
    return;
  g_free (self->restoring);
  self->restoring = eh_kept_words_when (kept);
  self->n_erased = eh_kept_count_erased (eh_workspace_get_db (self->workspace));
  gtk_stack_set_visible_child_name (self->stack, "working");
  eh_workspace_run_async (self->workspace, _ ("Restoring the backup…"), restore_work,
                          g_strdup (kept->path), g_free, restored_cb, g_object_ref (self));
}

typedef struct {
  EhBackupsWindow *window;
  char *path;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->window);
  g_free (deletion->path);
  g_free (deletion);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
agreed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Deletion) deletion = data;
  EhBackupsWindow *self = deletion->window;
  g_autoptr (GError) error = NULL;

  if (!eh_compat_ask_finish (result, NULL) || self->workspace == NULL)
    return;
  for (guint i = 0; i < self->kept->len; i++) {
    const EhKept *kept = self->kept->pdata[i];

    if (g_str_equal (kept->path, deletion->path) && !eh_kept_delete (kept, &error)) {
      fail (self, error);
      return;
    }
  }
  eh_compat_announce (GTK_WIDGET (self), _ ("Backup deleted"));
  load (self);
}

static void
delete_cb (GtkWidget *button, EhBackupsWindow *self)
{
  const EhKept *kept = g_object_get_data (G_OBJECT (button), "kept");
  g_autofree char *detail = eh_kept_words_detail (kept);
  g_autofree char *body = NULL;
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->window = g_object_ref (self);
  deletion->path = g_strdup (kept->path);
  /* TRANSLATORS: %s says when the backup is from and what is in it */
  body = g_strdup_printf (_ ("%s\n\nThe project itself stays as it is. The backup cannot be "
                             "brought back."),
                          detail);
  eh_compat_ask_async (GTK_WINDOW (self), _ ("Delete This Backup?"), body, _ ("_Delete"), TRUE,
                       NULL, agreed_cb, deletion);
}

static void
add_button (GtkWidget *row,
            const char *label,
            const char *name,
            EhKept *kept,
            GCallback callback,
            EhBackupsWindow *self)
{
  GtkWidget *button = eh_kept_row_add_button (row, label, name);

  g_object_set_data (G_OBJECT (button), "kept", kept);
  g_signal_connect (button, "clicked", callback, self);
}

static void
add_row (EhBackupsWindow *self, EhKept *kept)
{
  GtkWidget *row = eh_kept_row_new (kept);
  g_autofree char *when = eh_kept_words_when (kept);
  /* TRANSLATORS: %s is a date and a time */
  g_autofree char *restore = g_strdup_printf (_ ("Restore the backup from %s"), when);
  /* TRANSLATORS: %s is a date and a time */
  g_autofree char *delete = g_strdup_printf (_ ("Delete the backup from %s"), when);

  if (!kept->readable)
    eh_kept_row_add_hint (row, _ ("This backup is damaged and cannot be restored."), TRUE);
  else if (kept->holds)
    eh_kept_row_add_hint (
        row, _ ("It still holds what somebody withdrew since. Restoring it leaves that out."),
        FALSE);
  if (kept->readable)
    add_button (row, _ ("_Restore"), restore, kept, G_CALLBACK (restore_cb), self);
  add_button (row, _ ("_Delete…"), delete, kept, G_CALLBACK (delete_cb), self);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (EhBackupsWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* Otherwise the keyboard would be in the folder's path, all of it selected. */
static void
place_focus (EhBackupsWindow *self)
{
  gtk_label_select_region (self->folder_label, 0, 0);
  if (self->kept->len == 0 ||
      !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhBackupsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = eh_job_backup_list_finish (result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kept == NULL) {
    fail (self, error);
    return;
  }
  clear_list (self);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = g_steal_pointer (&kept);
  for (guint i = 0; i < self->kept->len; i++)
    add_row (self, self->kept->pdata[i]);
  gtk_widget_set_visible (self->folder_button, g_file_test (self->folder, G_FILE_TEST_IS_DIR));
  gtk_stack_set_visible_child_name (self->stack, self->kept->len > 0 ? "list" : "empty");
  place_focus (self);
}

static void
load (EhBackupsWindow *self)
{
  const EhKeptQuery query = { eh_store_get_path (eh_workspace_get_store (self->workspace)), NULL,
                              NULL, NULL };

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  eh_job_backup_list_async (&query, self->loading, loaded_cb, g_object_ref (self));
}

static void
open_folder_cb (EhBackupsWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  if (uri != NULL)
    eh_link_open_folder (self->workspace, GTK_WIDGET (self), uri);
}

static void
eh_backups_window_dispose (GObject *object)
{
  EhBackupsWindow *self = EH_BACKUPS_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->list != NULL)
    clear_list (self);
  self->list = NULL;
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->restoring, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_backups_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhBackupsWindow, name)

static void
eh_backups_window_class_init (EhBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_backups_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-backups-window.ui");
  BIND (stack);
  BIND (list);
  BIND (folder_label);
  BIND (folder_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_backups_window_init (EhBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->folder_button, "clicked", G_CALLBACK (open_folder_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_backups_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window that lists the backups of the project; Escape closes it
 */
GtkWidget *
eh_backups_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhBackupsWindow *self = g_object_new (EH_TYPE_BACKUPS_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->folder = eh_backup_folder (eh_workspace_get_db (workspace));
  gtk_label_set_label (self->folder_label, self->folder);
  load (self);
  return GTK_WIDGET (self);
}
