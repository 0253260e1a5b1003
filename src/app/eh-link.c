/* Addresses of the web: what people write is made one, and opens where they read the web. A project
 * comes from other hands, so nothing but the web is opened. */

#include "eh-link.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_link_from_address:
 * @address: what somebody wrote: "https://example.org/a", "www.example.org"
 *
 * Returns: (transfer full) (nullable): the address of a web page; %NULL if it is none
 */
char *
eh_link_from_address (const char *address)
{
  g_autofree char *clean = eh_text_clean_line (address);
  g_autofree char *whole = NULL;
  g_autoptr (GUri) uri = NULL;

  if (*clean == '\0' || strchr (clean, ' ') != NULL)
    return NULL;
  whole = strstr (clean, "://") != NULL ? g_strdup (clean) : g_strconcat ("https://", clean, NULL);
  uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || strchr (g_uri_get_host (uri), '.') == NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;
  return g_uri_to_string (uri);
}

/**
 * eh_link_from_doi:
 * @doi: a DOI, with or without what people put before it: "10.1186/s40900-021-00274-7", "doi:10…"
 *
 * Returns: (transfer full) (nullable): the address that leads to it; %NULL if it is none
 */
char *
eh_link_from_doi (const char *doi)
{
  g_autofree char *clean = eh_text_clean_line (doi);
  g_autofree char *escaped = NULL;
  const char *start = strstr (clean, "10.");

  if (start == NULL || strchr (start, '/') == NULL)
    return NULL;
  escaped = g_uri_escape_string (start, "/:;()", FALSE);
  return g_strconcat ("https://doi.org/", escaped, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EhWorkspace) workspace = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  eh_workspace_set_problem (workspace,
                            _ ("No program on this computer opens web pages. The address "
                               "can be copied from its field."));
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EhWorkspace) workspace = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    eh_workspace_set_problem (workspace, _ ("No program on this computer shows folders."));
}

static void
launch (EhWorkspace *workspace, GtkWidget *widget, const char *uri, GAsyncReadyCallback callback)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (
      gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, callback,
                                           g_object_ref (workspace));
}

/**
 * eh_link_open_folder:
 * @workspace: told when it cannot be opened
 * @widget: where it was asked for
 * @uri: of a folder of this computer
 *
 * Shows a folder in the program that the person looks at files with.
 */
void
eh_link_open_folder (EhWorkspace *workspace, GtkWidget *widget, const char *uri)
{
  launch (workspace, widget, uri, folder_opened_cb);
}

/**
 * eh_link_open:
 * @workspace: told when it cannot be opened
 * @widget: where it was asked for
 * @uri: from eh_link_from_address() or eh_link_from_doi()
 *
 * Opens a web page in the program that the person reads the web with.
 */
void
eh_link_open (EhWorkspace *workspace, GtkWidget *widget, const char *uri)
{
  launch (workspace, widget, uri, opened_cb);
}
