/* The program: its windows, one for each project. */

#include "eh-application.h"

#include "eh-actions.h"
#include "eh-opening.h"
#include "eh-private-folder.h"
#include "eh-protected-copy.h"
#include "eh-theme.h"
#include "eh-window.h"

#include "config.h"
#include "eh-ui-resource.h"

struct _EhApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (EhApplication, eh_application, ADW_TYPE_APPLICATION)

static EhWindow *
window_of (EhApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    EhWindow *window = EH_IS_WINDOW (l->data) ? l->data : NULL;
    GFile *open = window != NULL ? eh_window_get_file (window) : NULL;

    if (open != NULL && g_file_equal (open, file))
      return window;
  }
  return NULL;
}

/**
 * eh_application_open_file:
 * @self: the application
 * @file: a project, or a protected copy of one, which is asked about first
 * @from: (nullable): the window where it was asked for; it is used if it has no project
 *
 * Shows a project: in the window that has it open, in @from, or in a new one.
 */
void
eh_application_open_file (EhApplication *self, GFile *file, GtkWindow *from)
{
  EhWindow *window = window_of (self, file);
  const char *path = g_file_peek_path (file);

  if (path != NULL && eh_protected_copy_is_archive (path)) {
    window = from != NULL && EH_IS_WINDOW (from) ? EH_WINDOW (from)
                                                 : eh_window_new (GTK_APPLICATION (self));
    gtk_window_present (GTK_WINDOW (window));
    eh_opening_protected (GTK_WINDOW (window), file);
    return;
  }
  if (window == NULL) {
    if (from != NULL && EH_IS_WINDOW (from) && eh_window_get_file (EH_WINDOW (from)) == NULL)
      window = EH_WINDOW (from);
    else
      window = eh_window_new (GTK_APPLICATION (self));
    eh_window_open (window, file);
  }
  gtk_window_present (GTK_WINDOW (window));
}

static void
eh_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (eh_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
eh_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    eh_application_open_file (EH_APPLICATION (application), files[i], NULL);
}

/* Each window writes its project before it goes; the program ends with the last of them. */
static gpointer
ref_window (gconstpointer window, gpointer unused)
{
  return g_object_ref ((gpointer) window);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* A project's window takes those beside it along. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data), ref_window, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry entries[] = {
  { "quit", quit_action },
};

static void
eh_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (eh_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  eh_actions_install (GTK_APPLICATION (application));
  eh_theme_follow_contrast ();
  eh_private_folder_sweep ();
}

static void
eh_application_class_init (EhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = eh_application_startup;
  application_class->activate = eh_application_activate;
  application_class->open = eh_application_open;
  /* The resources are in a static library: naming them here has the linker keep them. */
  g_resources_register (eh_ui_get_resource ());
}

static void
eh_application_init (EhApplication *self)
{
}

/**
 * eh_application_new:
 *
 * Returns: (transfer full): the program
 */
EhApplication *
eh_application_new (void)
{
  return g_object_new (EH_TYPE_APPLICATION, "application-id", EH_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/evenhand/Evenhand",
                       NULL);
}
