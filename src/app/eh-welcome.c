/* What a window without a project shows: the ways to begin. */

#include "eh-welcome.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MIME_TYPE "application/vnd.evenhand+sqlite3"

/**
 * eh_welcome_new:
 *
 * Returns: (transfer floating): the ways to begin
 */
GtkWidget *
eh_welcome_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open a Project…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Evenhand");
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Write guidance together, and show whose knowledge ended up in it."));
  gtk_widget_set_halign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), open);
  return page;
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
