/* What GTK 4.8 and newer ones do differently: the only file that asks which one it is built with.
 * It is compiled without the version pins that the rest of the window has. */

#include "eh-compat.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define ACCEPT "accept"
#define CANCEL "cancel"

#if ADW_CHECK_VERSION(1, 5, 0)
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  g_task_return_boolean (task, g_strcmp0 (response, ACCEPT) == 0);
}
#else
static void
asked_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_strcmp0 (response, ACCEPT) == 0);
}
#endif

static void
ask (GtkWindow *parent,
     const char *heading,
     const char *body,
     const char *accept_label,
     gboolean may_cancel,
     gboolean destructive,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  AdwResponseAppearance appearance = destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                 : ADW_RESPONSE_SUGGESTED;

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  if (may_cancel)
    adw_alert_dialog_add_response (dialog, CANCEL, _ ("_Cancel"));
  adw_alert_dialog_add_response (dialog, ACCEPT, accept_label);
  adw_alert_dialog_set_close_response (dialog, may_cancel ? CANCEL : ACCEPT);
  adw_alert_dialog_set_default_response (dialog, destructive ? CANCEL : ACCEPT);
  adw_alert_dialog_set_response_appearance (dialog, ACCEPT, appearance);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (parent), cancellable, asked_cb, task);
#else
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  if (may_cancel)
    adw_message_dialog_add_response (dialog, CANCEL, _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, ACCEPT, accept_label);
  adw_message_dialog_set_close_response (dialog, may_cancel ? CANCEL : ACCEPT);
  adw_message_dialog_set_default_response (dialog, destructive ? CANCEL : ACCEPT);
  adw_message_dialog_set_response_appearance (dialog, ACCEPT, appearance);
  g_signal_connect (dialog, "response", G_CALLBACK (asked_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * eh_compat_ask_async:
 * @parent: the window that asks
 * @heading: the question
 * @body: what follows from it
 * @accept_label: the verb on the button that goes on, with a mnemonic: "_Remove"
 * @destructive: whether going on loses something; Enter then cancels
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks a question with two answers.
 */
void
eh_compat_ask_async (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const char *accept_label,
                     gboolean destructive,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  ask (parent, heading, body, accept_label, TRUE, destructive, cancellable, callback, user_data);
}

/**
 * eh_compat_tell_async:
 * @parent: the window that tells
 * @heading: what has happened
 * @body: what follows from it
 * @label: the verb on the only button, with a mnemonic: "_Close"
 * @callback: called when it was read; end it with eh_compat_ask_finish()
 * @user_data: for @callback
 *
 * Tells what nobody should miss.
 */
void
eh_compat_tell_async (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const char *label,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  ask (parent, heading, body, label, FALSE, FALSE, NULL, callback, user_data);
}

/**
 * eh_compat_ask_finish:
 * @result: of eh_compat_ask_async()
 * @error: set when cancelled
 *
 * Returns: whether the answer was to go on
 */
gboolean
eh_compat_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

#if GTK_CHECK_VERSION(4, 10, 0)
typedef enum {
  PICK_OPEN,
  PICK_OPEN_MANY,
  PICK_SAVE,
  PICK_FOLDER
} Pick;

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  GError *error = NULL;
  gpointer found = NULL;

  switch ((Pick) GPOINTER_TO_INT (g_task_get_task_data (task))) {
  case PICK_OPEN:
    found = gtk_file_dialog_open_finish (dialog, result, &error);
    break;
  case PICK_OPEN_MANY:
    found = gtk_file_dialog_open_multiple_finish (dialog, result, &error);
    break;
  case PICK_SAVE:
    found = gtk_file_dialog_save_finish (dialog, result, &error);
    break;
  case PICK_FOLDER:
  default:
    found = gtk_file_dialog_select_folder_finish (dialog, result, &error);
    break;
  }
  if (found != NULL) {
    g_task_return_pointer (task, found, g_object_unref);
  } else {
    g_clear_error (&error);
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  }
}

static void
pick (GtkWindow *parent,
      Pick what,
      const char *title,
      const char *name,
      GListModel *filters,
      GFile *folder,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_task_set_task_data (task, GINT_TO_POINTER (what), NULL);
  gtk_file_dialog_set_title (dialog, title);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);
  if (filters != NULL)
    gtk_file_dialog_set_filters (dialog, filters);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  if (what == PICK_OPEN)
    gtk_file_dialog_open (dialog, parent, cancellable, picked_cb, task);
  else if (what == PICK_OPEN_MANY)
    gtk_file_dialog_open_multiple (dialog, parent, cancellable, picked_cb, task);
  else if (what == PICK_SAVE)
    gtk_file_dialog_save (dialog, parent, cancellable, picked_cb, task);
  else
    gtk_file_dialog_select_folder (dialog, parent, cancellable, picked_cb, task);
}
#else
typedef enum {
  PICK_OPEN = GTK_FILE_CHOOSER_ACTION_OPEN,
  PICK_SAVE = GTK_FILE_CHOOSER_ACTION_SAVE,
  PICK_FOLDER = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  PICK_OPEN_MANY,
} Pick;

static void
picked_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  else if (gtk_file_chooser_get_select_multiple (chooser))
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);
  g_object_unref (native);
}

