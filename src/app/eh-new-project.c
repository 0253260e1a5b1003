/* Beginning a project: what it is called, which framework it has, where it is kept. */

#include "eh-new-project.h"

#include "eh-application.h"
#include "eh-compat.h"
#include "eh-job-project.h"
#include "eh-opening.h"
#include "eh-preset.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-window.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhNewProject {
  AdwWindow parent_instance;

  EhTextField *title_field;
  GtkListBox *framework_list;
  GtkWidget *create_button;
  GtkWidget *cancel_button;
  char *framework; /* key of the one that is chosen */
};

typedef struct {
  GFile *file;
  char *title;
  char *framework;
  gboolean sample;
} Plan;

G_DEFINE_FINAL_TYPE (EhNewProject, eh_new_project, ADW_TYPE_WINDOW)

static void
plan_free (Plan *plan)
{
  g_clear_object (&plan->file);
  g_free (plan->title);
  g_free (plan->framework);
  g_free (plan);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Plan *plan = data;
  GError *error = NULL;

  /* The dialog has asked before a file is replaced; what was there can be taken from the bin. */
  if (g_file_query_exists (plan->file, NULL) && !g_file_trash (plan->file, NULL, &error))
    g_task_return_error (task, error);
  else if (!eh_job_new_project (g_file_peek_path (plan->file), plan->title, plan->framework,
                                plan->sample, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  Plan *plan = g_task_get_task_data (G_TASK (result));
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    eh_workspace_report_error (eh_window_get_workspace (EH_WINDOW (window)), error);
  else if (application != NULL)
    eh_application_open_file (EH_APPLICATION (application), plan->file, window);
}

/* Makes the file in a worker and opens it in @window, or in another one if that has a project. */
static void
make (GtkWindow *window, Plan *plan)
{
  GTask *task = g_task_new (window, NULL, made_cb, NULL);

  g_task_set_task_data (task, plan, (GDestroyNotify) plan_free);
  g_task_run_in_thread (task, make_thread);
  g_object_unref (task);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EhNewProject) self = user_data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  g_autofree char *title = NULL;
  Plan *plan = NULL;

  if (file == NULL || gtk_window_get_transient_for (GTK_WINDOW (self)) == NULL)
    return;
  eh_opening_remember_folder (file);
  title = eh_text_field_get_text (self->title_field);
  plan = g_new0 (Plan, 1);
  plan->file = g_steal_pointer (&file);
  plan->title = eh_text_clean_line (title);
  plan->framework = g_strdup (self->framework);
  make (gtk_window_get_transient_for (GTK_WINDOW (self)), plan);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What a title makes of a file's name: what no file system takes becomes a space. */
static char *
file_name_for (const char *title)
{
  g_autofree char *name = g_strdup (title);
  g_autofree char *clean = NULL;

  g_strdelimit (name, "/\\:*?\"<>|", ' ');
  clean = eh_text_clean_line (name);
  return g_strconcat (clean, ".evenhand", NULL);
}

static void
create_cb (EhNewProject *self)
{
  g_autofree char *text = eh_text_field_get_text (self->title_field);
  g_autofree char *title = eh_text_clean_line (text);
  g_autofree char *name = NULL;
  g_autoptr (GListModel) filters = NULL;
  g_autoptr (GFile) folder = NULL;

  if (*title == '\0') {
    eh_text_field_set_hint (self->title_field, _ ("Give the project a name first."), TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->title_field));
    return;
  }
  name = file_name_for (title);
  filters = eh_opening_filters ();
  folder = eh_opening_last_folder ();
  eh_compat_save_file_async (GTK_WINDOW (self), _ ("Where to Keep the Project"), name, filters,
                             folder, NULL, placed_cb, g_object_ref (self));
}

static void
toggled_cb (GtkCheckButton *check, EhNewProject *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  g_free (self->framework);
  self->framework = g_strdup (g_object_get_data (G_OBJECT (check), "key"));
}

static GtkCheckButton *
add_framework (
    EhNewProject *self, GtkCheckButton *first, const char *key, const char *name, const char *use)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), use);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "key", g_strdup (key), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->framework_list, row);
  if (g_str_equal (key, EH_PRESET_DEFAULT_FRAMEWORK))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  return GTK_CHECK_BUTTON (check);
}

/* The usual one first, then none at all, so that nobody has to scroll to learn that it is possible;
 * then the others. */
static void
fill_frameworks (EhNewProject *self)
{
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < presets->len; i++) {
    const EhPreset *preset = presets->pdata[i];
    GtkCheckButton *check = add_framework (self, first, preset->key, preset->name, preset->use);

    if (first != NULL)
      continue;
    first = check;
    add_framework (self, first, EH_PRESET_NO_FRAMEWORK, _ ("Start with no categories"),
                   _ ("Add your own as you go, and others of these whenever you like."));
  }
}

static void
eh_new_project_finalize (GObject *object)
{
  g_free (EH_NEW_PROJECT (object)->framework);
  G_OBJECT_CLASS (eh_new_project_parent_class)->finalize (object);
}

static void
eh_new_project_class_init (EhNewProjectClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eh_new_project_finalize;
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-new-project.ui");
  gtk_widget_class_bind_template_child (widget_class, EhNewProject, title_field);
  gtk_widget_class_bind_template_child (widget_class, EhNewProject, framework_list);
  gtk_widget_class_bind_template_child (widget_class, EhNewProject, create_button);
  gtk_widget_class_bind_template_child (widget_class, EhNewProject, cancel_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_new_project_init (EhNewProject *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_frameworks (self);
  g_signal_connect_object (self->create_button, "clicked", G_CALLBACK (create_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_text_field_get_input (self->title_field), "activate",
                           G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_field));
}

/**
 * eh_new_project_ask:
 * @parent: the window that asks; the project opens there if it has none
 *
 * Asks for what a new project needs, makes it and opens it.
 */
void
eh_new_project_ask (GtkWindow *parent)
{
  gtk_window_present (g_object_new (EH_TYPE_NEW_PROJECT, "transient-for", parent, NULL));
}

/**
 * eh_new_project_sample:
 * @parent: the window that asks
 *
 * Opens the sample project; it is made when it is first asked for, and what somebody tries in it
 * stays.
 */
void
eh_new_project_sample (GtkWindow *parent)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);
  /* TRANSLATORS: the name of a file, without its ending */
  g_autofree char *name = g_strconcat (_ ("Sample"), ".evenhand", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  Plan *plan = NULL;

  if (g_file_query_exists (file, NULL)) {
    eh_application_open_file (EH_APPLICATION (gtk_window_get_application (parent)), file, parent);
    return;
  }
  g_mkdir_with_parents (folder, 0700);
  plan = g_new0 (Plan, 1);
  plan->file = g_steal_pointer (&file);
  plan->sample = TRUE;
  make (parent, plan);
}
