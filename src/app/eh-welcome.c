/* What a window without a project shows: the ways to begin, and the projects of late. */

#include "eh-welcome.h"

#include "eh-application.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MIME_TYPE  "application/vnd.evenhand+sqlite3"
#define MOST_SHOWN 6

struct _EhWelcome {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (EhWelcome, eh_welcome, GTK_TYPE_WIDGET)

static gboolean
is_project (GtkRecentInfo *info)
{
  return g_str_has_suffix (gtk_recent_info_get_uri (info), ".evenhand") ||
         g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *other = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (other, one);
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".evenhand"))
    name[strlen (name) - strlen (".evenhand")] = '\0';
  return name;
}

/* The folder as people know it: home is a tilde. */
static char *
folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (relative != NULL)
    return g_strconcat ("~/", relative, NULL);
  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
}

static GtkWidget *
row_for (GFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = name_of (file);
  g_autofree char *folder = folder_of (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);
  return row;
}

static void
fill (EhWelcome *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *row = NULL;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  items = g_list_sort (items, newest_first);
  for (GList *l = items; l != NULL && n < MOST_SHOWN; l = l->next) {
    g_autoptr (GFile) file = NULL;

    if (!is_project (l->data) || !gtk_recent_info_is_local (l->data) ||
        !gtk_recent_info_exists (l->data))
      continue;
    file = g_file_new_for_uri (gtk_recent_info_get_uri (l->data));
    gtk_list_box_append (self->recent_list, row_for (file));
    n++;
  }
  gtk_widget_set_visible (self->recent_box, n > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
row_activated_cb (EhWelcome *self, GtkListBoxRow *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  eh_application_open_file (EH_APPLICATION (gtk_window_get_application (window)),
                            g_object_get_data (G_OBJECT (row), "file"), window);
}

static void
eh_welcome_dispose (GObject *object)
{
  g_clear_pointer (&EH_WELCOME (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_welcome_parent_class)->dispose (object);
}

static void
eh_welcome_class_init (EhWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, EhWelcome, scroller);
  gtk_widget_class_bind_template_child (widget_class, EhWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, EhWelcome, recent_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_welcome_init (EhWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->recent_list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * eh_welcome_new:
 *
 * Returns: (transfer floating): the ways to begin
 */
GtkWidget *
eh_welcome_new (void)
{
  return g_object_new (EH_TYPE_WELCOME, NULL);
}

/**
 * eh_welcome_remember:
 * @file: a project that was opened
 *
 * Puts it among the recent files.
 */
void
eh_welcome_remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { NULL };
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) "Evenhand",
                         .app_exec = (char *) "evenhand %f",
                         .groups = groups };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