static void
pick (GtkWindow *parent,
      Pick what,
      const char *title,
      const char *name,
      GListModel *filters,
      GFile *folder,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  GtkFileChooserAction action = what == PICK_OPEN_MANY ? GTK_FILE_CHOOSER_ACTION_OPEN
                                                       : (GtkFileChooserAction) what;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, what == PICK_OPEN_MANY);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++) {
    g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

    gtk_file_chooser_add_filter (chooser, filter);
  }
  g_signal_connect (native, "response", G_CALLBACK (picked_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
#endif

/**
 * eh_compat_open_file_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @filters: (nullable) (element-type GtkFileFilter): the kinds of file to offer
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): to give up
 * @callback: called when a file was chosen or none
 * @user_data: for @callback
 *
 * Asks for a file that is there.
 */
void
eh_compat_open_file_async (GtkWindow *parent,
                           const char *title,
                           GListModel *filters,
                           GFile *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  pick (parent, PICK_OPEN, title, NULL, filters, folder, cancellable, callback, user_data);
}

/**
 * eh_compat_open_file_finish:
 * @result: of eh_compat_open_file_async()
 * @error: set to %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
eh_compat_open_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_compat_open_files_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @filters: (nullable) (element-type GtkFileFilter): the kinds of file to offer
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): to give up
 * @callback: called when files were chosen or none
 * @user_data: for @callback
 *
 * Asks for one file or several.
 */
void
eh_compat_open_files_async (GtkWindow *parent,
                            const char *title,
                            GListModel *filters,
                            GFile *folder,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  pick (parent, PICK_OPEN_MANY, title, NULL, filters, folder, cancellable, callback, user_data);
}

/**
 * eh_compat_open_files_finish:
 * @result: of eh_compat_open_files_async()
 * @error: set to %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full) (nullable) (element-type GFile): the files
 */
GListModel *
eh_compat_open_files_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_compat_save_file_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @suggested_name: name to begin with
 * @filters: (nullable) (element-type GtkFileFilter): the kinds of file to offer
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): to give up
 * @callback: called when a place was chosen or none
 * @user_data: for @callback
 *
 * Asks where to write a file. The dialog asks by itself before another file is replaced.
 */
void
eh_compat_save_file_async (GtkWindow *parent,
                           const char *title,
                           const char *suggested_name,
                           GListModel *filters,
                           GFile *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  pick (parent, PICK_SAVE, title, suggested_name, filters, folder, cancellable, callback,
        user_data);
}

/**
 * eh_compat_save_file_finish:
 * @result: of eh_compat_save_file_async()
 * @error: set to %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full) (nullable): where to write
 */
GFile *
eh_compat_save_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_compat_choose_folder_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): to give up
 * @callback: called when a folder was chosen or none
 * @user_data: for @callback
 *
 * Asks for a folder.
 */
void
eh_compat_choose_folder_async (GtkWindow *parent,
                               const char *title,
                               GFile *folder,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  pick (parent, PICK_FOLDER, title, NULL, NULL, folder, cancellable, callback, user_data);
}

/**
 * eh_compat_choose_folder_finish:
 * @result: of eh_compat_choose_folder_async()
 * @error: set to %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full) (nullable): the folder
 */
GFile *
eh_compat_choose_folder_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_compat_announce:
 * @widget: in the window that says it
 * @text: what a screen reader shall say
 *
 * Says something that has happened, without moving the focus. GTK before 4.14 knows no
 * announcements; a change of the window's own label is spoken there, and nothing else is.
 */
void
eh_compat_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return;
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (root), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
#endif
}

/**
 * eh_compat_list_item_set_label:
 * @item: an item whose child is set
 * @label: what a screen reader shall call the row
 *
 * Names a row of a list. Before GTK 4.12 a row has no label of its own: the widget around the child
 * takes it.
 */
void
eh_compat_list_item_set_label (GtkListItem *item, const char *label)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_list_item_set_accessible_label (item, label);
#else
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
#endif
}

/**
 * eh_compat_calendar_set_date:
 * @calendar: a calendar
 * @date: the day that it shall show
 *
 * Shows a day.
 */
void
eh_compat_calendar_set_date (GtkCalendar *calendar, GDateTime *date)
{
#if GTK_CHECK_VERSION(4, 20, 0)
  gtk_calendar_set_date (calendar, date);
#else
  gtk_calendar_select_day (calendar, date);
#endif
}

#if !GTK_CHECK_VERSION(4, 12, 0)
/* For as long as the focus moves the list takes none, so that it goes past the other rows. */
static gboolean
list_tab_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || root == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_set_can_focus (list, FALSE);
  g_signal_emit_by_name (root, "move-focus", back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);
  return GDK_EVENT_STOP;
}
#endif

/**
 * eh_compat_tab_leaves_list:
 * @list: a list whose rows hold nothing that takes the keyboard
 *
 * Lets Tab lead out of a list, whose rows are walked with the arrows. Before GTK 4.12 Tab goes from
 * row to row, and so never out of a long list.
 */
void
eh_compat_tab_leaves_list (GtkListView *list)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_list_view_set_tab_behavior (list, GTK_LIST_TAB_ITEM);
#else
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (list_tab_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
#endif
}
